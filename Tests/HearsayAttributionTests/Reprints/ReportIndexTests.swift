import HearsayCore
import Testing

@testable import HearsayAttribution

/// An article that consists of what its speakers say.
private func article(
  _ quotations: [(speaker: String?, words: String)], _ source: String = "a.txt", published: String? = nil,
  speech: Statement.Speech = .direct
) -> Document {
  var document = Document(
    text: quotations.map(\.words).joined(separator: "\n\n"), source: source,
    metadata: Metadata(published: published.flatMap { CalendarDate(iso8601: $0) }))
  var start = 0
  for (speaker, words) in quotations {
    document.statements.append(
      Statement(
        speech: speech, source: [], cue: [], content: [TextRange(start, start + words.utf8.count)], speaker: speaker,
        act: .say, confidence: 1))
    start += words.utf8.count + 2
  }
  return document
}

/// The statements' ids, an array for each document.
private func ids(_ documents: [Document]) -> [[String]] {
  var documents = documents
  var index = ReportIndex()
  for place in documents.indices { index.add(&documents[place]) }
  let resolution = index.resolve()
  for place in documents.indices { resolution.apply(to: &documents[place]) }
  return documents.map { $0.statements.map(\.id) }
}

private let lund = "person.kari-lund"
private let road =
  "We will reopen the mountain road before the winter festival, and every farmer will be paid for the damage."

@Suite struct ReportIndexTests {
  @Test(
    "one statement in other words keeps its id",
    arguments: [
      "“We will reopen the mountain road before the winter festival — and every farmer will be paid for the damage”",
      "we will reopen the mountain road before the winter festival",
      "every farmer will be paid for the damage.",
      "We will reopen the mountain road ... every farmer will be paid for the damage.",
      "Before the winter festival, we will reopen the mountain road, and every farmer will be paid for the damage.",
      "We will open again the mountain highway prior to the winter festival, and each farmer will be compensated for the harm.",
      "that they would reopen the mountain road before the winter festival and that every farmer would be paid for damages",
    ])
  func rewordings(words: String) {
    let found = ids([article([(lund, road)], published: "2024-03-01"), article([(lund, words)], "b.txt")])
    #expect(found[0] == found[1])
    #expect(found[0] == ids([article([(lund, road)])])[0])
  }

  @Test(
    "another statement has another id",
    arguments: [
      (
        lund,
        "We will not reopen the mountain road before the winter festival, and every farmer will be paid for the damage."
      ),
      (lund, "We will reopen the mountain road in 2026, after the winter festival; 12 farmers will be paid."),
      (lund, "The winter festival was a great day for the school and for everyone who paid to see the mountain."),
      (lund, "We will build a new school."),
      ("person.omar-haddad", road),
    ])
  func others(speaker: String, words: String) {
    let first = speaker == lund ? road + " It took 3 years." : road
    let found = ids([article([(lund, first)]), article([(speaker, words)], "b.txt")])
    #expect(found[0] != found[1])
  }

  @Test func `two quotations of one speaker in one article never are one statement`() {
    let shorter = "We will reopen the mountain road before the winter festival"
    let found = ids([article([(lund, road), (lund, shorter)]), article([(lund, road)], "b.txt")])
    #expect(found[0][0] != found[0][1])
    #expect(found[1][0] == found[0][0])
  }

  @Test func `the order of documents makes no difference`() {
    let documents = [
      article([(lund, road)], "a.txt", published: "2024-03-02"),
      article(
        [(lund, "We will reopen the mountain road before the winter festival")], "b.txt", published: "2024-03-01"),
      article([(lund, "every farmer will be paid for the damage, once we reopen the mountain road")], "c.txt"),
      article([(nil, road)], "d.txt"),
    ]
    let expected = ids(documents)
    #expect(Set(expected.flatMap(\.self)).count == 1)
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
      let found = ids(order.map { documents[$0] })
      #expect(order.indices.allSatisfy { found[$0] == expected[order[$0]] })
    }
  }

  @Test func `a later article with other words does not rename a statement`() {
    let early = [article([(lund, road)], published: "2024-03-01")]
    let late = article([(lund, "Every farmer will be paid for the damage")], "b.txt", published: "2024-03-05")
    #expect(ids(early)[0] == ids(early + [late])[0])
  }

  @Test func `the speaker's own words come before a retelling`() {
    let retold = article(
      [(lund, "that the mountain road would reopen before the winter festival")], published: "2024-01-01",
      speech: .indirect)
    let own = article([(lund, road)], "b.txt", published: "2024-02-01")
    #expect(ids([retold, own])[0] == ids([own])[0])
  }

  @Test func `words that an unknown speaker said are another's only where there is no doubt`() {
    let known = article([(lund, road)])
    #expect(ids([known, article([(nil, road)], "b.txt", published: "2024-01-01")])[1] == ids([known])[0])
    let short = article([(nil, "every farmer will be paid for the damage")], "b.txt")
    #expect(ids([known, short])[1] != ids([known])[0])
  }

  @Test func `thousands of statements on few subjects by one speaker take time in proportion`() {
    let subjects = ["road", "school", "harbour", "hospital", "budget", "railway", "museum", "prison"]
    func documents(_ count: Int) -> [Document] {
      (0..<count).map { number in
        article(
          [
            (
              lund,
              "The \(subjects[number % 8]) of district \(number) will cost \(number * 7 + 3) crowns more than the council planned for it."
            )
          ], "\(number).txt")
      }
    }
    let clock = ContinuousClock()
    let (few, many) = (documents(300), documents(2400))
    let short = clock.measure { _ = ids(few) }
    let long = clock.measure { _ = ids(many) }
    // Eight times as many; a square would be 64.
    #expect(long < short * 32)
  }
}
