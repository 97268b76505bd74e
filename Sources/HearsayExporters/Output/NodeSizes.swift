import HearsayGraph

/// How large nodes are drawn: by the number of their edges.
enum NodeSizes {
  /// A size for each node that grows with the square root of the number of its edges, so that areas compare; 10 to 100.
  static func sizes(of graph: Graph) -> [Double] {
    var degrees = [Int](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges.ends {
      degrees[edge.source] += 1
      degrees[edge.target] += 1
    }
    return degrees.map { min(100, (10 * (10 * Double(max(1, $0)).squareRoot())).rounded() / 10) }
  }
}
