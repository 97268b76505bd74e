public import HearsayGraph

/// GraphML for igraph (https://igraph.org/python/tutorial/latest/visualisation.html): with the attributes that its plots go
/// by, in Python and R, and `name`, by which it finds nodes and edges.
public struct IgraphExporter: GraphExporter {
  private let style: GraphStyle

  /// An exporter for igraph whose nodes and edges look as `style` says and stand where it places them.
  public init(style: GraphStyle = .none) { self.style = style }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    let sizes = NodeSizes.sizes(of: graph)
    let nodeColumns = [
      ("name", "string"), ("x", "double"), ("y", "double"), ("size", "double"), ("color", "string"),
      ("shape", "string"),
    ]
    let edgeColumns = [("name", "string"), ("color", "string")]
    let keys =
      nodeColumns.map { Self.key($0, "node", id: $0.0) } + edgeColumns.map { Self.key($0, "edge", id: "edge_" + $0.0) }
    let dialect = GraphMLExporter.Dialect(
      keys: keys.joined(), names: (Set(nodeColumns.map(\.0) + ["id"]), Set(edgeColumns.map(\.0) + ["id"])),
      writeNode: { [style] index, graph, buffer in
        let node = graph.nodes[index]
        Self.write("name", node.id, to: &buffer)
        if let place = style.position(ofNode: index) {
          Self.write("x", place.x, to: &buffer)
          Self.write("y", place.y, to: &buffer)
        }
        Self.write("size", sizes[index], to: &buffer)
        if let look = style.look(of: node, in: graph) {
          Self.write("color", look.fill.hex, to: &buffer)
          // Of igraph's shapes, Python and R share these two.
          Self.write("shape", look.shape == .ellipse ? "circle" : "rectangle", to: &buffer)
        }
      },
      writeEdge: { [style] index, graph, buffer in
        let edge = graph.edges[index]
        Self.write("edge_name", edge.id, to: &buffer)
        if let look = style.look(of: edge, in: graph) { Self.write("edge_color", look.color.hex, to: &buffer) }
      })
    try GraphMLExporter(dialect).write(graph, to: &sink)
  }

  private static func key(_ column: (name: String, type: String), _ element: String, id: String) -> String {
    "  <key id=\"\(id)\" for=\"\(element)\" attr.name=\"\(column.name)\" attr.type=\"\(column.type)\"/>\n"
  }

  /// Ids and colours have nothing to escape.
  private static func write(_ key: String, _ text: String, to buffer: inout OutputBuffer) {
    buffer.append("      <data key=\"\(key)\">\(text)</data>\n")
  }

  private static func write(_ key: String, _ number: Double, to buffer: inout OutputBuffer) {
    buffer.append("      <data key=\"\(key)\">")
    buffer.appendDecimal(number)
    buffer.append("</data>\n")
  }
}
