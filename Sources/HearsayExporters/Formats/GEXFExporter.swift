public import HearsayGraph

/// GEXF 1.3 (https://gexf.net/schema.html), Gephi's own format: typed lists, colours, sizes, kinds of edges, and time.
///
/// The attribute `date` of a node or edge says when it was there, so that Gephi's timeline can play; what has none is
/// always there. `kind` keeps parallel edges of different kinds apart.
public struct GEXFExporter: GraphExporter {
  /// What readers keep for themselves: the names of XML attributes, which NetworkX puts among the others.
  private static let reserved: Set<String> = [
    "id", "start", "end", "key", "viz", "pid", "parents", "spells", "slices", "networkx_key", "timeset", "source",
    "target", "type", "interval",
  ]

  private let style: GraphStyle

  /// An exporter of GEXF whose nodes and edges look as `style` says, and stand where it places them.
  public init(style: GraphStyle = .none) { self.style = style }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodes = graph.nodes
    let nodeColumns = Columns(graph.nodeSchema, weight: false)
    let edgeColumns = Columns(graph.edgeSchema, weight: true)
    buffer.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
        <meta>
          <creator>Hearsay</creator>
        </meta>
        <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">

      """)
    nodeColumns.declare(for: "node", to: &buffer)
    edgeColumns.declare(for: "edge", to: &buffer)

    buffer.append("    <nodes count=\"\(nodes.count)\">\n")
    let sizes = NodeSizes.sizes(of: graph)
    let nodeLooks = SpelledLooks(style.nodes, graph.nodeSchema, Self.elements)
    for (index, node) in nodes.enumerated() {
      buffer.append("      <node id=\"\(node.id)\"")
      node.values.withColumns { nodeColumns.write($0, to: &buffer) }
      buffer.append(nodeLooks.look(of: node.values))
      if let place = style.position(ofNode: index) {
        buffer.append("        <viz:position x=\"")
        buffer.appendDecimal(place.x)
        buffer.append("\" y=\"")
        buffer.appendDecimal(place.y)
        buffer.append("\"/>\n")
      }
      buffer.append("        <viz:size value=\"")
      buffer.appendDecimal(sizes[index])
      buffer.append("\"/>\n      </node>\n")
      try buffer.drain(into: &sink)
    }

    buffer.append("    </nodes>\n    <edges count=\"\(graph.edges.count)\">\n")
    let edgeLooks = SpelledLooks(style.edges, graph.edgeSchema, Self.elements)
    for edge in graph.edges {
      let (source, target) = (nodes[edge.source].id, nodes[edge.target].id)
      buffer.append("      <edge id=\"\(edge.id)\" source=\"\(source)\" target=\"\(target)\"")
      edge.values.withColumns { edgeColumns.write($0, to: &buffer) }
      buffer.append(edgeLooks.look(of: edge.values))
      buffer.append("      </edge>\n")
      try buffer.drain(into: &sink)
    }
    buffer.append("    </edges>\n  </graph>\n</gexf>\n")
    try buffer.flush(into: &sink)
  }

  private static func elements(_ look: GraphStyle.NodeLook) -> String {
    let shape =
      switch look.shape {
      case .box, .note, .plain: "square"
      case .hexagon, .octagon: "diamond"
      case .ellipse: "disc"
      }
    return "        \(color(look.fill))\n        <viz:shape value=\"\(shape)\"/>\n"
  }

  private static func elements(_ look: GraphStyle.EdgeLook) -> String {
    "        \(color(look.color))\n        <viz:shape value=\"\(look.line.rawValue)\"/>\n"
  }

  private static func color(_ color: GraphStyle.Color) -> String {
    let (red, green, blue) = color.channels
    return "<viz:color r=\"\(red)\" g=\"\(green)\" b=\"\(blue)\"/>"
  }

  /// How the attributes of nodes, or of edges, are written.
  private struct Columns {
    /// Those that GEXF has an XML attribute for.
    private var own: [(column: Int, opening: String)] = []
    private let date: Int?
    /// The rest: `<attvalue for="…" value="` of each, and its declaration.
    private var others: [(column: Int, opening: [UInt8])] = []
    private var declarations = ""

    init(_ schema: AttributeSchema, weight: Bool) {
      date = schema.type(of: "date") == .string ? schema.column(of: "date") : nil
      let names = ColumnNames(schema, reserved: GEXFExporter.reserved).names
      for (column, (name, type)) in schema.attributes.enumerated() {
        let isOwn = name == "label" && type == .string || weight && name == "weight" && type == .double
        if isOwn || weight && name == "kind" && type == .string { own.append((column, " \(name)=\"")) }
        if isOwn { continue }
        // A declared "weight" or "label" would be taken for the XML attribute.
        let title = name == "label" || name == "weight" ? "attr_\(name)" : names[column]
        let typeName =
          switch type {
          case .string: "string"
          case .int: "long"
          case .double: "double"
          case .list: "liststring"
          }
        declarations += "      <attribute id=\"\(title)\" title=\"\(title)\" type=\"\(typeName)\"/>\n"
        others.append((column, Array("          <attvalue for=\"\(title)\" value=\"".utf8)))
      }
    }

    func declare(for element: String, to buffer: inout OutputBuffer) {
      buffer.append("    <attributes class=\"\(element)\" mode=\"static\">\n")
      buffer.append(declarations)
      buffer.append("    </attributes>\n")
    }

    /// The rest of the opening tag, and the attributes.
    func write(_ values: [RowCell?], to buffer: inout OutputBuffer) {
      writeOwn(values, to: &buffer)
      writeValues(values, to: &buffer)
    }

    private func writeOwn(_ values: [RowCell?], to buffer: inout OutputBuffer) {
      for (column, opening) in own {
        guard let value = values[column] else { continue }
        buffer.append(opening)
        write(value, to: &buffer)
        buffer.append(UInt8(ascii: "\""))
      }
      if let date, case .string(let text) = values[date]?.value, let days = DaySpan(text) {
        buffer.append(" start=\"\(days.first)\" end=\"\(days.last)\"")
      }
      buffer.append(">\n")
    }

    private func writeValues(_ values: [RowCell?], to buffer: inout OutputBuffer) {
      guard others.contains(where: { values[$0.column] != nil }) else { return }
      buffer.append("        <attvalues>\n")
      for (column, opening) in others {
        guard let value = values[column] else { continue }
        buffer.append(opening)
        write(value, to: &buffer)
        buffer.append("\"/>\n")
      }
      buffer.append("        </attvalues>\n")
    }

    private func write(_ value: RowCell, to buffer: inout OutputBuffer) {
      switch value {
      case .string(let text): buffer.appendXMLAttribute(text)
      case .int(let number): buffer.appendDecimal(number)
      case .double(let number): buffer.appendDecimal(number)
      // Gephi reads `[a, "b, c"]`: with JSON's quotation marks round each, and its escapes.
      case .list(let texts): buffer.appendXMLAttribute(JSONText.array(texts.strings))
      }
    }
  }
}
