/// Sets that only ever join: union by the smaller index, so that the result does not depend on the order of joins.
struct DisjointSets {
  private var parent: [Int]

  /// `count` sets of one element each.
  init(_ count: Int) { parent = Array(0..<count) }

  /// The least element of the set that holds `element`.
  mutating func root(_ element: Int) -> Int {
    var root = element
    while parent[root] != root { root = parent[root] }
    var walk = element
    while parent[walk] != root { (parent[walk], walk) = (root, parent[walk]) }
    return root
  }

  /// Makes one set of the two that hold `left` and `right`.
  mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(left), root(right))
    if a != b { parent[max(a, b)] = min(a, b) }
  }
}
