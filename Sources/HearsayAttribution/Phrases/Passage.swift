internal import HearsayCore

/// One sentence, or several that one quotation holds together: “It is over. We won,” he said.
struct Passage: Hashable, Sendable {
  let tokens: Range<Int>
  /// Its paragraph, as an index into `Document.paragraphs`.
  let paragraph: Int

  /// The most tokens of a passage that a further sentence may join: a quotation that is never closed runs on to its
  /// paragraph's end, and cues are compared with all others of their passage.
  private static let mostTokens = 1000

  /// The passages of the document, in order.
  static func passages(of words: Words) -> [Passage] {
    var found: [Passage] = []
    for sentence in words.document.sentences {
      let tokens = withoutDateline(sentence, of: words)
      if let last = found.last, last.paragraph == sentence.paragraph, last.tokens.count < mostTokens {
        let before = words.quotation[last.tokens.upperBound - 1]
        if before >= 0, before == words.quotation[tokens.lowerBound] {
          found[found.count - 1] = Passage(
            tokens: last.tokens.lowerBound..<tokens.upperBound, paragraph: last.paragraph)
          continue
        }
      }
      found.append(Passage(tokens: tokens, paragraph: sentence.paragraph))
    }
    return found
  }

  /// The tokens of a sentence after an agency's dateline: "KYIV, Ukraine (AP) — ".
  private static func withoutDateline(_ sentence: Sentence, of words: Words) -> Range<Int> {
    let tokens = sentence.tokens
    let first = words.document.utf8[words.document.tokens[tokens.lowerBound].range.bytes]
    guard words.document.paragraphs[sentence.paragraph].start == sentence.range.start, first.count > 2,
      first.allSatisfy({ (0x41...0x5A).contains($0) }),
      let dash = tokens.prefix(14).first(where: { words.isOne($0, of: "-", "–", "—", "--") && words.isSpaceBefore($0) }
      ),
      dash + 1 < tokens.upperBound,
      (tokens.lowerBound..<dash).allSatisfy({
        words.has($0, [.capitalized, .mark, .number, .month]) || words.isOne($0, of: "of")
      })
    else { return tokens }
    return dash + 1..<tokens.upperBound
  }
}
