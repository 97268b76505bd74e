import HearsayCore
import Testing

@testable import HearsayAttribution

/// A story of `count` sentences, none like another.
private func story(_ seed: Int, _ count: Int = 20) -> [String] {
  let nouns = [
    "bridge", "harbour", "mayor", "farmer", "festival", "railway", "museum", "engineer", "valley", "market", "teacher",
  ]
  let verbs = ["opened", "visited", "repaired", "described", "praised", "measured", "crossed", "painted", "counted"]
  return (0..<count).map { line in
    let number = seed * 131 + line * 17
    return "The \(nouns[number % 11]) near the \(nouns[(number / 3 + 5) % 11]) \(verbs[number % 9]) "
      + "\(number) of the \(nouns[(number + 4) % 11])s in week \(number % 52) of the year."
  }
}

private func document(_ lines: [String], _ source: String, published: String? = nil) -> Document {
  Document(
    text: lines.joined(separator: " "), source: source,
    metadata: Metadata(published: published.flatMap { CalendarDate(iso8601: $0) }))
}

private func originals(_ documents: [Document]) -> [String: String] {
  var index = CopyIndex()
  for document in documents { index.add(document) }
  return index.originals()
}

@Suite struct CopyIndexTests {
  @Test(
    "a copy is known",
    arguments: [
      ["A headline of its own."] + story(1), Array(story(1).prefix(12)), Array(story(1).suffix(14)),
      story(1) + ["Reporting by our correspondent; editing by another of them."],
      story(1).map { $0.replacing(",", with: "").uppercased() },
      story(1).enumerated().map { $0 % 6 == 5 ? "This sentence the editor wrote anew." : $1 },
    ])
  func copies(lines: [String]) {
    let first = document(story(1), "a.txt", published: "2024-01-01")
    let copy = document(lines, "b.txt", published: "2024-01-02")
    #expect(originals([copy, first]) == [copy.id: first.id])
  }

  @Test(
    "what is no copy is told apart",
    arguments: [
      story(2), story(2) + story(1).prefix(4), story(2, 60) + story(1), ["Short."], [],
    ])
  func others(lines: [String]) {
    #expect(originals([document(story(1), "a.txt"), document(lines, "b.txt")]).isEmpty)
  }

  @Test func `a digest of many stories does not make one of them`() {
    let digest = document((1...6).flatMap { story($0) }, "digest.txt")
    let stories = [document(story(1), "a.txt"), document(story(2), "b.txt")]
    #expect(originals(stories + [digest]).isEmpty)
  }

  @Test func `twenty outlets have one original, whatever their order`() {
    let outlets = (0..<20).map { number in
      document(["Outlet \(number) brings this."] + story(1), "\(number).txt", published: "2024-01-\(number % 9 + 11)")
    }
    let found = originals(outlets)
    #expect(found.count == 19 && Set(found.values).count == 1)
    #expect(found == originals(outlets.reversed()))
  }
}
