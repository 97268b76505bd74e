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
      let id = nodes.id(at: index)
      let (cells, newID) = (nodes.cells(at: index), renamed.isEmpty ? nil : renamed[index])
      let place = isForGraphviz ? style.position(ofNode: index).map(Self.attribute) : nil
      let look = looks.look(of: cells)
      let room = id.count + (newID?.utf8.count ?? 0) + (place?.utf8.count ?? 0) + columns.room(for: cells, look)
      buffer.write(atMost: room) { cursor in
        cursor.append(constant: "  \"")
        if let newID { cursor.append(newID) } else { cursor.append(id) }
        cursor.append(constant: "\" [")
        if let place { cursor.append(place) }
        writeAttributes(cells, columns, look, isFirst: place == nil, to: &cursor)
      }
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
      let (id, cells) = (edges.id(at: index), edges.cells(at: index))
      let look = looks.look(of: cells)
      // Ids have nothing to escape (see `Identifier`), but may be words of DOT.
      let newIDs = renamed.isEmpty ? (nil, nil) : (renamed[ends[index].source], renamed[ends[index].target])
      let room =
        id.count + (newIDs.0?.utf8.count ?? source.count) + (newIDs.1?.utf8.count ?? target.count)
        + columns.room(for: cells, look)
      buffer.write(atMost: room) { cursor in
        cursor.append(constant: "  \"")
        if let newID = newIDs.0 { cursor.append(newID) } else { cursor.append(source) }
        cursor.append(constant: "\" -> \"")
        if let newID = newIDs.1 { cursor.append(newID) } else { cursor.append(target) }
        cursor.append(constant: "\" [\"id\"=\"")
        cursor.append(id)
        writeAttributes(cells, columns, look, isFirst: false, to: &cursor)
      }
      try buffer.drain(into: &sink)
    }
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

    /// The most bytes that a statement takes that has `cells` and a look, without ids.
    ///
    /// A byte of a row becomes seven at most: a control character in a list, `\\u0001`.
    @inline(__always)
    func room(for cells: RowCells, _ look: [UInt8]) -> Int {
      let values = cells.byteCount < 4096 ? 7 * cells.byteCount : mostRoom(for: cells)
      return names.room + values + OutputCursor.longestNumber + look.count + 128
    }

    /// The same for long values, of which most is cut.
    private func mostRoom(for cells: RowCells) -> Int {
      cells.reduce(0) { room, _ in room + OutputCursor.room(forDOT: .max, atMost: OutputBuffer.longestDOTString) }
    }
  }

  /// The rest of a statement; where attributes come before, it begins by ending the value of the last.
  private func writeAttributes(
    _ cells: RowCells, _ columns: borrowing Columns, _ look: [UInt8], isFirst: Bool, to place: inout OutputCursor
  ) {
    // In a register, not where the caller has it.
    var cursor = place
    defer { place = cursor }
    var isFirst = isFirst
    for (column, cell) in cells {
      if isFirst {
        cursor.append(UnsafeBufferPointer(rebasing: columns.names.bytes(at: column)[3...]))
      } else {
        cursor.append(columns.names, column)
      }
      isFirst = false
      if case .string(let text) = cell {
        cursor.appendDOT(text, atMost: column == columns.label ? Self.longestLabel : OutputBuffer.longestDOTString)
      } else {
        cursor = Self.written(cell, cursor)
      }
    }
    if !isFirst { cursor.append(UInt8(ascii: "\"")) }
    if !look.isEmpty {
      if !isFirst { cursor.append(constant: ", ") }
      look.withUnsafeBufferPointer { cursor.append($0) }
    }
    cursor.append(constant: "];\n")
  }

  /// Writes a value that is no text.
  private static func written(_ cell: RowCell, _ place: OutputCursor) -> OutputCursor {
    var cursor = place
    switch cell {
    case .string(let text): cursor.appendDOT(text.string)
    case .list(let texts): cursor.appendDOT(JSONText.array(texts.strings))
    case .int(let number): cursor.appendDecimal(number)
    case .double(let number): cursor.appendDecimal(number)
    }
    return cursor
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
