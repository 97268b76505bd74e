internal import HearsayCore

/// Which times of its sentence may be that of a statement when none stands in the clause of its cue.
extension CueClauses {
  /// Whether the time at `index`, which nobody says, may be that of saying `reading`: unless a clause that tells of something
  /// else has it ("left after the vote on Monday", "the man who was arrested on Monday").
  func mayHold(_ index: Int, _ reading: Reading) -> Bool {
    guard reading.verb != nil else { return false }
    let own = clausesAround(verb(of: reading))
    var at = index
    // A tree is no deeper than its sentence is long.
    for _ in 0..<60 {
      if own.contains(at) { return true }
      if isOfAnother(at, than: reading) { return false }
      guard let head = tree.head(at) else { return false }
      at = head
    }
    return false
  }

  /// The verbs that the verb at `index` accompanies, itself first: whatever happens then is said then.
  private func clausesAround(_ index: Int) -> [Int] {
    var found = [index]
    while found.count < 6, let at = found.last, let head = tree.head(at),
      tree.isOne(at, of: "advcl", "conj", "xcomp", "parataxis"), tree.partOfSpeech(head) == .verb, !isUnderWay(head),
      !tree.children(at, "mark", "case").contains(where: {
        Self.farMarks.contains(words.lower[$0]) || words.isOne($0, of: "for", "of", "without")
      }),
      // "passed the law on Monday, which critics say is illegal"
      !(tree.phrase(at).lowerBound..<max(at, tree.phrase(at).lowerBound)).contains(where: {
        words.isOne($0, of: "which", "who")
      })
    {
      // "left on Monday, and Lund said": another's clause. "refused her, its secretary explaining": in one.
      if !words.lower[at].hasSuffix("ing"), let own = tree.subject(at), let other = tree.subject(head),
        !isSame(own, other)
      {
        break
      }
      if isOfNow(at), !isOfNow(head) { break }
      // "In 2009 she had said so; asked about it at the hearing, she denied it"
      if let stop = (min(at, head)..<max(at, head)).last(where: { words.isOne($0, of: ";") && words.quotation[$0] < 0 }
      ),
        (stop..<max(at, head)).contains(where: {
          words.isOne($0, of: "asked") || Occasion.events.contains(words.lower[$0])
        })
      {
        break
      }
      found.append(head)
    }
    return found
  }

  /// Whether the word at `index` heads a clause or a phrase that tells of something else.
  private func isOfAnother(_ index: Int, than reading: Reading) -> Bool {
    if reading.content.contains(where: { $0.contains(index) }) { return true }
    if tree.children(index, "case").contains(where: { Self.farCases.contains(words.lower[$0]) }) {
      return true
    }
    if tree.isOne(index, of: "acl") {
      // "in that book, which appeared in 2014": the time of a text.
      guard let noun = tree.head(index) else { return true }
      // "said Lund, reached by telephone late Tuesday"
      if Occasion.presences.contains(words.lower[index]), reading.source?.contains(noun) ?? false { return false }
      return !Occasion.making.contains(words.lower[index]) || !Occasion.isText(words.lower[noun])
    }
    if tree.isOne(index, of: "advcl") {
      return tree.subject(index) != nil
        && !tree.children(index, "mark", "advmod").contains { words.isOne($0, of: "as", "when") }
        || tree.children(index, "mark").contains { Self.farMarks.contains(words.lower[$0]) }
          // "said so hours after the doors were locked | on Monday"
          && !tree.children(index, "mark").contains {
            words.isOne($0, of: "after")
              && words.isOne($0 - 1, of: "hours", "hour", "minutes", "moments", "shortly", "soon")
          }
    }
    return tree.isOne(index, of: "conj", "parataxis", "ccomp", "csubj")
      && (tree.partOfSpeech(index) == .verb || !tree.children(index, "cop").isEmpty)
  }

  private static let farMarks: Set<String> = [
    "after", "although", "because", "before", "if", "since", "that", "though", "until", "unless", "whereas", "while",
    "whether",
  ]
  private static let farCases: Set<String> = [
    "about", "after", "against", "ahead", "amid", "before", "despite", "following", "over", "regarding", "since",
    "until",
  ]
}
