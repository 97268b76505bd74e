/// The nodes of a graph, in order.
public struct Nodes: RandomAccessCollection, Sendable {
  var ids = IdentifierTable()
  var rows = RowStore()
  /// The number of attributes that each may have.
  let columns: Int

  /// The first index.
  public var startIndex: Int { 0 }
  /// The number of nodes.
  public var endIndex: Int { ids.count }
  /// The node at an index.
  public subscript(index: Int) -> Node { Node(id: ids[index], values: rows.row(index, columns: columns)) }

  /// The attributes' columns that hold a whole number of more than 32 bits.
  package var wideColumns: Set<Int> { rows.wideColumns }

  /// Calls `body` with the nodes where they lie in memory.
  package func withMemory<Result, Failure: Error>(
    _ body: (ElementMemory) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try ElementMemory.with(ids, rows, body)
  }
}

/// The edges of a graph, in order.
public struct Edges: RandomAccessCollection, Sendable {
  var ids = IdentifierTable()
  var rows = RowStore()
  /// The number of attributes that each may have.
  let columns: Int
  /// The ends of each: all that a walk along the edges needs, without their ids and values.
  public internal(set) var ends: [Ends] = []

  /// The ends of an edge.
  public struct Ends: Hashable, Sendable {
    private let sourceNumber: UInt32
    private let targetNumber: UInt32

    /// - Precondition: both are indices of nodes.
    init(source: Int, target: Int) {
      sourceNumber = UInt32(source)
      targetNumber = UInt32(target)
    }

    /// The node that the edge leaves, as an index into `Graph.nodes`.
    public var source: Int { Int(sourceNumber) }
    /// The node that it enters, likewise.
    public var target: Int { Int(targetNumber) }
  }

  init(columns: Int) { self.columns = columns }

  /// The first index.
  public var startIndex: Int { 0 }
  /// The number of edges.
  public var endIndex: Int { ends.count }
  /// The edge at an index.
  public subscript(index: Int) -> Edge {
    Edge(
      id: ids[index], source: ends[index].source, target: ends[index].target,
      values: rows.row(index, columns: columns))
  }

  /// The attributes' columns that hold a whole number of more than 32 bits.
  package var wideColumns: Set<Int> { rows.wideColumns }

  /// Calls `body` with the edges where they lie in memory.
  package func withMemory<Result, Failure: Error>(
    _ body: (ElementMemory) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try ElementMemory.with(ids, rows, body)
  }
}
