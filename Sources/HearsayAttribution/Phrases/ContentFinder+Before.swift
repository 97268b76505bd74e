internal import HearsayCore

/// What stands before the cue, and around "according to".
extension ContentFinder {
  func leftSide(_ site: Site) -> Found? {
    var end = site.start
    let cue = site.cue
    guard cue.shape == .finite || cue.shape == .passive, !site.source.isShared, end > site.floor else { return nil }
    let last = end - 1
    let isQuoted = words.quotation[last] >= 0
    var comma = last
    if !isQuoted, words.isComma(last) || words.isOne(last, of: "–", "—", "―", "-"), last > site.floor {
      comma = last - 1
    }
    if words.quotation[comma] >= 0, frameTakesQuotation(cue) {
      let index = words.quotation[comma]
      let quotation = words.quotations[index]
      guard comma + 1 >= words.count || words.quotation[comma + 1] != index else { return nil }
      var start = comma
      while start > site.floor, words.quotation[start - 1] == index { start -= 1 }
      // "It rained. “It will stop,” he said": the sentence before is the reporter's.
      let isAfterSentence = start > site.floor && words.isTerminal(start - 1) && words.quotation[start - 1] < 0
      let whole = isAfterSentence ? start : clauseStart(before: start, site)
      let text = words.document[quotation.range].dropLast(quotation.isClosed ? 1 : 0)
      let isSpeech =
        text.hasSuffix(",") || text.hasSuffix("?") || text.hasSuffix("!") || text.hasSuffix(".") || !isQuoted
        || quotation.range.count > 40 || whole == start
      guard isSpeech else { return nil }
      // A phrase before the quotation belongs to it: The plan is “great,” he said.
      let pieces = whole..<comma + 1
      return Found(pieces: [pieces], rule: .quotationBefore)
    }
    // "…, she did not say": nobody denies a clause after it.
    guard !isQuoted, words.isComma(last), last > site.floor, !cue.isNegated else { return nil }
    end = last
    let start = clauseStart(before: end, site)
    guard start < end, words.hasVerb(start..<end) || site.source.isInverted, end - start >= 2 else { return nil }
    if words.has(start, [.subordinator]), !words.isOne(start, of: "that", "so", "how", "why"),
      words.isOne(start, of: "when", "while", "although", "though", "because", "since")
    {
      return words.hasVerb(start..<end) && commaSplits(start..<end)
        ? Found(pieces: [start..<end], rule: .clauseBefore) : nil
    }
    return Found(pieces: [start..<end], rule: .clauseBefore)
  }

  /// Whether a comma parts `tokens`: "When it rains, it pours".
  func commaSplits(_ tokens: Range<Int>) -> Bool { tokens.contains { words.isComma($0) } }

  func frameTakesQuotation(_ cue: Cue) -> Bool {
    cue.frames.contains(.quotation) || cue.frames.contains(.clause) || cue.frames.contains(.that)
  }

  /// Where the clause that holds the token before `index` begins.
  func clauseStart(before index: Int, _ site: Site) -> Int {
    var at = index
    while at > site.floor, !words.isOne(at - 1, of: ";") || words.quotation[at - 1] >= 0 { at -= 1 }
    while at < index, words.isOne(at, of: "and", "but", ",", "–", "—", "-"), words.quotation[at] < 0 { at += 1 }
    return at
  }

  func according(_ site: Site) -> Found? {
    guard let source = site.source.tokens else { return nil }
    let cue = site.cue.group.lowerBound
    let next = source.upperBound
    if cue <= site.floor + 1, words.isComma(next), next + 1 < site.limit {
      return Found(pieces: [next + 1..<end(after: next + 1, site)], rule: .according)
    }
    var end = cue
    if end > site.floor, words.isComma(end - 1) { end -= 1 }
    let start = clauseStart(before: end, site)
    guard start < end else { return nil }
    var found = Found(pieces: [start..<end], rule: .according)
    if words.isComma(next), next + 1 < site.limit, words.hasVerb(next + 1..<self.end(after: next + 1, site)),
      !words.hasVerb(start..<end)
    {
      found.pieces.append(next + 1..<self.end(after: next + 1, site))
    }
    return found
  }
}
