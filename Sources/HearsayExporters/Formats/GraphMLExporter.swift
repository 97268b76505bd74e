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
    var writeNode: (@Sendable (Int, Graph, inout OutputBuffer) -> Void)?
    /// Writes the data of the edge at an index.
    var writeEdge: (@Sendable (Int, Graph, inout OutputBuffer) -> Void)?
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
    try graph.nodes.withMemory { nodes throws(Sink.Failure) in
      try writeNodes(nodes, of: graph, &buffer, to: &sink)
      try graph.edges.withMemory { edges throws(Sink.Failure) in
        try writeEdges(edges, between: nodes, of: graph, &buffer, to: &sink)
      }
    }
    buffer.append("  </graph>\n</graphml>\n")
    try buffer.flush(into: &sink)
  }

  private func writeNodes<Sink: ByteSink>(
    _ nodes: ElementMemory, of graph: Graph, _ buffer: inout OutputBuffer, to sink: inout Sink
  ) throws(Sink.Failure) {
    let tags = openingTags(graph.nodeSchema, prefix: "", without: dialect.names.nodes)
    for index in 0..<nodes.count {
      // Ids have nothing to escape: see `Identifier`.
      buffer.append(constant: "    <node id=\"")
      buffer.append(nodes.id(at: index))
      buffer.append(constant: "\">\n")
      writeData(nodes.cells(at: index), tags, to: &buffer)
      dialect.writeNode?(index, graph, &buffer)
      buffer.append(constant: "    </node>\n")
      try buffer.drain(into: &sink)
    }
  }

  private func writeEdges<Sink: ByteSink>(
    _ edges: ElementMemory, between nodes: ElementMemory, of graph: Graph, _ buffer: inout OutputBuffer,
    to sink: inout Sink
  ) throws(Sink.Failure) {
    let tags = openingTags(graph.edgeSchema, prefix: "edge_", without: dialect.names.edges)
    try nodes.forEach(of: graph.edges.ends) { index, source, target throws(Sink.Failure) in
      buffer.append(constant: "    <edge id=\"")
      buffer.append(edges.id(at: index))
      buffer.append(constant: "\" source=\"")
      buffer.append(source)
      buffer.append(constant: "\" target=\"")
      buffer.append(target)
      // Neo4j's importer loses an edge's first value where no white space follows the tag.
      buffer.append(constant: "\">\n")
      writeData(edges.cells(at: index), tags, to: &buffer)
      dialect.writeEdge?(index, graph, &buffer)
      buffer.append(constant: "    </edge>\n")
      try buffer.drain(into: &sink)
    }
  }

  private func writeHeader(_ graph: Graph, to buffer: inout OutputBuffer) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\(dialect.namespaces)>\n")
    writeKeys(
      graph.nodeSchema, graph.nodes.wideColumns, for: "node", prefix: "", without: dialect.names.nodes, to: &buffer)
    writeKeys(
      graph.edgeSchema, graph.edges.wideColumns, for: "edge", prefix: "edge_", without: dialect.names.edges, to: &buffer
    )
    buffer.append(dialect.keys)
    buffer.append("  <graph id=\"G\" edgedefault=\"directed\">\n")
  }

  private func writeKeys(
    _ schema: AttributeSchema, _ wideColumns: Set<Int>, for element: String, prefix: String,
    without reserved: Set<String>, to buffer: inout OutputBuffer
  ) {
    let names = ColumnNames(schema, reserved: reserved).names
    for (column, (name, type)) in zip(names, schema.attributes.map(\.type)).enumerated() {
      let typeName =
        switch type {
        case .string, .list: "string"
        // Boost and graph-tool refuse a file with a larger number than the type takes.
        case .int: wideColumns.contains(column) ? "long" : "int"
        case .double: "double"
        }
      buffer.append("  <key id=\"\(prefix)\(name)\" for=\"\(element)\" ")
      buffer.append("attr.name=\"\(name)\" attr.type=\"\(typeName)\"/>\n")
    }
  }

  /// `<data key="…">` for each column.
  private func openingTags(
    _ schema: AttributeSchema, prefix: String, without reserved: Set<String>
  ) -> ConstantTexts {
    ConstantTexts(ColumnNames(schema, reserved: reserved).names.map { "      <data key=\"\(prefix)\($0)\">" })
  }

  private func writeData(_ cells: RowCells, _ tags: borrowing ConstantTexts, to buffer: inout OutputBuffer) {
    for (column, cell) in cells {
      buffer.append(tags, column)
      switch cell {
      case .string(let text): buffer.appendXML(text)
      case .int(let number): buffer.appendDecimal(number)
      case .double(let number): buffer.appendDecimal(number)
      case .list(let texts): buffer.appendXML(JSONText.array(texts.strings))
      }
      buffer.append(constant: "</data>\n")
    }
  }
}
