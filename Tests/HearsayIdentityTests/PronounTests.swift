import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

@Suite struct PronounTests {
  private func mentions(_ text: String) -> [String] {
    var document = MarkedText(text).document
    MentionFinder().annotate(&document)
    return document.mentions.filter { [.pronoun, .role].contains($0.form) }
      .map { "\(document[$0.range]) = \($0.entity)" }
  }

  @Test func `who goes on after a long quotation is who spoke last`() {
    let found = mentions(
      """
      [P Omar Said] left. “One is gone,” [P Peter Holt] said. “Two went. Three went. Four went. Five went.” He continued, “Six.”
      """)
    #expect(found == ["He = person.peter-holt"])
  }

  @Test(arguments: [
    ("Kazakhstan voted. Police in the Central Asian nation left.", ["the Central Asian nation = country.KZ"]),
    ("Norway and Sweden voted. Police in the country left.", []),
    ("Norway voted. Police in the other country left.", []),
    ("Norway voted. The reason that nation left is known.", []),
    ("Norway voted. It is the country of dreams.", []),
  ])
  func `the country is the one that the text speaks of`(text: String, found: [String]) {
    #expect(mentions(text).filter { !$0.hasPrefix("It") } == found)
  }

  @Test func `what teaches pronouns says whom they may stand for, and why`() {
    let document = MarkedText("[P Peter Holt] met [P Omar Said]. [P Said] said that he left.").document
    let lines = PronounSamples(document).lines
    #expect(lines.contains { $0.contains("\tperson\tnone\t-\t-\t?\tnone;") })
    // "Said" stands where "he" could: Omar Said is meant, Peter Holt is not.
    let answers = lines.filter { $0.contains("\tname\t") }.map { $0.split(separator: "\t")[6] }
    #expect(answers == ["0", "1"])
  }
}
