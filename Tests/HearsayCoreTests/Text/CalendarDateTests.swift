import HearsayCore
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    (2022, 1, 31, true), (2022, 4, 31, false), (2022, 2, 29, false), (2024, 2, 29, true), (1900, 2, 29, false),
    (2000, 2, 29, true), (2022, 0, 1, false), (2022, 13, 1, false), (2022, 1, 0, false), (0, 1, 1, false),
    (9999, 12, 31, true), (10000, 1, 1, false),
  ])
  func `only days that the calendar has are dates`(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CalendarDate(year: year, month: month, day: day) != nil) == exists)
  }

  @Test(arguments: [
    ("2022-01-22", "2022-01-22"), ("2022-01-22T08:50:00Z", "2022-01-22"), ("0007-03-04", "0007-03-04"),
    ("2022-02-30", nil), ("2022-1-22", nil), ("2022/01/22", nil), ("22-01-2022", nil), ("2022-01-2", nil), ("", nil),
    ("２０２２-01-22", nil), ("-022-01-22", nil),
  ])
  func `a date is read from the head of an ISO 8601 text`(text: String, date: String?) {
    #expect(CalendarDate(iso8601: text)?.description == date)
  }

  @Test(arguments: [
    ("2022-01-22", 6), ("2022-01-07", 5), ("2022-01-09", 7), ("2000-02-29", 2), ("1970-01-01", 4), ("0001-01-01", 1),
  ])
  func `weekdays count from Monday`(text: String, weekday: Int) throws {
    #expect(try date(text).weekday == weekday)
  }

  @Test(arguments: [
    ("2022-01-22", 0, "2022-01-22"), ("2022-01-22", -15, "2022-01-07"), ("2022-01-31", 1, "2022-02-01"),
    ("2022-01-01", -1, "2021-12-31"), ("2024-02-28", 1, "2024-02-29"), ("2022-02-28", 1, "2022-03-01"),
    ("2024-03-01", -1, "2024-02-29"), ("2020-02-29", 366, "2021-03-01"), ("2021-12-31", 1, "2022-01-01"),
    ("9999-12-31", 1, nil), ("0001-01-01", -1, nil),
  ])
  func `days are added across months, years and leap days`(text: String, count: Int, sum: String?) throws {
    #expect(try date(text).adding(days: count)?.description == sum)
  }

  @Test func `ordinals rise by one from each day to the next`() throws {
    var day = try date("1999-12-30")
    while day < (try date("2004-03-02")) {
      let next = try #require(day.adding(days: 1))
      #expect(next.ordinal == day.ordinal + 1)
      #expect(next.weekday == day.weekday % 7 + 1)
      day = next
    }
  }

  @Test func `dates sort by the calendar`() throws {
    let texts = ["2022-10-01", "2021-12-31", "2022-02-15", "2022-02-03"]
    #expect(try texts.map(date).sorted().map(\.description) == texts.sorted())
  }

  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }
}
