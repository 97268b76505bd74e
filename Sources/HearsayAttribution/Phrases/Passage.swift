internal import HearsayCore

/// One sentence, or several that one quotation holds together: “It is over. We won,” he said.
struct Passage: Hashable, Sendable {
  let tokens: Range<Int>
  /// Its paragraph, as an index into `Document.paragraphs`.
  let paragraph: Int

  /// The most tokens of a passage that a further sentence may join: a quotation that is never closed runs on to its
  /// paragraph's end, and cues are compared with all others of their passage.
  private static let mostTokens = 1000

  /// The most cues of a passage that are read: no prose comes near it, and each may say all the rest of the passage.
  static let mostCues = 40

  /// The passages of the document, in order.
  static func passages(of words: Words) -> [Passage] {
    var found: [Passage] = []
    for (sentence, tokens) in words.document.sentences.flatMap({ stretches(of: $0, in: words) }) {
      if let last = found.last, last.paragraph == sentence.paragraph, last.tokens.count < mostTokens {
        let before = words.quotation[last.tokens.upperBound - 1]
        // A dash by itself, or after a quotation, belongs to the signature after it.
        let final = last.tokens.upperBound - 1
        let isDash =
          words.isOne(final, of: "–", "—", "―", "--") && before < 0
          && (last.tokens.count == 1 || words.quotation[final - 1] >= 0)
        if isDash || (before >= 0 && before == words.quotation[tokens.lowerBound]) {
          found[found.count - 1] = Passage(
            tokens: last.tokens.lowerBound..<tokens.upperBound, paragraph: last.paragraph)
          continue
        }
      }
      found.append(Passage(tokens: tokens, paragraph: sentence.paragraph))
    }
    return found
  }

  /// A sentence in the stretches that line breaks before quotations make: — Maria Lopez | “We lost.”
  private static func stretches(of sentence: Sentence, in words: Words) -> [(Sentence, Range<Int>)] {
    let whole = withoutDateline(sentence, of: words)
    var start = whole.lowerBound
    var found: [(Sentence, Range<Int>)] = []
    for index in whole.dropFirst() where words.quotation[index] >= 0 && words.quotation[index - 1] < 0 {
      let gap = words.document.tokens[index - 1].range.end..<words.document.tokens[index].range.start
      if words.document.utf8[gap].contains(UInt8(ascii: "\n")) {
        found.append((sentence, start..<index))
        start = index
      }
    }
    return found + [(sentence, start..<whole.upperBound)]
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
