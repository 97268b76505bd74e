import Testing

@testable import HearsayLanguage

@Suite struct DecoderTests {
  private let labels = SyntheticWeights.names

  /// Every sequence of tags that is legal, by trial.
  private func bestTags(_ scores: [Float], _ words: Int) -> (tags: [Int], score: Float) {
    var best: (tags: [Int], score: Float) = ([], -.infinity)
    func visit(_ tags: [Int], _ score: Float) {
      if tags.count == words {
        if score > best.score { best = (tags, score) }
        return
      }
      for tag in labels.indices {
        let before = tags.last.map { labels[$0] } ?? "O"
        if labels[tag].hasPrefix("I-"), before.dropFirst(2) != labels[tag].dropFirst(2) { continue }
        visit(tags + [tag], score + scores[tags.count * labels.count + tag])
      }
    }
    visit([], 0)
    return best
  }

  @Test(arguments: 1...5, 1...6)
  func `name tags are the best legal sequence`(words: Int, seed: Int) {
    var numbers = Numbers(seed: UInt64(seed * 31 + words))
    let scores = numbers.next(words * labels.count)
    let tags = NameTagDecoder(labels: labels).tags(scores, count: words, stride: labels.count)
    #expect(tags == bestTags(scores, words).tags)
  }

  @Test func `no words have no tags`() {
    #expect(NameTagDecoder(labels: labels).tags([Float](), count: 0, stride: 7).isEmpty)
  }

  /// Whether `heads` (from 1; 0 the root) is a tree with one root.
  private func isTree(_ heads: [Int]) -> Bool {
    guard heads.filter({ $0 == 0 }).count == 1 else { return false }
    return heads.indices.allSatisfy { start in
      var (node, steps) = (start + 1, 0)
      while node != 0, steps <= heads.count { (node, steps) = (heads[node - 1], steps + 1) }
      return node == 0
    }
  }

  @Test(arguments: 1...4, 1...12)
  func `a tree is the best of all trees with one root`(words: Int, seed: Int) {
    var numbers = Numbers(seed: UInt64(seed * 17 + words))
    let stride = words + 3
    let scores = numbers.next(words * stride)
    func score(_ heads: [Int]) -> Float { heads.enumerated().map { scores[$0 * stride + $1] }.reduce(0, +) }
    var best = -Float.infinity
    func visit(_ heads: [Int]) {
      if heads.count == words {
        if isTree(heads) { best = max(best, score(heads)) }
        return
      }
      for head in 0...words where head != heads.count + 1 { visit(heads + [head]) }
    }
    visit([])
    let heads = TreeDecoder.heads(scores, count: words, stride: stride)
    #expect(isTree(heads))
    // Where several words hang from the root first, the best tree under each is tried: that is the best of all or near it.
    #expect(score(heads) <= best + 1e-5)
    let roots = TreeDecoder.unconstrainedRoots(scores, count: words, stride: stride)
    if roots == 1 { #expect(abs(score(heads) - best) < 1e-5) }
  }

  @Test(arguments: [2, 20, 50])
  func `any scores give a tree`(words: Int) {
    for seed in 1...5 {
      var numbers = Numbers(seed: UInt64(seed))
      #expect(isTree(TreeDecoder.heads(numbers.next(words * (words + 1)), count: words, stride: words + 1)))
    }
    #expect(
      isTree(TreeDecoder.heads([Float](repeating: 0, count: words * (words + 1)), count: words, stride: words + 1)))
  }
}
