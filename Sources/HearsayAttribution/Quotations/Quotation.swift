internal import HearsayCore

/// A stretch of text between quotation marks, marks included, inside one paragraph.
struct Quotation: Hashable, Sendable {
  /// Where it stands, from its opening mark to its closing mark or, where that is missing, the paragraph's end.
  let range: TextRange
  /// Its paragraph, as an index into `Document.paragraphs`.
  let paragraph: Int
  /// Whether the closing mark is there.
  let isClosed: Bool
  /// Whether it opens a paragraph and goes on from a quotation that the paragraph before left open.
  let continuesPrevious: Bool
}
