/// A word or a mark: Universal Dependencies' syntactic word, contractions parted ("do" + "n't", "Blinken" + "'s").
public struct Token: Hashable, Sendable {
  /// Where it stands.
  public let range: TextRange
  /// Whether white space, or the text's end, follows.
  public let isSpaceAfter: Bool

  /// A token at `range`.
  ///
  /// - Precondition: `range` is not empty.
  public init(_ range: TextRange, isSpaceAfter: Bool) {
    precondition(!range.isEmpty, "a token has at least one byte, got \(range)")
    self.range = range
    self.isSpaceAfter = isSpaceAfter
  }
}
