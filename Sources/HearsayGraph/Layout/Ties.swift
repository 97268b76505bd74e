/// Which nodes are tied, whatever the direction and however often: an undirected simple graph over 0..<count.
struct Ties {
  /// The number of nodes.
  let count: Int
  /// Where each node's neighbours begin in `ends`, and where the last one's end.
  private let offsets: [Int]
  private let ends: [Int]

  /// The ties of `pairs`; a pair of a node with itself is none.
  init(count: Int, pairs: some Sequence<(Int, Int)>) {
    let pairs = pairs.filter { $0 != $1 }
    let (offsets, ends) = Self.rows(count, pairs.lazy.flatMap { [($0, $1), ($1, $0)] })
    // Read by rows, the same ties come with their ends in order, and what is there twice is side by side.
    let sorted = Self.rows(
      count, (0..<count).lazy.flatMap { row in ends[offsets[row]..<offsets[row + 1]].lazy.map { ($0, row) } })
    var (unique, starts) = ([Int](), [0])
    unique.reserveCapacity(sorted.ends.count)
    starts.reserveCapacity(count + 1)
    for node in 0..<count {
      var last = -1
      for end in sorted.ends[sorted.offsets[node]..<sorted.offsets[node + 1]] where end != last {
        unique.append(end)
        last = end
      }
      starts.append(unique.count)
    }
    self.count = count
    self.offsets = starts
    self.ends = unique
  }

  /// The neighbours of `node`, in order, each once.
  func neighbours(of node: Int) -> ArraySlice<Int> { ends[offsets[node]..<offsets[node + 1]] }

  /// Gives `body` the neighbours of `node`, in order, each once.
  func eachNeighbour(of node: Int, _ body: (Int) -> Void) {
    for place in offsets[node]..<offsets[node + 1] { body(ends[place]) }
  }

  /// The number of neighbours of `node`.
  func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

  /// The connected parts, each a list of nodes in order, by their first nodes.
  var parts: [[Int]] {
    var partOfNode = [Int](repeating: -1, count: count)
    var parts: [[Int]] = []
    for first in 0..<count where partOfNode[first] < 0 {
      var members = [first]
      partOfNode[first] = parts.count
      var next = 0
      while next < members.count {
        for other in neighbours(of: members[next]) where partOfNode[other] < 0 {
          partOfNode[other] = parts.count
          members.append(other)
        }
        next += 1
      }
      parts.append(members.sorted())
    }
    return parts
  }

  /// The ties among `members`, which are numbered from 0 in the order given.
  func part(_ members: [Int]) -> Ties {
    if members.count == count { return self }
    let numbers = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    return Ties(
      count: members.count,
      pairs: members.enumerated().lazy.flatMap { number, node in
        neighbours(of: node).compactMap { other in numbers[other].flatMap { $0 > number ? (number, $0) : nil } }
      })
  }

  /// Fewer nodes, each standing for one or two of these, with the ties between them; and for each node the one that it
  /// went into. Neighbours are joined first, then nodes that share a neighbour, so that stars shrink too.
  var coarsened: (ties: Ties, parents: [Int]) {
    var parents = [Int](repeating: -1, count: count)
    var next = 0
    for node in 0..<count where parents[node] < 0 {
      var mate = -1
      for other in neighbours(of: node) where parents[other] < 0 {
        if mate < 0 || degree(of: other) < degree(of: mate) { mate = other }
      }
      guard mate >= 0 else { continue }
      parents[node] = next
      parents[mate] = next
      next += 1
    }
    for hub in 0..<count {
      var waiting = -1
      for node in neighbours(of: hub) where parents[node] < 0 {
        if waiting < 0 {
          waiting = node
        } else {
          parents[waiting] = next
          parents[node] = next
          next += 1
          waiting = -1
        }
      }
    }
    for node in 0..<count where parents[node] < 0 {
      parents[node] = next
      next += 1
    }
    let known = parents
    let pairs = (0..<count).lazy.flatMap { node in
      neighbours(of: node).lazy.filter { $0 > node }.map { (known[node], known[$0]) }
    }
    return (Ties(count: next, pairs: pairs), parents)
  }

  /// `pairs` by their first members, in the order given.
  private static func rows(_ count: Int, _ pairs: some Sequence<(Int, Int)>) -> (offsets: [Int], ends: [Int]) {
    var offsets = [Int](repeating: 0, count: count + 1)
    let pairs = Array(pairs)
    for (row, _) in pairs { offsets[row + 1] += 1 }
    for row in 0..<count { offsets[row + 1] += offsets[row] }
    var places = offsets
    var ends = [Int](repeating: 0, count: pairs.count)
    for (row, end) in pairs {
      ends[places[row]] = end
      places[row] += 1
    }
    return (offsets, ends)
  }
}
