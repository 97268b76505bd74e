/// Betweenness (U. Brandes, A Faster Algorithm for Betweenness Centrality, Journal of Mathematical Sociology 25, 2001).
///
/// Paths follow the edges' directions; every edge is as long as any other; parallel edges make paths of their own. It is not
/// divided by the number of pairs.
enum Betweenness {
  /// For each node, the sum over all pairs of others of the share of their shortest paths that lead through it.
  static func values(of network: Network) -> [Double] {
    var values = [Double](repeating: 0, count: network.count)
    for source in 0..<network.count where !network.outgoing[source].isEmpty {
      var distances = [Int](repeating: -1, count: network.count)
      var paths = [Double](repeating: 0, count: network.count)
      (distances[source], paths[source]) = (0, 1)
      var order = [source]
      var next = 0
      while next < order.count {
        let node = order[next]
        next += 1
        for (end, _) in network.outgoing[node] {
          if distances[end] < 0 {
            distances[end] = distances[node] + 1
            order.append(end)
          }
          if distances[end] == distances[node] + 1 { paths[end] += paths[node] }
        }
      }
      var shares = [Double](repeating: 0, count: network.count)
      for node in order.reversed() where node != source {
        for (end, _) in network.incoming[node] where distances[end] >= 0 && distances[end] + 1 == distances[node] {
          shares[end] += paths[end] / paths[node] * (1 + shares[node])
        }
        values[node] += shares[node]
      }
    }
    return values
  }
}
