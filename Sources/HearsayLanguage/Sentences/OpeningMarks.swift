internal import HearsayCore

/// What stands before that to which it belongs: no sentence ends behind it.
enum OpeningMarks {
  private static let quotationMarks: Set<[UInt8]> = Set(["\"", "'", "“", "‘", "„", "«", "``"].map { Array($0.utf8) })
  private static let brackets: Set<[UInt8]> = [[UInt8(ascii: "(")], [UInt8(ascii: "[")]]
  private static let postscripts: Set<[UInt8]> = Set(["P.S.", "P.S", "PS.", "P.P.S."].map { Array($0.utf8) })
  private static let ellipses: Set<[UInt8]> = Set(["..", "...", "....", "…"].map { Array($0.utf8) })

  /// Whether `tokens[index]` opens what follows: a bracket, or a quotation mark with a blank or nothing before it and none
  /// behind; an ellipsis that begins a line; what announces a postscript.
  static func contains(_ index: Int, of tokens: [Token], in bytes: [UInt8]) -> Bool {
    let range = tokens[index].range
    guard range.count <= 6, index + 1 < tokens.count else { return false }
    let first = bytes[range.start]
    guard first == UInt8(ascii: "P") || !first.isAlphanumeric else { return false }
    let mark = Array(bytes[range.bytes])
    if postscripts.contains(mark) { return true }
    if ellipses.contains(mark) {
      return index == 0 || bytes[tokens[index - 1].range.end..<range.start].contains(UInt8(ascii: "\n"))
    }
    if tokens[index].isSpaceAfter { return false }
    if brackets.contains(mark) { return true }
    return quotationMarks.contains(mark) && (index == 0 || tokens[index - 1].isSpaceAfter)
  }
}
