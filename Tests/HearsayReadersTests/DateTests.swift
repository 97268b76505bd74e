import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct DateTests {
  /// Lines that say when an article appeared, and the day where it is certain.
  static let stamps: [(line: String, day: String?)] = [
    ("22 Jan, 2022 08:50", "2022-01-22"), ("9 Jan, 2022 20:06", "2022-01-09"),
    ("07:14 GMT 11.01.2022 (Updated: 07:24 GMT 11.01.2022)", "2022-01-11"), ("January 22, 2022", "2022-01-22"),
    ("Jan. 22, 2022", "2022-01-22"), ("Sat., Jan. 22, 2022, 5:04 p.m. ET", "2022-01-22"), ("22/01/2022", "2022-01-22"),
    ("01/22/2022", "2022-01-22"), ("11/01/2022", nil), ("05/05/2022", "2022-05-05"), ("2022-01-22", "2022-01-22"),
    ("2022-01-22T08:50:00Z", "2022-01-22"), ("2022/01/22 08:50", "2022-01-22"), ("2022.01.22", "2022-01-22"),
    ("22.01.2022, 08:50 Uhr", "2022-01-22"), ("22. Januar 2022, 08:50 Uhr", "2022-01-22"),
    ("22 janvier 2022 à 08h50", "2022-01-22"), ("22 de enero de 2022", "2022-01-22"), ("22 gennaio 2022", "2022-01-22"),
    ("Published: 22 January 2022", "2022-01-22"), ("Published 3:05 PM EST", nil), ("Published at 08:50 GMT", nil),
    ("Published on Saturday, 22nd January 2022", "2022-01-22"), ("22nd of January, 2022", "2022-01-22"),
    ("Posted Jan 22 2022 8:50am", "2022-01-22"), ("First published on Sat 22 Jan 2022 08.50 GMT", "2022-01-22"),
    ("Updated January 23, 2022", nil), ("Last updated on: January 23, 2022", nil),
    ("Published 22 January 2022, updated 23 January 2022", "2022-01-22"),
    ("Updated 23 January 2022. Published 22 January 2022", "2022-01-22"), ("Saturday, January 22, 2022", "2022-01-22"),
    ("Jan 22", nil), ("8:50 AM", nil), ("3 hours ago", nil), ("Updated 5 minutes ago", nil), ("4 min read", nil),
    ("22-Jan-2022", "2022-01-22"), ("22 Feb 2022 | 4 min read", "2022-02-22"), ("29 February 2020", "2020-02-29"),
    ("(Updated: 12:00 MSK, 11.01.2022)", nil), ("10:21, 12 May 2023", "2023-05-12"),
    ("May 12, 2023 · 10:21 am BST", "2023-05-12"),
    ("Issued on: 12/05/2023 - 10:21", nil), ("Issued on: 13/05/2023 - 10:21Modified: 13/05/2023 - 11:00", "2023-05-13"),
  ]

  private static let body =
    "The council of the port agreed on Monday to close the eastern quay for repairs, its chairwoman said."

  @Test(arguments: stamps.indices) func `a line of dates gives the day and leaves`(index: Int) {
    let (line, day) = Self.stamps[index]
    let read = Read("Port to close its eastern quay\n\(line)\n\n\(Self.body)")
    #expect(read.metadata.published?.description == day, "\(line)")
    #expect(read.text == "Port to close its eastern quay\n\n\(Self.body)", "\(line)")
  }

  /// Lines that hold dates and are the article's.
  static let kept = [
    "In May 2022 the port was closed", "March on the capital", "30 February 2022", "January 6: what we know",
    "The 22 of Stamp Street",
    "2022 was a good year for the port", "On 22 January 2022, the quay fell", "7",
  ]

  @Test(arguments: kept) func `a line that says more stays`(line: String) {
    #expect(Stamp(line) == nil)
    #expect(Read("Port to close its eastern quay\n\n\(line)\n\n\(Self.body)").text?.contains(line) == true)
  }

  @Test func `a date between paragraphs of the article is the article's`() {
    let read = Read(
      "\(Self.body)\n\nJanuary 7, 2022\n\nShips moored in the south after that day, and nobody complained about it at all."
    )
    #expect(read.text?.contains("January 7, 2022") == true)
    #expect(read.metadata.published == nil)
  }

  @Test(arguments: [
    ("By Jane Roe | January 22, 2022", "2022-01-22"), ("By Jane Roe, 22 January 2022", "2022-01-22"),
    ("Jane Roe • 22.01.2022", "2022-01-22"), ("Published by Jane Roe on 22 January 2022", "2022-01-22"),
    ("Milan, January 20, 2024", "2024-01-20"), ("New York, 3 March 2023", "2023-03-03"),
    ("Moved to Milan on January 20, 2024", nil), ("Milan, January 20, 2024: a day on the docks", nil),
    ("By Jane Roe | 11/01/2022", nil), ("What happened on January 6, 2021", nil),
  ])
  func `a byline may give the day`(line: String, day: String?) {
    let read = Read("Port to close its eastern quay\n\(line)\n\n\(Self.body)")
    #expect(read.metadata.published?.description == day)
    #expect(read.text?.contains(line) == true)
  }

  /// First sentences with a dateline: the agency, and the day where the year is printed.
  static let datelines: [(text: String, outlet: String?, day: String?)] = [
    ("MOSCOW (Sputnik) - The quay", "Sputnik", nil), ("WASHINGTON, Jan 22 (Reuters) - The quay", "Reuters", nil),
    ("(Reuters) - The quay", "Reuters", nil), ("Geneva (AFP) – The quay", "AFP", nil),
    ("NEW YORK (AP) — The quay", "AP", nil), ("BEIJING, Jan. 22 (Xinhua) -- The quay", "Xinhua", nil),
    ("MINSK, January 9, 2022 (BelTA) - The quay", "BelTA", "2022-01-09"),
    ("MOSCOW, January 22. /TASS/. The quay", "TASS", nil),
    ("GENEVA, Jan 21, 2022 (The Lake Wire) - The quay", "The Lake Wire", "2022-01-21"),
    ("LONDON (Thomson Reuters Foundation) - The quay", "Thomson Reuters Foundation", nil),
    ("NUR-SULTAN (Associated Press) — The quay", "AP", nil),
    ("John Smith (Labour) - the member for the port", nil, nil),
    ("The union (UPM) - the largest of them", nil, nil), ("GENEVA — The quay", nil, nil),
    ("A word (in brackets) - and more", nil, nil),
    ("Some ports (Hamburg) are larger", nil, nil), ("He was (Reuters) - so he said - first", nil, nil),
  ]

  @Test(arguments: datelines.indices) func `a dateline names the agency and stays`(index: Int) {
    let (text, outlet, day) = Self.datelines[index]
    let read = Read(
      "\(text) was closed on Monday for repairs that will last until the autumn.\nShips moor in the south.")
    #expect(read.metadata.outlet == outlet, "\(text)")
    #expect(read.metadata.published?.description == day, "\(text)")
    #expect(read.text?.hasPrefix(text) == true)
  }

  @Test func `every row of the stamp words and the agencies is whole`() {
    #expect(StampWords.known["january"] == .month(1) && StampWords.known["décembre"] == .month(12))
    #expect(StampWords.known["may"] == .month(5) && StampWords.known["updated"] == .update)
    #expect(StampWords.known["quay"] == nil)
  }
}
