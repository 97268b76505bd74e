import HearsayCore
import Testing

struct DocumentLookupTests {
  /// "One two. Three." and "Four.", words and marks as tokens, with a blank line between the paragraphs.
  private static let document: Document = {
    var document = Document(text: "One two. Three.\n\nFour.", source: "a.txt")
    document.tokens = [(0, 3), (4, 7), (7, 8), (9, 14), (14, 15), (17, 21), (21, 22)].map {
      Token(TextRange($0.0, $0.1), isSpaceAfter: $0.0 != 4 && $0.0 != 9 && $0.0 != 17)
    }
    document.sentences = [
      Sentence(TextRange(0, 8), tokens: 0..<3, paragraph: 0),
      Sentence(TextRange(9, 15), tokens: 3..<5, paragraph: 0),
      Sentence(TextRange(17, 22), tokens: 5..<7, paragraph: 1),
    ]
    return document
  }()

  @Test(arguments: [
    (0, 0), (7, 0), (8, nil), (9, 1), (14, 1), (15, nil), (16, nil), (17, 2), (21, 2), (22, nil), (99, nil),
  ])
  func `a byte lies in one sentence or between two`(offset: Int, sentence: Int?) {
    #expect(Self.document.sentenceIndex(at: offset) == sentence)
  }

  @Test(arguments: [
    (TextRange(0, 22), 0..<7), (TextRange(0, 8), 0..<3), (TextRange(1, 8), 1..<3), (TextRange(4, 14), 1..<4),
    (TextRange(4, 13), 1..<3), (TextRange(17, 22), 5..<7), (TextRange(15, 17), 5..<5), (TextRange(22, 22), 7..<7),
    (TextRange(1, 2), 1..<1),
  ])
  func `a range holds the tokens that lie wholly in it`(range: TextRange, tokens: Range<Int>) {
    #expect(Self.document.tokenIndices(in: range) == tokens)
  }

  @Test func `a document without layers has no sentence and no token`() {
    let document = Document(text: "One.", source: "a.txt")
    #expect(document.sentenceIndex(at: 0) == nil)
    #expect(document.tokenIndices(in: TextRange(0, 4)).isEmpty)
  }
}
