/// The best legal sequence of name tags: "I-PER" only behind "B-PER" or "I-PER" (Viterbi, without learnt transitions).
struct NameTagDecoder: Sendable {
  /// For each tag, the tags that may stand before it, and whether it may open a sentence.
  private let before: [[Int]]
  private let mayOpen: [Bool]

  /// A decoder for `labels`: "O", "B-X", "I-X" in any order.
  init(labels: [String]) {
    before = labels.map { label in
      labels.indices.filter { !label.hasPrefix("I-") || labels[$0].dropFirst(2) == label.dropFirst(2) }
    }
    mayOpen = labels.map { !$0.hasPrefix("I-") }
  }

  /// The tags of `count` words, whose scores lie `stride` apart from `scores`.
  func tags(_ scores: UnsafePointer<Float>, count: Int, stride: Int) -> [Int] {
    guard count > 0 else { return [] }
    let tags = before.count
    var best = (0..<tags).map { mayOpen[$0] ? scores[$0] : -.infinity }
    var next = best
    var origins = [UInt8](repeating: 0, count: count * tags)
    for word in 1..<count {
      for tag in 0..<tags {
        var origin = before[tag][0]
        for candidate in before[tag] where best[candidate] > best[origin] { origin = candidate }
        origins[word * tags + tag] = UInt8(origin)
        next[tag] = best[origin] + scores[word * stride + tag]
      }
      swap(&best, &next)
    }
    var last = 0
    for tag in 1..<tags where best[tag] > best[last] { last = tag }
    var found = [Int](repeating: last, count: count)
    for word in (1..<count).reversed() { found[word - 1] = Int(origins[word * tags + found[word]]) }
    return found
  }

}
