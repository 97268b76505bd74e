internal import HearsayCore

/// The words in which something was said, as far as they tell: stems with weights, in order.
struct Wording: Sendable {
  /// One word that tells something.
  struct Word: Sendable, Hashable {
    /// See `RewordingTable.stem`.
    let stem: UInt32
    /// How much it tells, in hundredths of a natural logarithm.
    let weight: UInt16
    /// What kind of word it is, where that decides.
    let kind: Kind
  }

  /// Kinds of words that make a statement another one where they differ.
  enum Kind: UInt8, Sendable {
    case plain, number, name
  }

  /// The words, in order.
  let words: [Word]
  /// The stems of all words, in order, of those too that tell nothing by themselves.
  let sequence: [UInt32]
  /// The sum of their weights.
  let weight: Int
  /// How many words deny: "not", "n't", "never".
  let denials: Int

  private static let numbers: [String: String] = [
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10",
    "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30",
  ]
  private static let denying: Set<String> = [
    "not", "never", "nor", "neither", "cannot", "without", "no", "nobody", "none",
  ]

  /// The words of `text`.
  init(_ text: String, table: RewordingTable = .standard) {
    var words: [Word] = []
    var sequence: [UInt32] = []
    var denials = 0
    var isOpening = true
    for written in Self.words(of: text) {
      defer { isOpening = false }
      var word = Self.folded(written)
      if Self.denying.contains(word) || word.hasSuffix("n't") { denials += 1 }
      // "It's", "Europe's", "don't", "l'état": what stands before a short ending, or after a short beginning.
      if let mark = word.lastIndex(of: "'") {
        let (before, after) = (word[..<mark], word[word.index(after: mark)...])
        word = String(after.count <= 2 ? before : after)
        if word.hasSuffix("n"), after == "t", word != "can" { word.removeLast() }
      }
      if let number = Self.numbers[word] { word = number }
      // The country, not the pronoun.
      if written == "US" || written == "USA" { word = "america" }
      guard let first = word.utf8.first else { continue }
      let isNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
      let stem = RewordingTable.stem(word)
      let weight = isNumber ? 500 : table.weight(of: stem)
      sequence.append(stem)
      guard weight > 0, word.utf8.count > 1 || isNumber else { continue }
      let isName = !isOpening && written.unicodeScalars.first!.properties.isUppercase
      words.append(Word(stem: stem, weight: UInt16(weight), kind: isNumber ? .number : isName ? .name : .plain))
    }
    self.words = words
    self.sequence = sequence
    self.denials = denials
    weight = words.reduce(0) { $0 + Int($1.weight) }
  }

  /// Runs of letters and digits; apostrophes, and commas and full stops between digits, do not part them.
  private static func words(of text: String) -> [String] {
    var found: [String] = []
    var word = String.UnicodeScalarView()
    var waiting: Unicode.Scalar?
    func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || isDigit(scalar)
        : properties.isAlphabetic || properties.generalCategory == .nonspacingMark
      {
        if let mark = waiting, mark == "'" { word.append(mark) }
        waiting = nil
        word.append(scalar)
        continue
      }
      if waiting == nil, let last = word.last {
        // "U.S." is a word of two letters; "1,000" a number.
        if scalar == "'" || scalar == "’" {
          waiting = "'"
          continue
        }
        if scalar == "," && isDigit(last)
          || scalar == "." && (isDigit(last) || word.count <= 3 && last.properties.isUppercase)
        {
          waiting = scalar
          continue
        }
      }
      if !word.isEmpty { found.append(String(word)) }
      word = String.UnicodeScalarView()
      waiting = nil
    }
    if !word.isEmpty { found.append(String(word)) }
    return found
  }

  /// In lower case, without accents that outlets print or leave out.
  private static func folded(_ word: String) -> String {
    let lower = word.lowercased()
    guard lower.utf8.contains(where: { $0 >= 0x80 }) else { return lower }
    var scalars = String.UnicodeScalarView()
    for scalar in lower.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      scalars.append(plain[scalar] ?? scalar)
    }
    return String(scalars)
  }

  /// Letters with accents, as those without.
  private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, accented) in [
      ("a", "àáâãäåā"), ("c", "çćč"), ("e", "èéêëēě"), ("g", "ğ"), ("i", "ìíîïīı"), ("n", "ñń"), ("o", "òóôõöøō"),
      ("s", "śšş"), ("u", "ùúûüū"), ("y", "ýÿ"), ("z", "źżž"),
    ] as [(Unicode.Scalar, String)] {
      for letter in accented.unicodeScalars { plain[letter] = base }
    }
    return plain
  }()
}
