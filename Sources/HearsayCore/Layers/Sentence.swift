/// A sentence: a run of tokens inside one paragraph.
public struct Sentence: Hashable, Sendable {
  /// Where it stands, from its first token to its last.
  public let range: TextRange
  /// Its tokens, as indices into `Document.tokens`.
  public let tokens: Range<Int>
  /// Its paragraph, as an index into `Document.paragraphs`.
  public let paragraph: Int

  /// A sentence of `tokens`.
  ///
  /// - Precondition: `tokens` is not empty.
  public init(_ range: TextRange, tokens: Range<Int>, paragraph: Int) {
    precondition(!tokens.isEmpty, "a sentence has at least one token, got \(tokens)")
    self.range = range
    self.tokens = tokens
    self.paragraph = paragraph
  }
}
