import Hearsay
import HearsayExporters
import HearsayGraph
import HearsayTestSupport
import Testing

/// A picture of far more than a page holds. The golden file is drawn, and its labels checked, by the command's suite.
@Suite struct CrowdTests {
  /// 300 actors of long and short names, 900 statements, most of them by and about a few, and 300 joint mentions.
  private static let crowd: Graph = {
    var graph = Graph(nodeSchema: Vocabulary.nodeSchema, edgeSchema: Vocabulary.edgeSchema)
    var state: UInt64 = 7
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let first = ["Mira", "Teodor", "Ilse", "Kofi", "Rana", "Luc", "Pavel", "An", "João", "Sigrún"]
    let last = [
      "Solano", "Vance", "Brandt", "Adjei", "Haddad", "Moreau", "Dušek", "Nguyễn", "de Almeida e Castro", "Oh",
    ]
    for index in 0..<300 {
      let kind = ["person", "organization", "country"][index % 3]
      let name = "\(first[index % 10]) \(last[index / 10 % 10])\(index < 100 ? "" : " \(index)")"
      let label = kind == "organization" ? "\(name) Foundation for the Common Good" : name
      graph.addNode(
        "\(kind).n\(index)", ["label": .string(label), "kind": .string(kind), "mentions": .int(300 - index)])
    }
    let acts = Vocabulary.acts
    for index in 0..<900 {
      // The square of a chance is small more often than not.
      let (from, to) = (below(300) * below(300) / 300, below(300) * below(300) / 300)
      guard from != to else { continue }
      let act = acts[below(acts.count)]
      graph.addEdge(
        "s\(index)", from: from, to: to,
        [
          "label": .string(act), "kind": .string("statement"), "act": .string(act), "weight": .double(1),
          "statement": .string("statement.\(index)"), "text": .string("The words of statement \(index)."),
          "document": .string("document.\(index % 40)"),
        ])
    }
    for index in 0..<300 {
      graph.addEdge(
        "m\(index)", from: index, to: below(300),
        ["label": .string("mention"), "kind": .string("mention"), "count": .int(1 + below(4)), "weight": .double(1)])
    }
    return graph
  }()

  @Test func `a crowd is drawn as far as a page holds it`() throws {
    let picture = Picture()
    try expectGolden(picture.bytes(of: Self.crowd), "crowd.picture.dot")
    let left = try #require(picture.leftOut(of: Self.crowd))
    #expect(left.contains("+270 more actors"))
    let text = String(decoding: picture.bytes(of: Self.crowd), as: UTF8.self)
    #expect(text.contains("(not drawn: \(left))"))
    #expect(text.matches(of: /"id"="line\./).count <= 30 + 45)
  }
}
