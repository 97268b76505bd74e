import HearsayCore
import HearsayLanguage
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

  private static let reader = NeuralReader(.embedded)

  /// The same with trees.
  private func mentionsInTrees(_ text: String) -> [String] {
    var document = MarkedText(text).document
    let names = document.names
    Self.reader.annotate(&document)
    document.names = names
    MentionFinder().annotate(&document)
    return document.mentions.filter { $0.form == .pronoun }.map { "\(document[$0.range]) = \($0.entity)" }
  }

  @Test(arguments: [
    ("[P Omar Said] left the house. [P Peter Holt] came, and [P Peter Holt] helped him.", "him = person.omar-said"),
    ("[P Omar Said] and [P Peter Holt] won. Later he praised [P Peter Holt].", "he = person.omar-said"),
    ("[P Peter Holt] met [P Omar Said]. He told friends that [P Omar Said] was ill.", "He = person.peter-holt"),
    ("[P Omar Said] spoke first. Then [P Peter Holt] thanked his friend [P Omar Said].", "his = person.peter-holt"),
    ("[P Omar Said] fell. [P Peter Holt] promised to help him.", "him = person.omar-said"),
  ])
  func `whom grammar bars is not meant, however often named`(text: String, found: String) {
    #expect(mentionsInTrees(text) == [found])
  }

  @Test(arguments: [
    ("[P Kem Orrick] and his wife [P Rin Falk] lived here. She died in 2001.", "She = person.rin-falk"),
    ("[P Rin Falk] was an actress. [P Kem Orrick] met her in 2001.", "her = person.rin-falk"),
  ])
  func `a noun beside a name says whether it is a man's or a woman's`(text: String, found: String) {
    #expect(mentionsInTrees(text).last == found)
  }

  @Test func `the reader's attention decides between two, and the rule says so`() throws {
    func found(_ strengthOfHolt: Float) throws -> (entity: String, rule: String) {
      var document = MarkedText("[P Omar Said] met [P Peter Holt] in May. He left.").document
      let words = document.tokens.indices
      let pronoun = try #require(words.first { document[document.tokens[$0]] == "He" })
      let strengths = words.map { ["Peter", "Holt"].contains(document[document.tokens[$0]]) ? strengthOfHolt : 0 }
      document.regards = [Regard(pronoun: pronoun, words: words, strengths: strengths)]
      MentionFinder().annotate(&document)
      let mention = try #require(document.mentions.last)
      return (mention.entity, mention.rule)
    }
    #expect(try found(0) == ("person.omar-said", "the likeliest of those mentioned near"))
    #expect(try found(8) == ("person.peter-holt", "the likeliest of those mentioned near, by the reader's attention"))
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
