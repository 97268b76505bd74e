/// The days that an ISO 8601 date covers: a day, a week, a month or a year.
struct DaySpan: Equatable {
  /// The first day: `2022-01-03`.
  let first: String
  /// The last day: `2022-01-09`.
  let last: String

  /// The days of `2022-01-07`, `2022-W01`, `2022-01` or `2022`; nil where `text` is none of these.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { value, byte in
        guard let value, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        return value * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard bytes.count >= 4, let year = number(0..<4), year > 0 else { return nil }
    let dashes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "-") }
    switch (bytes.count, dashes) {
    case (4, []):
      first = Self.day(year, 1, 1)
      last = Self.day(year, 12, 31)
    case (7, [4]):
      guard let month = number(5..<7), (1...12).contains(month) else { return nil }
      first = Self.day(year, month, 1)
      last = Self.day(year, month, Self.days(in: month, of: year))
    case (8, [4]):
      guard bytes[5] == UInt8(ascii: "W"), let week = number(6..<8), (1...53).contains(week) else { return nil }
      // The first week is the one with 4 January in it, and weeks begin on Monday.
      let monday = 4 - Self.daysAfterMonday(ofJanuary: 4, year) + (week - 1) * 7
      first = Self.day(year, 1, monday)
      last = Self.day(year, 1, monday + 6)
    case (10, [4, 7]):
      guard let month = number(5..<7), (1...12).contains(month), let day = number(8..<10),
        (1...Self.days(in: month, of: year)).contains(day)
      else { return nil }
      first = text
      last = text
    default: return nil
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private static func daysAfterMonday(ofJanuary day: Int, _ year: Int) -> Int {
    // 1 January of the year 1 is a Monday.
    let before = year - 1
    return (before * 365 + before / 4 - before / 100 + before / 400 + day - 1) % 7
  }

  /// The day in ISO 8601; `day` may lie before or after the month.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
    var (year, month, day) = (year, month, day)
    while day < 1 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      day += days(in: month, of: year)
    }
    while day > days(in: month, of: year) {
      day -= days(in: month, of: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    func padded(_ value: Int, to width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}
