import HearsayCore
import Testing

@testable import Hearsay

@Suite struct TerminalTests {
  @Test func `a document steers no terminal that it is shown on`() throws {
    let text =
      "Minister \u{1B}]0;owned\u{7} visits\n\n“We will \u{1B}[31mgo\u{9B}0m,” said Kari Lund of Norway on Monday to NATO.\n"
    var document = Document(
      text: text, source: "a\u{1B}[2J.txt", metadata: Metadata(title: "t\u{1B}", outlet: "Wire\u{1B}[1m"))
    Pipeline.standard.annotate(&document)
    let corpus = Corpus([document])
    let document0 = try #require(corpus.documents.first)
    var shown = Inspector(isColored: false).text(for: document0)
    for entity in document0.entities { shown += Explanation(of: entity.id, in: corpus)?.text ?? "" }
    #expect(!document0.statements.isEmpty)
    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
  }

  @Test func `entities over the limit are left out and the document says so`() {
    var limits = Limits()
    limits.entities = 3
    let names = ["Kari Lund", "Anna Berg", "Ola Dahl", "Nils Moe", "Liv Aas"]
    var document = Document(
      text: names.map { "Minister \($0) said on Monday that she would go." }.joined(separator: " "), source: "x.txt")
    Pipeline.standard(limits: limits).annotate(&document)
    #expect(document.entities.count == 3)
    #expect(document.diagnostics.contains { $0.source == "x.txt" && $0.message.contains("--limit entities=") })
    let ids = Set(document.entities.map(\.id))
    #expect(document.mentions.allSatisfy { ids.contains($0.entity) })
  }

  @Test func `a sentence over the limit is parted and the document says so`() {
    var limits = Limits()
    limits.sentenceTokens = 250
    var document = Document(text: String(repeating: "word and ", count: 400) + "end.", source: "x.txt")
    Pipeline.standard(limits: limits).annotate(&document)
    #expect(document.sentences.allSatisfy { $0.tokens.count <= 250 })
    #expect(document.diagnostics.contains { $0.message.contains("--limit sentence-tokens=") })
  }
}
