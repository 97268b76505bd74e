import HearsayCore

/// Finds the dates that newspapers print, year and all: "22 Jan, 2022", "January 22, 2022", "22.01.2022", "2022-01-22".
enum DateForms {
  /// A date and the tokens that it takes.
  struct Found: Equatable {
    /// nil where the day and the month cannot be told apart ("11/01/2022"), or where the year is not printed.
    let date: CalendarDate?
    let tokens: Range<Int>
  }

  /// The only date that `text` holds with certainty, by itself or as its first.
  static func date(in text: some StringProtocol) -> CalendarDate? {
    found(in: StampToken.tokens(of: text)).lazy.compactMap(\.date).first
  }

  /// The dates in `tokens`, in order, none overlapping.
  static func found(in tokens: [StampToken]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < tokens.count {
      if let next = date(at: index, in: tokens) {
        found.append(next)
        index = next.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private static func date(at start: Int, in tokens: [StampToken]) -> Found? {
    switch tokens[start] {
    case .number(let value, let digits):
      numeric(value, digits, at: start, in: tokens) ?? dayFirst(value, digits, at: start, in: tokens)
    case .word(let word): monthFirst(word, at: start, in: tokens)
    case .mark: nil
    }
  }

  /// "2022-01-22", "22.01.2022", "22/01/2022".
  private static func numeric(_ first: Int, _ digits: Int, at start: Int, in tokens: [StampToken]) -> Found? {
    guard start + 4 < tokens.count, case .mark(let mark) = tokens[start + 1], mark == "-" || mark == "." || mark == "/",
      case .number(let second, let secondDigits) = tokens[start + 2], secondDigits <= 2,
      tokens[start + 3] == .mark(mark),
      case .number(let third, let thirdDigits) = tokens[start + 4]
    else { return nil }
    let range = start..<start + 5
    if digits == 4, thirdDigits <= 2 {
      return Found(date: CalendarDate(year: first, month: second, day: third), tokens: range)
    }
    guard digits <= 2, thirdDigits == 4 else { return nil }
    let dayFirst = CalendarDate(year: third, month: second, day: first)
    // With full stops the day comes first the world over; with strokes only the numbers can tell.
    if mark == "." { return Found(date: dayFirst, tokens: range) }
    let monthFirst = CalendarDate(year: third, month: first, day: second)
    return Found(
      date: dayFirst == nil || monthFirst == nil || dayFirst == monthFirst ? dayFirst ?? monthFirst : nil, tokens: range
    )
  }

  /// "22 Jan, 2022", "22nd of January 2022", "22. Januar 2022", "22-Jan-2022", "22 de enero de 2022".
  private static func dayFirst(_ day: Int, _ digits: Int, at start: Int, in tokens: [StampToken]) -> Found? {
    guard digits <= 2 else { return nil }
    var index = start + 1
    skip(&index, in: tokens, words: ["st", "nd", "rd", "th", "er", "º"], marks: ".-/ºª")
    skip(&index, in: tokens, words: ["of", "de"], marks: "")
    guard let month = month(at: index, in: tokens) else { return nil }
    return year(after: index + 1, in: tokens, from: start) { CalendarDate(year: $0, month: month, day: day) }
  }

  /// "January 22, 2022", "Jan. 22nd 2022".
  private static func monthFirst(_ word: String, at start: Int, in tokens: [StampToken]) -> Found? {
    guard let month = month(at: start, in: tokens) else { return nil }
    var index = start + 1
    skip(&index, in: tokens, words: [], marks: ".-/")
    skip(&index, in: tokens, words: ["the"], marks: "")
    guard index < tokens.count, case .number(let day, let digits) = tokens[index], digits <= 2 else { return nil }
    index += 1
    skip(&index, in: tokens, words: ["st", "nd", "rd", "th"], marks: "")
    return year(after: index, in: tokens, from: start) { CalendarDate(year: $0, month: month, day: day) }
  }

  /// The date with the year at `index`, past a comma and the like; without one, a date that stays unknown.
  private static func year(
    after index: Int, in tokens: [StampToken], from start: Int, date: (Int) -> CalendarDate?
  ) -> Found? {
    var place = index
    skip(&place, in: tokens, words: [], marks: ".,-/")
    skip(&place, in: tokens, words: ["de", "del"], marks: "")
    skip(&place, in: tokens, words: [], marks: ",")
    if place < tokens.count, case .number(let year, digits: 4) = tokens[place], (1600...2999).contains(year) {
      return date(year).map { Found(date: $0, tokens: start..<place + 1) }
    }
    // A leap year, so that 29 February counts as a day.
    return date(2024).map { _ in Found(date: nil, tokens: start..<index) }
  }

  private static func month(at index: Int, in tokens: [StampToken]) -> Int? {
    guard index < tokens.count, case .word(let word) = tokens[index], case .month(let month) = StampWords.known[word]
    else { return nil }
    return month
  }

  private static func skip(_ index: inout Int, in tokens: [StampToken], words: [String], marks: String) {
    guard index < tokens.count else { return }
    switch tokens[index] {
    case .word(let word) where words.contains(word): index += 1
    case .mark(let mark) where marks.unicodeScalars.contains(mark): index += 1
    default: break
    }
  }
}
