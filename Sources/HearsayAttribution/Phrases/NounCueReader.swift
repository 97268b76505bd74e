internal import HearsayCore

/// Reads statements that a noun makes: "his claim that the port was closed", "a promise by the ministry to open it".
///
/// A noun counts only where somebody owns it, before it ("Okafor's claim") or after it ("claims by Okafor").
struct NounCueReader: Sendable {
  let words: Words
  private let table: NounCueTable
  private let phrases: NounPhrases

  init(words: Words, table: NounCueTable = .standard) {
    self.words = words
    self.table = table
    phrases = NounPhrases(words: words)
  }

  /// The statements in `passage`, in order.
  func readings(of passage: Range<Int>) -> [Reading] {
    passage.compactMap { index in
      guard words.quotation[index] < 0, let noun = table[words.lower[index]] else { return nil }
      return reading(of: noun, at: index, in: passage) ?? told(by: noun, at: index, in: passage)
    }
  }

  /// "Okafor's answer: “No”", "his answer was that it was late", "“No,” was her answer": what the noun is, and not what hangs
  /// from it.
  private func told(by noun: CueVerb, at index: Int, in passage: Range<Int>) -> Reading? {
    guard words.tree?.partOfSpeech(index) ?? .noun == .noun, let source = owner(before: index, in: passage),
      !words.isOne(source.lowerBound, of: "my", "our", "your"),
      let content = (noun.frames.contains(.quotation) ? quotation(before: source, in: passage) : nil)
        ?? content(behind: index, of: noun, in: passage)
    else { return nil }
    return Reading(
      cue: [index..<index + 1], verb: noun, source: source, content: [content], rule: .noun, passage: passage,
      clause: source.lowerBound..<index)
  }

  /// “No,” was | her answer.
  private func quotation(before source: Range<Int>, in passage: Range<Int>) -> Range<Int>? {
    let be = source.lowerBound - 1
    guard be > passage.lowerBound, words.isOne(be, of: "was", "is", "came"), words.quotation[be] < 0,
      words.quotation[be - 1] >= 0
    else { return nil }
    return words.startOfQuotation(be - 1, from: passage.lowerBound)..<be
  }

  /// What stands behind a colon or "was" after the noun at `index`: a quotation, or a clause with "that".
  private func content(behind index: Int, of noun: CueVerb, in passage: Range<Int>) -> Range<Int>? {
    let near = index + 1..<max(index + 1, min(index + 16, passage.upperBound - 1))
    guard let joint = near.first(where: { words.isOne($0, of: ":") || words.has($0, [.be, .have, .do, .modal]) }),
      (index + 1..<joint).allSatisfy({ words.quotation[$0] < 0 && !words.has($0, [.relative, .coordinator]) })
    else { return nil }
    var start = joint + 1
    if words.isOne(joint, of: "was", "is") {
      // "was blunt: “No”", "was simply that"
      let colon = (start..<min(start + 4, passage.upperBound)).first { words.isOne($0, of: ":") }
      if let colon, (start..<colon).allSatisfy({ words.quotation[$0] < 0 && !words.isVerb($0) }) { start = colon + 1 }
      while start + 1 < passage.upperBound, words.quotation[start] < 0, words.isAdverb(start) || words.isComma(start) {
        start += 1
      }
      if noun.frames.contains(.that), words.isOne(start, of: "that"), words.quotation[start] < 0,
        words.tree.map({ $0.isOne(start, of: "mark") }) ?? true
      {
        return start..<end(of: start, isClause: true, in: passage)
      }
    } else if !words.isOne(joint, of: ":") {
      return nil
    }
    guard noun.frames.contains(.quotation), start < passage.upperBound, words.quotation[start] >= 0,
      words.quotation[start - 1] < 0
    else { return nil }
    return start..<min(words.endOfQuotation(start), passage.upperBound)
  }

  private func reading(of noun: CueVerb, at index: Int, in passage: Range<Int>) -> Reading? {
    var source = owner(before: index, in: passage)
    var start = index + 1
    if source == nil, words.isOne(start, of: "by", "from"),
      let phrase = phrases.phrase(at: start + 1, to: passage.upperBound)
    {
      source = phrase
      start = phrase.upperBound
    }
    if source == nil { source = giver(of: index, in: passage) }
    // "his claim | on Monday that"
    while start + 2 < passage.upperBound,
      words.has(start, [.weekday, .month, .number])
        || words.isOne(start, of: "yesterday", "today", "earlier", "late", "early", "this")
        || words.isOne(start, of: "on", "in", "last", "week", "month", "year")
    { start += 1 }
    guard start + 2 < passage.upperBound else { return nil }
    let takesClause = noun.frames.contains(.that) && words.isOne(start, of: "that") && !words.isVerb(start + 1)
    let takesInfinitive =
      noun.frames.contains(.infinitive) && words.isOne(start, of: "to")
      && words.classes[start + 1].isDisjoint(with: [.determiner, .capitalized, .possessive, .number])
      && !words.isOne(
        start + 1, of: "more", "all", "some", "many", "most", "those", "several", "people", "what", "whom")
    guard takesClause || takesInfinitive, source != nil || takesClause && isRaised(index, by: start) else { return nil }
    var end = self.end(of: start, isClause: takesClause, in: passage)
    if let tree = words.tree,
      let clause = tree.children(index, "acl", "ccomp", "advcl").first(where: { tree.phrase($0).lowerBound == start })
    {
      end = min(max(tree.phrase(clause).upperBound, start + 1), passage.upperBound)
    }
    return Reading(
      cue: [index..<index + 1], verb: noun, source: source, content: [start..<end], rule: .noun, passage: passage,
      clause: index..<index)
  }

  /// Who makes or gives what the noun at `index` says: "| the mayor made an announcement that".
  private func giver(of index: Int, in passage: Range<Int>) -> Range<Int>? {
    guard let tree = words.tree, tree.isOne(index, of: "obj"), let verb = tree.head(index),
      Self.giving.contains(words.lower[verb]), let subject = tree.subject(verb), subject < verb,
      tree.children(verb, "aux").allSatisfy({ !words.has($0, [.modal, .be]) })
    else { return nil }
    return TreeSources(words: words, tree: tree).phrase(subject, of: verb)
  }

  /// Whether the clause at `start` tells what the noun at `index` says, as far as the tree shows: "rumours | that the port had
  /// closed", which somebody spreads.
  private func isRaised(_ index: Int, by start: Int) -> Bool {
    guard let tree = words.tree, let act = table[words.lower[index]]?.act,
      [.claim, .accuse, .deny].contains(act)
    else { return false }
    return tree.children(index, "acl", "ccomp").contains { child in
      tree.phrase(child).lowerBound == start && tree.relation(child) != "acl:relcl"
        && tree.children(child, "mark").contains(start)
    }
  }

  private static let giving: Set<String> = [
    "made", "makes", "making", "gave", "gives", "giving", "issued", "issues", "issuing", "repeated", "repeats",
    "repeating", "offered", "offers", "voiced", "renewed", "filed", "lodged", "published", "reiterated",
  ]

  /// Who owns the noun at `index`: "his", "Okafor's", over at most three words between.
  private func owner(before index: Int, in passage: Range<Int>) -> Range<Int>? {
    var at = index - 1
    while at >= max(passage.lowerBound, index - 3),
      words.classes[at].isEmpty || words.classes[at] == .number || words.isAdverb(at)
    { at -= 1 }
    guard at >= passage.lowerBound else { return nil }
    if words.has(at, .possessive) { return at..<at + 1 }
    guard words.isOne(at, of: "'s", "'"), at > passage.lowerBound else { return nil }
    // "a check on | Donald Trump's claim": the owner alone, not what he is part of.
    var first = at
    while first > passage.lowerBound, words.quotation[first - 1] < 0, first > at - 6 {
      let before = first - 1
      // "said | that Lund's claim": the word that joins is no part of the owner.
      if words.isOne(before, of: "that"), words.has(first, .capitalized) { break }
      if words.has(before, [.determiner, .possessive]) { return before..<at }
      guard words.classes[before].subtracting(.capitalized).isEmpty, !words.isVerb(before), !words.isAdverb(before),
        words.tree?.partOfSpeech(before) != .verb || words.has(before, .capitalized)
      else { break }
      first = before
    }
    guard first < at else { return nil }
    // "U.S. Secretary of State Anna Lund's claim": all of the name that the tree sees.
    if words.isOne(first - 1, of: "of"), let tree = words.tree {
      let head = tree.head(of: first..<at)
      let owner = tree.phrase(head).lowerBound == first - 1 ? tree.head(head) ?? head : head
      let whole = tree.phrase(owner).lowerBound..<min(tree.phrase(owner).upperBound, at + 1)
      if whole.lowerBound < first - 1, whole.lowerBound >= max(passage.lowerBound, at - 10), owner < at,
        !(whole.lowerBound..<at).contains(where: { words.has($0, .mark) || tree.partOfSpeech($0) == .verb })
      {
        return whole.lowerBound..<at
      }
    }
    return first..<at
  }

  /// Where the content ends: a clause at the comma or the verb that goes on with the sentence, as far as one can tell.
  private func end(of start: Int, isClause: Bool, in passage: Range<Int>) -> Int {
    var verbs = 0
    var at = start + 1
    while at < passage.upperBound {
      if words.quotation[at] < 0 {
        // His claim that people “learn nothing,” …
        if words.quotation[at - 1] >= 0, at - 2 > start, words.isComma(at - 2) || words.isComma(at - 1) { return at }
        if words.isComma(at), !isClause || words.hasVerb(start + 1..<at) { return at }
        if words.isTerminal(at) || words.isOne(at, of: ";", "–", "—", "―", "--") { return at }
        // "his claim that the port was closed | has angered": a second verb without a joint between.
        if words.has(at, .auxiliary), !words.has(at - 1, [.auxiliary, .subject, .relative, .negation]),
          !words.isAdverb(at - 1)
        {
          verbs += 1
          let isJoined = (max(start, at - 8)..<at).contains {
            words.has($0, [.relative, .subordinator, .coordinator]) && $0 > start
          }
          if verbs > (isClause ? 1 : 0), !isJoined { return at }
        }
      }
      at += 1
    }
    return at
  }
}
