@testable import HearsayExporters
import Testing

@Suite struct DaySpanTests {
  @Test(arguments: [
    ("2022-01-07", "2022-01-07", "2022-01-07"), ("2022-02", "2022-02-01", "2022-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("0987", "0987-01-01", "0987-12-31"),
    // Weeks of ISO 8601, which may begin or end in another year.
    ("2022-W01", "2022-01-03", "2022-01-09"), ("2021-W53", "2022-01-03", "2022-01-09"),
    ("2020-W53", "2020-12-28", "2021-01-03"), ("2020-W01", "2019-12-30", "2020-01-05"),
    ("2022-W30", "2022-07-25", "2022-07-31"),
  ])
  func `a date covers days`(date: String, first: String, last: String) {
    let span = DaySpan(date)
    #expect(span?.first == first && span?.last == last)
  }

  @Test(arguments: [
    "", "22", "2022-", "2022-13", "2022-00", "2022-02-30", "2022-1-1", "2022-W54", "2022-W00", "0000", "yesterday",
    "2022/01/07", "2022-01-07T08:00", "２０２２",
  ])
  func `what is no date covers none`(text: String) { #expect(DaySpan(text) == nil) }
}
