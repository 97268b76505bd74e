public import HearsayGraph

/// Cypher (https://opencypher.org/resources/), one statement a line, which may be run twice: Neo4j, Memgraph.
///
/// Every node is an `Entity` with a unique `id`, and also has its kind as a label; an edge's kind is its type. Whatever
/// comes from the graph is a string with escapes or a name of letters, digits and `_`, so none of it is ever a command.
public struct CypherExporter: GraphExporter {
  /// An exporter of Cypher.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    buffer.append("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
    let nodes = graph.nodes
    let nodeKeys = Self.keys(graph.nodeSchema)
    let nodeKind = graph.nodeSchema.type(of: "kind") == .string ? graph.nodeSchema.column(of: "kind") : nil
    for node in nodes {
      // Ids have nothing to escape: see `Identifier`.
      buffer.append("MERGE (n:Entity {id: '\(node.id)'}) SET ")
      if let nodeKind, case .string(let kind) = node.values[nodeKind] {
        buffer.append("n:\(CypherNames.label(kind)), ")
      }
      buffer.append("n += {")
      writeValues(node.values, nodeKeys, to: &buffer)
      buffer.append("};\n")
      try buffer.drain(into: &sink)
    }
    let edgeKeys = Self.keys(graph.edgeSchema)
    let edgeKind = graph.edgeSchema.type(of: "kind") == .string ? graph.edgeSchema.column(of: "kind") : nil
    for edge in graph.edges {
      var type = "RELATED"
      if let edgeKind, case .string(let kind) = edge.values[edgeKind] { type = CypherNames.type(kind) }
      buffer.append("MATCH (a:Entity {id: '\(nodes[edge.source].id)'}), (b:Entity {id: '\(nodes[edge.target].id)'}) ")
      buffer.append("MERGE (a)-[r:\(type) {id: '\(edge.id)'}]->(b) SET r += {")
      writeValues(edge.values, edgeKeys, to: &buffer)
      buffer.append("};\n")
      try buffer.drain(into: &sink)
    }
    try buffer.flush(into: &sink)
  }

  /// `name: ` for each column, in backticks where the name has a point or a hyphen.
  private static func keys(_ schema: AttributeSchema) -> [[UInt8]] {
    ColumnNames(schema, reserved: ["id"]).names.map { name in
      Array((name.contains { $0 == "." || $0 == "-" } ? "`\(name)`: " : "\(name): ").utf8)
    }
  }

  private func writeValues(_ values: Row, _ keys: [[UInt8]], to buffer: inout OutputBuffer) {
    var isFirst = true
    values.withCells { cells in
      for (column, cell) in cells {
        if !isFirst { buffer.append(", ") }
        isFirst = false
        buffer.append(keys[column])
        switch cell {
        case .string(let text): buffer.appendCypher(text)
        case .int(let number): buffer.appendDecimal(number)
        // No `+` in exponents.
        case .double(let number): buffer.append(number.description.filter { $0 != "+" })
        case .list(let texts):
          buffer.append(UInt8(ascii: "["))
          for (index, item) in texts.strings.enumerated() {
            if index > 0 { buffer.append(", ") }
            buffer.appendCypher(item)
          }
          buffer.append(UInt8(ascii: "]"))
        }
      }
    }
  }
}

extension OutputBuffer {
  private static var specialInCypher: SpecialBytes { SpecialBytes(UInt8(ascii: "'"), UInt8(ascii: "\\"), 0x7F) }

  /// Appends a text as a string of Cypher. Control characters but line ends and tabs become U+FFFD: a `\u` escape, which
  /// some versions put back before they look for the end of a string, is never written.
  fileprivate mutating func appendCypher(_ text: String) {
    var text = text
    text.withUTF8 { appendCypher(PlainText($0)) }
  }

  fileprivate mutating func appendCypher(_ text: some TextBytes) {
    appendQuoted(text, mark: UInt8(ascii: "'"), Self.specialInCypher) { buffer, scalar in
      if scalar == 0x7F { buffer.append(0x7F) } else { buffer.append(Self.replacement) }
    }
  }
}
