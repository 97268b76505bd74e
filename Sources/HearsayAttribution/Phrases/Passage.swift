internal import HearsayCore

/// One sentence, or several that one quotation holds together: “It is over. We won,” he said.
struct Passage: Hashable, Sendable {
  let tokens: Range<Int>
  /// Its paragraph, as an index into `Document.paragraphs`.
  let paragraph: Int

  /// The passages of the document, in order.
  static func passages(of words: Words) -> [Passage] {
    var found: [Passage] = []
    for sentence in words.document.sentences {
      if let last = found.last, last.paragraph == sentence.paragraph {
        let before = words.quotation[last.tokens.upperBound - 1]
        if before >= 0, before == words.quotation[sentence.tokens.lowerBound] {
          found[found.count - 1] = Passage(
            tokens: last.tokens.lowerBound..<sentence.tokens.upperBound, paragraph: last.paragraph)
          continue
        }
      }
      found.append(Passage(tokens: sentence.tokens, paragraph: sentence.paragraph))
    }
    return found
  }
}
