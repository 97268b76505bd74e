internal import HearsayCore

/// Finds the words that name the speaker of a cue.
struct SourceFinder: Sendable {
  /// Where a cue's speaker stands.
  struct Found: Hashable, Sendable {
    /// The words; nil where none name the speaker.
    var tokens: Range<Int>?
    /// Whether they follow the verb: "said Lavrov".
    var isInverted = false
    /// Where the clause begins, where another phrase is its subject: "the newspaper quoted him as saying".
    var clauseStart: Int?
    /// Whether they are the subject of another verb: ", adding that".
    var isShared = false
  }

  let words: Words
  private let phrases: NounPhrases
  private let trees: TreeSources?

  init(words: Words) {
    self.words = words
    trees = words.tree.map { TreeSources(words: words, tree: $0) }
    phrases = NounPhrases(words: words)
  }

  /// The speaker of `cue`; `earlier` are the cues before it in the passage with their speakers, the nearest last.
  func source(of cue: Cue, in passage: Range<Int>, after earlier: [(cue: Cue, source: Found)]) -> Found {
    var found = anySource(of: cue, in: passage, after: earlier)
    // "asked them to wait | and, in a letter, praised": a word that joins is nobody.
    if let tokens = found.tokens, cue.shape == .finite, words.isOne(tokens.lowerBound, of: "and", "but"),
      tokens.count == 1 || words.has(tokens.lowerBound + 1, .preposition)
    {
      found = shared(by: cue, in: passage, after: earlier)
    }
    if let tokens = found.tokens { found.tokens = wholeName(withoutPreposition(tokens), in: passage) }
    // "…, | the court was told": the clause begins with whom it was said to.
    if cue.shape == .passive, cue.frames.contains(.addressee), found.clauseStart == nil, let tree = words.tree,
      let hearer = tree.subject(cue.verb), hearer < cue.group.lowerBound,
      tree.phrase(hearer).lowerBound >= passage.lowerBound
    {
      found.clauseStart = tree.phrase(hearer).lowerBound
    }
    // "The Security Council Tuesday | welcomed": the day is no part of the name.
    if let tokens = found.tokens, cue.shape != .passive {
      var end = tokens.upperBound
      while cue.shape == .finite, end > tokens.lowerBound + 1,
        words.has(end - 1, .weekday) || words.isOne(end - 1, of: "yesterday", "today"),
        !words.has(end - 2, [.preposition, .determiner]), words.tree?.partOfSpeech(end - 2) != .verb
      { end -= 1 }
      // "A spokesman for the ministry this week | called"
      if cue.shape == .finite, end == tokens.upperBound, end - 3 > tokens.lowerBound,
        words.isOne(end - 1, of: "week", "month", "year", "morning", "afternoon", "evening", "night", "weekend"),
        words.isOne(end - 2, of: "this", "last"), !words.has(end - 3, [.preposition, .determiner, .possessive]),
        // "The man arrested last year | told": the arrest's.
        words.tree?.partOfSpeech(end - 3) != .verb, !words.has(end, .mark),
        !tokens.contains(where: { words.isOne($0, of: "who", "which", "that") })
      {
        end -= 2
      }
      if end == tokens.upperBound { end = withoutTime(tokens, isAfterCue: cue.shape == .according) }
      // A dateline stands before the passage: "FRANKFURT, Feb 9 (Reuters) - | The bank said".
      let start =
        tokens.upperBound > passage.lowerBound ? max(tokens.lowerBound, passage.lowerBound) : tokens.lowerBound
      found.tokens = start < end ? start..<end : tokens
    }
    return found
  }

  /// `tokens` with all of a name with a hyphen that they begin in the midst of: Anna Lund- | Berg.
  private func wholeName(_ tokens: Range<Int>, in passage: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    guard start - 2 >= passage.lowerBound, words.isOne(start - 1, of: "-"), !words.isSpaceBefore(start),
      !words.isSpaceBefore(start - 1), words.has(start - 2, .capitalized)
    else { return tokens }
    start -= 2
    while start > passage.lowerBound, words.has(start - 1, .capitalized),
      words.quotation[start - 1] == words.quotation[start],
      !words.has(start - 1, .mark)
    { start -= 1 }
    return start..<tokens.upperBound
  }

  /// The end of `tokens` without a time that belongs to the verb after it: "Mayor Lund on Tuesday | suggested", "an
  /// advertisement in 2008 | asked".
  private func withoutTime(_ tokens: Range<Int>, isAfterCue: Bool) -> Int {
    guard let tree = words.tree, tokens.count > 2, isAfterCue || !words.has(tokens.upperBound, .mark),
      let opening = tokens.dropFirst().suffix(4).last(where: { at in
        words.isOne(at, of: "on", "in") && at + 1 < tokens.upperBound
      })
    else { return tokens.upperBound }
    let time = opening + 1..<tokens.upperBound
    let isTime = time.allSatisfy {
      words.has($0, [.weekday, .month, .time]) || words.isYear($0) || isDay($0) || words.isOne($0, of: "early", "late")
    }
    guard isTime, time.contains(where: { words.has($0, [.weekday, .month]) || words.isYear($0) }),
      // "a study published in May | said": the study's time.
      !time.contains(where: { tree.clause(around: $0).map(tokens.contains) ?? false })
    else { return tokens.upperBound }
    return opening
  }

  /// Whether a word only tells when: "last", "year", "May", "7".
  private func isOfTime(_ index: Int) -> Bool {
    words.has(index, [.weekday, .month, .time, .number]) || words.isYear(index) || isDay(index)
      || TimePhrase.counts[words.lower[index]] != nil
      || words.isOne(
        index, of: "ago", "day", "days", "earlier", "following", "last", "later", "month", "months", "next", "same",
        "the",
        "this", "week", "weeks", "year", "years")
  }

  private func isDay(_ index: Int) -> Bool { Int(words.lower[index]).map { (1...31).contains($0) } ?? false }

  private func anySource(of cue: Cue, in passage: Range<Int>, after earlier: [(cue: Cue, source: Found)]) -> Found {
    if cue.shape == .according, words.isOne(cue.verb, of: "words") {
      return Found(tokens: CueFinder.owner(ofWordsAt: cue.verb, in: passage, words))
    }
    if cue.shape == .gerund, let partner = partner(of: cue, in: passage) { return Found(tokens: partner) }
    if cue.shape == .finite, cue.frames.contains(.clause), words.tree?.subject(cue.verb) == nil,
      let aside = AsideFinder(words: words).aside(of: cue, in: passage)
    {
      return Found(tokens: aside.source)
    }
    let byWords = sourceByWords(of: cue, in: passage, after: earlier)
    guard let trees, let byTree = trees.source(of: cue) else { return byWords }
    // "said the mayor | of Malmo, Anna Lind": the tree sees farther.
    if byWords.isInverted, byTree.isInverted, let short = byWords.tokens, let long = byTree.tokens,
      short.lowerBound == long.lowerBound, short.count < long.count
    {
      return byTree
    }
    return isBetter(byWords, than: byTree, for: cue) ? byWords : byTree
  }

  /// "The club was stunned, with | its leader, Anna Lund, | writing that": who stands between "with" and the form in -ing, with what
  /// commas tell of them.
  private func partner(of cue: Cue, in passage: Range<Int>) -> Range<Int>? {
    let end = cue.group.lowerBound
    guard words.isComma(end - 1),
      let with = (max(passage.lowerBound, end - 20)..<end).last(where: { words.isOne($0, of: "with") }),
      with == passage.lowerBound || words.isComma(with - 1), with + 1 < end - 1,
      words.has(with + 1, [.determiner, .possessive, .capitalized]),
      (with + 1..<end).allSatisfy({ words.quotation[$0] < 0 && !words.isVerb($0) }),
      (with + 1..<end - 1).contains(where: { words.isComma($0) })
    else { return nil }
    return with + 1..<end - 1
  }

  /// Whether a verb, an adverb, a time or a preposition opens `tokens`, which then name more than a speaker.
  private func opensOtherwise(_ tokens: Range<Int>) -> Bool {
    guard let tree = words.tree else { return false }
    let first = tokens.lowerBound
    return [.verb, .adverb, .adposition].contains(tree.partOfSpeech(first)) || tree.isOne(first, of: "case")
      || words.isOne(first, of: "this", "last") && words.isOne(first + 1, of: "week", "month", "year")
  }

  /// `tokens` without the prepositions that open them: "by | residents demanding an end".
  private func withoutPreposition(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start + 1 < tokens.upperBound, words.tree?.isOne(start, of: "case") ?? false,
      words.isOne(start, of: "by", "on", "in", "with", "to", "from", "at", "since", "after"),
      !words.isOne(start + 1, of: "least", "most")
    { start += 1 }
    return start..<tokens.upperBound
  }

  /// Whether the words tell the speaker more surely than the tree does.
  private func isBetter(_ byWords: Found, than byTree: Found, for cue: Cue) -> Bool {
    guard let own = byWords.tokens else { return false }
    guard let other = byTree.tokens else { return true }
    // "left the house and in a letter to the mayor | said", "and in 2007 | said", "but late last month | said": the mayor, a year
    // and an adverb do not.
    if cue.shape == .finite, byTree.isShared, !byWords.isShared {
      let before = words.has(own.lowerBound - 1, .determiner) ? own.lowerBound - 2 : own.lowerBound - 1
      let goesOn = words.tree?.isOne(cue.verb, of: "conj") ?? false
      return !words.has(before, .preposition)
        && !own.allSatisfy {
          isOfTime($0)
            || goesOn && words.tree?.partOfSpeech($0) == .adverb && words.mention[$0] < 0
        }
    }
    // "said the port was closed and added": who said so adds.
    if [.finite, .gerund].contains(cue.shape), byTree.isShared, byWords.isShared,
      words.mention[safe: own.lowerBound] ?? -1 >= 0,
      words.mention[safe: other.lowerBound] ?? -1 < 0, !words.isOne(own.lowerBound, of: "who", "which"),
      !(own.count == 1 && words.isOne(own.lowerBound, of: "it", "they"))
    {
      return true
    }
    // ", a charge | Kyiv denies", ", an act | Lund says will fail": the noun is what is spoken of.
    if cue.shape == .finite, own.upperBound == other.upperBound, own.lowerBound < other.lowerBound,
      let tree = words.tree, let noun = tree.head(cue.verb), own.contains(noun), noun < other.lowerBound,
      tree.isOne(cue.verb, of: "acl", "acl:relcl"),
      words.isOne(own.lowerBound, of: "a", "an") || ContentFinder.isCharge(noun, words)
    {
      return false
    }
    // "he said": nothing is surer than a pronoun right before the verb.
    if own.upperBound == cue.group.lowerBound, own.count == 1,
      words.isOne(own.lowerBound, of: "he", "she", "they", "we", "i", "it")
    {
      return true
    }
    // Mira “Captain” Okafor said: a nickname hangs loosely.
    if own.upperBound == other.upperBound, own.lowerBound < other.lowerBound, own.count <= 8,
      (own.lowerBound..<other.lowerBound).contains(where: { words.quotation[$0] >= 0 }),
      !words.isComma(other.lowerBound - 1)
    {
      return true
    }
    // "…, ministry spokeswoman | Anna Lind said": all from the comma on.
    if own.upperBound == other.upperBound, own.lowerBound < other.lowerBound, own.count <= 10,
      words.isComma(own.lowerBound - 1), words.has(other.lowerBound, .capitalized),
      (own.lowerBound..<other.lowerBound).allSatisfy({
        !words.has($0, [.mark, .preposition]) && words.tree?.partOfSpeech($0) != .verb
      })
    {
      return true
    }
    // "the letter that says": the noun with all that stands before it.
    if words.isOne(cue.group.lowerBound - 1, of: "that") {
      // "denying | a report that says", "after receiving | data that said": the noun, and not the verb before it.
      return !(opensOtherwise(own) && own.lowerBound < other.lowerBound && other.upperBound <= own.upperBound)
    }
    // "Lund, the prosecutor, said the animal, valued at five crowns, had died": a subject stands before the verb.
    if byWords.isInverted, !byTree.isInverted, !byTree.isShared, cue.shape == .finite, cue.verb > 1,
      words.isComma(cue.verb - 1),
      words.quotation[cue.verb - 1] < 0, words.quotation[cue.verb - 2] < 0,
      words.tree?.children(cue.verb, "ccomp").contains(where: { $0 > cue.verb }) ?? false
    {
      return false
    }
    // "…,” said Roe": the marks show where the speaker is.
    if byWords.isInverted, cue.shape == .finite,
      byTree.isInverted || words.quotation[max(0, cue.verb - 1)] >= 0 || own.upperBound >= words.count
        || words.has(own.upperBound, .mark)
    {
      return true
    }
    // "…, the doctor maintains": what stands before the comma belongs to what was said.
    return words.isComma(own.lowerBound - 1) && other.lowerBound < own.lowerBound && other.upperBound == own.upperBound
      && (own.upperBound..<max(own.upperBound, cue.verb + 3)).contains { words.isTerminal($0) }
  }

  private func sourceByWords(
    of cue: Cue, in passage: Range<Int>, after earlier: [(cue: Cue, source: Found)]
  ) -> Found {
    let start = cue.group.lowerBound
    switch cue.shape {
    case .according:
      return Found(tokens: accordingSource(at: cue.group.upperBound, in: passage), isInverted: true)
    case .gerund:
      return shared(by: cue, in: passage, after: earlier)
    case .infinitive:
      var at = start - 2
      while at > passage.lowerBound,
        words.isVerb(at - 1) || words.has(at - 1, [.auxiliary, .negation]) || words.isAdverb(at - 1)
      { at -= 1 }
      // "said Lund, going on to say": whoever said the rest.
      if at - 1 >= passage.lowerBound, words.lower[at - 1].hasSuffix("ing"), words.isComma(at - 2) {
        return shared(by: cue, in: passage, after: earlier)
      }
      // "went on to say": "went" is before "on".
      return Found(tokens: phrases.phrase(before: at, from: floor(before: at, in: passage)))
    case .passive:
      let next = cue.group.upperBound
      if words.isOne(next, of: "as") || cue.frames.contains(.quoted) && words.isAsSaying(near: next) {
        return subject(of: cue, in: passage, after: earlier)
      }
      if let by = (next..<min(next + 4, passage.upperBound)).first(where: { words.isOne($0, of: "by") }),
        !TreeSources.means.contains(words.lower[safe: by + 1] ?? "")
      {
        return Found(tokens: phrases.phrase(at: by + 1, to: passage.upperBound), isInverted: true)
      }
      return Found()
    case .finite:
      if cue.frames.contains(.quoted), let quoted = quoted(by: cue, in: passage) {
        let subject = phrases.phrase(before: start, from: floor(before: start, in: passage))
        return Found(tokens: quoted, isInverted: true, clauseStart: subject?.lowerBound)
      }
      if let inverted = inverted(cue, in: passage) { return Found(tokens: inverted, isInverted: true) }
      return subject(of: cue, in: passage, after: earlier)
    }
  }

  private func subject(of cue: Cue, in passage: Range<Int>, after earlier: [(cue: Cue, source: Found)]) -> Found {
    let start = cue.group.lowerBound
    let before = start - 1
    if before >= passage.lowerBound {
      if words.isOne(before, of: "who", "which") { return Found(tokens: before..<start) }
      if words.isOne(before, of: "that"), !words.has(before - 1, .mark) {
        // "a letter that says": the letter.
        return Found(tokens: phrases.phrase(before: before, from: floor(before: before, in: passage)))
      }
      if words.isOne(before, of: "and", "but", "or", "nor", "then", "also")
        || (words.isComma(before) && earlier.isEmpty == false)
      {
        if words.isComma(before), let own = phrases.phrase(before: start, from: floor(before: start, in: passage)) {
          return Found(tokens: own)
        }
        return shared(by: cue, in: passage, after: earlier)
      }
    }
    return Found(tokens: phrases.phrase(before: start, from: floor(before: start, in: passage)))
  }

  /// Where a phrase before token `index` may begin: after the last quotation that ends in a comma or a full stop.
  private func floor(before index: Int, in passage: Range<Int>) -> Int {
    var at = index - 1
    while at >= passage.lowerBound {
      if words.quotation[at] >= 0 {
        let range = words.quotations[words.quotation[at]].range
        if range.count > 40 { return at + 1 }
      }
      if words.isOne(at, of: ";", ":") { return at + 1 }
      at -= 1
    }
    return passage.lowerBound
  }

  /// "it quoted him as saying": whoever is quoted.
  private func quoted(by cue: Cue, in passage: Range<Int>) -> Range<Int>? {
    let start = cue.group.upperBound
    guard let phrase = phrases.phrase(at: start, to: passage.upperBound), words.isOne(phrase.upperBound, of: "as")
    else { return nil }
    return phrase
  }

  /// The subject of the clause that begins at `start`: the phrase before its first verb.
  func subject(from start: Int, to end: Int) -> Range<Int>? {
    for at in start..<end where words.isVerb(at) || isOtherCue(at) {
      if !words.has(at - 1, .relative), let phrase = phrases.phrase(before: at, from: start) { return phrase }
    }
    return nil
  }

  /// The subject that a participle or a second verb shares: that of the cue before it, else that of the sentence.
  private func shared(by cue: Cue, in passage: Range<Int>, after earlier: [(cue: Cue, source: Found)]) -> Found {
    if let last = earlier.last(where: {
      $0.source.tokens != nil && words.quotation[$0.cue.verb] < 0 && $0.cue.shape != .according
    }) {
      return Found(tokens: last.source.tokens, isShared: true)
    }
    let floor = self.floor(before: passage.lowerBound, in: passage)
    var at = floor
    while at < cue.group.lowerBound {
      if words.isVerb(at) || (isOtherCue(at) && at != cue.verb), !words.has(at - 1, [.relative]),
        let phrase = phrases.phrase(before: at, from: floor)
      {
        return Found(tokens: phrase, isShared: true)
      }
      at += 1
    }
    return Found()
  }

  private func isOtherCue(_ index: Int) -> Bool {
    guard let entry = CueTable.standard.entry(at: index, in: words) else { return false }
    return entry.forms.contains(.past) || (entry.forms.contains(.present) && !entry.verb.isNoun)
  }

  /// "“…,” said Lavrov": the phrase after the verb.
  private func inverted(_ cue: Cue, in passage: Range<Int>) -> Range<Int>? {
    guard let entry = cue.entry, !entry.forms.isDisjoint(with: [.past, .present]) || entry.verb.lemma == "say",
      cue.group.lowerBound == cue.verb,
      cue.frames.contains(.quotation) || cue.frames.contains(.clause)
    else { return nil }
    let before = cue.verb - 1
    let followsQuotation =
      before < passage.lowerBound || words.quotation[before] >= 0
      || (before > passage.lowerBound && words.has(before, .mark) && words.quotation[before - 1] >= 0)
    // “…” – said he; without quotation marks only the plainest verbs turn round: "It is over, said Lavrov."
    let isPlain = ["say", "add"].contains(cue.entry?.verb.lemma)
    guard
      followsQuotation || words.isOne(before, of: "so", "as")
        || (isPlain && words.isOne(before, of: ",", "–", "—", "?", "!"))
    else { return nil }
    let after = cue.group.upperBound
    guard let phrase = phrases.phrase(at: after, to: passage.upperBound),
      !words.has(phrase.lowerBound, [.object]) || words.has(phrase.lowerBound, [.subject])
    else { return nil }
    let next = phrase.upperBound
    let follows =
      next >= passage.upperBound || words.has(next, [.mark, .preposition, .weekday, .relative, .time])
      || words.isAdverb(next)
      || words.quotation[next] >= 0 || words.isOne(next, of: "when", "while", "that")
    // “…,” read a statement | posted on Monday
    if !follows, followsQuotation, let tree = words.tree,
      let head = phrase.last(where: { tree.isNominal($0) && tree.phrase($0).lowerBound >= phrase.lowerBound }),
      let more = tree.children(head, "acl").first(where: { tree.phrase($0).lowerBound == next })
    {
      return phrase.lowerBound..<tree.phrase(more).upperBound
    }
    guard follows, !isTime(phrase) else { return nil }
    // "Lund, the mayor of Malmo, said the latest “farce”": what is quoted begins, and the speaker stands before.
    if !followsQuotation, words.quotation[safe: next] ?? -1 >= 0 { return nil }
    // “…,” tells Newsweek: an object, where a subject stands before the verb.
    if cue.frames.contains(.addressee), words.isComma(before) { return nil }
    return phrase
  }

  /// Whether a phrase is a time and names nobody: "The label, Tamarind, said | this morning".
  private func isTime(_ phrase: Range<Int>) -> Bool {
    words.isOne(phrase.lowerBound, of: "this", "last", "that", "late", "early", "yesterday", "today")
      && words.isOne(
        phrase.upperBound - 1, of: "morning", "afternoon", "evening", "night", "week", "weekend", "month", "year",
        "yesterday", "today")
  }

  /// The source of "according to": up to the comma, the sentence's end or the verb.
  private func accordingSource(at start: Int, in passage: Range<Int>) -> Range<Int>? {
    var at = start
    while at < passage.upperBound {
      if words.quotation[at] >= 0, at > start { break }
      if words.has(at, .mark), !words.isOne(at, of: "-", "&", "/", "'", "'s", "(", ")", "$") {
        // "U.S." and "Inc." hold full stops.
        if !(words.isOne(at, of: ".") && at + 1 < passage.upperBound && !words.document.tokens[at].isSpaceAfter) {
          break
        }
      }
      if at > start, words.has(at, [.relative]), !words.isOne(at, of: "that") { break }
      at += 1
    }
    return at > start ? start..<at : nil
  }
}
