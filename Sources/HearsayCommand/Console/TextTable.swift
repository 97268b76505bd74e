import Hearsay
import HearsayCore

/// A table of statements for a terminal: columns in line, long words cut.
struct TextTable {
  private static let widths = [10, 20, 9, 22, 60, 28, 24]
  let text: String

  init(_ table: StatementTable) {
    let rows = [StatementTable.columns] + table.rows.map(\.cells)
    text = rows.map { row in
      zip(row, Self.widths).map(Self.padded).joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func padded(_ cell: String, _ width: Int) -> String {
    let line = TerminalText.safe(cell.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    if line.count > width { return line.prefix(width - 1) + "…" }
    return line + String(repeating: " ", count: width - line.count)
  }
}
