import HearsayCore
import Testing

@testable import HearsayLanguage

@Suite struct NeuralReaderTests {
  private let reader: NeuralReader

  init() throws { reader = NeuralReader(try Tagger(weights: SyntheticWeights.bytes(seed: 2))) }

  @Test(arguments: [
    "", " ", "One", "The end. It said so!\n\nAnother paragraph (with marks).\n\n- An item\n- Another", "👍\n\n日本\n\n...",
  ])
  func `sentences hold every token once and cross no paragraph`(text: String) { check(text) }

  @Test func `a paragraph of three thousand words is read in windows`() {
    check((0..<3000).map { $0 % 17 == 16 ? "end\($0)." : "word\($0)" }.joined(separator: " ") + "\n\nThe end.")
  }

  private func check(_ text: String) {
    var document = tokenized(text)
    reader.annotate(&document)
    var next = 0
    for sentence in document.sentences {
      #expect(sentence.tokens.lowerBound == next)
      #expect(document.paragraphs[sentence.paragraph].contains(sentence.range))
      next = sentence.tokens.upperBound
    }
    #expect(next == document.tokens.count)
    #expect(document.syntax.count == document.tokens.count)
    for sentence in document.sentences {
      #expect(document.syntax[sentence.tokens].filter { $0.head == nil }.count == 1)
      #expect(document.syntax[sentence.tokens].allSatisfy { $0.head.map(sentence.tokens.contains) ?? true })
    }
    for (name, following) in zip(document.names, document.names.dropFirst()) {
      #expect(name.range.end <= following.range.start)
    }
    #expect(document.names.allSatisfy { (0...1).contains($0.confidence) })
  }

  @Test func `many threads read what one does`() async {
    let texts = (0..<24).map { index in
      (0..<40 + index).map { "word\($0 * index)" }.joined(separator: " ") + ". The end."
    }
    @Sendable func names(_ text: String) -> [Name] {
      var document = tokenized(text)
      reader.annotate(&document)
      return document.names
    }
    let alone = texts.map(names)
    let together = await withTaskGroup(of: (Int, [Name]).self) { group in
      for (index, text) in texts.enumerated() { group.addTask { (index, names(text)) } }
      var found = [[Name]](repeating: [], count: texts.count)
      for await (index, names) in group { found[index] = names }
      return found
    }
    #expect(together == alone)
  }
}
