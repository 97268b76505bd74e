import Hearsay
import HearsayExporters
import HearsayGraph
import Testing

@Suite struct VocabularyRulesTests {
  private let rules = Vocabulary.rules

  @Test func `every kind speaks of attributes that the schemas have`() {
    for kind in rules.nodes {
      for name in kind.requires + kind.allows { #expect(rules.nodeSchema.column(of: name) != nil, "\(name)") }
    }
    for kind in rules.edges {
      for name in kind.requires + kind.allows { #expect(rules.edgeSchema.column(of: name) != nil, "\(name)") }
    }
    for name in rules.values.keys {
      #expect(rules.nodeSchema.column(of: name) != nil || rules.edgeSchema.column(of: name) != nil, "\(name)")
    }
  }

  @Test func `every attribute belongs to some kind`() {
    let ofNodes = Set(rules.nodes.flatMap { $0.requires + $0.allows } + ["label", "kind"])
    #expect(Set(rules.nodeSchema.names) == ofNodes)
    let ofEdges = Set(rules.edges.flatMap { $0.requires + $0.allows } + rules.evidence.flatMap(\.self))
    #expect(Set(rules.edgeSchema.names) == ofEdges.union(["label", "kind", "weight"]))
  }

  @Test func `every edge joins kinds of node that there are`() {
    let kinds = Set(rules.nodes.map(\.kind))
    for edge in rules.edges { #expect(kinds.isSuperset(of: edge.from + edge.to), "\(edge.kind)") }
  }
}
