/// Groups of nodes with more weight within than chance would put there (V. D. Blondel and others, Fast unfolding of communities
/// in large networks, Journal of Statistical Mechanics, 2008).
///
/// Directions make no difference; parallel edges add up. The method leaves open in which order nodes are asked where they
/// belong; here it is that of the graph, so the same graph has the same groups. No node would gain by going to another group,
/// and a group whose parts nothing ties is parted.
struct Communities {
  /// A network without directions: for each node its neighbours in order, each once, with the weight to them.
  private struct Level {
    var neighbours: [[(end: Int, weight: Double)]]
    /// The weight of each node's ties to itself, counted twice.
    var loops: [Double]

    /// The sum of the weights at each node; those of ties to itself twice.
    var strengths: [Double] { zip(neighbours, loops).map { $0.reduce(0) { $0 + $1.weight } + $1 } }
  }

  /// A gain below this is none: sums of weights are rounded.
  private static let leastGain = 1e-10

  /// The group of each node, from 1, the largest first; of two as large, that of the node that comes first.
  let numbers: [Int]
  /// How good the groups are: at most 1.
  let modularity: Double

  init(_ network: Network) {
    let base = Self.level(network)
    var groups = Array(0..<network.count)
    // Each round gains, so there is an end; rounded sums must not be able to hinder it.
    for _ in 0..<100 {
      let before = groups
      // Every node alone may move between the groups, then whole groups may join, until nothing changes.
      groups = Self.moved(base, from: groups)
      groups = Self.parted(base, groups)
      groups = Self.joined(base, groups)
      if Self.numbered(groups) == Self.numbered(before) { break }
    }
    numbers = Self.numbered(groups)
    modularity = Self.modularity(base, groups)
  }

  /// `groups` after each node, in order and as often as any gains, has gone where it gains most.
  private static func moved(_ level: Level, from groups: [Int]) -> [Int] {
    var groups = groups
    let strengths = level.strengths
    let total = strengths.reduce(0, +)
    guard total > 0 else { return groups }
    var sums = [Double](repeating: 0, count: groups.count)
    for (node, group) in groups.enumerated() { sums[group] += strengths[node] }
    var weights = [Double](repeating: 0, count: groups.count)
    var hasMoved = true
    var sweeps = 0
    // Rounded sums could in principle send a node to and fro; a thousand sweeps are more than any graph needs.
    while hasMoved, sweeps < 1000 {
      hasMoved = false
      sweeps += 1
      for node in groups.indices where !level.neighbours[node].isEmpty {
        var near: [Int] = []
        for (end, weight) in level.neighbours[node] {
          if weights[groups[end]] == 0 { near.append(groups[end]) }
          weights[groups[end]] += weight
        }
        let own = groups[node]
        sums[own] -= strengths[node]
        func gain(_ group: Int) -> Double { weights[group] - sums[group] * strengths[node] / total }
        var best = own
        for group in near where gain(group) > gain(best) + leastGain * total { best = group }
        // To be alone may be best of all.
        if gain(best) < -leastGain * total, let empty = sums.indices.first(where: { sums[$0] == 0 }) { best = empty }
        sums[best] += strengths[node]
        if best != own {
          groups[node] = best
          hasMoved = true
        }
        for group in near { weights[group] = 0 }
      }
    }
    return groups
  }

  /// `groups` with those parted whose nodes do not hang together.
  private static func parted(_ level: Level, _ groups: [Int]) -> [Int] {
    var parts = [Int](repeating: -1, count: groups.count)
    for first in groups.indices where parts[first] < 0 {
      parts[first] = first
      var waiting = [first]
      while let node = waiting.popLast() {
        for (end, _) in level.neighbours[node] where parts[end] < 0 && groups[end] == groups[first] {
          parts[end] = first
          waiting.append(end)
        }
      }
    }
    return parts
  }

  /// `groups` after those have been joined that are better together, and theirs again.
  private static func joined(_ level: Level, _ groups: [Int]) -> [Int] {
    let numbers = numbered(groups)
    let count = (numbers.max() ?? 0)
    guard count > 1 else { return groups }
    let smaller = joined(level, by: numbers, count: count)
    let alone = Array(0..<count)
    let moved = moved(smaller, from: alone)
    if moved == alone { return groups }
    let further = joined(smaller, moved)
    return numbers.map { further[$0 - 1] }
  }

  /// The network of groups, numbered from 1.
  private static func joined(_ level: Level, by numbers: [Int], count: Int) -> Level {
    var sums = [[Int: Double]](repeating: [:], count: count)
    var loops = [Double](repeating: 0, count: count)
    for (node, neighbours) in level.neighbours.enumerated() {
      loops[numbers[node] - 1] += level.loops[node]
      for (end, weight) in neighbours {
        if numbers[end] == numbers[node] {
          loops[numbers[node] - 1] += weight
        } else {
          sums[numbers[node] - 1][numbers[end] - 1, default: 0] += weight
        }
      }
    }
    return Level(neighbours: sums.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }, loops: loops)
  }

  private static func level(_ network: Network) -> Level {
    var sums = [[Int: Double]](repeating: [:], count: network.count)
    var loops = [Double](repeating: 0, count: network.count)
    for (node, edges) in network.outgoing.enumerated() {
      for (end, weight) in edges {
        if end == node {
          loops[node] += 2 * weight
        } else {
          sums[node][end, default: 0] += weight
          sums[end][node, default: 0] += weight
        }
      }
    }
    return Level(neighbours: sums.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }, loops: loops)
  }

  private static func numbered(_ groups: [Int]) -> [Int] {
    var sizes: [Int: (size: Int, first: Int)] = [:]
    for (node, group) in groups.enumerated() { sizes[group, default: (0, node)].size += 1 }
    let order = sizes.sorted { ($1.value.size, $0.value.first) < ($0.value.size, $1.value.first) }
    let numbers = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, $0 + 1) })
    return groups.map { numbers[$0]! }
  }

  private static func modularity(_ level: Level, _ groups: [Int]) -> Double {
    let strengths = level.strengths
    let total = strengths.reduce(0, +)
    guard total > 0 else { return 0 }
    var within = [Double](repeating: 0, count: groups.count)
    var sums = within
    for (node, group) in groups.enumerated() {
      sums[group] += strengths[node]
      within[group] += level.loops[node]
      for (end, weight) in level.neighbours[node] where groups[end] == group { within[group] += weight }
    }
    return zip(within, sums).reduce(0) { $0 + $1.0 / total - $1.1 * $1.1 / (total * total) }
  }
}
