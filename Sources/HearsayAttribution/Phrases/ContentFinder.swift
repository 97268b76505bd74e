internal import HearsayCore

/// Finds what a cue says: the clause or the quotation after it, before it, or on both sides.
struct ContentFinder: Sendable {
  /// What was found for one cue.
  struct Found: Hashable, Sendable {
    var pieces: [Range<Int>]
    var addressee: Range<Int>?
    var rule: Rule
  }

  /// A cue with its speaker and the stretch of text that may belong to it.
  struct Site: Sendable {
    let cue: Cue
    let source: SourceFinder.Found
    /// Where its clause begins: the source's or the group's first token.
    let start: Int
    /// The last token that may be content, exclusive: another cue's clause begins there.
    var limit: Int
    /// The first token that may be content.
    var floor: Int
    let passage: Range<Int>
  }

  let words: Words
  private let phrases: NounPhrases
  private let includesCriticism: Bool

  init(words: Words, includesCriticism: Bool) {
    self.words = words
    self.includesCriticism = includesCriticism
    phrases = NounPhrases(words: words)
  }

  /// The content of the cue at `site`, nil where nothing is said.
  func content(of site: Site) -> Found? {
    if site.cue.shape == .according { return according(site) }
    let right = rightSide(site)
    let left = leftSide(site)
    if let left, left.rule == .quotationBefore,
      words.quotation[left.pieces[0].lowerBound] >= 0 || right.content?.isParenthetical != false
    {
      var found = left
      found.addressee = right.addressee
      if let more = continuation(site, right) { found.pieces.append(more) }
      return found
    }
    if let content = right.content {
      var found = Found(pieces: [content.tokens], addressee: right.addressee, rule: content.rule)
      // "Back in Virginia, Mr. Clarke said, he decided": what stands before belongs to what was said.
      if content.isParenthetical, content.rule == .bareClause, !site.source.isInverted, words.isComma(site.start - 1) {
        let comma = site.start - 1
        let start = clauseStart(before: comma, site)
        if start < comma { found.pieces.insert(start..<comma, at: 0) }
      }
      return found
    }
    if var left, isClosed(right.end, site),
      site.cue.frames.contains(.clause) || site.cue.frames.contains(.that) || site.cue.frames.contains(.question)
    {
      left.addressee = right.addressee
      return left
    }
    return relative(site) ?? nounPhrase(site)
  }

  /// "…, which the Kremlin has denied": the clause before "which".
  private func relative(_ site: Site) -> Found? {
    let which = site.start - 1
    guard which > site.floor + 1, words.isOne(which, of: "which"), words.isComma(which - 1), site.cue.shape == .finite,
      site.cue.frames.contains(.object), isClosed(site.cue.group.upperBound, site)
    else { return nil }
    let before = site.floor..<which - 1
    let start = before.last { words.isOne($0, of: "that") }.map { $0 + 1 } ?? clauseStart(before: which - 1, site)
    return words.hasVerb(start..<which - 1) ? Found(pieces: [start..<which - 1], rule: .clauseBefore) : nil
  }

  /// Whether nothing that a verb could take follows its clause at `index`: "…, he said on Friday."
  private func isClosed(_ index: Int, _ site: Site) -> Bool {
    index >= site.limit || words.has(index, [.mark, .preposition, .weekday, .time, .relative, .coordinator])
      || words.isAdverb(index) || words.isOne(index, of: "when", "while", "that", "if", "what")
      || words.quotation[index] >= 0
  }

  // MARK: After the cue

  private struct Right {
    var addressee: Range<Int>?
    var content: (tokens: Range<Int>, rule: Rule, isParenthetical: Bool)?
    /// Where the scan ended.
    var end: Int
  }

  private func rightSide(_ site: Site) -> Right {
    let frames = site.cue.frames
    var at = site.cue.group.upperBound
    if site.source.isInverted, let source = site.source.tokens { at = source.upperBound }
    var right = Right(end: at)
    if frames.contains(.quoted), let end = asSaying(at, site) { at = end }
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
      if frames.contains(.order),
        words.isOne(at, of: "to") || (words.isOne(at, of: "not") && words.isOne(at + 1, of: "to"))
      {
        right.content = (hearer.lowerBound..<phraseEnd(after: at, site), .infinitive, false)
        return right
      }
    }
    if !frames.isDisjoint(with: [.infinitive]),
      words.isOne(at, of: "to") || (words.isOne(at, of: "not") && words.isOne(at + 1, of: "to"))
    {
      right.content = (at..<phraseEnd(after: at, site), .infinitive, false)
      return right
    }
    guard !frames.isDisjoint(with: [.clause, .that, .question, .quotation, .addressee]) else { return right }
    // "warned the republic that": the hearer is found; "said on Friday that": what stands between is passed over.
    var isAdjunct = false
    let first = at
    while at < site.limit {
      if let quote = opening(at) {
        guard frames.contains(.quotation) || frames.contains(.clause) else { break }
        let isSet = words.isComma(at - 1) || words.isOne(at - 1, of: ":")
        // "read “The Old Man and the Sea” twice": a title, no speech.
        if !frames.contains(.clause), !frames.contains(.that), !isSet, !isSentence(quote) { break }
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
      // "responded to a comment that": the comment's, not the verb's.
      if words.isOne(at, of: "that"), isAdjunct,
        (first..<at).contains(where: { Self.reports.contains(words.lower[$0]) })
      {
        break
      }
      if words.isOne(at, of: "that"), at + 1 < site.limit, at == first || !words.isComma(at + 1) {
        if frames.isDisjoint(with: [.clause, .that, .addressee]) { break }
        right.content = (at..<end(after: at, site), .thatClause, isParenthetical)
        break
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
      if words.has(at, [.preposition, .weekday]) || words.isAdverb(at) || isTime(at) {
        // "said in 2016 that": on to what comes after.
        if words.isOne(at, of: "as", "because", "since", "until"), !words.isOne(at, of: "as") { break }
        isAdjunct = true
        at = pastAdjunct(at, site.limit)
        continue
      }
      if words.has(at, .coordinator) || words.isTerminal(at) { break }
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

  /// What follows a cue in the middle of a clause: "All of which, he said, | would help".
  private func rest(after comma: Int, _ site: Site) -> Range<Int>? {
    guard words.isComma(comma), comma + 2 < site.limit, words.isComma(site.start - 1), site.cue.shape == .finite,
      !site.source.isInverted, site.cue.frames.contains(.clause), words.quotation[site.start - 2] < 0,
      site.start - 1 - clauseStart(before: site.start - 1, site) >= 2, opening(comma + 1) == nil,
      !words.isOne(comma + 1, of: "and", "but", "who", "which", "where", "while", "that", "as", "when"),
      !words.lower[comma + 1].hasSuffix("ing"),
      !words.has(clauseStart(before: site.start - 1, site), [.relative])
    else { return nil }
    return comma + 1..<end(after: comma + 1, site)
  }

  /// Whether a clause without "that" begins at `index`.
  private func startsClause(_ index: Int, _ site: Site, isAdjunct: Bool) -> Bool {
    let rest = index..<end(after: index, site)
    guard rest.count >= 2, !words.has(index, .mark) || words.isOne(index, of: "[", "$", "…", "...") else {
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
  private func pastAdjunct(_ index: Int, _ limit: Int) -> Int {
    var at = index + 1
    while at < limit {
      if words.isComma(at) || words.isOne(at, of: "that", ":", "whether", "how", "why") || opening(at) != nil
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

  private func isTime(_ index: Int) -> Bool {
    words.has(index, .time) || words.has(index, .month)
      || (words.isOne(index, of: "last", "this", "earlier", "late", "next")
        && words.has(index + 1, [.time, .weekday, .month]))
  }

  /// The hearer after a verb that takes one.
  private func hearer(_ index: Int, _ site: Site) -> Range<Int>? {
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
  private static let reports: Set<String> = [
    "comment", "comments", "claim", "claims", "statement", "statements", "report", "reports", "allegation",
    "allegations",
    "suggestion", "suggestions", "remark", "remarks", "fact", "news", "belief", "idea", "argument", "arguments",
    "accusation", "accusations", "assertion", "assertions", "charge", "charges", "promise", "promises", "hope", "hopes",
    "fear", "fears", "concern", "concerns", "evidence", "rumor", "rumors", "rumour", "rumours", "view", "views",
    "warning",
    "warnings", "demand", "demands", "condition", "assurance", "assurances", "possibility",
  ]

  /// The token after "as saying" within a few words of `index`.
  private func asSaying(_ index: Int, _ site: Site) -> Int? {
    let last = min(index + 10, site.limit - 1)
    guard index < last else { return nil }
    for at in index..<last
    where words.isOne(at, of: "as") && words.isOne(at + 1, of: "saying", "telling", "writing", "adding") {
      return at + 2
    }
    return nil
  }

  /// The quotation that opens at token `index`.
  private func opening(_ index: Int) -> Quotation? {
    guard index < words.count, words.quotation[index] >= 0,
      index == 0 || words.quotation[index - 1] != words.quotation[index]
    else { return nil }
    return words.quotations[words.quotation[index]]
  }

  /// Whether a quotation ends as a sentence does, or a clause before its cue.
  private func isSentence(_ quotation: Quotation) -> Bool {
    let text = words.document[quotation.range].drop { !$0.isLetter }
    let end = text.suffix(3)
    return end.contains { ",.!?".contains($0) }
  }

  /// Where content that opens with a quotation at `index` ends: with the quotation where that ends a clause, else with
  /// the sentence (“real questions” about “why they felt compelled”).
  private func quoteEnd(_ index: Int, _ site: Site) -> Int {
    var at = index
    while at < site.passage.upperBound, words.quotation[at] == words.quotation[index] { at += 1 }
    let inside = at - 1
    let quotation = words.quotations[words.quotation[index]]
    let text = words.document[TextRange(quotation.range.start, quotation.range.end)]
    let closes = [",", ".", "!", "?"].contains { mark in
      text.dropLast(quotation.isClosed ? 1 : 0).hasSuffix(mark) || words.isOne(inside - 1, of: mark)
    }
    if closes || at >= site.limit || words.isTerminal(at) || words.isComma(at) { return at }
    return max(at, end(after: at, site))
  }

  /// Where a clause that begins at `index` ends: before the next cue's clause, else with the sentence; quotations whole.
  private func end(after index: Int, _ site: Site) -> Int {
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
  private func phraseEnd(after index: Int, _ site: Site) -> Int {
    let last = end(after: index, site)
    var at = index + 1
    while at < last {
      if words.quotation[at] < 0 {
        // "guarantees that the alliance, a bloc of thirty, will not grow": not before the clause has its verb.
        if let that = (index..<at).last(where: { words.isOne($0, of: "that") }), !words.hasVerb(that + 1..<at) {
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
        if words.isComma(at),
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

  /// Whether a subject and its verb begin at `index`.
  private func opensMainClause(_ index: Int, _ limit: Int) -> Bool {
    guard words.has(index, [.determiner, .possessive, .subject, .capitalized]) else { return false }
    for at in index + 1..<max(index + 1, min(index + 9, limit)) {
      if words.has(at, .mark), !words.isOne(at, of: "-", "'s", "'") { return false }
      if words.isVerb(at) { return true }
    }
    return false
  }

  /// The rest of what was said after a cue in the middle: “…,” he said, “…”, or “…,” he said, but “…”
  private func continuation(_ site: Site, _ right: Right) -> Range<Int>? {
    if let content = right.content, content.rule == .quotationAfter { return content.tokens }

    var at = max(site.cue.group.upperBound, right.end)
    while at < site.limit {
      if let quotation = opening(at) {
        let isWhole =
          words.isComma(at - 1) || (quotation.range.count > 40 && words.isOne(at - 1, of: "and", "but", "that"))
        return isWhole ? at..<quoteEnd(at, site) : nil
      }
      at += 1
    }
    return nil
  }

  // MARK: Before the cue

  private func leftSide(_ site: Site) -> Found? {
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
      let whole = clauseStart(before: start, site)
      let text = words.document[quotation.range].dropLast(quotation.isClosed ? 1 : 0)
      let isSpeech =
        text.hasSuffix(",") || text.hasSuffix("?") || text.hasSuffix("!") || text.hasSuffix(".") || !isQuoted
        || quotation.range.count > 40 || whole == start
      guard isSpeech else { return nil }
      // A phrase before the quotation belongs to it: The plan is “great,” he said.
      let pieces = whole..<comma + 1
      return Found(pieces: [pieces], rule: .quotationBefore)
    }
    guard !isQuoted, words.isComma(last), last > site.floor else { return nil }
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
  private func commaSplits(_ tokens: Range<Int>) -> Bool { tokens.contains { words.isComma($0) } }

  private func frameTakesQuotation(_ cue: Cue) -> Bool {
    cue.frames.contains(.quotation) || cue.frames.contains(.clause) || cue.frames.contains(.that)
  }

  /// Where the clause that holds the token before `index` begins.
  private func clauseStart(before index: Int, _ site: Site) -> Int {
    var at = index
    while at > site.floor, !words.isOne(at - 1, of: ";") || words.quotation[at - 1] >= 0 { at -= 1 }
    while at < index, words.isOne(at, of: "and", "but", ",", "–", "—", "-"), words.quotation[at] < 0 { at += 1 }
    return at
  }

  // MARK: According to, and noun phrases

  private func according(_ site: Site) -> Found? {
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

  /// "announced a plan", "criticized Kyiv": a noun phrase as content.
  private func nounPhrase(_ site: Site) -> Found? {
    let frames = site.cue.frames
    let at = site.cue.group.upperBound
    guard at < site.limit, site.cue.modal == nil, !site.cue.isNegated || site.cue.entry?.verb.act == .deny,
      site.cue.shape == .finite || site.cue.shape == .gerund || site.cue.shape == .infinitive,
      !site.source.isInverted
    else { return nil }
    if frames.contains(.order), words.lower[at - 1] == "on" || words.lower[at - 1] == "to",
      let hearer = phrases.phrase(at: at, to: site.limit)
    {
      return Found(pieces: [at..<phraseEnd(after: at, site)], addressee: hearer, rule: .infinitive)
    }
    if frames.contains(.gerund), words.lower[at].hasSuffix("ing") {
      return Found(pieces: [at..<phraseEnd(after: at, site)], rule: .infinitive)
    }
    let isCriticism = !frames.isDisjoint(with: [.target, .as, .of, .name])
    guard isCriticism ? includesCriticism : !frames.isDisjoint(with: [.object, .topic]) else { return nil }
    guard includesCriticism || !frames.contains(.topic) else { return nil }
    let opens = phrases.beginsPhrase(at) || opening(at) != nil || (frames.contains(.topic) && !words.has(at, .mark))
    guard opens, !words.isTerminal(at), !words.isComma(at) else { return nil }
    var stop = phraseEnd(after: at, site)
    if frames.contains(.name) {
      // "called him a liar", not "called him on Friday": something must say what he is called.
      guard let named = naming(at, stop, site) else { return nil }
      stop = named
    }
    return Found(pieces: [at..<stop], rule: isCriticism ? .criticism : .nounPhrase)
  }

  /// Where "called him | a liar" ends, nil where nobody is called anything.
  private func naming(_ start: Int, _ stop: Int, _ site: Site) -> Int? {
    if let quotation = (start..<min(start + 16, site.limit)).first(where: { opening($0) != nil }),
      !(start..<quotation).contains(where: { words.isComma($0) && words.quotation[$0] < 0 })
    {
      return max(quoteEnd(quotation, site), stop)
    }
    guard let object = phrases.phrase(at: start, to: site.limit), object.upperBound < stop else { return nil }
    let next = object.upperBound
    let isNaming =
      !words.has(next, [.mark, .preposition, .weekday, .time, .coordinator, .relative])
      && !words.isOne(next, of: "to", "when")
    return isNaming ? stop : nil
  }
}
