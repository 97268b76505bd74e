import Foundation
import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

/// One case of a `.corpus` file: a title between lines of `===`, text with marked names, `---`, and what is expected.
///
/// Lines of mentions, entities (`*`) and relations (`>`) are as `IdentityDump` writes them. A case may expect any of the
/// three kinds and leave the others out; of a kind that it has, it has all. A line `! TEXT` says that no mention is TEXT.
struct CorpusCase: CustomTestStringConvertible, Sendable {
  let title: String
  let input: String
  let expected: [String]

  var testDescription: String { title }

  static func cases(_ file: String) throws -> [CorpusCase] {
    let url = Repository.file("Tests/Corpora/Identity/\(file).corpus")
    let text = try String(contentsOf: url, encoding: .utf8)
    let parts = text.components(separatedBy: "\n===\n")
    return stride(from: 1, to: parts.count - 1, by: 2).map { index in
      let halves = parts[index + 1].components(separatedBy: "\n---\n")
      let expected = (halves.count > 1 ? halves[1] : "").split(separator: "\n").map(String.init)
      return CorpusCase(
        title: parts[index].trimmingCharacters(in: .whitespacesAndNewlines),
        input: halves[0].trimmingCharacters(in: .whitespacesAndNewlines), expected: expected)
    }
  }

  private static func kind(_ line: String) -> Character {
    line.first.map { "*>!".contains($0) ? $0 : "m" } ?? "m"
  }

  func check() {
    var document = MarkedText(input).document
    MentionFinder().annotate(&document)
    RoleFinder().annotate(&document)
    let found = IdentityDump.text(document).split(separator: "\n").map(String.init)
    for kind in "m*>" {
      let wanted = expected.filter { Self.kind($0) == kind }
      if wanted.isEmpty { continue }
      let got = found.filter { Self.kind($0) == kind }
      #expect(got == wanted, "\(title): got\n\(got.joined(separator: "\n"))")
    }
    for line in expected where Self.kind(line) == "!" {
      let text = line.dropFirst(2)
      #expect(!found.contains { $0.hasPrefix(text + " = ") }, "\(title): \(text) is a mention")
    }
  }
}

@Suite struct CorpusTests {
  @Test(arguments: try CorpusCase.cases("mentions"))
  func `mentions are found and joined`(example: CorpusCase) { example.check() }

  @Test(arguments: try CorpusCase.cases("countries"))
  func `countries are told from places, people and words`(example: CorpusCase) { example.check() }

  @Test(arguments: try CorpusCase.cases("roles"))
  func `roles and memberships are found`(example: CorpusCase) { example.check() }

  @Test func `the same text gives the same layers`() throws {
    for example in try CorpusCase.cases("mentions") {
      let dumps = (0..<3).map { _ in
        var document = MarkedText(example.input).document
        MentionFinder().annotate(&document)
        RoleFinder().annotate(&document)
        return IdentityDump.text(document)
      }
      #expect(Set(dumps).count == 1, "\(example.title)")
    }
  }

  @Test func `a document without names has no mentions`() {
    var document = MarkedText("it rained on us all day, and the president slept.").document
    MentionFinder().annotate(&document)
    RoleFinder().annotate(&document)
    #expect(document.mentions.isEmpty && document.entities.isEmpty && document.relations.isEmpty)
  }
}
