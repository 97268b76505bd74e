import Foundation
import HearsayCore

/// The words of a statement, as they are shown.
enum StatementText {
  /// The pieces of the content, joined by one space, without the outer quotation marks.
  static func words(of statement: Statement, in document: Document) -> String {
    let pieces = statement.content.map {
      unquoted(document[$0].split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    return pieces.joined(separator: " ")
  }

  /// Marks that open a quotation, each with those that may close it.
  private static let marks: [(open: String, close: [String])] = [
    ("“", ["”"]), ("„", ["“", "”"]), ("«", ["»"]), ("‹", ["›"]), ("「", ["」"]), ("‘", ["’"]), ("``", ["''"]),
    ("''", ["''"]), ("\"", ["\""]), ("'", ["'"]),
  ]

  /// `piece` without a mark that opens it and a mark that closes it.
  ///
  /// Either may stand alone: a quotation that the cue interrupts opens in one piece and closes in another. A mark whose
  /// partner is inside the piece stays: “real questions” for the ministry.
  private static func unquoted(_ piece: String) -> String {
    var text = Substring(piece)
    for (open, closes) in marks where text.hasPrefix(open) {
      let rest = text.dropFirst(open.count)
      let end = closes.first { rest.hasSuffix($0) }
      let inner = rest.dropLast(end?.count ?? 0)
      // An apostrophe looks like a closing ’: only the mark at the end counts as one.
      if let close = closes.first(where: { !["’", "'"].contains($0) && inner.contains($0) }) {
        return end == nil ? String(text) : joined(inner, open: open, close: close) ?? String(text)
      }
      if ["‘", "'"].contains(open), end == nil { return String(text) }
      text = inner
      return String(text)
    }
    // A closing ’ may be an apostrophe, which stays.
    for end in ["”", "»", "›", "」", "''", "\""] where text.hasSuffix(end) {
      let inner = text.dropLast(end.count)
      let isOpenedWithin = marks.contains { $0.close.contains(end) && inner.contains($0.open) }
      return String(isOpenedWithin ? text : inner)
    }
    return String(text)
  }

  /// “We won,” and “we will stay”: the words of both quotations, where `inner`, without the outer marks, closes one
  /// and opens the next; nil where it does not.
  private static func joined(_ inner: Substring, open: String, close: String) -> String? {
    let parts = inner.split(separator: close, maxSplits: 1, omittingEmptySubsequences: false)
    guard open != close, parts.count == 2, !parts[0].contains(open), !parts[1].contains(close),
      let opening = parts[1].range(of: open), !parts[1][opening.upperBound...].contains(open)
    else { return nil }
    return String(parts[0] + parts[1][..<opening.lowerBound] + parts[1][opening.upperBound...])
  }
}
