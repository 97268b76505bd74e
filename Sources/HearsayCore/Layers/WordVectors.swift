/// What the reader knows of each word, as numbers: a row for each of `Document.tokens`.
///
/// The numbers mean something only to a network that learnt from the same reader.
package struct WordVectors: Hashable, Sendable {
  /// Numbers of a row.
  package let width: Int
  /// The rows, one after another.
  package private(set) var numbers: [Float]

  /// Rows of zeros for so many words.
  package init(words: Int, width: Int) {
    self.width = width
    numbers = [Float](repeating: 0, count: words * width)
  }

  /// Whether there are none.
  package var isEmpty: Bool { numbers.isEmpty }

  /// Takes in `rows`, the first of which is that of `word`.
  ///
  /// - Precondition: They are rows of words that there are.
  package mutating func put(_ rows: [Float], from word: Int) {
    numbers.replaceSubrange(word * width..<word * width + rows.count, with: rows)
  }
}
