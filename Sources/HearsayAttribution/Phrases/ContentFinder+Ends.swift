internal import HearsayCore

/// Where quotations, clauses and phrases end.
extension ContentFinder {
  /// The quotation that opens at token `index`.
  func opening(_ index: Int) -> Quotation? {
    guard index < words.count, words.quotation[index] >= 0,
      index == 0 || words.quotation[index - 1] != words.quotation[index]
    else { return nil }
    return words.quotations[words.quotation[index]]
  }

  /// Whether a quotation ends as a sentence does, or a clause before its cue.
  func isSentence(_ quotation: Quotation) -> Bool {
    let text = words.document[quotation.range].drop { !$0.isLetter }
    let end = text.suffix(3)
    return end.contains { ",.!?".contains($0) }
  }

  /// Where content that opens with a quotation at `index` ends: with the quotation where that ends a clause, else with
  /// the sentence (“real questions” about “why they felt compelled”).
  func quoteEnd(_ index: Int, _ site: Site) -> Int {
    let at = min(words.endOfQuotation(index), site.passage.upperBound)
    let inside = at - 1
    let quotation = words.quotations[words.quotation[index]]
    let text = words.document[TextRange(quotation.range.start, quotation.range.end)]
    let closes = [",", ".", "!", "?"].contains { mark in
      text.dropLast(quotation.isClosed ? 1 : 0).hasSuffix(mark) || words.isOne(inside - 1, of: mark)
    }
    if closes || at >= site.limit || words.isTerminal(at) || words.isComma(at) { return at }
    // He said “it is over” | and left.
    if let tree = words.tree, words.isOne(at, of: "and", "but"), at + 1 < site.limit,
      tree.partOfSpeech(at + 1) == .verb, tree.subject(at + 1) == nil,
      !(at..<site.limit).contains(where: { words.quotation[$0] >= 0 })
    {
      return at
    }
    if isOfVerb(at, site) || isOfHost(at, site) { return at }
    return max(at, end(after: at, site))
  }

  /// Whether the words from `index` on, which follow a quotation, tell when or where it was said: shouted “shame on
  /// you” | outside the court.
  private func isOfVerb(_ index: Int, _ site: Site) -> Bool {
    guard let tree = words.tree, !(index..<site.limit).contains(where: { words.quotation[$0] >= 0 }) else {
      return false
    }
    return tree.children(site.cue.verb, "obl", "advcl").contains { child in
      let phrase = tree.phrase(child)
      guard phrase.lowerBound == index else { return false }
      return words.isOne(
        index, of: "during", "at", "outside", "inside", "after", "before", "when", "while", "amid", "following")
        || phrase.contains { words.has($0, [.weekday, .month, .time]) || Occasion.speeches.contains(words.lower[$0]) }
    }
  }

  /// Whether the clause around a verb in -ing goes on at `index`, after its quotation: a recording of her saying “it is
  /// over” | was published.
  private func isOfHost(_ index: Int, _ site: Site) -> Bool {
    guard let tree = words.tree, site.cue.shape == .gerund, let host = tree.clause(around: site.cue.verb) else {
      return false
    }
    return tree.phrase(site.cue.verb).upperBound == index && [index, tree.head(index)].contains(host) && index <= host
  }

  /// Where a clause that begins at `index` ends: before the next cue's clause, else with the sentence; quotations whole.
  func end(after index: Int, _ site: Site) -> Int {
    var at = max(index, site.limit)
    if let semicolon = (index..<at).first(where: { words.isOne($0, of: ";") && words.quotation[$0] < 0 }) {
      return max(index, semicolon)
    }
    if at == site.passage.upperBound {
      while at > index + 1, words.isTerminal(at - 1) || words.isOne(at - 1, of: ";"), words.quotation[at - 1] < 0 {
        at -= 1
      }
    } else {
      while at > index + 1, words.isComma(at - 1) || words.isOne(at - 1, of: "and", "but", "while", ";", "–", "—"),
        words.quotation[at - 1] < 0
      { at -= 1 }
    }
    return at
  }

  /// Where a phrase that begins at `index` ends: before "and" or "but" with a verb, a dash, a relative clause, "when".
  func phraseEnd(after index: Int, _ site: Site) -> Int {
    let last = end(after: index, site)
    var at = index + 1
    while at < last {
      if words.quotation[at] < 0 {
        // "guarantees that the alliance, a bloc of thirty, will not grow": not before the clause has its verb.
        if let that = (index..<at).last(where: { words.isOne($0, of: "that") }), !words.hasVerb(that + 1..<at) {
          at += 1
          continue
        }
        if words.isComma(at), isRow(at, from: index) {
          at += 1
          continue
        }
        if words.isOne(at, of: "when", "while", "during", "though", "although", ";", "–", "—", "―", "--") { return at }
        if words.isComma(at),
          words.isOne(
            at + 1, of: "who", "which", "whose", "where", "with", "as", "but", "a", "an", "in", "at", "on", "after")
        {
          return at
        }
        if words.isOne(at, of: "and", "but"),
          words.isVerb(at + 1) || (words.isAdverb(at + 1) && words.isVerb(at + 2))
            || (words.isComma(at - 1) && opensMainClause(at + 1, last))
        {
          return words.isComma(at - 1) ? at - 1 : at
        }
        if words.isComma(at), at + 1 < last,
          words.lower[at + 1].hasSuffix("ing") || words.isOne(at + 1, of: "not", "the", "even")
            || opensMainClause(at + 1, last)
        {
          return at
        }
        if words.isOne(at, of: "in", "on", "at"),
          words.has(at + 1, [.weekday, .month]) || words.isOne(at + 1, of: "early")
        {
          return at
        }
        if words.has(at, .weekday), !words.has(at - 1, .preposition), !words.isOne(at + 1, of: "'s") { return at }
      }
      at += 1
    }
    return last
  }

  /// Whether the comma at `index` parts things in a row, as far as the tree shows: "blamed the police, | the mayor and the
  /// dockers".
  private func isRow(_ index: Int, from start: Int) -> Bool {
    guard let tree = words.tree else { return false }
    return (index + 1..<min(index + 7, words.count)).contains { at in
      guard tree.isOne(at, of: "conj"), tree.isNominal(at), let first = tree.head(at) else { return false }
      return (start..<index).contains(first) && tree.isNominal(first) && tree.phrase(at).lowerBound <= index + 1
        && tree.subject(at) == nil
    }
  }

  /// Whether a subject and its verb begin at `index`.
  func opensMainClause(_ index: Int, _ limit: Int) -> Bool {
    guard words.has(index, [.determiner, .possessive, .subject, .capitalized]) else { return false }
    for at in index + 1..<max(index + 1, min(index + 9, limit)) {
      if words.has(at, .mark), !words.isOne(at, of: "-", "'s", "'") { return false }
      if words.isVerb(at) { return true }
    }
    return false
  }

  /// Where what goes on after the cue begins: “It won,” he said, and | still “lost the race”.
  private func joint(before quotation: Int, _ site: Site) -> Int? {
    let close = site.cue.group.upperBound
    guard words.isComma(close), words.isOne(close + 1, of: "and", "but"), close + 2 < quotation, quotation <= close + 6,
      !(close + 2..<quotation).contains(where: { CueTable.standard.entry(at: $0, in: words) != nil })
    else { return nil }
    return close + 2
  }

  /// The rest of what was said after a cue in the middle: “…,” he said, “…”, or “…,” he said, but “…”
  func continuation(_ site: Site, _ right: Right) -> Range<Int>? {
    if let content = right.content, content.rule == .quotationAfter { return content.tokens }

    var at = max(site.cue.group.upperBound, right.end)
    while at < site.limit {
      if let quotation = opening(at) {
        let isWhole =
          words.isComma(at - 1) || (quotation.range.count > 40 && words.isOne(at - 1, of: "and", "but", "that"))
        if !isWhole, let joint = joint(before: at, site) { return joint..<quoteEnd(at, site) }
        return isWhole ? at..<quoteEnd(at, site) : nil
      }
      at += 1
    }
    return nil
  }
}
