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
    let renamed = Self.renamedNodes(of: graph)
    try graph.nodes.withMemory { nodes throws(Sink.Failure) in
      try writeNodes(nodes, of: graph, renamed, &buffer, to: &sink)
      try graph.edges.withMemory { edges throws(Sink.Failure) in
        try writeEdges(edges, between: nodes, of: graph, renamed, &buffer, to: &sink)
      }
    }
    buffer.append("}\n")
    try buffer.flush(into: &sink)
  }

  private func writeNodes<Sink: ByteSink>(
    _ nodes: ElementMemory, of graph: Graph, _ renamed: [Int: String], _ buffer: inout OutputBuffer,
    to sink: inout Sink
  ) throws(Sink.Failure) {
    let looks = SpelledLooks(style.nodes, graph.nodeSchema, Self.attributes)
    let columns = Columns(graph.nodeSchema)
    for index in 0..<nodes.count {
      buffer.append(constant: "  \"")
      append(nodes.id(at: index), of: index, renamed, to: &buffer)
      buffer.append(constant: "\" [")
      let place = isForGraphviz ? style.position(ofNode: index).map(Self.attribute) : nil
      if let place { buffer.append(place) }
      let cells = nodes.cells(at: index)
      writeAttributes(cells, columns, looks.look(of: cells), isFirst: place == nil, to: &buffer)
      try buffer.drain(into: &sink)
    }
  }

  private func writeEdges<Sink: ByteSink>(
    _ edges: ElementMemory, between nodes: ElementMemory, of graph: Graph, _ renamed: [Int: String],
    _ buffer: inout OutputBuffer, to sink: inout Sink
  ) throws(Sink.Failure) {
    let looks = SpelledLooks(style.edges, graph.edgeSchema, Self.attributes)
    let columns = Columns(graph.edgeSchema)
    let ends = graph.edges.ends
    try nodes.forEach(of: ends) { index, source, target throws(Sink.Failure) in
      buffer.append(constant: "  \"")
      append(source, of: ends[index].source, renamed, to: &buffer)
      buffer.append(constant: "\" -> \"")
      append(target, of: ends[index].target, renamed, to: &buffer)
      buffer.append(constant: "\" [\"id\"=\"")
      buffer.append(edges.id(at: index))
      let cells = edges.cells(at: index)
      writeAttributes(cells, columns, looks.look(of: cells), isFirst: false, to: &buffer)
      try buffer.drain(into: &sink)
    }
  }

  /// Appends the id of a node. Ids have nothing to escape: see `Identifier`.
  private func append(
    _ id: UnsafeBufferPointer<UInt8>, of node: Int, _ renamed: [Int: String], to buffer: inout OutputBuffer
  ) {
    if !renamed.isEmpty, let id = renamed[node] { buffer.append(id) } else { buffer.append(id) }
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

  /// A node's place, which the layout must keep, without the quotation mark at its end.
  private static func attribute(_ place: NodePosition) -> String {
    "\"pos\"=\"\(place.x * scale),\(place.y * scale)!"
  }

  /// The columns of a schema, as they are spelled.
  private struct Columns: ~Copyable {
    /// `", "name"="` for each: the end of the value before it, and the beginning of its own.
    let names: ConstantTexts
    /// The column of the label, which has a limit of its own.
    let label: Int?

    init(_ schema: AttributeSchema) {
      names = ConstantTexts(
        schema.names.map { "\", \"\(DOTKeywords.attributes.contains($0) ? "attr_" : "")\($0)\"=\"" })
      label = schema.column(of: "label")
    }
  }

  /// The rest of a statement; where attributes come before, it begins by ending the value of the last.
  private func writeAttributes(
    _ cells: RowCells, _ columns: borrowing Columns, _ look: [UInt8], isFirst: Bool, to buffer: inout OutputBuffer
  ) {
    var isFirst = isFirst
    for (column, cell) in cells {
      if isFirst { buffer.append(columns.names, column, from: 3) } else { buffer.append(columns.names, column) }
      isFirst = false
      switch cell {
      case .string(let text) where column == columns.label: buffer.appendDOTText(text, atMost: Self.longestLabel)
      case .string(let text): buffer.appendDOTText(text)
      case .list(let texts):
        var array = JSONText.array(texts.strings)
        array.withUTF8 { buffer.appendDOTText(PlainText($0)) }
      case .int(let number): buffer.appendDecimal(number)
      case .double(let number): buffer.appendDecimal(number)
      }
    }
    if !isFirst { buffer.append(UInt8(ascii: "\"")) }
    if !look.isEmpty {
      if !isFirst { buffer.append(constant: ", ") }
      buffer.append(look)
    }
    buffer.append(constant: "];\n")
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
  private static func renamedNodes(of graph: Graph) -> [Int: String] {
    var renamed: [Int: String] = [:]
    let short = graph.nodes.withMemory { nodes in
      (0..<nodes.count).filter { nodes.id(at: $0).count <= DOTKeywords.longestStatement }
    }
    for index in short {
      var id = graph.nodes[index].id
      guard DOTKeywords.statements.contains(id.lowercased()) else { continue }
      repeat { id += "_" } while graph.index(ofNode: id) != nil
      renamed[index] = id
    }
    return renamed
  }
}
