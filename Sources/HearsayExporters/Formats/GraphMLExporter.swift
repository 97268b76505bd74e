public import HearsayGraph

/// GraphML (http://graphml.graphdrawing.org/specification.html) in the profile that every reader we know takes.
///
/// One flat directed graph: keys, then nodes, then edges. No DTD, CDATA, prefixes, ports, defaults or booleans; what
/// each rule is for stands in docs/FORMATS.md.
public struct GraphMLExporter: GraphExporter {
  /// An exporter of GraphML.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    writeHeader(graph, to: &buffer)
    let nodes = graph.nodes
    let nodeKeys = openingTags(graph.nodeSchema, prefix: "")
    for node in nodes {
      writeNode(node, nodeKeys, to: &buffer)
      try buffer.drain(into: &sink)
    }
    let edgeKeys = openingTags(graph.edgeSchema, prefix: "edge_")
    for edge in graph.edges {
      writeEdge(edge, between: nodes, edgeKeys, to: &buffer)
      try buffer.drain(into: &sink)
    }
    buffer.append("  </graph>\n</graphml>\n")
    try buffer.flush(into: &sink)
  }

  private func writeHeader(_ graph: Graph, to buffer: inout OutputBuffer) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    writeKeys(graph.nodeSchema, for: "node", prefix: "", to: &buffer)
    writeKeys(graph.edgeSchema, for: "edge", prefix: "edge_", to: &buffer)
    buffer.append("  <graph id=\"G\" edgedefault=\"directed\">\n")
  }

  private func writeKeys(
    _ schema: AttributeSchema, for element: String, prefix: String, to buffer: inout OutputBuffer
  ) {
    for (name, type) in schema.attributes {
      let typeName =
        switch type {
        case .string, .list: "string"
        case .int: "int"
        case .double: "double"
        }
      buffer.append("  <key id=\"\(prefix)\(name)\" for=\"\(element)\" ")
      buffer.append("attr.name=\"\(name)\" attr.type=\"\(typeName)\"/>\n")
    }
  }

  /// `<data key="…">` for each column.
  private func openingTags(_ schema: AttributeSchema, prefix: String) -> [[UInt8]] {
    schema.names.map { Array("      <data key=\"\(prefix)\($0)\">".utf8) }
  }

  private func writeNode(_ node: Node, _ tags: [[UInt8]], to buffer: inout OutputBuffer) {
    buffer.append("    <node id=\"")
    buffer.append(node.id)
    buffer.append("\">\n")
    writeData(node.values, tags, to: &buffer)
    buffer.append("    </node>\n")
  }

  private func writeEdge(_ edge: Edge, between nodes: [Node], _ tags: [[UInt8]], to buffer: inout OutputBuffer) {
    buffer.append("    <edge id=\"")
    buffer.append(edge.id)
    buffer.append("\" source=\"")
    buffer.append(nodes[edge.source].id)
    buffer.append("\" target=\"")
    buffer.append(nodes[edge.target].id)
    // Neo4j's importer loses an edge's first value where no white space follows the tag.
    buffer.append("\">\n")
    writeData(edge.values, tags, to: &buffer)
    buffer.append("    </edge>\n")
  }

  private func writeData(_ values: [AttributeValue?], _ tags: [[UInt8]], to buffer: inout OutputBuffer) {
    for (column, value) in values.enumerated() {
      guard let value else { continue }
      buffer.append(tags[column])
      switch value {
      case .string(let text): buffer.appendXML(text)
      case .int(let number): buffer.appendDecimal(number)
      case .double(let number): buffer.appendDecimal(number)
      case .list(let items): buffer.appendXML(JSONText.array(items))
      }
      buffer.append("</data>\n")
    }
  }
}
