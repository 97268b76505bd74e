/// The values of one node or edge: one, or none, for each attribute of the schema, in its order.
///
/// Only what is asked for is made; a subscript takes time that grows with the column.
public struct Row: RandomAccessCollection, Hashable, Sendable {
  /// The memory that the row lies in; see `RowStore`.
  private let chunk: RowChunk
  private let range: Range<Int>
  /// The number of attributes.
  public let count: Int

  init(chunk: RowChunk, range: Range<Int>, count: Int) {
    self.chunk = chunk
    self.range = range
    self.count = count
  }

  /// The first column.
  public var startIndex: Int { 0 }
  /// The number of columns.
  public var endIndex: Int { count }

  /// The value of a column, or nil where there is none.
  ///
  /// - Precondition: the schema has that column.
  public subscript(column: Int) -> AttributeValue? {
    precondition(indices.contains(column), "column \(column) of \(count)")
    return withCells { cells in
      for (found, cell) in cells where found >= column { return found == column ? cell.value : nil }
      return nil
    }
  }

  /// Calls `body` with the values that there are, which are good until it returns.
  package func withCells<Result>(_ body: (RowCells) -> Result) -> Result {
    withBytes { body(RowCells($0)) }
  }

  /// Calls `body` with a value, or none, for each column; they are good until it returns.
  package func withColumns<Result>(_ body: ([RowCell?]) -> Result) -> Result {
    withCells { cells in
      var columns = [RowCell?](repeating: nil, count: count)
      for (column, cell) in cells { columns[column] = cell }
      return body(columns)
    }
  }

  /// All values, made at once.
  public func makeIterator() -> IndexingIterator<[AttributeValue?]> {
    withColumns { $0.map { $0?.value } }.makeIterator()
  }

  /// Calls `body` with the row as `RowStore` spells it.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    defer { extendLifetime(chunk) }
    return body(UnsafeRawBufferPointer(start: chunk.start + range.lowerBound, count: range.count))
  }

  /// Whether two rows have the same values, texts by their bytes.
  public static func == (one: Row, other: Row) -> Bool {
    one.count == other.count && one.withBytes { bytes in other.withBytes { bytes.elementsEqual($0) } }
  }

  /// Hashes the values.
  public func hash(into hasher: inout Hasher) { withBytes { hasher.combine(bytes: $0) } }
}
