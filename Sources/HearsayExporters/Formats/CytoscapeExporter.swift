public import HearsayGraph

/// Cytoscape.js JSON (https://js.cytoscape.org/#notation/elements-json), which Cytoscape opens as `.cyjs`.
///
/// `name` is what Cytoscape shows of a node, `interaction` what it takes for an edge's type; `label` and `kind` stay too.
public struct CytoscapeExporter: GraphExporter {
  /// Members and columns that Cytoscape or Cytoscape.js keep for themselves.
  private static let reserved: Set<String> = [
    "id", "source", "target", "parent", "name", "shared_name", "interaction", "shared_interaction", "SUID", "selected",
  ]

  private let style: GraphStyle

  /// An exporter of Cytoscape.js JSON whose nodes stand where `style` places them.
  public init(style: GraphStyle = .none) { self.style = style }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodes = graph.nodes
    buffer.append(
      "{\"format_version\":\"1.0\",\"generated_by\":\"hearsay\",\"target_cytoscapejs_version\":\"~3.0\",\"data\":{},\n")
    buffer.append("\"elements\":{\"nodes\":[")
    let nodeMembers = JSONMembers(ColumnNames(graph.nodeSchema, reserved: Self.reserved).names)
    for (index, node) in nodes.enumerated() {
      // Ids have nothing to escape: see `Identifier`.
      buffer.append(index == 0 ? "\n{\"data\":{\"id\":\"" : ",\n{\"data\":{\"id\":\"")
      buffer.append(node.id)
      buffer.append("\",\"name\":")
      buffer.appendJSON(graph.value("label", of: node) ?? .string(node.id))
      nodeMembers.write(node.values, afterOthers: true, to: &buffer)
      buffer.append(UInt8(ascii: "}"))
      if let place = style.position(ofNode: index) {
        buffer.append(",\"position\":{\"x\":")
        buffer.appendDecimal(place.x)
        // Cytoscape counts downwards.
        buffer.append(",\"y\":")
        buffer.appendDecimal(0 - place.y)
        buffer.append(UInt8(ascii: "}"))
      }
      buffer.append(UInt8(ascii: "}"))
      try buffer.drain(into: &sink)
    }
    buffer.append("\n],\"edges\":[")
    let edgeMembers = JSONMembers(ColumnNames(graph.edgeSchema, reserved: Self.reserved).names)
    for (index, edge) in graph.edges.enumerated() {
      buffer.append(index == 0 ? "\n{\"data\":{\"id\":\"" : ",\n{\"data\":{\"id\":\"")
      buffer.append(edge.id)
      buffer.append("\",\"source\":\"")
      buffer.append(nodes[edge.source].id)
      buffer.append("\",\"target\":\"")
      buffer.append(nodes[edge.target].id)
      buffer.append(UInt8(ascii: "\""))
      if let kind = graph.value("kind", of: edge) {
        buffer.append(",\"interaction\":")
        buffer.appendJSON(kind)
      }
      edgeMembers.write(edge.values, afterOthers: true, to: &buffer)
      buffer.append("}}")
      try buffer.drain(into: &sink)
    }
    buffer.append("\n]}}\n")
    try buffer.flush(into: &sink)
  }
}
