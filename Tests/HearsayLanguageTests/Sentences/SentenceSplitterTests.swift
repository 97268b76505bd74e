import HearsayCore
import HearsayLanguage
import Testing

@Suite struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    var document = tokenized(text)
    SentenceSplitter().annotate(&document)
    return document.sentences.map { String(document[$0.range]) }
  }

  @Test(arguments: [
    "One ended. | Two began.",
    "Really? | Yes! | It is...",
    "Mr. Smith met Gen. Jones at 5 p.m. on Jan. 3. | They spoke.",
    "No. 10 denied it. | George W. Bush did not.",
    "He left the U.S. | The rest stayed.",
    "It cost 3.5 million. | That was too much.",
    "“We will not go,” he said. | “They will.”",
    "“Go!” he shouted. | They went.",
    "“Why?” Anna Smith asked.",
    "\"Who are they?\" said the man. | Nobody knew.",
    "He said: “We go. | They stay.” | Then he left.",
    "(He left early.) | She stayed.",
    "She saw (or did she?) the end.",
    "He paused ... and went on. | Then he stopped.",
    "1. First point | 2. Second point",
    "He said “no.” | “Yes,” she said.",
    "He had read \"On War. | Then he left. | \"We stay,\" she said.",
    "They had met in May (he said). | 'We stay,' she said.",
  ])
  func `sentences end where readers end them`(marked: String) {
    let expected = marked.split(separator: " | ").map(String.init)
    // "1. First | 2. Second" are lines; everything else runs on.
    let text = expected.joined(separator: marked.hasPrefix("1.") ? "\n" : " ") + "\n\nNext"
    #expect(sentences(text) == expected + ["Next"])
  }

  @Test func `a headline without a stop is one sentence`() {
    #expect(sentences("Talks begin in Geneva\n\nThey ended.") == ["Talks begin in Geneva", "They ended."])
  }

  @Test func `a wrapped line goes on and an item of a list does not`() {
    let text =
      "The talks that were held on Friday in the old town hall\nEnded without a result for either side there.\n\nx"
    #expect(sentences(text).count == 2)
    #expect(sentences("Agenda\n• One thing\n• Another\n- A third\n\nx").count == 5)
  }

  @Test(arguments: ["", "   ", "\n\n", ".", "...\n\n!", "\"", "”", "a", "1.", "…", ".\n.\n\n."])
  func `text of marks alone is read`(text: String) {
    var document = tokenized(text)
    SentenceSplitter().annotate(&document)
    #expect(document.sentences.map(\.tokens.count).reduce(0, +) == document.tokens.count)
  }

  @Test func `sentences are in order and hold every token`() {
    var document = tokenized("One. Two!\n\n“Three?” he said. Four\n\n- Five\n- Six")
    SentenceSplitter().annotate(&document)
    var next = 0
    for sentence in document.sentences {
      #expect(sentence.tokens.lowerBound == next)
      #expect(document.paragraphs[sentence.paragraph].contains(sentence.range))
      next = sentence.tokens.upperBound
    }
    #expect(next == document.tokens.count)
  }

  @Test func `text without an end is cut behind a comma`() {
    var document = tokenized(String(repeating: "one two three four, ", count: 1000))
    SentenceSplitter().annotate(&document)
    #expect(document.sentences.count == 10)
    #expect(document.sentences.allSatisfy { $0.tokens.count <= 500 })
    #expect(document.sentences.allSatisfy { document[document.tokens[$0.tokens.upperBound - 1]] == "," })
  }
}
