public import HearsayGraph

/// DOT (https://graphviz.org/doc/info/lang.html) in the portable flavour: every edge, every attribute, for any reader.
///
/// Every id and value is quoted, each statement stands on a line of its own, there are no default statements, and each
/// node and edge carries its own look, because Gephi drops the rest of a file after most else. Edges have no `key`, by
/// which Graphviz would merge parallel ones.
public struct DOTExporter: GraphExporter {
  /// The longest label, in bytes. Graphviz draws it on one line, and refuses a drawing that gets too wide.
  private static let longestLabel = 250

  private let style: GraphStyle

  /// An exporter of DOT whose nodes and edges look as `style` says.
  public init(style: GraphStyle = .none) { self.style = style }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    buffer.append("digraph \"G\" {\n")
    let nodes = graph.nodes
    let keywords = Self.renamedNodes(of: graph)
    let nodeLooks = SpelledLooks(style.nodes, graph.nodeSchema, Self.attributes)
    let nodeColumns = Columns(graph.nodeSchema)
    for node in nodes {
      buffer.append("  \"")
      buffer.append(keywords[node.id] ?? node.id)
      buffer.append("\" [")
      writeAttributes(node.values, nodeColumns, nodeLooks.look(of: node.values), to: &buffer)
      try buffer.drain(into: &sink)
    }
    let edgeLooks = SpelledLooks(style.edges, graph.edgeSchema, Self.attributes)
    let edgeColumns = Columns(graph.edgeSchema)
    for edge in graph.edges {
      let (source, target) = (nodes[edge.source].id, nodes[edge.target].id)
      // Ids have nothing to escape: see `Identifier`.
      buffer.append("  \"")
      buffer.append(keywords[source] ?? source)
      buffer.append("\" -> \"")
      buffer.append(keywords[target] ?? target)
      buffer.append("\" [\"id\"=\"")
      buffer.append(edge.id)
      buffer.append(UInt8(ascii: "\""))
      writeAttributes(edge.values, edgeColumns, edgeLooks.look(of: edge.values), after: ", ", to: &buffer)
      try buffer.drain(into: &sink)
    }
    buffer.append("}\n")
    try buffer.flush(into: &sink)
  }

  /// The columns of a schema, as they are spelled.
  private struct Columns {
    /// `"name"=` for each.
    let names: [[UInt8]]
    /// The longest string of each, in bytes.
    let longest: [Int]

    init(_ schema: AttributeSchema) {
      names = schema.names.map { Array("\"\(DOTKeywords.attributes.contains($0) ? "attr_" : "")\($0)\"=".utf8) }
      longest = schema.names.map { $0 == "label" ? DOTExporter.longestLabel : OutputBuffer.longestDOTString }
    }
  }

  /// The rest of a statement, after `separator` where there is any.
  private func writeAttributes(
    _ values: [AttributeValue?], _ columns: Columns, _ look: [UInt8], after separator: String = "",
    to buffer: inout OutputBuffer
  ) {
    var separator = separator
    for (column, value) in values.enumerated() {
      guard let value else { continue }
      buffer.append(separator)
      separator = ", "
      buffer.append(columns.names[column])
      switch value {
      case .string(let text): buffer.appendDOT(text, atMost: columns.longest[column])
      case .list(let items): buffer.appendDOT(JSONText.array(items))
      case .int(let number):
        buffer.append(UInt8(ascii: "\""))
        buffer.appendDecimal(number)
        buffer.append(UInt8(ascii: "\""))
      case .double(let number):
        buffer.append(UInt8(ascii: "\""))
        buffer.appendDecimal(number)
        buffer.append(UInt8(ascii: "\""))
      }
    }
    if !look.isEmpty {
      buffer.append(separator)
      buffer.append(look)
    }
    buffer.append("];\n")
  }

  /// A node's look.
  private static func attributes(_ look: GraphStyle.NodeLook) -> String {
    """
    "shape"="\(look.shape.rawValue)", "style"="filled", "fillcolor"="\(look.fill.hex)", "color"="\(look.stroke.hex)", \
    "fontcolor"="\(look.text.hex)"
    """
  }

  /// An edge's look.
  private static func attributes(_ look: GraphStyle.EdgeLook) -> String {
    let line = look.line == .solid ? "" : ", \"style\"=\"\(look.line.rawValue)\""
    return "\"color\"=\"\(look.color.hex)\", \"fontcolor\"=\"\(look.text.hex)\"\(line)"
  }

  /// The nodes whose id is a word of DOT, and the id that they get: the word and as many `_` as make it new.
  private static func renamedNodes(of graph: Graph) -> [String: String] {
    var renamed: [String: String] = [:]
    for node in graph.nodes where node.id.utf8.count <= 8 && DOTKeywords.statements.contains(node.id.lowercased()) {
      var id = node.id + "_"
      while graph.index(ofNode: id) != nil { id += "_" }
      renamed[node.id] = id
    }
    return renamed
  }
}
