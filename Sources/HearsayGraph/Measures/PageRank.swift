/// PageRank (S. Brin and L. Page, The Anatomy of a Large-Scale Hypertextual Web Search Engine, 1998).
enum PageRank {
  /// How often an edge is followed, where one does not leap to any node.
  private static let damping = 0.85
  /// The sum of all changes of one sweep at which the shares have settled.
  private static let tolerance = 1e-13
  /// Sweeps after which it is enough in any case: 0.85^300 is below 1e-21.
  private static let mostSweeps = 300

  /// The share of each node; all together are 1. From a node that no edge leaves, one leaps to any, each as likely.
  static func shares(of network: Network) -> [Double] {
    let count = Double(network.count)
    let strengths = network.outgoing.map { $0.reduce(0) { $0 + $1.weight } }
    var shares = [Double](repeating: 1 / count, count: network.count)
    for _ in 0..<mostSweeps {
      var stranded = 0.0
      for node in shares.indices where strengths[node] == 0 { stranded += shares[node] }
      let base = (1 - damping + damping * stranded) / count
      var change = 0.0
      let next = shares.indices.map { node in
        var sum = 0.0
        for (end, weight) in network.incoming[node] { sum += shares[end] * weight / strengths[end] }
        let share = base + damping * sum
        change += abs(share - shares[node])
        return share
      }
      shares = next
      if change < tolerance { break }
    }
    return shares
  }
}
