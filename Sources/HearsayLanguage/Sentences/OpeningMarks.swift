internal import HearsayCore

/// Marks that stand before what they belong to: no sentence ends behind one.
enum OpeningMarks {
  private static let quotationMarks: Set<[UInt8]> = Set(["\"", "'", "“", "‘", "„", "«", "``"].map { Array($0.utf8) })
  private static let brackets: Set<[UInt8]> = [[UInt8(ascii: "(")], [UInt8(ascii: "[")]]

  /// Whether `tokens[index]` opens what follows: a bracket, or a quotation mark with a blank or nothing before it and none
  /// behind.
  static func contains(_ index: Int, of tokens: [Token], in bytes: [UInt8]) -> Bool {
    let range = tokens[index].range
    guard range.count <= 3, index + 1 < tokens.count, !tokens[index].isSpaceAfter else { return false }
    let mark = Array(bytes[range.bytes])
    if brackets.contains(mark) { return true }
    return quotationMarks.contains(mark) && (index == 0 || tokens[index - 1].isSpaceAfter)
  }
}
