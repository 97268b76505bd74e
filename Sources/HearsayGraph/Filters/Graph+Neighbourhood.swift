extension Graph {
  /// The part of the graph that lies within `hops` edges of any of `nodes`, whatever way the edges point.
  ///
  /// - Parameters:
  ///   - nodes: Indices into `nodes`.
  ///   - hops: 0 or more.
  public func neighbourhood(of nodes: [Int], hops: Int) -> Graph {
    let ties = Ties(count: self.nodes.count, pairs: edges.ends.lazy.map { ($0.source, $0.target) })
    var isReached = [Bool](repeating: false, count: ties.count)
    for node in nodes { isReached[node] = true }
    var ring = nodes
    var hop = 0
    while hop < hops, !ring.isEmpty {
      var next: [Int] = []
      for node in ring {
        ties.eachNeighbour(of: node) { other in
          guard !isReached[other] else { return }
          isReached[other] = true
          next.append(other)
        }
      }
      ring = next
      hop += 1
    }
    return keeping(nodes: { isReached[$0] })
  }
}
