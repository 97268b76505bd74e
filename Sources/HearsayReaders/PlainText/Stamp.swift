import HearsayCore

/// A line that says when an article appeared or was changed, and nothing else: "07:14 GMT 11.01.2022 (Updated: ...)".
struct Stamp: Equatable {
  /// The day it appeared, where the line prints it with certainty: an update is not that day.
  let published: CalendarDate?

  /// The most tokens that such a line has.
  private static let longest = 40

  /// The stamp that `line` is, or nil where it holds anything but dates, times and the words that go with them.
  init?(_ line: String) {
    guard line.utf8.count <= 200 else { return nil }
    let tokens = StampToken.tokens(of: line)
    guard tokens.count <= Self.longest else { return nil }
    let dates = DateForms.found(in: tokens)
    var isStamp = !dates.isEmpty
    var isUpdate = false
    var published: CalendarDate?
    var index = 0
    while index < tokens.count {
      if let found = dates.first(where: { $0.tokens.lowerBound == index }) {
        if !isUpdate, published == nil { published = found.date }
        index = found.tokens.upperBound
        continue
      }
      switch tokens[index] {
      case .word(let word):
        guard let meaning = Self.meaning(of: word) else { return nil }
        switch meaning {
        case .label: isUpdate = false
        case .update: isUpdate = true
        case .ago, .length: isStamp = isStamp || tokens.contains { if case .number = $0 { true } else { false } }
        default: break
        }
      case .number: if Self.isTime(at: index, in: tokens) { isStamp = true }
      case .mark: break
      }
      index += 1
    }
    guard isStamp else { return nil }
    self.published = published
  }

  /// What `word` means; words such as "9h30" or "3pm" come without blanks and are taken apart before.
  private static func meaning(of word: String) -> StampWords.Meaning? {
    StampWords.known[word] ?? (word.contains(".") ? StampWords.known[word.filter { $0 != "." }] : nil)
  }

  /// "08:50", "8.50 pm", "3 PM".
  private static func isTime(at index: Int, in tokens: [StampToken]) -> Bool {
    guard case .number(let hour, let digits) = tokens[index], digits <= 2, hour < 25 else { return false }
    if index + 2 < tokens.count, tokens[index + 1] == .mark(":"),
      case .number(let minute, digits: 2) = tokens[index + 2]
    {
      return minute < 60
    }
    if index + 1 < tokens.count, case .word(let word) = tokens[index + 1] {
      return ["am", "pm", "a.m", "p.m", "h", "uhr", "gmt", "utc"].contains(word)
    }
    return false
  }

  /// The day in a line that names besides it only who wrote or issued it ("By Jane Roe | 22 January 2022"): an undoubted
  /// one at either end of a short line without a sentence in it.
  static func published(inByline line: String) -> CalendarDate? {
    guard line.utf8.count <= 120, Words.count(line) <= 14, !line.hasSuffix("?") else { return nil }
    let tokens = StampToken.tokens(of: line)
    let dates = DateForms.found(in: tokens)
    guard dates.count == 1, let date = dates[0].date else { return nil }
    let range = dates[0].tokens
    let isParted = line.unicodeScalars.contains { "|\u{2022}\u{00B7}/\u{2014}\u{2013}".unicodeScalars.contains($0) }
    let isByline = tokens.first == .word("by")
    let isLabelled =
      range.lowerBound > 0
      && tokens[..<range.lowerBound].contains { token in
        if case .word(let word) = token { StampWords.known[word] == .label && word != "first" } else { false }
      }
    // A label must stand right before: "original 22 January 2022 tapes" is somebody's headline.
    let after = tokens[range.upperBound...]
    let isPlaced = after.isEmpty && range.lowerBound > 0 && isPlace(line)
    guard isByline || isParted || isPlaced || isLabelled && tokens.first.map(isLabel) == true else { return nil }
    let before = tokens[..<range.lowerBound]
    return before.isEmpty || after.allSatisfy(isStampToken) ? date : nil
  }

  /// Whether what stands before the date is a place and a comma: "Milan, January 20, 2024", "New York, 3 March 2023".
  private static func isPlace(_ line: String) -> Bool {
    let words = Words.split(line)
    let place = words.prefix { !$0.utf8.contains(where: \.isDigit) && StampWords.known[Words.folded($0)] == nil }
    return (1...4).contains(place.count) && place.last?.hasSuffix(",") == true
      && place.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase == true }
  }

  private static func isLabel(_ token: StampToken) -> Bool {
    if case .word(let word) = token { StampWords.known[word] == .label } else { false }
  }

  private static func isStampToken(_ token: StampToken) -> Bool {
    if case .word(let word) = token { StampWords.known[word] != nil } else { true }
  }
}
