import HearsayCore
import Testing

@testable import HearsayAttribution

@Suite struct DateResolverTests {
  /// Wednesday, 12 January 2022.
  static let published = CalendarDate(year: 2022, month: 1, day: 12)

  private func resolved(_ phrase: String, _ published: CalendarDate? = Self.published) -> String? {
    let words = phrase.split(separator: " ").map(String.init)
    let isCapitalized = words.map { $0.first?.isUppercase == true }
    return DateResolver(published: published).date(in: words.map { $0.lowercased() }, isCapitalized: isCapitalized)?
      .text
  }

  @Test(arguments: [
    ("on Friday", "2022-01-07"), ("on Monday evening", "2022-01-10"), ("on Wednesday", "2022-01-12"),
    ("last Wednesday", "2022-01-05"), ("last Friday", "2022-01-07"), ("late on Tuesday", "2022-01-11"),
    ("early Thursday", "2022-01-06"), ("Sunday morning", "2022-01-09"), ("on Saturday", "2022-01-08"),
    ("on Tuesday last week", "2022-01-04"), ("on Friday , January 7", "2022-01-07"), ("on Friday Jan. 7", "2022-01-07"),
    ("today", "2022-01-12"), ("yesterday", "2022-01-11"), ("earlier today", "2022-01-12"), ("tonight", "2022-01-12"),
    ("this morning", "2022-01-12"), ("last night", "2022-01-11"), ("a day earlier", "2022-01-11"),
    ("the day before", "2022-01-11"), ("the previous day", "2022-01-11"),
    ("on January 7", "2022-01-07"), ("on 7 January", "2022-01-07"), ("on Jan. 7", "2022-01-07"),
    ("on Jan . 7", "2022-01-07"), ("on the 7th of January", "2022-01-07"), ("on January 7th", "2022-01-07"),
    ("Jan. 7 , 2021", "2021-01-07"), ("7 January 2021", "2021-01-07"), ("on January 20", "2021-01-20"),
    ("on December 31", "2021-12-31"), ("on 2022-01-07", "2022-01-07"), ("07.01.2022", "2022-01-07"),
    ("two days ago", "2022-01-10"), ("a week ago", "2022-W01"), ("three weeks ago", "2021-W51"),
    ("two months ago", "2021-11"), ("a year ago", "2021"), ("two hours ago", "2022-01-12"),
    ("this week", "2022-W02"), ("last week", "2022-W01"), ("earlier this week", "2022-W02"),
    ("earlier this month", "2022-01"), ("last month", "2021-12"), ("late last month", "2021-12"),
    ("earlier this year", "2022"), ("last year", "2021"),
    ("in August", "2021-08"), ("in January", "2022-01"), ("last August", "2021-08"), ("in early December", "2021-12"),
    ("in August 2019", "2019-08"), ("in 2016", "2016"), ("in early 2016", "2016"),
    ("at Friday 's press conference", "2022-01-07"), ("in yesterday 's statement", "2022-01-11"),
    ("in her 1976 memoir", "1976"), ("a 2019 radio interview", "2019"), ("in mid - 2018", "2018"),
    ("in the spring of 2019", "2019"), ("during 2020", "2020"), ("last spring", "2021"),
    ("this summer", "2022"), ("at the beginning of the month", "2022-01"), ("as lately as May", "2021-05"),
    ("in Sunday 's Daily Globe", "2022-01-09"), ("after Sunday 's match", "2022-01-09"), ("twenty years ago", "2002"),
    ("a day before , on Monday", "2022-01-10"), ("a fortnight ago", "2021-W52"),
    ("over the weekend", "2022-W01"), ("on Christmas Eve", "2021-12-24"), ("on New Year 's Day", "2022-01-01"),
    ("a January 7 , 2022 , statement", "2022-01-07"), ("in March of 2020", "2020-03"),
    ("in the Friday speech", "2022-01-07"), ("on the Friday before", "2022-01-07"),
    ("on Tuesday 's episode", "2022-01-11"),
  ])
  func `a time is read against the day of publication`(phrase: String, expected: String) {
    #expect(resolved(phrase) == expected)
  }

  @Test(arguments: [
    "by Friday", "until Monday", "next week", "next Friday", "tomorrow", "since August", "before Tuesday",
    "on the table",
    "may resign", "march on", "Friday 's attack", "for two days", "in a statement", "from Monday", "January 's vote",
    "anticipated to begin in January", "will resume on Monday", "to meet Tuesday",
    "ahead of Friday 's speech", "between Monday and Tuesday", "the day before the vote", "the 2020 census",
    "in 2020 's census", "the following day", "two days later", "that August",
    "the Friday killing", "its Saturday launch", "The Sun", "by | Lund",
    "on February 30 , 2021", "the second", "", "5000 years ago", "30000 months ago", "9223372036854775807 weeks ago",
  ])
  func `times to come, bounds and other words are no dates of saying`(phrase: String) {
    #expect(resolved(phrase) == nil)
  }

  @Test(arguments: [
    ("on Jan. 7 , 2021", "2021-01-07" as String?), ("on Friday", nil), ("yesterday", nil), ("in August", nil),
    ("in August 2019", "2019-08"), ("in 2016", "2016"), ("last week", nil), ("on January 7", nil),
  ])
  func `without a day of publication only what is full resolves`(phrase: String, expected: String?) {
    #expect(resolved(phrase, nil) == expected)
  }

  @Test(arguments: [
    ("a week later", "2021-W51"), ("two days later", "2021-12-16"), ("later that day", "2021-12-14"),
    ("the same day", "2021-12-14"), ("a day earlier", "2021-12-13"), ("ten weeks later", nil as String?),
  ])
  func `some times count from the day that was told of`(phrase: String, expected: String?) {
    let told = CalendarDate(year: 2021, month: 12, day: 14)
    let words = phrase.split(separator: " ").map(String.init)
    #expect(DateResolver(published: Self.published).date(in: words, told: told)?.text == expected)
  }

  @Test func `a month after a day of another year is that year's`() {
    let told = CalendarDate(year: 2018, month: 10, day: 2)
    let words = ["in", "November"]
    #expect(
      DateResolver(published: Self.published).date(
        in: words.map { $0.lowercased() }, isCapitalized: [false, true], told: told)?.text == "2018-11")
  }

  @Test(arguments: [
    ("2022-01-01", "this week", "2021-W52"), ("2020-12-31", "this week", "2020-W53"),
    ("2021-01-03", "last week", "2020-W52"),
    ("2024-03-01", "yesterday", "2024-02-29"), ("2022-01-01", "last month", "2021-12"),
    ("2022-01-22", "on Friday", "2022-01-21"),
  ])
  func `weeks and months cross the new year as ISO 8601 counts`(published: String, phrase: String, expected: String) {
    #expect(resolved(phrase, CalendarDate(iso8601: published)) == expected)
  }
}
