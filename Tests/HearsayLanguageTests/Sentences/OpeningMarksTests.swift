import HearsayCore
import Testing

@testable import HearsayLanguage

@Suite struct OpeningMarksTests {
  @Test(arguments: [
    ("She said: \"We go.\" (They stay.)", ["\"", "("]),
    ("They left.\n\n... Nope and I am proud of it.", ["..."]),
    ("And so on ... He left ...", []),
    ("We met. P.S. I am moving. PS. Love it.", ["P.S.", "PS."]),
  ])
  func `what opens belongs to what follows`(text: String, expected: [String]) {
    let document = tokenized(text)
    let opening = document.tokens.indices.filter {
      OpeningMarks.contains($0, of: document.tokens, in: document.utf8)
    }
    #expect(opening.map { String(document[document.tokens[$0]]) } == expected)
  }
}
