import HearsayCore
import Testing

@testable import HearsayLanguage

/// The weights that are part of the program. How good they are is measured elsewhere: docs/MODEL.md.
@Suite struct EmbeddedWeightsTests {
  @Test func `plain sentences are read as anyone would`() {
    let words = ["The", "minister", "Maria", "Novak", "met", "Peter", "Braun", "in", "Paris", "."]
    let tagged = Tagger.embedded.tag([words])[0]
    #expect(tagged.map(\.name) == ["O", "O", "B-PER", "I-PER", "O", "B-PER", "I-PER", "O", "B-LOC", "O"])
    #expect(tagged[4].upos == "VERB" && tagged[4].head == 0 && tagged[4].relation == "root")
    #expect(tagged[8].upos == "PROPN" && tagged[9].upos == "PUNCT")
  }

  @Test func `a document gets sentences, names and trees`() {
    var document = tokenized(
      "“We will not go,” said Anna Novak of Germany. The talks in Geneva ended.\n\nThey were long.")
    NeuralReader(.embedded).annotate(&document)
    #expect(document.sentences.count == 3)
    #expect(document.names.map { String(document[$0.range]) } == ["Anna Novak", "Germany", "Geneva"])
    #expect(document.names.map(\.kind) == [.person, .place, .place])
    #expect(document.syntax.count == document.tokens.count)
  }

  @Test func `he and she come with the words that were read together with them`() throws {
    let opening = "Anna Novak met Peter Braun and HIS aide. She left and it rained."
    let long = (0..<90).map { "Then he came to town \($0)." }.joined(separator: " ")
    var document = tokenized(opening + "\n\n" + long)
    NeuralReader(.embedded).annotate(&document)
    let regards = document.regards
    let pronouns = document.tokens.indices.filter { ["HIS", "She", "he"].contains(document[document.tokens[$0]]) }
    #expect(regards.map(\.pronoun) == pronouns)
    let first = try #require(regards.first)
    #expect(first.words == document.tokenIndices(in: document.paragraphs[0]))
    #expect(regards.allSatisfy { $0.words.contains($0.pronoun) && $0.words.count <= 190 })
    #expect(regards.allSatisfy { $0.strengths.allSatisfy(\.isFinite) && Set($0.strengths).count > 1 })
  }

  @Test func `a text of nothing but pronouns keeps no more of them than a window may have`() {
    var document = tokenized(String(repeating: "he ", count: 150))
    NeuralReader(.embedded).annotate(&document)
    #expect(document.regards.map(\.pronoun) == Array(0..<ReaderBatch.mostPronouns))
  }

  @Test func `a name with a hyphen is one name`() {
    var document = tokenized("President Kassym-Jomart Tokayev met Jean-Claude Juncker in Aix-en-Provence.")
    NeuralReader(.embedded).annotate(&document)
    #expect(
      document.names.map { String(document[$0.range]) }
        == ["Kassym-Jomart Tokayev", "Jean-Claude Juncker", "Aix-en-Provence"])
  }
}
