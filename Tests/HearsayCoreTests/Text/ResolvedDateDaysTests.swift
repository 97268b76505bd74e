import HearsayCore
import Testing

@Suite struct ResolvedDateDaysTests {
  @Test(
    arguments: [
      ("2022-01-07", .day, "2022-01-07", "2022-01-07"), ("2022-W01", .week, "2022-01-03", "2022-01-09"),
      ("2020-W53", .week, "2020-12-28", "2021-01-03"), ("2024-02", .month, "2024-02-01", "2024-02-29"),
      ("1999", .year, "1999-01-01", "1999-12-31"), ("2022x01", .month, nil, nil), ("2022-13", .month, nil, nil),
      ("22", .year, nil, nil), ("2022-W54", .week, nil, nil), ("2022-02-30", .day, nil, nil),
    ] as [(String, ResolvedDate.Resolution, String?, String?)])
  func `a date covers its days`(text: String, resolution: ResolvedDate.Resolution, first: String?, last: String?) {
    let days = ResolvedDate(text, resolution).days
    #expect(days?.lowerBound.description == first)
    #expect(days?.upperBound.description == last)
  }
}
