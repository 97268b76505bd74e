public import HearsayGraph

/// A table of nodes or of edges as Gephi's spreadsheet import takes it
/// (https://docs.gephi.org/desktop/User_Manual/Import/CSV_Format/): CSV with a line of column names.
public struct GephiCSVExporter: GraphExporter {
  /// One of the two tables.
  public enum Table: Sendable {
    /// `Id`, `Label`, then the rest.
    case nodes
    /// `Source`, `Target`, `Type`, `Id`, `Label`, `Weight`, then the rest. `kind` keeps parallel edges apart.
    case edges
  }

  /// The names that Gephi keeps for itself, in any case.
  private static let reserved: Set<String> = [
    "id", "Id", "ID", "source", "Source", "target", "Target", "type", "Type", "timeset", "Timeset", "interval",
    "Interval", "timestamp", "Timestamp",
  ]

  private let table: Table

  /// An exporter of `table`.
  public init(_ table: Table) { self.table = table }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodes = graph.nodes
    switch table {
    case .nodes:
      let cells = Cells(graph.nodeSchema, own: ["label": "Label"])
      buffer.append("Id")
      cells.writeNames(to: &buffer)
      for node in nodes {
        // Ids have nothing to quote: see `Identifier`.
        buffer.append(node.id)
        cells.write(node.values, to: &buffer)
        try buffer.drain(into: &sink)
      }
    case .edges:
      let cells = Cells(graph.edgeSchema, own: ["label": "Label", "weight": "Weight"])
      buffer.append("Source,Target,Type,Id")
      cells.writeNames(to: &buffer)
      for edge in graph.edges {
        buffer.append(nodes[edge.source].id)
        buffer.append(UInt8(ascii: ","))
        buffer.append(nodes[edge.target].id)
        buffer.append(",Directed,")
        buffer.append(edge.id)
        cells.write(edge.values, to: &buffer)
        try buffer.drain(into: &sink)
      }
    }
    try buffer.flush(into: &sink)
  }

  /// The columns after the first ones.
  private struct Cells {
    private let names: [String]
    private let order: [Int]

    /// - Parameter own: The columns that come first, and Gephi's names for them.
    init(_ schema: AttributeSchema, own: [String: String]) {
      let spelled = ColumnNames(schema, reserved: GephiCSVExporter.reserved).names
      names = zip(schema.names, spelled).map { own[$0] ?? $1 }
      let first = ["label", "weight"].filter { own[$0] != nil }.compactMap(schema.column)
      order = first + names.indices.filter { !first.contains($0) }
    }

    func writeNames(to buffer: inout OutputBuffer) {
      for column in order { buffer.append("," + names[column]) }
      buffer.append(UInt8(ascii: "\n"))
    }

    /// The rest of a line. What is unknown is nothing between two commas.
    func write(_ values: Row, to buffer: inout OutputBuffer) {
      values.withColumns { cells in
        for column in order {
          buffer.append(UInt8(ascii: ","))
          switch cells[column] {
          case .none: break
          case .string(let text): buffer.appendCSV(text)
          case .int(let number): buffer.appendDecimal(number)
          case .double(let number): buffer.appendDecimal(number)
          case .list(let texts): buffer.appendCSV(JSONText.array(texts.strings))
          }
        }
      }
      buffer.append(UInt8(ascii: "\n"))
    }
  }
}
