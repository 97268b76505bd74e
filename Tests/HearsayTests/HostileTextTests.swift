import HearsayCore
import HearsayGraph
import Testing

@testable import Hearsay

/// Texts that nobody wrote to be read: every stage takes them, in time that grows with their length.
@Suite struct HostileTextTests {
  @Test(
    arguments: [
      "Minister Foo ", "He said that she ", ", and Kyiv said ", "Anna Aaaa, ", "( CSTO ( NATO ) ", "“ he said ",
      "a: b; ",
      "he she it who ", "said ",
    ])
  func `a sentence without an end is read`(piece: String) throws {
    let opening = "The minister said on Monday that the talks would go on.\n\n"
    let pipeline = Pipeline.standard
    var document = Document(text: opening + String(repeating: piece, count: 4000) + "went home.", source: "hostile.txt")
    pipeline.annotate(&document)
    #expect(!document.statements.isEmpty)
    let graph = GraphBuilder().graph(of: Corpus([document]))
    #expect(graph.edges.count < 100_000)
  }
}
