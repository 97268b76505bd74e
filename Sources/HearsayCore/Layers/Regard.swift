/// How much a pronoun has to do with each word that was read together with it, as the reader's attention says.
///
/// A number on its own says nothing; the differences between words do: docs/decisions/0301-pronouns.md.
package struct Regard: Hashable, Sendable {
  /// The pronoun, as an index into `Document.tokens`.
  package let pronoun: Int
  /// The words of the stretch that was read at once, the pronoun among them, as indices into `Document.tokens`.
  package let words: Range<Int>
  /// One number for each of `words`, in order.
  package let strengths: [Float]

  /// What was read of a pronoun.
  ///
  /// - Precondition: There is a strength for each word.
  package init(pronoun: Int, words: Range<Int>, strengths: [Float]) {
    precondition(words.count == strengths.count, "\(strengths.count) strengths for \(words.count) words")
    (self.pronoun, self.words, self.strengths) = (pronoun, words, strengths)
  }

  /// The mean over `tokens`, or nil where they were not read together with the pronoun.
  package func mean(over tokens: Range<Int>) -> Float? {
    guard !tokens.isEmpty, words.lowerBound <= tokens.lowerBound, tokens.upperBound <= words.upperBound else {
      return nil
    }
    return tokens.reduce(0) { $0 + strengths[$1 - words.lowerBound] } / Float(tokens.count)
  }
}
