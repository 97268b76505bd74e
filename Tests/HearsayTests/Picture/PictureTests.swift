import Foundation
import Hearsay
import HearsayExporters
import HearsayGraph
import HearsayTestSupport
import Testing

@Suite struct PictureTests {
  private let story = lines(Picture(articles: Graph.storyArticles).bytes(of: .story))

  @Test func `the story's picture is its golden file`() throws {
    try expectGolden(Picture(articles: Graph.storyArticles).bytes(of: .story), "story.picture.dot")
  }

  @Test func `statements by one about another are one line with their number and commonest act`() throws {
    let line = try #require(story.first { $0.hasPrefix("  \"person.mira-solano\" -> \"country.FR\"") })
    #expect(line.contains("\"label\"=\"accuses, demands ×3\""))
    #expect(line.contains("\"color\"=\"#C24E00\"") && line.contains("\"penwidth\"=\"2.6\""))
    #expect(story.count { $0.hasPrefix("  \"person.mira-solano\" -> \"country.FR\"") } == 1)
  }

  @Test func `a line tells speaker, words, date and article`() throws {
    let line = try #require(
      story.first { $0.hasPrefix("  \"person.teodor-vance\" -> \"organization.lake-authority\"") })
    #expect(line.contains("Teodor Vance → Joint Authority for the Lake and Its Tributaries: 1 statement"))
    #expect(line.contains("praises, 2031-05-01: “Its engineers do fine work.” (The lake, day 4: "))
  }

  @Test func `an actor tells kind and counts`() throws {
    let node = try #require(story.first { $0.hasPrefix("  \"country.CH\" [") })
    #expect(node.contains("\"tooltip\"=\"Switzerland (country)\\n0 statements, 21 mentions, 6 articles\""))
  }

  // Switzerland and Mira Solano are named together seven times, and tied by her office already.
  @Test func `a grey line ties only what nothing else does`() {
    #expect(!story.contains { $0.hasPrefix("  \"country.CH\" -> \"person.mira-solano\"") })
    #expect(story.contains { $0.hasPrefix("  \"organization.un\" -> \"organization.world-bank\"") })
  }

  @Test func `the heading says what is not drawn`() {
    let heading = story.first { $0.contains("Who said what about whom") }
    #expect(heading?.contains("25 actors, 27 statements in 5 articles (not drawn: +2 more actors)") == true)
  }

  @Test(arguments: [1, 2, 5, 10])
  func `no more actors are drawn than fit`(most: Int) {
    var limits = Picture.Limits()
    limits.mostActors = most
    let drawn = lines(Picture(limits: limits).bytes(of: .story))
    let actors = drawn.count { $0.hasPrefix("  \"") && !$0.contains(" -> ") && !$0.hasPrefix("  \"legend") }
    #expect(actors <= max(most, limits.fewActors))
    #expect(drawn.contains { $0.contains("more statement") && $0.contains("not drawn") })
  }

  @Test func `a graph without edges shows its weightiest actors`() {
    var graph = Graph(nodeSchema: Vocabulary.nodeSchema, edgeSchema: Vocabulary.edgeSchema)
    for index in 0..<30 {
      graph.addNode("person.p\(index)", ["label": .string("P"), "kind": .string("person"), "mentions": .int(index)])
    }
    let drawn = lines(Picture().bytes(of: graph))
    #expect(drawn.contains { $0.hasPrefix("  \"person.p29\"") } && !drawn.contains { $0.hasPrefix("  \"person.p2\"") })
    #expect(drawn.contains { $0.contains("12 actors, 0 statements in 0 articles (not drawn: +18 more actors)") })
  }

  // Goldens of this kind are drawn, and their drawings checked, by the command's suite and by Scripts/conformance.
  @Test func `names and words of every kind are drawn`() throws {
    let texts = [
      "\"x\" \"y\"", "back \\", "\\N \\G \\l", "two\nlines", "dos\r\nline", "a\ttab", "]]> <![CDATA[ -->",
      "a <b>c</b> & d",
      "&nbsp; &bogus; &#233;", "control \u{1} \u{0}", "no \u{FFFE} \u{FFFF}", "👩‍👩‍👧‍👦 🇰🇿", "מגילה العربية", "日本語", "{a|b}",
      "<b>not HTML</b>", " ", String(repeating: "endless ", count: 60), String(repeating: "x", count: 400),
    ]
    var graph = Graph(nodeSchema: Vocabulary.nodeSchema, edgeSchema: Vocabulary.edgeSchema)
    for (index, text) in texts.enumerated() {
      graph.addNode(
        "person.p\(index)",
        ["label": .string(text), "kind": .string("person"), "aliases": .list([text]), "note": .string(text)])
    }
    for (index, text) in texts.enumerated() {
      graph.addEdge(
        "e\(index)", from: index, to: (index + 1) % texts.count,
        [
          "label": .string("say"), "kind": .string("statement"), "act": .string("say"), "text": .string(text),
          "document": .string("d"), "statement": .string("s\(index)"), "weight": .double(1),
        ])
    }
    graph.addEdge("loop", from: 0, to: 0, ["kind": .string("role"), "role": .string(texts[0])])
    try expectGolden(
      Picture(articles: ["d": .init(title: texts[0], url: "https://example.org/\"a&amp;b")]).bytes(of: graph),
      "awkward.picture.dot")
  }

  @Test func `a line leads to its article, where that is on the web`() throws {
    let line = try #require(story.first { $0.hasPrefix("  \"person.mira-solano\" -> \"country.FR\"") })
    #expect(line.contains("\"URL\"=\"https://example.org/lake?day=1&amp;lang=en\""))
    let plain = lines(Picture().bytes(of: .story))
    #expect(!plain.contains { $0.contains("URL") })
    let articles = Graph.storyArticles.mapValues { Picture.Article(title: $0.title, url: "javascript:alert(1)") }
    #expect(!lines(Picture(articles: articles).bytes(of: .story)).contains { $0.contains("javascript") })
  }

  @Test func `the legend has what is drawn, and nothing else`() throws {
    let legend = try #require(story.first { $0.hasPrefix("  \"legend\"") })
    #expect(legend.contains("person (oval)") && legend.contains("named together"))
    #expect(!legend.contains("place") && !legend.contains("agrees about third parties"))
  }

  @Test func `a dark picture has the same content on a dark ground`() {
    let dark = lines(Picture(articles: Graph.storyArticles, style: .dark).bytes(of: .story))
    #expect(dark.count == story.count)
    #expect(dark.contains { $0.contains("\"bgcolor\"=\"#14181D\"") } && !dark.contains { $0.contains("#0072B2") })
  }

  @Test(arguments: [
    (GraphView.speakers, "speaks"), (.twoMode, "speaks"), (.agreement, "agreement"), (.conflict, "conflict"),
    (.coMention, "mention"),
  ])
  func `every view of actors has a picture`(view: GraphView, kind: String) throws {
    let graph = GraphBuilder(GraphOptions(view: view)).graph(of: try StatedCorpus.fiveStatements())
    let drawn = lines(Picture(title: view.title).bytes(of: graph))
    #expect(drawn.count { $0.contains("\"id\"=\"line.") } == (view == .twoMode ? 4 : graph.edges.count))
    #expect(drawn.contains { $0.contains("\"label\"=\"\(view.title): ") })
    #expect(Picture().leftOut(of: graph) == nil)
  }

  @Test func `an empty graph has a picture`() {
    let empty = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([]))
    #expect(lines(Picture().bytes(of: empty)).last == "}")
  }
}

private func lines(_ bytes: [UInt8]) -> [String] {
  String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
