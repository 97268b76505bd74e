extension ResolvedDate {
  /// The days that it covers: one, or those of its week, month or year. Nil where `text` is no date.
  public var days: ClosedRange<CalendarDate>? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count,
        bytes[range].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else { return nil }
      return Int(String(decoding: bytes[range], as: UTF8.self))
    }
    guard let year = number(0..<4), bytes.count == 4 || bytes.dropFirst(4).first == UInt8(ascii: "-") else {
      return nil
    }
    let ends: (CalendarDate?, CalendarDate?)
    switch resolution {
    case .day:
      let day = CalendarDate(iso8601: text)
      ends = (day, day)
    case .week:
      // The first week is the one with 4 January in it, and weeks begin on Monday.
      guard bytes.count == 8, bytes[5] == UInt8(ascii: "W"), let week = number(6..<8), (1...53).contains(week),
        let fourth = CalendarDate(year: year, month: 1, day: 4)
      else { return nil }
      let monday = fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7)
      ends = (monday, monday?.adding(days: 6))
    case .month:
      guard bytes.count == 7, let month = number(5..<7), let first = CalendarDate(year: year, month: month, day: 1)
      else { return nil }
      ends = (first, CalendarDate(year: year, month: month, day: CalendarDate.days(in: month, of: year)))
    case .year: ends = (CalendarDate(year: year, month: 1, day: 1), CalendarDate(year: year, month: 12, day: 31))
    }
    guard let first = ends.0, let last = ends.1 else { return nil }
    return first...last
  }
}
