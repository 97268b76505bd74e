public import HearsayGraph

/// Node-link JSON, as NetworkX reads it (https://networkx.org/documentation/stable/reference/readwrite/json_graph.html).
///
/// `networkx.node_link_graph(json.load(file), edges="edges")` gives a MultiDiGraph whose edge keys are the edges' ids.
public struct NodeLinkExporter: GraphExporter {
  /// An exporter of node-link JSON.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodes = graph.nodes
    buffer.append("{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[")
    let nodeMembers = JSONMembers(ColumnNames(graph.nodeSchema, reserved: ["id"]).names)
    for (index, node) in nodes.enumerated() {
      // Ids have nothing to escape: see `Identifier`.
      buffer.append(index == 0 ? "\n{\"id\":\"" : ",\n{\"id\":\"")
      buffer.append(node.id)
      buffer.append(UInt8(ascii: "\""))
      nodeMembers.write(node.values, afterOthers: true, to: &buffer)
      buffer.append(UInt8(ascii: "}"))
      try buffer.drain(into: &sink)
    }
    buffer.append("\n],\n\"edges\":[")
    let edgeMembers = JSONMembers(ColumnNames(graph.edgeSchema, reserved: ["source", "target", "key"]).names)
    for (index, edge) in graph.edges.enumerated() {
      buffer.append(index == 0 ? "\n{\"source\":\"" : ",\n{\"source\":\"")
      buffer.append(nodes[edge.source].id)
      buffer.append("\",\"target\":\"")
      buffer.append(nodes[edge.target].id)
      buffer.append("\",\"key\":\"")
      buffer.append(edge.id)
      buffer.append(UInt8(ascii: "\""))
      edgeMembers.write(edge.values, afterOthers: true, to: &buffer)
      buffer.append(UInt8(ascii: "}"))
      try buffer.drain(into: &sink)
    }
    buffer.append("\n]}\n")
    try buffer.flush(into: &sink)
  }
}
