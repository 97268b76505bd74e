public import HearsayGraph

/// GraphML for yEd (https://yed.yworks.com/support/manual/): with the `y:` markup without which yEd shows grey boxes on one
/// heap and no labels. Five other readers refuse it, so it is a dialect of its own.
public struct YEdExporter: GraphExporter {
  /// The longest label that is drawn, in characters; the whole of it is among the data.
  private static let longestLabel = 60
  /// How many times further apart than elsewhere nodes stand: yEd draws labels into them.
  private static let scale = 2.0

  private let style: GraphStyle

  /// An exporter for yEd whose nodes and edges look as `style` says and stand where it places them.
  public init(style: GraphStyle = .none) { self.style = style }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    let dialect = GraphMLExporter.Dialect(
      namespaces: " xmlns:y=\"http://www.yworks.com/xml/graphml\"",
      keys: """
          <key id="drawn" for="node" yfiles.type="nodegraphics"/>
          <key id="edge_drawn" for="edge" yfiles.type="edgegraphics"/>

        """,
      names: (["drawn"], ["drawn"]),
      writeNode: { [style] in Self.writeNode($0, $1, style, to: &$2) },
      writeEdge: { [style] in Self.writeEdge($0, $1, style, to: &$2) })
    try GraphMLExporter(dialect).write(graph, to: &sink)
  }

  private static func writeNode(
    _ index: Int, _ graph: Graph, _ style: GraphStyle, to buffer: inout OutputBuffer
  ) {
    let node = graph.nodes[index]
    let look = style.look(of: node, in: graph)
    let label = shortened(graph.value("label", of: node)) ?? node.id
    // About the width of its letters: yEd does not fit nodes to labels by itself.
    let width = Double(max(50, 24 + label.count * 7))
    let height = 32.0
    buffer.append("      <data key=\"drawn\"><y:ShapeNode><y:Geometry")
    let place = style.position(ofNode: index)
    write("x", (place?.x ?? 0) * scale - width / 2, to: &buffer)
    // yEd counts downwards.
    write("y", 0 - (place?.y ?? 0) * scale - height / 2, to: &buffer)
    write("width", width, to: &buffer)
    write("height", height, to: &buffer)
    buffer.append("/>")
    if let look {
      buffer.append("<y:Fill color=\"\(look.fill.hex)\" transparent=\"false\"/>")
      buffer.append("<y:BorderStyle color=\"\(look.stroke.hex)\" type=\"line\" width=\"1.0\"/>")
    }
    buffer.append("<y:NodeLabel fontSize=\"12\" textColor=\"\(look?.text.hex ?? "#000000")\">")
    buffer.appendXML(label)
    buffer.append("</y:NodeLabel><y:Shape type=\"\(shape(look?.shape ?? .box))\"/></y:ShapeNode></data>\n")
  }

  private static func writeEdge(
    _ index: Int, _ graph: Graph, _ style: GraphStyle, to buffer: inout OutputBuffer
  ) {
    let edge = graph.edges[index]
    let look = style.look(of: edge, in: graph)
    buffer.append("      <data key=\"edge_drawn\"><y:PolyLineEdge>")
    buffer.append("<y:LineStyle color=\"\(look?.color.hex ?? "#000000")\" type=\"\(line(look?.line))\" width=\"1.0\"/>")
    buffer.append("<y:Arrows source=\"none\" target=\"standard\"/>")
    if let label = shortened(graph.value("label", of: edge)) {
      buffer.append("<y:EdgeLabel fontSize=\"9\" textColor=\"\(look?.text.hex ?? "#000000")\">")
      buffer.appendXML(label)
      buffer.append("</y:EdgeLabel>")
    }
    buffer.append("</y:PolyLineEdge></data>\n")
  }

  private static func write(_ name: String, _ number: Double, to buffer: inout OutputBuffer) {
    buffer.append(" \(name)=\"")
    buffer.appendDecimal(number)
    buffer.append(UInt8(ascii: "\""))
  }

  private static func shortened(_ value: AttributeValue?) -> String? {
    guard case .string(let text) = value else { return nil }
    return text.count <= longestLabel ? text : text.prefix(longestLabel - 1) + "…"
  }

  private static func shape(_ shape: GraphStyle.Shape) -> String {
    switch shape {
    case .ellipse: "ellipse"
    case .box: "roundrectangle"
    case .hexagon: "hexagon"
    case .octagon: "octagon"
    case .note, .plain: "rectangle"
    }
  }

  private static func line(_ line: GraphStyle.Line?) -> String {
    switch line {
    case .dashed: "dashed"
    case .dotted: "dotted"
    case .solid, .none: "line"
    }
  }
}
