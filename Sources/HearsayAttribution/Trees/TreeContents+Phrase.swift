internal import HearsayCore

/// What a verb takes that is no clause: a thing praised, blamed, announced or called.
extension TreeContents {
  /// "criticized Kyiv", "called for calm", "called him a liar", "accused Moscow of lying": what the verb takes, and
  /// whom.
  ///
  /// - Parameter deniesToo: Whether a negation leaves a statement: "did not accuse Moscow of lying".
  func phrase(_ site: ContentFinder.Site, deniesToo: Bool) -> ContentFinder.Found? {
    let cue = site.cue
    let frames = cue.frames
    let isCriticism = !frames.isDisjoint(with: [.target, .as, .of, .name])
    guard isCriticism || !frames.isDisjoint(with: [.object, .topic]) else { return nil }
    guard cue.modal == nil, !cue.isNegated || deniesToo else { return nil }
    let isPassive = cue.shape == .passive
    let hasAgent = isPassive && site.source.tokens != nil
    if isPassive, frames.isDisjoint(with: [.as, .of, .name]),
      !hasAgent || frames.isDisjoint(with: cue.entry?.verb.act == .announce ? [.target, .object] : .target)
    {
      return nil
    }
    let end = cue.group.upperBound
    let asides = asides(of: cue.verb)
    let objects = tree.children(cue.verb, "obj", "xcomp", "ccomp", "obl", "advcl").filter {
      $0 >= end && !asides.contains($0)
    }
    guard let first = objects.first(where: { isPassive || !tree.isOne($0, of: "advcl") }) else { return nil }
    let start = max(tree.phrase(first).lowerBound, end)
    // Right after the verb, or a word or two off: "called on Friday for".
    guard start <= end + 3, start < tree.phrase(first).upperBound else { return nil }
    guard
      isPassive || frames.contains(.topic) || tree.isOne(first, of: "obj") || !frames.isDisjoint(with: [.name, .as])
    else { return nil }
    var stop = tree.phrase(first).upperBound
    var complements = 0
    for next in objects where next > first {
      let span = tree.phrase(next)
      let isJoined =
        span.lowerBound >= stop
        && (stop..<span.lowerBound).allSatisfy { index in
          asides.contains { tree.phrase($0).contains(index) }
        }
        || (span.lowerBound == stop + 1 && (words.quotation[span.lowerBound] >= 0 || words.isComma(stop)))
      guard isJoined,
        tree.isOne(next, of: "xcomp", "ccomp") || words.isOne(opening(of: span), of: "for", "of", "as", "with", "to")
      else { break }
      stop = span.upperBound
      // "dubbed the plan a disaster", not "dubbed two seasons of the show"
      if !frames.contains(.name) || tree.isOne(next, of: "xcomp", "ccomp") || words.isOne(opening(of: span), of: "as") {
        complements += 1
      }
    }
    if frames.contains(.name), !isPassive, complements == 0, tree.subject(first) == nil { return nil }
    let isBare = isPassive && !words.isOne(start, of: "of", "as", "for") && !tree.isOne(first, of: "xcomp", "obj")
    if isBare, !hasAgent { return nil }
    // "was described as unsafe | by a court"
    if isPassive, let agent = site.source.tokens, agent.lowerBound > start + 1, agent.lowerBound < stop,
      words.isOne(agent.lowerBound - 1, of: "by")
    {
      stop = agent.lowerBound - 1
    }
    guard let tokens = trimmed(start..<wholeQuotation(stop, site)) else { return nil }
    var pieces = isBare ? [] : [tokens]
    // "Moscow was accused of lying": the accused is part of what is said.
    if isPassive {
      guard let subject = tree.subject(cue.verb), subject < cue.verb, let whom = trimmed(tree.phrase(subject)) else {
        return nil
      }
      pieces.insert(whom, at: 0)
      // "was described by the paper | as a farce"
      if isBare, hasAgent, let last = site.source.tokens?.upperBound,
        let complement = self.complements(of: site).first(where: { $0 >= last && words.isOne($0, of: "as", "of") }),
        let head = tree.children(cue.verb).first(where: { tree.phrase($0).contains(complement) }),
        let tokens = trimmed(complement..<wholeQuotation(tree.phrase(head).upperBound, site))
      {
        pieces.append(tokens)
      }
    }
    return ContentFinder.Found(pieces: pieces, rule: isCriticism ? .criticism : .nounPhrase)
  }

  /// `piece` within the relative clause of the verb of `site`: "The minister, who criticized the plan, | said it was late".
  func withinRelative(_ piece: Range<Int>, of site: ContentFinder.Site) -> Range<Int> {
    let verb = site.cue.verb
    var clause = verb
    while tree.isOne(clause, of: "conj", "advcl", "xcomp"), let head = tree.head(clause) { clause = head }
    guard tree.isOne(clause, of: "acl"), let noun = tree.head(clause), noun < clause,
      let main = tree.clause(around: noun),
      main != clause
    else { return piece }
    let end = tree.phrase(clause).upperBound
    guard main >= end, piece.lowerBound > verb, piece.lowerBound < end, end < piece.upperBound,
      words.quotation[end] < 0 || words.quotation[end] != words.quotation[end - 1]
    else { return piece }
    return trimmed(piece.lowerBound..<end) ?? piece
  }

  /// `piece` without a time or an occasion in its midst that is the verb's: "called her | on Wednesday night | a hero",
  /// "described it | on a call with analysts | as a farce".
  func parted(_ piece: Range<Int>, of site: ContentFinder.Site) -> [Range<Int>] {
    for child in asides(of: site.cue.verb) where piece.contains(child) && !isSpan(child) {
      let span = tree.phrase(child)
      guard span.lowerBound > piece.lowerBound, span.upperBound < piece.upperBound,
        !span.contains(where: { words.quotation[$0] >= 0 }),
        let first = trimmed(piece.lowerBound..<span.lowerBound),
        let second = trimmed(span.upperBound..<piece.upperBound)
      else { continue }
      return [first, second]
    }
    return [piece]
  }

  /// The times and occasions that hang from the verb at `verb`.
  private func asides(of verb: Int) -> [Int] {
    tree.children(verb, "obl").filter { isTime($0) || isOccasion($0) }
  }

  /// The first token of `span` after a comma at its beginning.
  private func opening(of span: Range<Int>) -> Int {
    words.isComma(span.lowerBound) && span.count > 1 ? span.lowerBound + 1 : span.lowerBound
  }

  /// Where what the verb takes beside its object begins: "accused Lund | of lying", "described it | as a farce".
  func complements(of site: ContentFinder.Site) -> [Int] {
    tree.children(site.cue.verb, "obl", "advcl", "xcomp", "ccomp").map { opening(of: tree.phrase($0)) }
      .filter { $0 > site.cue.verb && words.isOne($0, of: "of", "as", "for", "with") }
  }

  /// `piece`, the object of the verb of `site`, without a time or an occasion at its end that is the verb's: "announced his
  /// resignation | in 1995", "noted the rule | in an interview".
  func withoutTime(_ piece: Range<Int>, of site: ContentFinder.Site) -> Range<Int> {
    for child in tree.children(site.cue.verb, "obl", "advmod", "nmod")
    where piece.contains(child) && (isTime(child) && !isSpan(child) || isOccasion(child)) {
      let span = tree.phrase(child)
      if span.lowerBound > piece.lowerBound, span.upperBound >= piece.upperBound,
        words.quotation[piece.upperBound - 1] < 0,
        // "a trial, expected to begin | in January"
        tree.partOfSpeech(span.lowerBound - 1) != .verb
      {
        return trimmed(piece.lowerBound..<span.lowerBound) ?? piece
      }
    }
    // "described it as a farce | earlier this month": "as" takes no time.
    let takesTime = piece.contains {
      words.isOne($0, of: "as") && tree.isOne($0, of: "case") && !words.hasVerb($0..<piece.upperBound)
    }
    if let start = occasionAtEnd(of: piece) ?? (takesTime ? timeAtEnd(of: piece) : nil) {
      return trimmed(piece.lowerBound..<start) ?? piece
    }
    return piece
  }

  /// Where a time begins that ends `piece`: "as a farce | earlier this month"; nil where there is none.
  func timeAtEnd(of piece: Range<Int>) -> Int? {
    var start = piece.upperBound
    while start - 1 > piece.lowerBound, words.quotation[start - 1] < 0, isOfTime(start - 1) { start -= 1 }
    return (start..<piece.upperBound).contains { words.has($0, [.weekday, .month]) || isTime($0) || isPeriod($0) }
      ? start : nil
  }

  /// Where the text or talk begins that ends `piece` and in which all of it is said: "an inquiry | in a statement on Monday".
  private func occasionAtEnd(of piece: Range<Int>) -> Int? {
    let noun = (timeAtEnd(of: piece) ?? piece.upperBound) - 1
    guard noun > piece.lowerBound + 2, words.isOne(noun, of: "statement", "interview", "tweet"),
      let start = (max(piece.lowerBound + 1, noun - 3)..<noun).last(where: { words.isOne($0, of: "in") }),
      words.has(start + 1, [.determiner, .possessive]), words.quotation[start] < 0,
      tree.partOfSpeech(start - 1) != .verb, NounCueTable.standard[words.lower[start - 1]] == nil,
      !words.isOne(start - 1, of: "comments", "comment", "remarks")
    else { return nil }
    return start
  }

  /// Whether a time tells how long something takes: "within ten minutes".
  private func isSpan(_ index: Int) -> Bool {
    tree.children(index, "case").contains { words.isOne($0, of: "within", "for", "until", "till", "by", "over", "of") }
  }

  /// Whether `index` heads where something is said: "in an interview", "at the rally".
  private func isOccasion(_ index: Int) -> Bool {
    tree.isOne(index, of: "obl") && words.quotation[index] < 0
      && (Occasion.speeches.contains(words.lower[index]) || Occasion.events.contains(words.lower[index])
        || Occasion.kind(of: words.lower[index]) != nil)
      && tree.children(index, "case").contains { words.isOne($0, of: "in", "at", "during", "on") }
  }
}
