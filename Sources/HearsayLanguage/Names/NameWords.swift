internal import HearsayCore

/// A document's words as the finder of names sees them: their text, and how they are written.
struct NameWords {
  /// How a word is written.
  enum Shape {
    case lower, capital, capitals, mark, number
  }

  let document: Document
  let texts: [String]
  let lowered: [String]
  let shapes: [Shape]
  /// Words that the document writes in small letters somewhere.
  let written: Set<String>
  /// Words that stand in a capital inside a sentence somewhere.
  let capitalized: Set<String>

  init(_ document: Document) {
    self.document = document
    let bytes = document.utf8
    texts = document.tokens.map { String(decoding: bytes[$0.range.bytes], as: UTF8.self) }
    lowered = texts.map { $0.lowercased() }
    shapes = texts.map(Self.shape)
    var written: Set<String> = []
    var capitalized: Set<String> = []
    for sentence in document.sentences {
      let isHeadline = Self.isHeadline(sentence.tokens, shapes, lowered)
      for index in sentence.tokens {
        if shapes[index] == .lower { written.insert(lowered[index]) }
        let isOpening = index == sentence.tokens.lowerBound || shapes[index - 1] == .mark
        if shapes[index] == .capital, !isOpening, !isHeadline { capitalized.insert(lowered[index]) }
      }
    }
    self.written = written
    self.capitalized = capitalized
  }

  /// Whether a sentence is written in title case or in capitals, so that capitals say nothing.
  func isHeadline(_ sentence: Range<Int>) -> Bool { Self.isHeadline(sentence, shapes, lowered) }

  private static func isHeadline(_ sentence: Range<Int>, _ shapes: [Shape], _ lowered: [String]) -> Bool {
    var (small, large) = (0, 0)
    for index in sentence where shapes[index] != .mark && shapes[index] != .number {
      // Articles and prepositions stay small in title case.
      if shapes[index] == .lower {
        if !NameLexicon.functionWords.contains(lowered[index]) { small += 1 }
      } else {
        large += 1
      }
    }
    // A sentence full of names has a verb and a stop: "President Novak met Chancellor Braun."
    if small > 0, let last = sentence.last, lowered[last] == "." { return false }
    return large >= 4 && small * 5 < large
  }

  /// Whether the word at `index` begins with a capital.
  func isCapital(_ index: Int) -> Bool { shapes[index] == .capital || shapes[index] == .capitals }

  /// The text from the first of `tokens` to the last, as printed.
  func text(_ tokens: Range<Int>) -> String {
    let start = document.tokens[tokens.lowerBound].range.start
    let end = document.tokens[tokens.upperBound - 1].range.end
    return String(decoding: document.utf8[start..<end], as: UTF8.self)
  }

  /// Whether the tokens at `index` and the next stand together without a space.
  func isJoined(_ index: Int) -> Bool { !document.tokens[index].isSpaceAfter }

  private static func shape(_ text: String) -> Shape {
    var (upper, lower, digits) = (0, 0, 0)
    var isFirstUpper = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.isUppercase {
        upper += 1
        if index == 0 { isFirstUpper = true }
      } else if scalar.properties.isLowercase {
        lower += 1
      } else if scalar.properties.isAlphabetic {
        lower += 1
      } else if ("0"..."9").contains(scalar) {
        digits += 1
      }
    }
    if isFirstUpper { return lower == 0 && upper > 1 ? .capitals : .capital }
    if upper + lower > 0 { return upper > 1 && lower == 0 ? .capitals : .lower }
    return digits > 0 ? .number : .mark
  }
}
