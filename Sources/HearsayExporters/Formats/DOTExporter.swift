public import HearsayGraph

/// DOT (https://graphviz.org/doc/info/lang.html) in the portable flavour: every edge, every attribute, for any reader.
///
/// Every id and value is quoted, each statement stands on a line of its own, there are no default statements, and each
/// node and edge carries its own look, because Gephi drops the rest of a file after most else. Edges have no `key`, by
/// which Graphviz would merge parallel ones.
public struct DOTExporter: GraphExporter {
  /// The longest label, in bytes. Graphviz draws it on one line, and refuses a drawing that gets too wide.
  private static let longestLabel = 250

  /// Up to this many edges Graphviz bends lines round nodes, which takes it minutes where there are thousands.
  private static let mostBentEdges = 400
  /// Up to this many nodes Graphviz moves those apart that touch.
  private static let mostPartedNodes = 2_000
  /// How many times further apart than elsewhere nodes stand: Graphviz draws labels into them.
  private static let scale = 2.0

  private let style: GraphStyle
  private let isForGraphviz: Bool

  /// An exporter of DOT whose nodes and edges look as `style` says.
  ///
  /// - Parameter isForGraphviz: Whether Graphviz alone is to read it: then nodes stand where `style` places them, and the
  ///   file says how it is drawn.
  public init(style: GraphStyle = .none, isForGraphviz: Bool = false) {
    self.style = style
    self.isForGraphviz = isForGraphviz
  }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    buffer.append("digraph \"G\" {\n")
    if isForGraphviz { writeDefaults(graph, to: &buffer) }
    let nodes = graph.nodes
    let keywords = Self.renamedNodes(of: graph)
    let nodeLooks = SpelledLooks(style.nodes, graph.nodeSchema, Self.attributes)
    let nodeColumns = Columns(graph.nodeSchema)
    for (index, node) in nodes.enumerated() {
      buffer.append("  \"")
      buffer.append(keywords[node.id] ?? node.id)
      buffer.append("\" [")
      let place = isForGraphviz ? style.position(ofNode: index).map(Self.attribute) : nil
      if let place { buffer.append(place) }
      writeAttributes(
        node.values, nodeColumns, nodeLooks.look(of: node.values), after: place == nil ? "" : ", ", to: &buffer)
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

  /// How Graphviz is to draw the whole: with its own layout only where there are no positions.
  private func writeDefaults(_ graph: Graph, to buffer: inout OutputBuffer) {
    let isPlaced = style.positions.count == graph.nodes.count && !graph.nodes.isEmpty
    let layout = isPlaced ? "\"layout\"=\"neato\", \"inputscale\"=\"72\"" : "\"layout\"=\"sfdp\""
    // Nodes that touch are moved apart, which takes too long for many.
    let overlap = graph.nodes.count <= Self.mostPartedNodes ? "prism" : "true"
    let lines = graph.edges.count <= Self.mostBentEdges ? "true" : "line"
    buffer.append(
      "  graph [\(layout), \"overlap\"=\"\(overlap)\", \"sep\"=\"+5\", \"splines\"=\"\(lines)\", \"outputorder\"=\"edgesfirst\"];\n"
    )
    buffer.append("  node [\"fontname\"=\"Helvetica,Arial,sans-serif\", \"fontsize\"=\"11\"];\n")
    buffer.append("  edge [\"fontname\"=\"Helvetica,Arial,sans-serif\", \"fontsize\"=\"8\", \"arrowsize\"=\"0.7\"];\n")
  }

  /// A node's place, which the layout must keep.
  private static func attribute(_ place: NodePosition) -> String {
    "\"pos\"=\"\(place.x * scale),\(place.y * scale)!\""
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
