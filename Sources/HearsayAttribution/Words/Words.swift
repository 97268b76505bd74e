internal import HearsayCore

/// A document's tokens as words: lower-cased, with their classes, with the quotation and the mention each stands in.
struct Words: Sendable {
  let document: Document
  /// Each token in lower case, with `'` for every apostrophe.
  let lower: [String]
  /// The classes of each token.
  let classes: [WordClass]
  /// The quotations, in order.
  let quotations: [Quotation]
  /// The index of the quotation that each token stands in, its marks included, or -1.
  let quotation: [Int]
  /// The index of the longest mention that each token stands in, or -1.
  let mention: [Int]
  /// The tokens that name who and what attacks with weapons, or is attacked with them.
  let armed: Set<Int>
  /// The trees, where they have been read.
  let tree: Tree?

  init(_ document: Document, table: WordTable = .standard) {
    self.document = document
    var lower: [String] = []
    var classes: [WordClass] = []
    var armed: Set<Int> = []
    lower.reserveCapacity(document.tokens.count)
    classes.reserveCapacity(document.tokens.count)
    for token in document.tokens {
      let bytes = document.utf8[token.range.bytes]
      let word = Self.lowercased(bytes)
      var found = table[word]
      if let first = bytes.first {
        switch first {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): found.insert(.capitalized)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): found.insert(.number)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): break
        case 0xC3 where bytes.count > 1 && bytes[bytes.startIndex + 1] < 0x9F: found.insert(.capitalized)
        default: if Self.isMark(bytes) { found.insert(.mark) }
        }
      }
      // "May" and "March" begin dates, "may" and "march" do not; "US" is no pronoun.
      if found.contains(.month), !found.contains(.capitalized) { found.remove(.month) }
      if found.contains(.capitalized), found.contains(.month), word == "may" { found.remove(.modal) }
      if bytes.elementsEqual("US".utf8) || bytes.elementsEqual("IT".utf8) { found = [.capitalized] }
      // A plain noun all the same.
      if found.remove(.armed) != nil { armed.insert(lower.count) }
      lower.append(word)
      classes.append(found)
    }
    self.armed = armed
    Self.partClitics(lower, &classes)
    tree = Tree(document)
    self.lower = lower
    self.classes = classes
    quotations = QuotationFinder().quotations(in: document)
    quotation = Self.cover(quotations.map(\.range), document)
    mention = Self.cover(document.mentions.map(\.range), document)
  }

  /// The tokens' number.
  var count: Int { lower.count }

  /// Whether token `index` exists and has one of `wanted`.
  func has(_ index: Int, _ wanted: WordClass) -> Bool {
    classes.indices.contains(index) && !classes[index].isDisjoint(with: wanted)
  }

  /// Whether token `index` exists and is one of `words`.
  func isOne(_ index: Int, of words: String...) -> Bool {
    lower.indices.contains(index) && words.contains(lower[index])
  }

  /// The token after the last of the quotation that token `index` stands in.
  func endOfQuotation(_ index: Int) -> Int {
    var end = index + 1
    while end < count, quotation[end] == quotation[index] { end += 1 }
    return end
  }

  /// The first token of the quotation that token `index` stands in, not before `floor`.
  func startOfQuotation(_ index: Int, from floor: Int) -> Int {
    var start = index
    while start > floor, quotation[start - 1] == quotation[index] { start -= 1 }
    return start
  }

  /// Whether an infinitive opens at token `index`, "to go" or "not to go", and no sum: "to $3 billion".
  func opensInfinitive(_ index: Int) -> Bool {
    let to = isOne(index, of: "not") ? index + 1 : index
    return isOne(to, of: "to") && !has(to + 1, .number) && !isOne(to + 1, of: "$", "£", "€")
  }

  /// Whether every word of `tokens` of more than three bytes has a capital, as in a title.
  func areCapitalized(_ tokens: some Sequence<Int>) -> Bool {
    tokens.allSatisfy { lower[$0].utf8.count <= 3 || has($0, [.mark, .capitalized]) }
  }

  /// Whether token `index` is a word in capitals: "FRANKFURT", "U.S.".
  func isAllCapitals(_ index: Int) -> Bool {
    let bytes = document.utf8[document.tokens[index].range.bytes]
    return bytes.count > 1 && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }

  /// Whether token `index` is a comma.
  func isComma(_ index: Int) -> Bool { isOne(index, of: ",") }

  /// Whether token `index` tells how a text comes to be: "published", "made public".
  func isOfMaking(_ index: Int) -> Bool {
    lower.indices.contains(index) && Occasion.making.contains(lower[index])
      || isOne(index, of: "made") && isOne(index + 1, of: "public")
  }

  /// Whether token `index` is a year: "2004".
  func isYear(_ index: Int) -> Bool {
    lower[index].utf8.count == 4 && (Int(lower[index]).map { (1800...2200).contains($0) } ?? false)
  }

  /// Whether token `index` ends a sentence by itself.
  func isTerminal(_ index: Int) -> Bool { isOne(index, of: ".", "!", "?", "…", "...") }

  /// Whether token `index` is an adverb, by the table or by its ending.
  func isAdverb(_ index: Int) -> Bool {
    guard lower.indices.contains(index) else { return false }
    if classes[index].contains(.adverb) { return true }
    return lower[index].utf8.count > 4 && lower[index].hasSuffix("ly") && !classes[index].contains(.capitalized)
      && !Self.nounsInLy.contains(lower[index])
  }

  private static let nounsInLy: Set<String> = [
    "ally", "assembly", "bully", "daily", "family", "monthly", "monopoly", "rally", "reply", "supply", "weekly",
  ]

  /// Whether token `index` reads as a verb in a form that can make a clause: an auxiliary, an everyday verb, or a word
  /// in "-ed" that does not stand before a noun.
  func isVerb(_ index: Int) -> Bool {
    guard lower.indices.contains(index) else { return false }
    if has(index, [.be, .have, .do, .modal, .verb]) {
      let isNoun = has(index - 1, [.determiner, .possessive]) && !has(index - 1, .subject)
      return !isNoun || has(index, .auxiliary)
    }
    let word = lower[index]
    guard word.utf8.count > 4, word.hasSuffix("ed"), !has(index, .capitalized) else { return false }
    return !has(index - 1, [.determiner, .possessive, .preposition]) && !isOne(index - 1, of: "-", "–")
  }

  /// Whether a verb that can make a clause stands in `tokens`.
  func hasVerb(_ tokens: Range<Int>) -> Bool { tokens.contains { isVerb($0) } }

  /// Whether "as saying" follows within a few words of `index`: "was quoted | by the paper as saying".
  func isAsSaying(near index: Int) -> Bool {
    (index..<index + 8).first { isOne($0, of: "as") && isOne($0 + 1, of: "saying", "telling", "writing") }.map {
      found in
      !(index..<found).contains { isTerminal($0) || isComma($0) }
    } ?? false
  }

  /// The index of the sentence that token `index` stands in, or nil.
  func sentence(of index: Int) -> Int? { document.sentenceIndex(at: document.tokens[index].range.start) }

  /// The text range from the first of `tokens` to the last.
  ///
  /// - Precondition: `tokens` is not empty.
  func range(_ tokens: Range<Int>) -> TextRange {
    TextRange(document.tokens[tokens.lowerBound].range.start, document.tokens[tokens.upperBound - 1].range.end)
  }

  /// Whether white space stands before token `index`.
  func isSpaceBefore(_ index: Int) -> Bool { index == 0 || document.tokens[index - 1].isSpaceAfter }

  /// "'s" is a verb after a pronoun ("it's") and before a form in -ing ("he's saying"), else it marks an owner.
  private static func partClitics(_ lower: [String], _ classes: inout [WordClass]) {
    let pronouns: Set<String> = [
      "it", "he", "she", "that", "there", "what", "who", "here", "where", "how", "this", "let",
    ]
    for index in lower.indices where lower[index] == "'s" {
      let before = index > 0 ? lower[index - 1] : ""
      let after = index + 1 < lower.count ? lower[index + 1] : ""
      let isVerb =
        pronouns.contains(before) || after.hasSuffix("ing") || ["not", "n't", "been", "a", "the"].contains(after)
      if !isVerb { classes[index] = [.mark] }
    }
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 >= 0x80 || (0x41...0x5A).contains($0) }) else { return text }
    return text.lowercased().replacing("’", with: "'")
  }

  /// Whether no letter or digit is in `bytes`, which are not plain letters.
  private static func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
  }

  /// For each token the index of the widest of `ranges`, which are in order, that covers it, or -1.
  private static func cover(_ ranges: [TextRange], _ document: Document) -> [Int] {
    var found = Array(repeating: -1, count: document.tokens.count)
    for (index, range) in ranges.enumerated() {
      var token = document.tokenIndices(in: TextRange(range.start, range.start)).lowerBound
      if token > 0, document.tokens[token - 1].range.end > range.start { token -= 1 }
      while token < document.tokens.count, document.tokens[token].range.start < range.end {
        if found[token] < 0 || ranges[found[token]].count < range.count { found[token] = index }
        token += 1
      }
    }
    return found
  }
}
