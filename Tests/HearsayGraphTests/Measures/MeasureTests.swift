import HearsayGraph
import Testing

/// Small graphs whose figures can be worked out by hand; `make conformance` compares greater ones with igraph.
@Suite struct MeasureTests {
  private static func graph(_ count: Int, _ ties: [(Int, Int, Double)]) -> Graph {
    var graph = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([("weight", .double)]))
    for node in 0..<count { graph.addNode("n\(node)", [:]) }
    for (index, (from, to, weight)) in ties.enumerated() {
      graph.addEdge("e\(index)", from: from, to: to, ["weight": .double(weight)])
    }
    return graph
  }

  private static func numbers(_ measure: Measure, _ graph: Graph) -> [[Double]] {
    measure.values(of: graph).map { attribute in
      attribute.values.map { value in
        switch value {
        case .int(let number): Double(number)
        case .double(let number): number
        default: .nan
        }
      }
    }
  }

  @Test(arguments: Measure.allCases)
  func `a measure has a value of its type for each node`(measure: Measure) {
    for graph in [Self.graph(0, []), Self.graph(1, []), Self.graph(2, [(0, 0, 1), (0, 1, 2)])] {
      let attributes = measure.values(of: graph)
      #expect(attributes.map(\.name) == measure.attributes.map(\.name))
      for attribute in attributes {
        #expect(attribute.values.count == graph.nodes.count)
        #expect(attribute.values.allSatisfy { $0?.type == attribute.type })
      }
      #expect(graph.adding(nodeAttributes: attributes).nodeSchema.names == measure.attributes.map(\.name))
    }
  }

  @Test func `an edge to itself counts twice, parallel edges each`() {
    let degrees = Self.numbers(.degree, Self.graph(3, [(0, 0, 1), (0, 1, 1), (0, 1, 1), (2, 0, 1)]))
    #expect(degrees == [[5, 2, 1], [2, 2, 0], [3, 0, 1]])
  }

  @Test func `shares of attention add up to 1, and follow weights`() {
    let shares = Self.numbers(.pagerank, Self.graph(4, [(0, 1, 3), (0, 2, 1), (1, 0, 1), (2, 0, 1)]))[0]
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(shares[1] > shares[2] && shares[2] > shares[3])
    // Of two who follow one another each has half.
    let pair = Self.numbers(.pagerank, Self.graph(2, [(0, 1, 1), (1, 0, 5)]))[0]
    #expect(pair.allSatisfy { abs($0 - 0.5) < 1e-12 })
  }

  @Test(
    arguments: [
      // A path, a detour of the same length, a parallel edge that makes two paths of three.
      (3, [(0, 1, 1.0), (1, 2, 1)], [0, 1, 0]), (4, [(0, 1, 1), (1, 3, 1), (0, 2, 1), (2, 3, 1)], [0, 0.5, 0.5, 0]),
      (4, [(0, 1, 1), (0, 1, 1), (1, 3, 1), (0, 2, 1), (2, 3, 1)], [0, 2.0 / 3, 1.0 / 3, 0]),
      (3, [(0, 1, 1), (2, 1, 1)], [0, 0, 0]),
    ] as [(Int, [(Int, Int, Double)], [Double])])
  func `betweenness is the share of shortest paths`(count: Int, ties: [(Int, Int, Double)], expected: [Double]) {
    let found = Self.numbers(.betweenness, Self.graph(count, ties))[0]
    for (left, right) in zip(found, expected) { #expect(abs(left - right) < 1e-12) }
  }

  @Test func `two triangles and a bridge are two groups`() {
    let ties = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)].map { ($0.0, $0.1, 1.0) }
    let graph = Self.graph(7, ties)
    #expect(Self.numbers(.community, graph)[0] == [1, 1, 1, 2, 2, 2, 3])
    // 6 of 7 edges within, and both groups have half of all ends.
    #expect(abs(Measure.modularity(of: graph) - (6.0 / 7 - 0.5)) < 1e-12)
    #expect(Measure.modularity(of: Self.graph(3, [])) == 0)
  }
}
