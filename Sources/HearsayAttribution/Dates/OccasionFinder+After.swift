internal import HearsayCore

/// Statements of which the next sentence tells when they were made.
extension OccasionFinder {
  /// The time of `reading` where the next sentence tells it: "Lund says so. | She made the comment on Monday", "Her remarks
  /// came on Monday", "He was speaking on Monday".
  ///
  /// - Parameter speaker: The entity that speaks, where it is known.
  func dateToldAfter(_ reading: Reading, by speaker: String?) -> ResolvedDate? {
    guard let tree = words.tree, let last = reading.cue.last, let own = words.sentence(of: last.lowerBound),
      own + 1 < words.document.sentences.count, let source = clauses.speaker(of: reading), reading.verb != nil,
      reading.content.allSatisfy({ $0.upperBound <= tokens(own + 1).lowerBound })
    else { return nil }
    let next = tokens(own + 1)
    for verb in next where tree.partOfSpeech(verb) == .verb && tree.head(verb) == nil && !isSaid(verb) {
      guard let subject = tree.subject(verb) else { continue }
      var isOwn = false
      let isGiven =
        (Occasion.verbs.contains(words.lower[verb]) || words.isOne(verb, of: "provided"))
        && tree.children(verb, "obj").contains(where: isWord)
      if isWord(subject) {
        isOwn = words.isOne(verb, of: "came", "made", "issued", "delivered", "published", "broadcast", "aired")
      } else if clauses.isSame(subject, source) || clauses.entity(subject).map({ $0 == speaker }) ?? false {
        isOwn =
          isGiven || words.isOne(verb, of: "speaking", "spoke", "testified", "testifying")
          || isAtEventToldOf(verb)
      } else {
        // "A senior officer says so. | Anna Lind made the announcement on Monday": who had no name; "Anna Lind apologised. | The
        // singer posted the apology on Monday": who has none there.
        isOwn =
          isGiven
          && (clauses.entity(subject) == nil
            || clauses.entity(source) == nil
              && tree.children(source, "det").contains { words.isOne($0, of: "a", "an") })
      }
      if isOwn, let date = date(told(own + 1).filter { clauses.hangs($0, from: verb) }) { return date }
    }
    return nil
  }

  /// Whether the clause of the verb at `index` begins with an event that the text told of: "During the rally on Monday, she
  /// said".
  private func isAtEventToldOf(_ index: Int) -> Bool {
    guard let tree = words.tree else { return false }
    return tree.children(index, "obl").contains { noun in
      noun < index && Occasion.events.contains(words.lower[noun])
        && tree.children(noun, "case").contains { words.isOne($0, of: "at", "during") }
        && tree.children(noun, "det").contains { words.isOne($0, of: "the", "that") }
    }
  }

  /// Whether what was said is named again at `index`: "the comment", "her remarks".
  private func isWord(_ index: Int) -> Bool {
    guard Occasion.words.contains(words.lower[index]), words.quotation[index] < 0, let tree = words.tree else {
      return false
    }
    return tree.children(index, "det").contains { words.isOne($0, of: "the", "that", "this", "those", "these") }
      || tree.children(index, "nmod:poss", "nmod").contains { words.isOne($0, of: "his", "her", "their", "its") }
  }
}
