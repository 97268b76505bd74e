public import HearsayGraph

/// JSON Graph Format 2 (https://jsongraphformat.info): nodes by id, `label` and `relation` in their own places, the rest
/// as metadata.
public struct JSONGraphExporter: GraphExporter {
  /// An exporter of JSON Graph Format.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodes = graph.nodes
    let nodeColumns = Columns(graph.nodeSchema, own: ["label": "label"])
    buffer.append("{\"graph\":{\"directed\":true,\n\"nodes\":{")
    for (index, node) in nodes.enumerated() {
      // Ids have nothing to escape: see `Identifier`.
      buffer.append(index == 0 ? "\n\"" : ",\n\"")
      buffer.append(node.id)
      buffer.append("\":{")
      nodeColumns.write(node.values, afterOthers: false, to: &buffer)
      try buffer.drain(into: &sink)
    }
    let edgeColumns = Columns(graph.edgeSchema, own: ["kind": "relation", "label": "label"])
    buffer.append("\n},\n\"edges\":[")
    for (index, edge) in graph.edges.enumerated() {
      buffer.append(index == 0 ? "\n{\"id\":\"" : ",\n{\"id\":\"")
      buffer.append(edge.id)
      buffer.append("\",\"source\":\"")
      buffer.append(nodes[edge.source].id)
      buffer.append("\",\"target\":\"")
      buffer.append(nodes[edge.target].id)
      buffer.append("\"")
      edgeColumns.write(edge.values, afterOthers: true, to: &buffer)
      try buffer.drain(into: &sink)
    }
    buffer.append("\n]}}\n")
    try buffer.flush(into: &sink)
  }

  /// How the attributes of nodes, or of edges, are written.
  private struct Columns {
    private let own: JSONMembers
    private let metadata: JSONMembers

    /// - Parameter own: The texts that have a member of their own, and its name.
    init(_ schema: AttributeSchema, own: [String: String]) {
      let members = schema.attributes.map { $0.type == .string ? own[$0.name] : nil }
      self.own = JSONMembers(members)
      metadata = JSONMembers(zip(schema.names, members).map { name, member in member == nil ? name : nil })
    }

    /// The members of `values` and the end of the object.
    func write(_ values: Row, afterOthers: Bool, to buffer: inout OutputBuffer) {
      let hasOwn = own.write(values, afterOthers: afterOthers, to: &buffer)
      buffer.append(afterOthers || hasOwn ? ",\"metadata\":{" : "\"metadata\":{")
      metadata.write(values, afterOthers: false, to: &buffer)
      buffer.append("}}")
    }
  }
}
