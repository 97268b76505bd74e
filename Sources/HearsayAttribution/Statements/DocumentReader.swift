internal import HearsayCore

/// Reads the statements of a document as token ranges: passage by passage, then what only the order of passages tells
/// (quotations that go on, speakers named by a label or a signature).
struct DocumentReader: Sendable {
  let words: Words
  private let passages: PassageReader
  private let labels: LabelFinder

  init(words: Words, table: CueTable = .standard, includesCriticism: Bool) {
    self.words = words
    passages = PassageReader(words: words, table: table, includesCriticism: includesCriticism)
    labels = LabelFinder(words: words)
  }

  /// The statements, in the order of their cues.
  func readings() -> [Reading] {
    var found: [Reading] = []
    // The last statement that a quotation may go on from, and the passage where it ended.
    var open: (reading: Int, paragraph: Int)?
    var pending: (passage: Passage, isQuoted: Bool)?
    var promised: (reading: Reading, paragraph: Int)?
    for passage in Passage.passages(of: words) {
      let quotation = wholeQuotation(passage.tokens)
      let (readings, empty) = passages.readings(of: passage)
      var here = readings
      if here.isEmpty, let label = labels.reading(of: passage) { here = [label] }
      if here.isEmpty, var reading = empty {
        // “Why?” | Lavrov asked.
        if let before = pending, before.isQuoted, before.passage.paragraph == passage.paragraph {
          reading.content = [before.passage.tokens]
          reading.rule = .quotationBefore
          here = [reading]
        } else if words.isOne(passage.tokens.upperBound - 1, of: ":") || words.isComma(passage.tokens.upperBound - 1) {
          promised = (reading, passage.paragraph)
        }
      }
      if !here.isEmpty {
        found.append(contentsOf: here)
        open = endsQuoted(found.last) ? (found.count - 1, passage.paragraph) : nil
        pending = nil
        promised = nil
        continue
      }
      pending = (passage, quotation != nil)
      guard let quotation else {
        if empty == nil { promised = nil }
        if open?.paragraph != passage.paragraph || !isAside(passage) { open = nil }
        continue
      }
      if let (next, paragraph) = promised, passage.paragraph <= paragraph + 1 {
        var reading = next
        reading.content = [passage.tokens]
        reading.rule = .quotationAfter
        found.append(reading)
        promised = nil
        open = (found.count - 1, passage.paragraph)
        pending = nil
      } else if let last = open, last.paragraph == passage.paragraph || quotation.continuesPrevious {
        found[last.reading].content.append(passage.tokens)
        open = (last.reading, passage.paragraph)
        pending = nil
      } else if let last = open, passage.paragraph == last.paragraph + 1 {
        var reading = found[last.reading]
        reading.content = [passage.tokens]
        reading.cue = []
        reading.addressee = nil
        reading.rule = .continuation
        reading.passage = passage.tokens
        reading.clause = passage.tokens.lowerBound..<passage.tokens.lowerBound
        found.append(reading)
        open = (found.count - 1, passage.paragraph)
        pending = nil
      }
    }
    return found
  }

  /// The first quotation of a passage that is nothing but quotation.
  private func wholeQuotation(_ tokens: Range<Int>) -> Quotation? {
    guard let first = tokens.first(where: { words.quotation[$0] >= 0 }) else { return nil }
    let isWhole = tokens.allSatisfy { words.quotation[$0] >= 0 || words.has($0, .mark) }
    return isWhole ? words.quotations[words.quotation[first]] : nil
  }

  private func endsQuoted(_ reading: Reading?) -> Bool {
    guard let reading else { return false }
    return reading.content.contains { piece in piece.contains { words.quotation[$0] >= 0 } }
      && reading.rule != .nounPhrase && reading.rule != .criticism
  }

  /// Whether a passage between two quotations leaves the speaker as he was: a few words at most.
  private func isAside(_ passage: Passage) -> Bool { passage.tokens.count <= 3 }
}
