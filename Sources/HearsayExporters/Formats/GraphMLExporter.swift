public import HearsayGraph

/// GraphML (http://graphml.graphdrawing.org/specification.html) in the profile that every reader we know takes.
///
/// One flat directed graph: keys, then nodes, then edges. No DTD, CDATA, prefixes, ports, defaults or booleans; what
/// each rule is for stands in docs/FORMATS.md.
public struct GraphMLExporter: GraphExporter {
  /// What a dialect adds for one program's sake.
  struct Dialect: Sendable {
    /// Attributes of the root element, a blank before each.
    var namespaces = ""
    /// Keys, a line each.
    var keys = ""
    /// The names, of nodes' and of edges' attributes, that the dialect needs for itself.
    var names: (nodes: Set<String>, edges: Set<String>) = ([], [])
    /// Writes the data of the node at an index.
    var writeNode: @Sendable (Int, Graph, inout OutputBuffer) -> Void = { _, _, _ in }
    /// Writes the data of the edge at an index.
    var writeEdge: @Sendable (Int, Graph, inout OutputBuffer) -> Void = { _, _, _ in }
  }

  private let dialect: Dialect

  /// An exporter of GraphML.
  public init() { self.init(Dialect()) }

  /// An exporter of a dialect.
  init(_ dialect: Dialect) { self.dialect = dialect }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    writeHeader(graph, to: &buffer)
    let nodes = graph.nodes
    let nodeKeys = openingTags(graph.nodeSchema, prefix: "", without: dialect.names.nodes)
    for (index, node) in nodes.enumerated() {
      buffer.append("    <node id=\"")
      buffer.append(node.id)
      buffer.append("\">\n")
      writeData(node.values, nodeKeys, to: &buffer)
      dialect.writeNode(index, graph, &buffer)
      buffer.append("    </node>\n")
      try buffer.drain(into: &sink)
    }
    let edgeKeys = openingTags(graph.edgeSchema, prefix: "edge_", without: dialect.names.edges)
    for (index, edge) in graph.edges.enumerated() {
      buffer.append("    <edge id=\"")
      buffer.append(edge.id)
      buffer.append("\" source=\"")
      buffer.append(nodes[edge.source].id)
      buffer.append("\" target=\"")
      buffer.append(nodes[edge.target].id)
      // Neo4j's importer loses an edge's first value where no white space follows the tag.
      buffer.append("\">\n")
      writeData(edge.values, edgeKeys, to: &buffer)
      dialect.writeEdge(index, graph, &buffer)
      buffer.append("    </edge>\n")
      try buffer.drain(into: &sink)
    }
    buffer.append("  </graph>\n</graphml>\n")
    try buffer.flush(into: &sink)
  }

  private func writeHeader(_ graph: Graph, to buffer: inout OutputBuffer) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\(dialect.namespaces)>\n")
    writeKeys(graph.nodeSchema, for: "node", prefix: "", without: dialect.names.nodes, to: &buffer)
    writeKeys(graph.edgeSchema, for: "edge", prefix: "edge_", without: dialect.names.edges, to: &buffer)
    buffer.append(dialect.keys)
    buffer.append("  <graph id=\"G\" edgedefault=\"directed\">\n")
  }

  private func writeKeys(
    _ schema: AttributeSchema, for element: String, prefix: String, without reserved: Set<String>,
    to buffer: inout OutputBuffer
  ) {
    let names = ColumnNames(schema, reserved: reserved).names
    for (name, type) in zip(names, schema.attributes.map(\.type)) {
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
  private func openingTags(
    _ schema: AttributeSchema, prefix: String, without reserved: Set<String>
  ) -> [[UInt8]] {
    ColumnNames(schema, reserved: reserved).names.map { Array("      <data key=\"\(prefix)\($0)\">".utf8) }
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
