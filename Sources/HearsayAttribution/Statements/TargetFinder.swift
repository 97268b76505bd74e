internal import HearsayCore

/// Finds what a statement is about: every entity mentioned in what is said, by any form, the speaker left out.
struct TargetFinder: Sendable {
  private let mentions: [Mention]

  init(_ document: Document) { mentions = document.mentions }

  /// The entities mentioned inside `content`, each once, in order of first mention, without `speaker`.
  func targets(in content: [TextRange], without speaker: String?) -> [Statement.Target] {
    var found: [Statement.Target] = []
    var seen: Set<String> = []
    if let speaker { seen.insert(speaker) }
    for piece in content.sorted() {
      for mention in mentions[first(atOrAfter: piece.start)...] {
        guard mention.range.start < piece.end else { break }
        if piece.contains(mention.range), seen.insert(mention.entity).inserted {
          found.append(Statement.Target(mention.entity, at: mention.range))
        }
      }
    }
    return found
  }

  private func first(atOrAfter offset: Int) -> Int {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
