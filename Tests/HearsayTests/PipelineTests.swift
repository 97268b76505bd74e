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
}
