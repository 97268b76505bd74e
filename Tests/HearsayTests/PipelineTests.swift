import Hearsay
import HearsayCore
import HearsayTestSupport
import Testing

@Suite struct PipelineTests {
  private struct Stage: Annotator {
    let reads: Set<Layer>
    let fills: Set<Layer>
    func annotate(_ document: inout Document) {
      document.diagnostics.append(Diagnostic(.note, source: "", message: ""))
    }
  }

  @Test func `a stage that reads what none before it fills makes no pipeline`() {
    #expect(throws: PipelineError.unmetLayer(stage: "Stage", layer: .names)) {
      try Pipeline([Stage(reads: [], fills: [.tokens]), Stage(reads: [.tokens, .names], fills: [.mentions])])
    }
  }

  @Test func `a layer that is filled twice makes no pipeline`() {
    #expect(throws: PipelineError.layerFilledTwice(stage: "Stage", layer: .tokens)) {
      try Pipeline([Stage(reads: [], fills: [.tokens]), Stage(reads: [], fills: [.tokens])])
    }
  }

  @Test func `stages run in order on the same document`() throws {
    let pipeline = try Pipeline([Stage(reads: [], fills: [.tokens]), Stage(reads: [.tokens], fills: [.sentences])])
    var document = Document(text: "One.", source: "x")
    pipeline.annotate(&document)
    #expect(document.diagnostics.count == 2)
  }

  @Test(arguments: [
    ("Tehran has doubts about the deal.", "country.IR"), ("Moscow had military ambitions there.", "country.RU"),
    ("Tehran has a population of nine million.", "place.tehran"), ("Moscow had heavy snow.", "place.moscow"),
  ])
  func `a capital acts where it has what governments have`(text: String, entity: String) {
    var document = Document(text: text, source: "x")
    Pipeline.standard.annotate(&document)
    #expect(document.mentions.first?.entity == entity)
  }
}
