import HearsayCore
import Testing

struct DocumentTests {
  @Test func `an id hashes the text and nothing else`() {
    let document = Document(text: "abc", source: "a.txt")
    #expect(document.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(document.id == "document.ba7816bf8f01")
    #expect(Document(text: "abc", source: "b.txt", metadata: Metadata(outlet: "The Post")).id == document.id)
    #expect(Document(text: "abd", source: "a.txt").id != document.id)
  }

  @Test(arguments: [
    ("The title", TextRange(0, 9)), ("The", nil), ("Another", nil), ("", nil), (nil, nil),
  ])
  func `a title is marked where it opens the text`(title: String?, range: TextRange?) {
    let document = Document(
      text: "The title\n\nThe body begins here.", source: "a.txt", metadata: Metadata(title: title))
    #expect(document.titleRange == range)
  }

  @Test func `a range is text by its bytes`() {
    let document = Document(text: "Ольга said “no”", source: "a.txt")
    #expect(document[TextRange(0, 10)] == "Ольга")
    #expect(document[Token(TextRange(11, 15), isSpaceAfter: true)] == "said")
    #expect(document.text(of: [TextRange(11, 15), TextRange(0, 10)]) == "said Ольга")
    #expect(document.text(of: []).isEmpty)
  }

  @Test func `the source that comes first speaks for the document`() {
    var document = Document(text: "abc", source: "a.txt")
    #expect(document.source == "a.txt")
    document.sources = []
    #expect(document.source == document.id)
  }
}
