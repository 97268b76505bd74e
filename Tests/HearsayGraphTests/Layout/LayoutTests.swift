import HearsayGraph
import Testing

@Suite struct LayoutTests {
  private static func graph(_ count: Int, _ ties: [(Int, Int)]) -> Graph {
    var graph = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([]))
    for node in 0..<count { graph.addNode("n\(node)", [:]) }
    for (index, (from, to)) in ties.enumerated() { graph.addEdge("e\(index)", from: from, to: to, [:]) }
    return graph
  }

  private static func distance(_ a: NodePosition, _ b: NodePosition) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// A grid of so many by so many nodes.
  private static func grid(_ side: Int) -> Graph {
    var ties: [(Int, Int)] = []
    for node in 0..<side * side {
      if node % side + 1 < side { ties.append((node, node + 1)) }
      if node + side < side * side { ties.append((node, node + side)) }
    }
    return graph(side * side, ties)
  }

  @Test(arguments: [
    (0, []), (1, []), (1, [(0, 0)]), (2, []), (2, [(0, 1), (0, 1), (1, 0)]), (3, [(0, 1)]),
    (9, [(3, 4), (4, 5), (8, 3)]),
  ])
  func `every node has a place of its own`(count: Int, ties: [(Int, Int)]) {
    let places = Layout.positions(of: Self.graph(count, ties))
    #expect(places.count == count)
    #expect(Set(places).count == count)
    #expect(places.allSatisfy { $0.x.isFinite && $0.y.isFinite })
  }

  @Test func `a star of many rays has no two nodes in one place`() {
    let places = Layout.positions(of: Self.graph(301, (1...300).map { (0, $0) }))
    #expect(Set(places).count == 301)
    let rays = places.dropFirst().map { Self.distance($0, places[0]) }
    #expect(rays.max()! < 6 * rays.min()!)
  }

  @Test func `a long ring stays a ring`() {
    let count = 64
    let places = Layout.positions(of: Self.graph(count, (0..<count).map { ($0, ($0 + 1) % count) }))
    let steps = (0..<count).map { Self.distance(places[$0], places[($0 + 1) % count]) }
    #expect(steps.max()! < 2 * steps.min()!)
    // What lies opposite is far away.
    #expect((0..<count / 2).allSatisfy { Self.distance(places[$0], places[$0 + count / 2]) > 500 })
  }

  @Test func `a grid unfolds`() {
    let side = 12
    let places = Layout.positions(of: Self.grid(side))
    let tied = (0..<side * side - 1).filter { $0 % side + 1 < side }.map { Self.distance(places[$0], places[$0 + 1]) }
    let corners = [0, side - 1, side * (side - 1), side * side - 1]
    #expect(tied.max()! < 250)
    for corner in corners {
      for other in corners where other != corner { #expect(Self.distance(places[corner], places[other]) > 700) }
    }
  }

  @Test func `the mean length of an edge is the spacing`() {
    let graph = Self.grid(5)
    for spacing in [1.0, 100, 250] {
      let places = Layout.positions(of: graph, spacing: spacing)
      let lengths = graph.edges.map { Self.distance(places[$0.source], places[$0.target]) }
      #expect(abs(lengths.reduce(0, +) / Double(lengths.count) - spacing) < 0.01)
    }
  }

  @Test func `parts lie apart, round the middle`() {
    // Two triangles, a pair and four that nothing ties.
    let ties = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7)]
    let places = Layout.positions(of: Self.graph(12, ties))
    for left in 0..<12 {
      for right in 0..<left where !ties.contains(where: { $0 == (left, right) || $0 == (right, left) }) {
        #expect(Self.distance(places[left], places[right]) > 70, "\(left) and \(right)")
      }
    }
    let middle = (places.map(\.x).min()! + places.map(\.x).max()!, places.map(\.y).min()! + places.map(\.y).max()!)
    #expect(abs(middle.0) < 100 && abs(middle.1) < 100)
  }

  // The figures are those of the first machine that ran it. Another may not differ in the last digit.
  @Test func `positions are the same on every machine`() {
    let places = Layout.positions(of: Self.graph(10, [(0, 1), (1, 2), (2, 3), (3, 0), (1, 4), (4, 5), (6, 7)]))
    let spelled = places.map { "\($0.x) \($0.y)" }
    #expect(
      spelled == [
        "-117.74 0.69", "-27.57 50.0", "-117.74 99.31", "-190.72 50.0", "91.86 50.0", "190.72 50.0", "-90.72 -99.31",
        "-190.72 -99.31", "9.28 -99.31", "109.28 -99.31",
      ])
  }
}
