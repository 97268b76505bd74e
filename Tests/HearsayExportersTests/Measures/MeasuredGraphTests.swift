import HearsayExporters
import HearsayGraph
import HearsayTestSupport
import Testing

/// Graphs with every measure of their nodes, as files that `make conformance` has igraph measure again.
@Suite struct MeasuredGraphTests {
  /// A number of 0..<`limit` that looks random and is always the same.
  private struct Chance {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  private static func graph(_ count: Int, edges: Int, seed: UInt64, isClustered: Bool = false) -> Graph {
    var chance = Chance(seed)
    var graph = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([("weight", .double)]))
    for node in 0..<count { graph.addNode("n\(node)", [:]) }
    for edge in 0..<edges {
      let source = chance.below(count)
      // Within a group of eight, mostly; now and then to itself; the last nodes are left alone.
      let near = source / 8 * 8 + chance.below(8)
      let target = isClustered && chance.below(5) > 0 ? min(near, count - 1) : chance.below(count)
      guard source < count - 3, target < count - 3 else { continue }
      let weight = Double(1 + chance.below(12)) / 4
      graph.addEdge("e\(edge)", from: source, to: target, ["weight": .double(weight)])
      if chance.below(6) == 0 { graph.addEdge("e\(edge)p", from: source, to: target, ["weight": .double(0.3)]) }
      if chance.below(9) == 0 { graph.addEdge("e\(edge)l", from: source, to: source, ["weight": .double(1.7)]) }
    }
    return graph
  }

  /// By the name of the golden file: sparse and in many parts, dense, clustered, and one without edges.
  private static let graphs: [String: Graph] = [
    "sparse": graph(60, edges: 50, seed: 1), "dense": graph(30, edges: 300, seed: 2),
    "clustered": graph(120, edges: 400, seed: 3, isClustered: true), "empty": graph(5, edges: 0, seed: 4),
  ]

  @Test(arguments: graphs.keys.sorted())
  func `a measured graph is its golden file`(name: String) throws {
    let graph = Self.graphs[name]!
    let measured = graph.adding(nodeAttributes: Measure.allCases.flatMap { $0.values(of: graph) })
    try expectGolden(GraphMLExporter().bytes(of: measured), "measured.\(name).graphml")
  }
}
