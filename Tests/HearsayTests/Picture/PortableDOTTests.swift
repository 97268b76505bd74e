import Hearsay
import HearsayExporters
import HearsayGraph
import Testing

@Suite struct PortableDOTTests {
  private static func text(_ graph: Graph) -> String {
    String(decoding: DOTExporter(style: StyleTable.standard.graphStyle).bytes(of: graph), as: UTF8.self)
  }

  @Test func `what export wrote is read again`() throws {
    let graph = try #require(PortableDOT.graph(of: Self.text(.story)))
    #expect(graph.nodes.map(\.id) == Graph.story.nodes.map(\.id))
    #expect(graph.edges.map { [$0.source, $0.target] } == Graph.story.edges.map { [$0.source, $0.target] })
    for (left, right) in zip(graph.edges, Graph.story.edges) {
      for name in Graph.story.edgeSchema.names {
        #expect(graph.value(name, of: left) == Graph.story.value(name, of: right), "\(name)")
      }
    }
    let pictures = [Graph.story, graph].map { String(decoding: Picture().bytes(of: $0), as: UTF8.self) }
    let isSame = pictures[0] == pictures[1]
    #expect(isSame)
  }

  @Test func `an evidence view is drawn as who said what about whom`() throws {
    let evidence = GraphBuilder(GraphOptions(view: .evidence)).graph(of: try StatedCorpus.fiveStatements())
    let graph = try #require(PortableDOT.graph(of: Self.text(evidence)))
    #expect(graph.articles.count == 3)
    let spoken = graph.spoken
    #expect(spoken.nodes.map(\.id) == ["country.FI", "country.IS", "country.NO", "country.RU", "country.SE"])
    #expect(spoken.edges.count == 5)
    let drawn = String(decoding: Picture(articles: graph.articles).bytes(of: spoken), as: UTF8.self)
    #expect(drawn.contains("accuses, criticizes ×2"))
  }

  @Test func `marks, line ends and lists come back`() throws {
    var story = Graph(nodeSchema: Vocabulary.nodeSchema, edgeSchema: Vocabulary.edgeSchema)
    let text = "a \"b\" \\ c\n&amp; d;"
    story.addNode("person.a", ["label": .string(text), "aliases": .list([text, "é"]), "mentions": .int(-3)])
    let graph = try #require(PortableDOT.graph(of: Self.text(story)))
    #expect(graph.value("label", of: graph.nodes[0]) == .string(text))
    #expect(graph.value("aliases", of: graph.nodes[0]) == .list([text, "é"]))
    #expect(graph.value("mentions", of: graph.nodes[0]) == .int(-3))
  }

  @Test(arguments: [
    "digraph { a -> b }", "", "digraph \"G\" {\n  a;\n}\n", "digraph \"G\" {\n  \"a\" [\"b\"=\"c\n}\n",
    "digraph \"G\" {\n  \"a\" -> \"b\" [];\n}\n", "digraph \"picture\" {\n}\n", "digraph \"G\" {\n  \"1\" [];\n}\n",
  ])
  func `other DOT is left to Graphviz`(text: String) {
    #expect(PortableDOT.graph(of: text) == nil)
  }
}
