import HearsayCore
import HearsayIdentity
import HearsayLanguage
import HearsayTestSupport
import Testing

@testable import HearsayAttribution

@Suite struct DeedTests {
  private static let reader = NeuralReader(.embedded)

  private static func deeds(_ text: String) -> [String] {
    var document = MarkedText(text).document
    let names = document.names
    reader.annotate(&document)
    document.names = names
    MentionFinder().annotate(&document)
    StatementFinder().annotate(&document)
    DeedFinder().annotate(&document)
    return document.deeds.map { "\($0.from) \($0.kind) \($0.to) | \(document[$0.range])" }
  }

  @Test(arguments: [
    (
      "[P Anna Lind] met [P Jon Lund] in [L Paris] on Monday.",
      ["person.anna-lind meets person.jon-lund | Anna Lind met Jon Lund"]
    ),
    (
      "[P Anna Lind] and [P Jon Lund] met on Monday.",
      ["person.anna-lind meets person.jon-lund | Anna Lind and Jon Lund met"]
    ),
    (
      "[P Anna Lind] held talks with [P Jon Lund] about gas.",
      ["person.anna-lind meets person.jon-lund | Anna Lind held talks with Jon Lund"]
    ),
    (
      "[P Anna Lind] spoke by telephone with [P Jon Lund] on Friday.",
      ["person.anna-lind calls person.jon-lund | Anna Lind spoke by telephone with Jon Lund"]
    ),
    (
      "[P Jon Lund] was arrested by [L France] last week.",
      ["country.FR arrests person.jon-lund | Jon Lund was arrested by France"]
    ),
    (
      "[L France] imposed sanctions on [L Spain].",
      ["country.FR sanctions country.ES | France imposed sanctions on Spain"]
    ),
    ("[L France] invaded [L Spain] in spring.", ["country.FR invades country.ES | France invaded Spain"]),
    (
      "[P Anna Lind] appointed [P Jon Lund] as minister.",
      ["person.anna-lind appoints person.jon-lund | Anna Lind appointed Jon Lund"]
    ),
    (
      "[P Anna Lind], the president, dismissed [P Jon Lund] on Sunday.",
      ["person.anna-lind dismisses person.jon-lund | Anna Lind, the president, dismissed Jon Lund"]
    ),
    (
      "[P Anna Lind] left after meeting with [P Jon Lund] on Monday.",
      ["person.anna-lind meets person.jon-lund | Anna Lind left after meeting with Jon Lund"]
    ),
    (
      "[P Anna Lind] met her Spanish counterpart, [P Maria Lopez].",
      ["person.anna-lind meets person.maria-lopez | Anna Lind met her Spanish counterpart, Maria Lopez"]
    ),
    (
      "[P Anna Lind] blamed the fire on [P Jon Lund].",
      ["person.anna-lind accuses person.jon-lund | Anna Lind blamed the fire on Jon Lund"]
    ),
  ])
  func `a plain sentence gives its deed with its words`(text: String, deeds: [String]) {
    #expect(Self.deeds(text) == deeds)
  }

  @Test(arguments: [
    "[P Anna Lind] did not meet [P Jon Lund].",
    "[P Anna Lind] may meet [P Jon Lund] on Monday.",
    "If [P Anna Lind] meets [P Jon Lund], the strike will end.",
    "[P Maria Lopez] said [P Anna Lind] met [P Jon Lund].",
    "[P Anna Lind] wants to meet [P Jon Lund].",
    "[P Anna Lind] called [P Jon Lund] a liar.",
    "[P Anna Lind] spoke to [P Jon Lund] at the fair.",
    "[P Anna Lind] dismissed the claims of [P Jon Lund].", "[P Anna Lind] backed a report by [P Jon Lund].",
    "[P Anna Lind] will speak when she meets [P Jon Lund].",
    "[P Anna Lind], seeded seventh, ousted [P Jon Lund] in straight sets.",
  ])
  func `what is denied, possible, told or something else is no deed`(text: String) {
    #expect(Self.deeds(text) == [])
  }

  @Test func `every row of the table has forms, ties and actors`() {
    let patterns = DeedTable.standard.patterns
    #expect(Set(patterns.map(\.deed)) == Set(Deed.Kind.allCases))
    for pattern in patterns {
      #expect(pattern.forms.first == pattern.verb && pattern.forms.count >= 4, "\(pattern.verb)")
      #expect(Set(pattern.forms).count == pattern.forms.count, "\(pattern.verb)")
      #expect(!pattern.ties.isEmpty && pattern.ties.isSubset(of: DeedTable.ties), "\(pattern.verb)")
      #expect(!pattern.from.isEmpty && !pattern.to.isEmpty, "\(pattern.verb)")
      #expect(DeedTable.standard.patterns(of: pattern.forms[1]).contains(pattern))
    }
  }
}
