/// A table of facts, as the program carries it: UTF-8 lines of cells parted by tabs, the first line naming the columns.
///
/// Lines that begin with `#` are comments (sources, mostly); empty lines are passed over. A cell may hold several values
/// parted by `;`, with spaces around them ignored.
public struct TableReader: Sendable {
  /// One row: its cells by column name.
  public struct Row: Sendable {
    /// The line that it stands in, from 1, for tests that name what is wrong.
    public let line: Int
    fileprivate let columns: [String: Int]
    fileprivate let cells: [String]

    /// The cell in `column`, without spaces at its ends; nil where it is empty.
    ///
    /// - Precondition: the table has such a column.
    public func text(_ column: String) -> String? {
      guard let index = columns[column] else { preconditionFailure("no column \(column) in line \(line)") }
      return index < cells.count && !cells[index].isEmpty ? cells[index] : nil
    }

    /// The values in `column`, in order; none where the cell is empty.
    public func list(_ column: String) -> [String] {
      guard let cell = text(column) else { return [] }
      return cell.split(separator: ";").map { TableReader.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// The number of cells that the line holds, for tests.
    public var cellCount: Int { cells.count }
  }

  /// The names of the columns, in order.
  public let columns: [String]
  /// The rows, in order.
  public let rows: [Row]

  /// Reads a table that lies in memory as `count` bytes from `bytes`.
  public init(bytes: UnsafePointer<UInt8>, count: Int) {
    self.init(String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
  }

  /// Reads a table.
  ///
  /// - Precondition: there is a line of column names.
  public init(_ text: String) {
    var header: [String] = []
    var index: [String: Int] = [:]
    var rows: [Row] = []
    for (offset, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    {
      guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "\r") else { continue }
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Self.trimmed(Substring($0)) }
      if header.isEmpty {
        header = cells
        for (position, name) in cells.enumerated() { index[name] = position }
      } else {
        rows.append(Row(line: offset + 1, columns: index, cells: cells))
      }
    }
    precondition(!header.isEmpty, "a table has a line of column names")
    columns = header
    self.rows = rows
  }

  fileprivate static func trimmed(_ text: Substring) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D }
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
  }
}
