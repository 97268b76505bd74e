internal import HearsayCore

/// Where the sentences of one paragraph end.
struct SentenceBoundaries {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private let paragraph: Range<Int>
  private let lines: LineBreaks
  /// How many straight quotation marks are open: 0 or 1.
  private var isQuoteOpen = false

  /// Sentences that were cut in parts.
  private(set) var cut = 0

  /// The most words and marks of one sentence. No prose comes near it; text without stops, a list of thousands of names
  /// or worse, is cut so that later stages, which compare words within a sentence, take time in proportion to it.
  private let mostTokens: Int

  init(_ document: Document, _ paragraph: Range<Int>, mostTokens: Int) {
    self.mostTokens = mostTokens
    bytes = document.utf8
    tokens = document.tokens
    self.paragraph = paragraph
    lines = LineBreaks(document, paragraph)
  }

  /// The sentences, as ranges of tokens.
  mutating func sentences() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = paragraph.lowerBound
    var index = start
    while index < paragraph.upperBound {
      note(index)
      var end = index + 1
      if isTerminator(index) {
        while end < paragraph.upperBound, isTerminator(end) || isCloser(end) {
          note(end)
          end += 1
        }
        if end == paragraph.upperBound || (!isOrdinal(start, index) && endsSentence(index, end)) {
          found.append(start..<end)
          start = end
        }
      }
      if end < paragraph.upperBound, end > start, lines.isBreak(before: end) {
        found.append(start..<end)
        start = end
      }
      index = end
    }
    if start < paragraph.upperBound { found.append(start..<paragraph.upperBound) }
    return found.flatMap { parts(of: $0) }
  }

  /// A sentence, or the parts of one that is too long: cut behind the last comma or semicolon that fits.
  private mutating func parts(of sentence: Range<Int>) -> [Range<Int>] {
    guard sentence.count > mostTokens else { return [sentence] }
    cut += 1
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    while sentence.upperBound - start > mostTokens {
      let reach = start..<start + mostTokens
      let end = reach.last { self.is($0, ",") || self.is($0, ";") }.map { $0 + 1 } ?? reach.upperBound
      parts.append(start..<end)
      start = end
    }
    return parts + [start..<sentence.upperBound]
  }

  /// Whether the sentence so far is the number of a list's item and its stop: "1. First".
  private func isOrdinal(_ start: Int, _ index: Int) -> Bool {
    index == start + 1 && self.is(index, ".") && bytes[tokens[start].range.bytes].allSatisfy { $0.isDigit }
      && tokens[start].range.count <= 2
  }

  /// Keeps count of straight quotation marks.
  private mutating func note(_ index: Int) {
    if self.is(index, "\"") { isQuoteOpen.toggle() }
  }

  /// Whether the sentence of the terminator at `stop` ends before the token at `next`.
  private func endsSentence(_ stop: Int, _ next: Int) -> Bool {
    let hasCloser = next > stop + 1 && !isTerminator(next - 1)
    let first = firstWord(next)
    let start = first.map { bytes[tokens[$0].range.start] } ?? 0
    let isPlainStop = self.is(stop, ".")
    let isEllipsis =
      !isPlainStop && (bytes[tokens[stop].range.start] == UInt8(ascii: ".") || bytes[tokens[stop].range.start] == 0xE2)
    guard tokens[next - 1].isSpaceAfter else {
      // A missing space: "over.The" ends, "wait...what" and "(!)" in the middle do not.
      return start.isUpper && !hasCloser && first == next
    }
    if isContinuation(next) { return false }
    if start.isLower {
      // "“Go!” he said.", "e.g. this"; an ordinary stop ends even before a careless small letter.
      return !isEllipsis && !hasCloser && isCareless
    }
    if hasCloser, !isPlainStop, let first, isCued(first) { return false }
    return isEllipsis ? start.isUpper || start >= 0x80 || first == nil : true
  }

  /// Whether the paragraph is written without capitals at the beginnings of sentences.
  private var isCareless: Bool {
    guard let first = firstWord(paragraph.lowerBound) else { return false }
    return bytes[tokens[first].range.start].isLower
  }

  /// The first token from `index` that begins with a letter or digit, past opening marks.
  private func firstWord(_ index: Int) -> Int? {
    var index = index
    let last = min(paragraph.upperBound, index + 4)
    while index < last {
      let byte = bytes[tokens[index].range.start]
      if byte.isAlphanumeric || (byte >= 0xC3 && byte != 0xE2) { return index }
      index += 1
    }
    return nil
  }

  /// Whether the token at `index` goes on with a sentence: a comma, a dash in the middle, a closing mark.
  private func isContinuation(_ index: Int) -> Bool {
    let byte = bytes[tokens[index].range.start]
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// Whether a cue of speech stands within a short name from `first`: "Smith said", "asked Smith".
  private func isCued(_ first: Int) -> Bool {
    for index in first..<min(first + 5, paragraph.upperBound) {
      let range = tokens[index].range
      if SpeechCues.contains(bytes, range) { return true }
      guard bytes[range.start].isUpper || isCloser(index) else { return false }
    }
    return false
  }

  private func isTerminator(_ index: Int) -> Bool {
    let range = tokens[index].range
    switch bytes[range.start] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return bytes[range.end - 1].isASCII && !bytes[range.end - 1].isAlphanumeric
    case 0xE2: return range.count % 3 == 0 && bytes[range.start + 1] == 0x80 && bytes[range.start + 2] == 0xA6
    case 0xE3: return self.is(index, "。")
    case 0xEF: return self.is(index, "！") || self.is(index, "？")
    default: return false
    }
  }

  /// Whether the token at `index` closes what it stands behind: a bracket or quotation mark without a space before it.
  private func isCloser(_ index: Int) -> Bool {
    if OpeningMarks.contains(index, of: tokens, in: bytes) { return false }
    switch bytes[tokens[index].range.start] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="): return tokens[index].range.count >= 2
    case UInt8(ascii: "\""): return isQuoteOpen || !tokens[index - 1].isSpaceAfter
    case UInt8(ascii: "'"):
      return tokens[index].range.count <= 2 && !tokens[index - 1].isSpaceAfter && !isClitic(index)
    case 0xC2: return self.is(index, "»") && !tokens[index - 1].isSpaceAfter
    case 0xE2:
      return ["”", "’", "›", "’’"].contains { self.is(index, $0) } && !tokens[index - 1].isSpaceAfter
    default: return false
    }
  }

  private func isClitic(_ index: Int) -> Bool {
    let range = tokens[index].range
    return range.count == 2 && bytes[range.end - 1].isLetter
  }

  private func `is`(_ index: Int, _ text: StaticString) -> Bool {
    let range = tokens[index].range
    guard range.count == text.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count where bytes[range.start + offset] != text.utf8Start[offset] { return false }
    return true
  }
}

/// Verbs that stand beside a quotation.
enum SpeechCues {
  private static let words: Set<String> = [
    "said", "says", "say", "asked", "asks", "told", "tells", "added", "adds", "wrote", "writes", "replied", "shouted",
    "exclaimed", "declared", "insisted", "warned", "wondered", "demanded", "cried", "tweeted", "posted", "stated",
    "answered", "continued", "joked", "yelled", "screamed", "chanted", "noted", "argued", "announced", "urged",
  ]

  /// Whether the bytes of `range` are one of them, in lower case.
  static func contains(_ bytes: [UInt8], _ range: TextRange) -> Bool {
    range.count <= 9 && bytes[range.start].isLower
      && words.contains(String(decoding: bytes[range.bytes], as: UTF8.self))
  }
}
