import HearsayGraph
import Testing

@Suite struct FilterTests {
  private static func path(_ count: Int) -> Graph {
    var graph = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([]))
    for node in 0..<count { graph.addNode("n\(node)", [:]) }
    for node in 1..<max(1, count) { graph.addEdge("e\(node)", from: node, to: node - 1, [:]) }
    return graph
  }

  @Test(arguments: [
    (0, ["n3"]), (1, ["n2", "n3", "n4"]), (2, ["n1", "n2", "n3", "n4", "n5"]),
    (9, ["n0", "n1", "n2", "n3", "n4", "n5", "n6"]),
  ])
  func `a neighbourhood is what lies within so many edges, whatever their direction`(hops: Int, ids: [String]) {
    let part = Self.path(7).neighbourhood(of: [3], hops: hops)
    #expect(part.nodes.map(\.id) == ids)
    #expect(part.edges.count == ids.count - 1)
  }

  @Test func `a part keeps ids, order and ends`() {
    let part = Self.path(5).keeping(nodes: { $0 != 2 }, edges: { $0 != 0 })
    #expect(part.nodes.map(\.id) == ["n0", "n1", "n3", "n4"])
    #expect(part.edges.map(\.id) == ["e4"])
    #expect(part.nodes[part.edges[0].source].id == "n4" && part.nodes[part.edges[0].target].id == "n3")
    #expect(part.index(ofNode: "n3") == 2 && part.index(ofNode: "n2") == nil)
    #expect(part.withoutLoneNodes().nodes.map(\.id) == ["n3", "n4"])
    #expect(part.withoutLoneNodes(but: ["n0"]).nodes.map(\.id) == ["n0", "n3", "n4"])
  }

  // A node with ties of 8, 1 and 1: by chance one has 8 tenths with probability 0.2 squared.
  @Test(arguments: [true, false])
  func `a heavy tie among light ones is no chance`(isDirected: Bool) {
    let ties = [(0, 1, 8.0), (0, 2, 1), (0, 3, 1)].map { DisparityFilter.Tie(source: $0.0, target: $0.1, weight: $0.2) }
    let found = DisparityFilter.probabilities(of: ties, nodeCount: 4, isDirected: isDirected)
    for (probability, expected) in zip(found, [0.04, 0.81, 0.81]) { #expect(abs(probability - expected) < 1e-12) }
  }

  @Test func `without directions what enters counts with what leaves`() {
    let ties = [(0, 1, 8.0), (2, 0, 1), (3, 0, 1)].map { DisparityFilter.Tie(source: $0.0, target: $0.1, weight: $0.2) }
    let undirected = DisparityFilter.probabilities(of: ties, nodeCount: 4, isDirected: false)
    #expect(abs(undirected[0] - 0.04) < 1e-12)
    // Of the only tie that leaves a node, or enters one, nothing can be said.
    #expect(DisparityFilter.probabilities(of: ties, nodeCount: 4, isDirected: true)[0] == 1)
  }
}
