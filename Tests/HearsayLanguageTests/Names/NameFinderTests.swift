import HearsayCore
import Testing

@testable import HearsayLanguage

@Suite struct NameFinderTests {
  /// The names of `text`, each with the first letter of its kind.
  private func names(_ text: String) -> [String] {
    var document = tokenized(text)
    SentenceSplitter().annotate(&document)
    NameFinder().annotate(&document)
    return document.names.map { "\($0.kind.rawValue.prefix(1)):\(document[$0.range])" }
  }

  @Test(arguments: [
    ("President Anna Novak met Prime Minister Li Wei in Paris.", ["p:Anna Novak", "p:Li Wei", "p:Paris"]),
    ("The Ministry of Foreign Affairs said so.", ["o:Ministry of Foreign Affairs"]),
    ("He told the Committee for Peace and Security in Vienna.", ["o:Committee for Peace and Security", "p:Vienna"]),
    ("Talks between Germany and NATO began on Monday in March.", ["p:Germany", "o:NATO"]),
    ("A Russian official and two Germans spoke.", []),
    ("She wrote to Maria van der Berg and Omar bin Salim.", ["p:Maria van der Berg", "p:Omar bin Salim"]),
    ("Then the Prime Minister left.", []),
    ("Acme Holdings Inc. bought Johnson & Sons Ltd. last year.", ["o:Acme Holdings Inc.", "o:Johnson & Sons Ltd."]),
    ("“This is wrong,” said George W. Smith.", ["p:George W. Smith"]),
    ("Peter Novak spoke. Novak’s aides did not.", ["p:Peter Novak", "p:Novak"]),
    ("I think It is However wrong.", []),
  ])
  func `names are found with what they name`(text: String, expected: [String]) { #expect(names(text) == expected) }

  @Test func `a headline has the names that the text has`() {
    let text = "NOVAK WARNS GERMANY OF NEW DELAYS\n\nPeter Novak warned Germany on Friday."
    #expect(names(text) == ["p:NOVAK", "p:GERMANY", "p:Peter Novak", "p:Germany"])
    #expect(
      names("Novak Warns Germany Of Long Delays\n\nPeter Novak warned it.").prefix(2) == ["p:Novak", "p:Germany"])
  }

  @Test func `names are in order and do not overlap`() {
    var document = tokenized(
      "Anna Novak of the European Union met U.N. Secretary-General António Guterres in New York.")
    SentenceSplitter().annotate(&document)
    NameFinder().annotate(&document)
    for (name, next) in zip(document.names, document.names.dropFirst()) { #expect(name.range.end <= next.range.start) }
    #expect(document.names.allSatisfy { (0...1).contains($0.confidence) })
  }

  @Test func `every given name stands once and in a capital`() throws {
    let names = NameTables.givenNames
    #expect(names.count > 900)
    #expect(Set(names).count == names.count)
    for name in names { #expect(try #require(name.first).isUppercase, "\(name)") }
  }
}
