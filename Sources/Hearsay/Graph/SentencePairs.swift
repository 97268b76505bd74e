import HearsayCore

/// Which actors are named in the same sentence.
enum SentencePairs {
  /// Two actors named in one sentence: `from` sorts first; `range` runs from the first mention of one to that of the other.
  struct Found {
    let from: String
    let to: String
    let range: TextRange
  }

  /// Every pair of each sentence, once a sentence; pronouns do not count.
  static func pairs(in document: Document) -> [Found] {
    var found: [Found] = []
    var named: [(entity: String, range: TextRange)] = []
    var sentence: Int?
    func close() {
      for (index, left) in named.enumerated() {
        for right in named[(index + 1)...] {
          let range = left.range.union(right.range)
          found.append(
            Found(from: min(left.entity, right.entity), to: max(left.entity, right.entity), range: range))
        }
      }
      named = []
    }
    for mention in document.mentions where mention.form != .pronoun {
      guard let index = document.sentenceIndex(at: mention.range.start) else { continue }
      if index != sentence {
        close()
        sentence = index
      }
      if !named.contains(where: { $0.entity == mention.entity }) { named.append((mention.entity, mention.range)) }
    }
    close()
    return found
  }
}
