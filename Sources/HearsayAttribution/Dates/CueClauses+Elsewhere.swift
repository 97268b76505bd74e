internal import HearsayCore

/// Whether a statement was made at another time than what was told before.
extension CueClauses {
  /// Whether the words around the cue of `reading` say that it was said at another time: "later", "in an interview".
  func isElsewhere(_ reading: Reading, without isSaid: (Int) -> Bool) -> Bool {
    // What follows the content tells of other things: ", but needs more time before she decides".
    let end = reading.content.last.map { max($0.upperBound, reading.cue.last?.upperBound ?? 0) } ?? words.count
    return told(reading, without: isSaid).contains { index in
      if index >= end { return false }
      if words.has(index, [.weekday, .month]) || Self.otherTimes.contains(words.lower[index]) { return true }
      // "an interview", "another tweet"
      return Occasion.speeches.contains(words.lower[index])
        && (tree.children(index, "det").contains { words.isOne($0, of: "a", "an", "another") }
          || isAnother(index))
    }
  }

  /// Whether the cue of `reading` stands in a clause that only tells more of something else: "tweets in which she | said",
  /// "left after she | said".
  func isSubordinate(_ reading: Reading) -> Bool {
    guard reading.verb != nil else { return false }
    var at = verb(of: reading)
    // A tree is no deeper than its sentence is long.
    for _ in 0..<60 {
      if tree.relation(at) == "acl:relcl" { return true }
      // "went on to | say" is no such clause.
      if tree.isOne(at, of: "advcl"), tree.children(at, "mark").contains(where: { !words.isOne($0, of: "to") }) {
        return true
      }
      guard let head = tree.head(at) else { return false }
      at = head
    }
    return false
  }

  /// Whether `reading` is heard or seen in a recording, whose own time is not that of saying: "in a video shown on Monday she can
  /// be heard | saying".
  func isOnRecord(_ reading: Reading) -> Bool {
    let verb = verb(of: reading)
    guard words.isOverheard(verb), let host = tree.head(verb) else { return false }
    return words.isOne(host, of: "show", "shows", "showed", "shown", "showing")
      || tree.children(host, "aux").contains { words.isOne($0, of: "can", "could", "is", "are") }
  }

  /// Whether the cue of `reading` only says that more is said: "also | said", "added".
  func isMore(_ reading: Reading) -> Bool { isAlso(reading) || reading.verb?.lemma == "add" }

  /// Whether the speaker of `reading` goes on: "went on to | say".
  func goesOn(_ reading: Reading) -> Bool {
    guard let head = tree.head(verb(of: reading)), words.isOne(head, of: "went", "goes") else { return false }
    return words.isOne(head + 1, of: "on")
  }

  /// Whether the noun at `index` is called another than one told of: "a follow-up tweet", "an earlier statement".
  func isAnother(_ index: Int) -> Bool {
    tree.phrase(index).contains {
      words.isOne(
        $0, of: "separate", "second", "subsequent", "follow", "follow-up", "earlier", "later", "previous", "new",
        "other")
    }
  }

  /// The tokens of the sentence of `reading` that nobody says, without its speaker's name.
  func told(_ reading: Reading, without isSaid: (Int) -> Bool) -> [Int] {
    guard let own = sentence(of: reading) else { return [] }
    return told(in: own, without: isSaid).filter { !(reading.source?.contains($0) ?? false) }
  }

  /// The tokens of sentence `sentence` that nobody says.
  func told(in sentence: Int, without isSaid: (Int) -> Bool) -> [Int] {
    words.document.sentences[sentence].tokens.filter { words.quotation[$0] < 0 && !isSaid($0) }
  }

  /// The sentence in which the cue of `reading` begins; nil where it has none.
  func sentence(of reading: Reading) -> Int? { reading.cue.first.flatMap { words.sentence(of: $0.lowerBound) } }

  /// Whether all that is said in `reading` stands in quotation marks.
  func isQuoted(_ reading: Reading) -> Bool { reading.content.allSatisfy { words.quotation[$0.lowerBound] >= 0 } }

  /// Whether the word at `index` names for the first time a text that somebody speaks in: "in a statement".
  func isNewText(_ index: Int) -> Bool {
    Occasion.kind(of: words.lower[index]) != nil && !isAnother(index)
      && tree.children(index, "det").contains { words.isOne($0, of: "a", "an") }
      && tree.children(index, "case").contains { words.isOne($0, of: "in", "on", "via", "through") }
  }

  private static let otherTimes: Set<String> = [
    "earlier", "later", "previously", "repeatedly", "often", "since", "afterwards", "afterward", "separately",
    "meanwhile", "elsewhere", "recently", "ago", "initially", "originally", "before", "after", "once", "frequently",
    "consistently", "today", "yesterday", "morning", "afternoon", "evening", "night", "then", "following", "next",
    "weekend", "week", "month", "year", "day", "weeks", "months", "years", "questioning", "cross-examination", "asked",
  ]
}
