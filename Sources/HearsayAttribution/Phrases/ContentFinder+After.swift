internal import HearsayCore

/// What follows the cue: a hearer, what stands between, and the quotation, the clause or the infinitive.
extension ContentFinder {
  struct Right {
    var addressee: Range<Int>?
    var content: (tokens: Range<Int>, rule: Rule, isParenthetical: Bool)?
    /// Where the scan ended.
    var end: Int
  }

  func rightSide(_ site: Site) -> Right {
    var frames = site.cue.frames
    var at = site.cue.group.upperBound
    if site.source.isInverted, let source = site.source.tokens { at = source.upperBound }
    var right = Right(end: at)
    if frames.contains(.quoted), let end = asSaying(at, site) {
      at = end
      frames.insert(.clause)
    }
    while at < site.limit, words.isAdverb(at), !words.has(at, .subject) { at += 1 }
    if let rest = rest(after: at, site) {
      right.content = (rest, .bareClause, true)
      return right
    }
    var isParenthetical = false
    if words.isComma(at), site.start > site.floor, words.isComma(site.start - 1) { isParenthetical = true }
    if !frames.isDisjoint(with: [.addressee, .order]), let hearer = hearer(at, site) {
      right.addressee = hearer
      at = hearer.upperBound
      right.end = at
      if frames.contains(.order), words.opensInfinitive(at) {
        right.content = (hearer.lowerBound..<phraseEnd(after: at, site), .infinitive, false)
        return right
      }
    }
    if frames.contains(.infinitive), words.opensInfinitive(at) {
      right.content = (at..<phraseEnd(after: at, site), .infinitive, false)
      return right
    }
    guard !frames.isDisjoint(with: [.clause, .that, .question, .quotation, .addressee]) else { return right }
    // "warned the republic that": the hearer is found; "said on Friday that": what stands between is passed over.
    var isAdjunct = false
    let first = at
    while at < site.limit {
      if let end = endOfProgramme(at) {
        isAdjunct = true
        at = end
        continue
      }
      // "chanted | slogans such as “No more dams”"
      if at == first, let end = pastSlogans(at, site) {
        right.content = (end..<quoteEnd(end, site), .quotationAfter, isParenthetical)
        break
      }
      if let quote = opening(at) {
        guard frames.contains(.quotation) || frames.contains(.clause) else { break }
        let isSet = words.isComma(at - 1) || words.isOne(at - 1, of: ":")
        // "read “The Old Man and the Sea” twice": a title, no speech.
        let isRegret = ["apologise", "apologize"].contains(site.cue.entry?.verb.lemma)
        if !frames.contains(.clause), !frames.contains(.that), !isSet, !isSentence(quote), !isRegret { break }
        // "protested | by shouting “Shame!”": of another cue.
        if isAdjunct, words.tree?.partOfSpeech(at - 1) == .verb,
          words.lower[at - 1].hasSuffix("ing") || words.isOverheard(at - 1),
          CueTable.standard.entry(at: at - 1, in: words) != nil
        {
          break
        }
        if isSet || quote.range.count > 24 || at == first || isAdjunct {
          right.content = (at..<quoteEnd(at, site), .quotationAfter, isParenthetical)
        }
        break
      }
      if words.isOne(at, of: ":") {
        if at + 1 < site.limit {
          right.content = (
            at + 1..<end(after: at + 1, site), opening(at + 1) != nil ? .quotationAfter : .bareClause, false
          )
        }
        right.end = at
        break
      }
      // "responded to a comment that": the comment's, not the verb's; but "said in a statement that".
      if words.isOne(at, of: "that"), isAdjunct,
        let noun = (first..<at).last(where: { Self.reports.contains(words.lower[$0]) }),
        !((first..<noun).last(where: { words.has($0, .preposition) }).map { words.isOne($0, of: "in", "during", "via") }
          ?? false)
      {
        break
      }
      if words.isOne(at, of: "that"), at + 1 < site.limit, at == first || !words.isComma(at + 1) {
        if frames.isDisjoint(with: [.clause, .that, .addressee]) { break }
        right.content = (at..<end(after: at, site), .thatClause, isParenthetical)
        break
      }
      if let mark = markAfterOccasion(words.isComma(at) ? at + 1 : at, site) {
        isAdjunct = true
        at = mark
        continue
      }
      if words.isOne(at, of: "if", "whether", "how", "why", "what", "where", "who", "when"),
        !isAdjunct || words.isOne(at, of: "whether", "how", "why")
      {
        let isQuestion = frames.contains(.question) || words.isOne(at, of: "how", "why", "what", "whether")
        if isQuestion, !frames.isDisjoint(with: [.clause, .that, .question, .addressee]) {
          right.content = (at..<end(after: at, site), .question, isParenthetical)
        }
        if words.isOne(at, of: "when", "where", "who", "if"), right.content == nil { break }
        break
      }
      if words.isComma(at) {
        if words.isOne(at + 1, of: "who", "which", "and", "but", "whose", "while") { break }
        isAdjunct = true
        at += 1
        // ", as did the campaign itself,"
        if words.isOne(at, of: "as") { while at < site.limit, !words.isComma(at), !words.isTerminal(at) { at += 1 } }
        continue
      }
      let isEarlyOrLate =
        words.isOne(at, of: "late", "early") && (words.isOne(at + 1, of: "on", "in") || words.has(at + 1, .weekday))
      if words.has(at, [.preposition, .weekday]) || words.isAdverb(at) || isTime(at) || isEarlyOrLate {
        // "said in 2016 that": on to what comes after.
        if words.isOne(at, of: "as", "because", "since", "until"), !words.isOne(at, of: "as") { break }
        isAdjunct = true
        at = pastAdjunct(at, site.limit)
        continue
      }
      if words.has(at, .coordinator) || words.isTerminal(at) || words.isOne(at, of: ";") { break }
      if site.source.isInverted, isAdjunct { break }
      if frames.contains(.clause) || (frames.contains(.addressee) && right.addressee != nil) {
        if startsClause(at, site, isAdjunct: isAdjunct) {
          right.content = (
            at..<end(after: at, site), .bareClause, isParenthetical || isAdjunct && words.isComma(at - 1)
          )
        }
      }
      break
    }
    right.end = at
    return right
  }

  /// Where the quotation begins of which "slogans" only tells what it is: "chanted | slogans like “No more dams”".
  private func pastSlogans(_ index: Int, _ site: Site) -> Int? {
    // "dismissed | the slogan “No more dams”": who chants says it.
    guard let lemma = site.cue.entry?.verb.lemma, ["chant", "cry", "scream", "shout", "sing", "yell"].contains(lemma),
      let noun = (index..<min(index + 4, site.limit)).first(where: {
        words.isOne($0, of: "slogan", "slogans", "chants", "words")
      }), (index..<noun).allSatisfy({ !words.has($0, .mark) && !words.isVerb($0) })
    else { return nil }
    var at = noun + 1
    while at < noun + 4, words.isOne(at, of: "like", "such", "as", "including", "of", "saying", ",", ":") { at += 1 }
    return at < site.limit && opening(at) != nil ? at : nil
  }

  /// The colon or comma before the quotation that closes the passage, where from `index` on only when it was said stands
  /// before it: "as the officer said | when he left: “The port is closed.”".
  private func markAfterOccasion(_ index: Int, _ site: Site) -> Int? {
    guard words.isOne(index, of: "when", "while", "as", "once"),
      let mark = (index + 1..<max(index + 1, min(index + 25, site.limit))).first(where: { opening($0 + 1) != nil }),
      words.isComma(mark) || words.isOne(mark, of: ":"),
      (index..<mark).allSatisfy({ words.quotation[$0] < 0 && !words.isTerminal($0) && !words.isOne($0, of: ":", ";") })
    else { return nil }
    // "explained | when it began: “In May.”": what was explained.
    let isPlain = ["say", "tell", "add", "write"].contains(site.cue.entry?.verb.lemma)
    guard isPlain || !site.cue.frames.contains(.question) else { return nil }
    guard let tree = words.tree else { return isPlain ? mark : nil }
    return tree.clause(around: index).map { tree.isOne($0, of: "advcl") && (index..<mark).contains($0) } ?? false
      ? mark : nil
  }

  /// What follows a cue in the middle of a clause: "All of which, he said, | would help".
  func rest(after comma: Int, _ site: Site) -> Range<Int>? {
    guard words.isComma(comma), comma + 2 < site.limit, site.start > 1, words.isComma(site.start - 1),
      site.cue.shape == .finite,
      !site.source.isInverted, site.cue.frames.contains(.clause), words.quotation[site.start - 2] < 0,
      site.start - 1 - clauseStart(before: site.start - 1, site) >= 2, opening(comma + 1) == nil,
      !words.isOne(comma + 1, of: "and", "but", "who", "which", "where", "while", "that", "as", "when"),
      !words.lower[comma + 1].hasSuffix("ing"),
      !words.has(clauseStart(before: site.start - 1, site), [.relative])
    else { return nil }
    return comma + 1..<end(after: comma + 1, site)
  }

  /// Whether a clause without "that" begins at `index`.
  func startsClause(_ index: Int, _ site: Site, isAdjunct: Bool) -> Bool {
    let rest = index..<end(after: index, site)
    guard rest.count >= 2, !words.has(index, .mark) || words.isOne(index, of: "[", "$", "…", "...") else {
      return false
    }
    // "said Lund, looking out on the harbour": what the speaker does.
    if isAdjunct, words.isComma(index - 1), words.lower[index].hasSuffix("ing"),
      words.tree.map({ $0.partOfSpeech(index) == .verb && $0.isOne(index, of: "advcl", "acl", "xcomp", "conj") })
        ?? false
    {
      return false
    }
    // "that Trump argues allowed": what is said has its subject elsewhere.
    if words.has(index, [.auxiliary, .verb]) || (words.isVerb(index) && !words.isOne(index, of: "need")) {
      return false
    }
    let isPlain = ["say", "tell", "add"].contains(site.cue.entry?.verb.lemma)
    if site.cue.entry?.verb.lemma == "say" || (isPlain && words.isComma(index - 1)) {
      return words.hasVerb(rest) || !isAdjunct
    }
    guard words.hasVerb(rest) else { return false }
    if words.isOne(index, of: "he", "she", "they", "we", "i", "there") { return true }
    // "declared after the attacks, the invasion has": only the plainest verbs take a bare clause so far off.
    if isAdjunct { return false }
    // The verb of the clause must come before a relative pronoun or a preposition takes the phrase elsewhere.
    for at in rest.dropFirst() {
      if words.has(at, [.relative, .question]) || words.isOne(at, of: "that", ",") { return false }
      if words.isVerb(at) {
        return !words.lower[at].hasSuffix("ed") || words.has(at, .verb) || !words.has(at + 1, .preposition)
      }
    }
    return false
  }

  /// The token after the phrase that begins with a preposition or a time at `index`.
  func pastAdjunct(_ index: Int, _ limit: Int) -> Int {
    var at = index + 1
    while at < limit {
      if words.isComma(at) || words.isOne(at, of: "that", ":", ";", "whether", "how", "why") || opening(at) != nil
        || words.isTerminal(at)
      {
        return at
      }
      if words.has(at, .preposition) || words.isAdverb(at) { return at }
      if words.has(at, [.weekday]) || isTime(at) { at += 1; continue }
      if words.isOne(at, of: "he", "she", "they", "we", "it", "i", "there"), at > index + 1 { return at }
      let isNounBefore =
        at > index + 1 && !words.has(at - 1, [.determiner, .possessive, .preposition, .coordinator])
        && !words.isOne(at - 1, of: "'s", "'")
      if isNounBefore, words.has(at, [.determiner, .possessive]) { return at }
      if words.has(at - 1, .weekday) || (words.has(at - 1, .month) && !words.has(at, .number))
        || words.isOne(at - 1, of: "yesterday", "today"),
        words.has(at, .capitalized) || words.has(at, [.determiner, .subject])
      {
        return at
      }
      if words.has(at, [.relative, .coordinator]), words.isOne(at, of: "but", "who", "which", "while") { return at }
      if words.isVerb(at), !words.has(at - 1, [.relative]), at > index + 1, !words.lower[at].hasSuffix("ed") {
        return max(index + 1, at - 1)
      }
      at += 1
    }
    return at
  }

  func isTime(_ index: Int) -> Bool {
    words.has(index, .time) || words.has(index, .month)
      || (words.isOne(index, of: "last", "this", "earlier", "late", "next")
        && words.has(index + 1, [.time, .weekday, .month]))
  }

  /// The token after a programme that the outlet before `index` owns: "told Radio Malmo | 's “Morning Hour” on Friday that".
  private func endOfProgramme(_ index: Int) -> Int? {
    let open = words.isOne(index, of: "'s") ? index + 1 : index
    guard words.isOne(open - 1, of: "'s"), let title = opening(open), title.isClosed,
      title.range.count <= Self.longestTitle
    else { return nil }
    let end = words.endOfQuotation(open)
    let hasLongWord = (open..<end).contains { words.lower[$0].utf8.count > 3 && !words.has($0, .mark) }
    return hasLongWord && words.areCapitalized(open..<end) ? end : nil
  }

  /// How many bytes the name of a programme has at most, with its marks.
  private static let longestTitle = 40

  /// The hearer after a verb that takes one.
  func hearer(_ index: Int, _ site: Site) -> Range<Int>? {
    guard index < site.limit,
      !words.isOne(index, of: "that", "how", "why", "what", "if", "whether", "it", "to", "there")
        || words.isOne(index, of: "it") && words.has(index + 1, .mark)
    else { return nil }
    guard let phrase = phrases.phrase(at: index, to: site.limit) else { return nil }
    // "told he would": a subject, not a hearer.
    if words.isOne(index, of: "he", "she", "they", "we", "i") { return nil }
    if words.isVerb(phrase.upperBound), !words.isOne(phrase.upperBound, of: "to"),
      words.has(phrase.upperBound, .auxiliary)
    {
      // "warned the deal would": the phrase is a clause's subject, unless it holds a hearer and a subject in one.
      guard phrase.count > 1, words.mention[index] >= 0, site.cue.frames.contains(.addressee) else { return nil }
      var end = index
      while end < phrase.upperBound, words.mention[end] == words.mention[index] { end += 1 }
      return end < phrase.upperBound ? index..<end : nil
    }
    return phrase
  }

  /// Nouns that take a clause with "that" themselves.
  static let reports: Set<String> = [
    "comment", "comments", "claim", "claims", "statement", "statements", "report", "reports", "allegation",
    "allegations",
    "suggestion", "suggestions", "remark", "remarks", "fact", "news", "belief", "idea", "argument", "arguments",
    "accusation", "accusations", "assertion", "assertions", "charge", "charges", "promise", "promises", "hope", "hopes",
    "fear", "fears", "concern", "concerns", "evidence", "rumor", "rumors", "rumour", "rumours", "view", "views",
    "warning",
    "warnings", "demand", "demands", "condition", "assurance", "assurances", "possibility",
  ]

  /// The token after "as saying" within a few words of `index`.
  func asSaying(_ index: Int, _ site: Site) -> Int? {
    let last = min(index + 10, site.limit - 1)
    guard index < last else { return nil }
    for at in index..<last
    where words.isOne(at, of: "as") && words.isOne(at + 1, of: "saying", "telling", "writing", "adding") {
      return at + 2
    }
    return nil
  }
}
