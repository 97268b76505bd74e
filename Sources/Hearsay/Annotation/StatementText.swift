import HearsayCore

/// The words of a statement, as they are shown.
enum StatementText {
  /// The pieces of the content, joined by one space, without the outer quotation marks.
  static func words(of statement: Statement, in document: Document) -> String {
    let pieces = statement.content.map { Self.unquoted(String(document[$0])) }
    return pieces.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let opening: Set<Character> = ["“", "\"", "„", "«", "‘", "‹", "「"]
  private static let closing: Set<Character> = ["”", "\"", "“", "»", "’", "›", "」"]

  /// `piece` without a mark that opens it and a mark that closes it.
  ///
  /// Either may stand alone: a quotation that the cue interrupts opens in one piece and closes in another. A mark inside
  /// the piece keeps its partner: `“real questions” for the ministry` stays as it is.
  private static func unquoted(_ piece: String) -> String {
    var text = Substring(piece)
    for pair in ["''", "``"] where text.hasPrefix(pair) && !text.dropFirst(2).dropLast(2).contains(pair) {
      text = text.dropFirst(2)
      if text.hasSuffix("''") { text = text.dropLast(2) }
    }
    let inner = text.dropFirst().dropLast()
    let hasInnerClosing = inner.contains { $0 != "’" && closing.contains($0) }
    let hasInnerOpening = inner.contains { opening.contains($0) }
    if let first = text.first, opening.contains(first), !hasInnerClosing { text = text.dropFirst() }
    if let last = text.last, last != "’" || piece.first == "‘", closing.contains(last), !hasInnerOpening {
      text = text.dropLast()
    }
    return String(text)
  }
}
