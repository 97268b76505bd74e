import HearsayCore
import Testing

@testable import HearsayAttribution

@Suite struct QuotationFinderTests {
  private func quotations(_ text: String) -> [String] {
    let document = Document(text: text, source: "a test")
    return QuotationFinder().quotations(in: document).map { String(document[$0.range]) }
  }

  @Test(arguments: [
    ("“We won,” she said.", ["“We won,”"]),
    ("\"We won,\" she said. \"At last.\"", ["\"We won,\"", "\"At last.\""]),
    ("''We won,'' she said.", ["''We won,''"]),
    ("``We won,'' she said.", ["``We won,''"]),
    ("‘We won,’ she said.", ["‘We won,’"]),
    ("'We won,' she said.", ["'We won,'"]),
    ("‘‘We won,’’ she said.", ["‘‘We won,’’"]),
    ("«We won», she said.", ["«We won»"]),
    ("« We won ! », she said.", ["« We won ! »"]),
    ("She said: «\u{A0}We won.\u{A0}» He left.", ["«\u{A0}We won.\u{A0}»"]),
    ("«\u{202F}We won\u{202F}»: so she said.", ["«\u{202F}We won\u{202F}»"]),
    ("„We won,” she said.", ["„We won,”"]),
    ("“We won,\" she said.", ["“We won,\""]),
    ("”We won,” she said.", ["”We won,”"]),
    ("She spoke of “peace”—and of \"war\".", ["“peace”", "\"war\""]),
    ("(“We won.”)", ["(“We won.”)"].map { String($0.dropFirst().dropLast()) }),
  ])
  func `every style of marks is read`(text: String, expected: [String]) { #expect(quotations(text) == expected) }

  @Test(arguments: [
    "The ministers' talks didn't end in the '90s.", "The workers’ rights and the players’ union", "Rock ’n’ roll",
    "It's the voters' choice, isn't it?", "Give ’em the 6'2\" man's coat",
  ])
  func `apostrophes and inches are no quotation`(text: String) { #expect(quotations(text).isEmpty) }

  @Test func `a possessive inside single marks does not close them`() {
    #expect(quotations("‘The workers’ rights are safe,’ he said.") == ["‘The workers’ rights are safe,’"])
  }

  @Test(arguments: ["“ a ", "he ‘said it ", "‘the workers’ rights ", "\" a \" b"])
  func `a paragraph of thousands of marks is read in time`(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    let found = QuotationFinder().quotations(in: Document(text: text, source: "a test"))
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
  }

  @Test func `marks inside a quotation belong to it`() {
    #expect(quotations("“He called it ‘nonsense’ twice,” she said.") == ["“He called it ‘nonsense’ twice,”"])
    #expect(quotations("“He called it \"nonsense\" twice,” she said.").first?.hasPrefix("“He called") == true)
  }

  @Test func `a mark that nothing closes runs to the end of its paragraph and no further`() {
    #expect(quotations("“We won.\n\nThey lost.") == ["“We won."])
  }

  @Test func `an odd number of marks in a document spoils one paragraph only`() {
    #expect(
      quotations("He is 6\" taller.\n\n\"We won,\" she said.\n\n\"Yes.\"").suffix(2) == ["\"We won,\"", "\"Yes.\""])
  }

  @Test func `a lost mark does not turn a text inside out`() {
    #expect(quotations("He said “this. Then he said “We won,” and left.").last == "“We won,”")
  }

  @Test func `a paragraph that opens with a mark goes on from one that was left open`() {
    let document = Document(text: "“We won.\n\n“They lost,” he said.\n\n“Now go.”", source: "a test")
    let found = QuotationFinder().quotations(in: document)
    #expect(found.map(\.continuesPrevious) == [false, true, false])
    #expect(found.map(\.isClosed) == [false, true, true])
  }
}
