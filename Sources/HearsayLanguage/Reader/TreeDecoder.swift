/// The best dependency tree with one root (Chu and Liu 1965, Edmonds 1967).
enum TreeDecoder {
  /// The head of each of `count` words, from 1; 0 is the root. `scores[dependent * stride + head]`, both from 0, head 0 the
  /// root and head i + 1 the word i.
  ///
  /// Where the best tree has several words under the root, the best of the trees with each of them alone there.
  static func heads(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Int] {
    guard count > 1 else { return [Int](repeating: 0, count: count) }
    let size = count + 1
    let full = matrix(scores, count: count, stride: stride)
    var heads = maximumTree(full, size)
    let roots = (1..<size).filter { heads[$0] == 0 }
    if roots.count != 1 {
      var best = -Float.infinity
      for root in roots {
        var single = full
        for dependent in 1..<size { single[dependent * size] = -.infinity }
        for head in 0..<size { single[root * size + head] = -.infinity }
        single[root * size] = full[root * size]
        let candidate = maximumTree(single, size)
        var total: Float = 0
        for dependent in 1..<size { total += single[dependent * size + candidate[dependent]] }
        if total > best { (best, heads) = (total, candidate) }
      }
    }
    return Array(heads.dropFirst())
  }

  /// How many words hang from the root in the best tree where that number is free.
  static func unconstrainedRoots(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> Int {
    let heads = maximumTree(matrix(scores, count: count, stride: stride), count + 1)
    return heads.dropFirst().filter { $0 == 0 }.count
  }

  /// The scores with a row for the root too, and none of a word with itself.
  private static func matrix(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Float] {
    let size = count + 1
    var full = [Float](repeating: -.infinity, count: size * size)
    for dependent in 0..<count {
      for head in 0..<size where head != dependent + 1 {
        full[(dependent + 1) * size + head] = scores[dependent * stride + head]
      }
    }
    return full
  }

  /// The best tree from node 0 over `size` nodes: `scores[dependent * size + head]`.
  private static func maximumTree(_ scores: [Float], _ size: Int) -> [Int] {
    var heads = [Int](repeating: 0, count: size)
    for dependent in 1..<size {
      let row = dependent * size
      var best = 0
      for head in 1..<size where scores[row + head] > scores[row + best] { best = head }
      heads[dependent] = best
    }
    heads[0] = -1
    guard let cycle = cycle(heads) else { return heads }
    var isInside = [Bool](repeating: false, count: size)
    for node in cycle { isInside[node] = true }
    let outside = (0..<size).filter { !isInside[$0] }
    return expanded(scores, size, heads, cycle, outside)
  }

  /// The tree where `cycle` shrinks to one node, the last of a smaller graph, opened again.
  private static func expanded(
    _ scores: [Float], _ size: Int, _ heads: [Int], _ cycle: [Int], _ outside: [Int]
  ) -> [Int] {
    let small = outside.count + 1
    var shrunk = [Float](repeating: -.infinity, count: small * small)
    /// For each node outside, the member of the cycle that it would enter, and the one that it would hang from.
    var enter = [Int](repeating: 0, count: outside.count)
    var leave = [Int](repeating: 0, count: outside.count)
    for (position, node) in outside.enumerated() {
      for (other, head) in outside.enumerated() where position > 0 {
        shrunk[position * small + other] = scores[node * size + head]
      }
      var (entering, leaving) = (-Float.infinity, -Float.infinity)
      for (index, member) in cycle.enumerated() {
        let gain = scores[member * size + node] - scores[member * size + heads[member]]
        if gain > entering || index == 0 { (entering, enter[position]) = (gain, index) }
        let tie = scores[node * size + member]
        if tie > leaving || index == 0 { (leaving, leave[position]) = (tie, index) }
      }
      shrunk[(small - 1) * small + position] = entering
      if position > 0 { shrunk[position * small + small - 1] = leaving }
    }
    let found = maximumTree(shrunk, small)
    var result = heads
    for (position, node) in outside.enumerated() where node != 0 {
      let head = found[position]
      result[node] = head == small - 1 ? cycle[leave[position]] : outside[head]
    }
    let head = found[small - 1]
    result[cycle[enter[head]]] = outside[head]
    return result
  }

  /// The nodes of one cycle among `heads`, or nil.
  private static func cycle(_ heads: [Int]) -> [Int]? {
    // 0 unseen, 1 on the path, 2 known to lead to the root.
    var states = [UInt8](repeating: 0, count: heads.count)
    states[0] = 2
    for start in heads.indices {
      var path: [Int] = []
      var node = start
      while states[node] == 0 {
        states[node] = 1
        path.append(node)
        node = heads[node]
      }
      if states[node] == 1, let first = path.firstIndex(of: node) { return Array(path[first...]) }
      for seen in path { states[seen] = 2 }
    }
    return nil
  }
}
