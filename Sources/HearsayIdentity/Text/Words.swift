import HearsayCore

/// A document's tokens as the rules of identity read them: in lower case, with their sentences and quotation marks.
struct Words {
  /// The document, without what this stage fills.
  let document: Document
  /// The text with ASCII letters in lower case; offsets are the document's.
  let lowerBytes: [UInt8]
  /// Each token in lower case.
  let lower: [String]
  /// The sentence of each token, as an index into `Document.sentences`; -1 outside all.
  let sentence: [Int]
  /// Whether each token stands between quotation marks.
  let isQuoted: [Bool]

  init(_ document: Document) {
    self.document = document
    var bytes = document.utf8
    for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
    lowerBytes = bytes
    lower = document.tokens.map { token in
      let slice = bytes[token.range.bytes]
      let text = String(decoding: slice, as: UTF8.self)
      return slice.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
    }
    var sentence = [Int](repeating: -1, count: document.tokens.count)
    for (index, each) in document.sentences.enumerated() {
      for token in each.tokens where sentence.indices.contains(token) { sentence[token] = index }
    }
    self.sentence = sentence
    isQuoted = Self.quoted(document)
  }

  /// The number of tokens.
  var count: Int { lower.count }

  /// The token as printed, or nothing outside the document.
  func text(_ index: Int) -> Substring { lower.indices.contains(index) ? document[document.tokens[index]] : "" }

  /// The token in lower case, or nothing outside the document.
  func word(_ index: Int) -> String { lower.indices.contains(index) ? lower[index] : "" }

  /// The text that some tokens span.
  func text(_ tokens: Range<Int>) -> Substring { tokens.isEmpty ? "" : document[range(tokens)] }

  /// The range that some tokens span.
  ///
  /// - Precondition: `tokens` is not empty.
  func range(_ tokens: Range<Int>) -> TextRange {
    precondition(!tokens.isEmpty, "a range of at least one token, got \(tokens)")
    return TextRange(document.tokens[tokens.lowerBound].range.start, document.tokens[tokens.upperBound - 1].range.end)
  }

  /// The tokens that share a byte with `range`.
  func tokens(overlapping range: TextRange) -> Range<Int> {
    func first(_ holds: (TextRange) -> Bool) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if holds(document.tokens[middle].range) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first { $0.end > range.start }
    return start..<max(start, first { $0.start >= range.end })
  }

  /// Whether the token begins with an upper-case letter.
  func isCapitalized(_ index: Int) -> Bool {
    lower.indices.contains(index) && Bytes.isUpper(document.utf8, at: document.tokens[index].range.start)
  }

  /// Whether a token stands in a headline in title case, where verbs have capitals too: "Moscow Slams Decision".
  func isHeadline(_ index: Int) -> Bool {
    let tokens = document.sentences[sentence[index]].tokens.filter { isWord($0) && word($0).utf8.count > 3 }
    return tokens.count >= 4 && 4 * tokens.count(where: { isCapitalized($0) }) >= 3 * tokens.count
  }

  /// Whether the token is two or more capitals and nothing else but full stops, hyphens and digits: "CSTO".
  func isAcronym(_ index: Int) -> Bool {
    guard lower.indices.contains(index) else { return false }
    var capitals = 0
    for byte in document.utf8[document.tokens[index].range.bytes] {
      switch byte {
      case 0x41...0x5A: capitals += 1
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      default: return false
      }
    }
    return capitals >= 2
  }

  /// Whether the token has a letter or digit.
  func isWord(_ index: Int) -> Bool {
    guard lower.indices.contains(index) else { return false }
    return document.tokens[index].range.bytes.contains { Bytes.isWord(document.utf8, at: $0) }
  }

  /// Whether a sentence begins with the token.
  func isSentenceStart(_ index: Int) -> Bool {
    guard sentence.indices.contains(index), sentence[index] >= 0 else { return index == 0 }
    return document.sentences[sentence[index]].tokens.lowerBound == index
  }

  /// Whether two tokens are in one sentence.
  func areInOneSentence(_ left: Int, _ right: Int) -> Bool {
    sentence.indices.contains(left) && sentence.indices.contains(right) && sentence[left] == sentence[right]
  }

  /// Whether a capitalized token hangs by a hyphen on the one before: "Common" in "Secretary-Common".
  func isTiedByHyphen(_ index: Int) -> Bool {
    guard index >= 2, isCapitalized(index), word(index - 1) == "-", isCapitalized(index - 2) else { return false }
    let tokens = document.tokens
    return tokens[index - 2].range.end == tokens[index - 1].range.start
      && tokens[index - 1].range.end == tokens[index].range.start
  }

  /// Whether the token is a possessive ending: "'s" or "'".
  func isPossessive(_ index: Int) -> Bool { ["'s", "’s", "'", "’"].contains(word(index)) }

  /// The word that a hyphen ties on behind `range`: "led" in "US-led".
  func hyphenSuffix(after range: TextRange) -> String? {
    let bytes = lowerBytes
    var index = range.end
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      index += 1
    } else if index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      (0x90...0x91).contains(bytes[index + 2])
    {
      index += 3
    } else {
      return nil
    }
    let start = index
    while index < bytes.count, Bytes.isWord(bytes, at: index) { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  /// The word that a hyphen ties on before `range`, as printed: "African" in "African-American".
  func hyphenPrefix(before range: TextRange) -> String? {
    let bytes = document.utf8
    guard range.start >= 2, bytes[range.start - 1] == UInt8(ascii: "-"), Bytes.isWord(bytes, at: range.start - 2) else {
      return nil
    }
    var index = range.start - 1
    while index > 0, Bytes.isWord(bytes, at: index - 1) { index -= 1 }
    return String(decoding: bytes[index..<(range.start - 1)], as: UTF8.self)
  }

  /// Which tokens stand between quotation marks. Each paragraph begins outside, or inside where it opens with a mark.
  private static func quoted(_ document: Document) -> [Bool] {
    var quoted = [Bool](repeating: false, count: document.tokens.count)
    var isInside = false
    var paragraph = -1
    var starts: [Int: Int] = [:]
    for sentence in document.sentences where starts[sentence.tokens.lowerBound] == nil {
      starts[sentence.tokens.lowerBound] = sentence.paragraph
    }
    for index in document.tokens.indices {
      if let begun = starts[index], begun != paragraph {
        paragraph = begun
        isInside = false
      }
      switch document[document.tokens[index]] {
      case "“", "``", "«", "„": isInside = true
      case "”", "''", "»":
        quoted[index] = isInside
        isInside = false
        continue
      case "\"": isInside.toggle()
      case "‘": if index == 0 || document.tokens[index - 1].isSpaceAfter { isInside = true }
      case "’": if document.tokens[index].isSpaceAfter, isInside { isInside = false }
      default: break
      }
      quoted[index] = isInside
    }
    return quoted
  }
}
