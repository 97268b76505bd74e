internal import HearsayCore

/// Finds what a cue says over its tree: the clause that hangs from the verb, or that the verb hangs from.
struct TreeContents: Sendable {
  let words: Words
  let tree: Tree

  /// The clause that the verb of `site` reports; nil where the tree shows none.
  func clause(of site: ContentFinder.Site) -> ContentFinder.Found? {
    let frames = site.cue.frames
    guard !frames.isDisjoint(with: [.clause, .that, .question, .addressee, .quotation]) else { return nil }
    return fronted(site) ?? after(site) ?? host(of: site) ?? before(site)
  }

  // MARK: After the verb

  /// "said that …", "asked whether …", "said …"
  private func after(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    let frames = site.cue.frames
    let candidates = tree.children(verb, "ccomp", "advcl", "csubj", "parataxis", "xcomp", "obj", "dep").filter {
      $0 > verb
    }
    for clause in candidates {
      let span = tree.phrase(clause)
      var start = max(span.lowerBound, site.cue.group.upperBound)
      guard start < span.upperBound else { continue }
      // "explained | why they had left", where the question word hangs from the verb.
      if start > site.cue.group.upperBound, tree.head(start - 1) == verb, opening(start - 1, span) == .question {
        start -= 1
      }
      // "told the board | that morning she had left"
      if isTimeWithThat(start) { start += 2 }
      guard start < span.upperBound else { continue }
      // "said on Monday, after it had closed, | that it was late"
      if words.isComma(start) || words.isComma(start - 1),
        let that = tree.children(clause, "mark").first(where: { words.isOne($0, of: "that") }), that > start + 1,
        words.isComma(that - 1), words.quotation[that] == words.quotation[verb]
      {
        start = that
      }
      let opens = opening(start, span)
      let isClause =
        switch tree.relation(clause) {
        case "ccomp": opens != .infinitive
        case "advcl", "csubj": opens == .question && frames.contains(.question)
        case "csubj:pass": opens == .that
        case "parataxis":
          opens == .plain && frames.contains(.clause) && tree.subject(clause) != nil
            && !words.isComma(start) && !isCue(clause)
        case "xcomp": opens == .plain && !tree.children(clause, "nsubj", "cop").isEmpty && frames.contains(.clause)
        case "obj": opens == .question || (tree.subject(clause) != nil && tree.partOfSpeech(clause) == .verb)
        default: false
        }
      guard isClause, span.count > 1 || words.isOne(clause, of: "so") else { continue }
      // "said in an address broadcast on Monday | that she would win"
      if opens == .plain, Occasion.nouns.contains(words.lower[clause]),
        words.isOne(start, of: "in", "at", "during", "on"),
        candidates.contains(where: { $0 > clause && opening(tree.phrase($0).lowerBound, tree.phrase($0)) == .that })
      {
        continue
      }
      // "which it said on Monday | might open"
      if let time = tree.children(verb, "obl", "obl:unmarked").first(where: { tree.phrase($0).lowerBound == start }),
        time < clause,
        tree.phrase(time).allSatisfy({ words.has($0, [.weekday, .month, .number, .preposition]) || isTime($0) })
      {
        start = tree.phrase(time).upperBound
      }
      if opens == .plain { start = pastOccasion(start, of: clause) }
      let whom = opens == .plain && frames.contains(.addressee) ? takenForSubject(at: start, of: clause) : nil
      if let whom {
        start = whom.upperBound
        while start < clause,
          words.has(start, [.weekday, .month, .time])
            || words.isOne(start, of: "on", "in") && words.has(start + 1, [.weekday, .month])
        { start += 1 }
      }
      // A verb that only takes "that" or a question word is not one of saying with a bare clause.
      if frames.isDisjoint(with: [.clause, .addressee]), opens == .plain, !frames.contains(.that) { continue }
      var end = cut(extended(span.upperBound, clause, site), from: start)
      end = beforeNextCue(end, from: start, site)
      guard let tokens = trimmed(start..<wholeQuotation(end, site)) else { continue }
      return ContentFinder.Found(
        pieces: [tokens], addressee: hearer(site) ?? whom,
        rule: opens == .question ? .question : opens == .that ? .thatClause : .bareClause)
    }
    return toldHearer(site) ?? toldInText(site) ?? toldOfNoun(site) ?? toldPastGap(site) ?? toldPastAside(site)
  }

  /// `end`, or where another verb of saying begins whose words are no more of the content that begins at `start`.
  func beforeNextCue(_ end: Int, from start: Int, _ site: ContentFinder.Site) -> Int {
    guard site.limit < end, site.limit > start else { return end }
    let verb = site.cue.verb
    // "said the port was closed | and added that", ", adding that": a second verb of the same speaker.
    var next = site.limit
    while next < end, words.isOne(next, of: "and", "but", ",") || words.isAdverb(next) { next += 1 }
    let isJoined = words.isOne(site.limit, of: "and", "but") || words.isComma(site.limit - 1)
    if isJoined, next < end, isVerbOfSaying(next), tree.subject(next) == nil, !goesOn(next, after: verb) {
      return site.limit
    }
    // "said that “nobody lied”, | and in May he wrote that", "said that it was late, | and in May, after a talk, she wrote that":
    // what is told next is told by the reporter.
    if words.isOne(site.limit, of: "and", "but"), words.isComma(site.limit - 1), words.isOne(start, of: "that"),
      words.quotation[site.limit - 2] >= 0
        || words.isOne(site.limit + 1, of: "in", "on", "at", "as", "after", "during", "when")
    {
      return site.limit
    }
    // "said the port was closed | while Lund wrote that": another's words.
    let first = words.isComma(site.limit) ? site.limit + 1 : site.limit
    return words.isOne(first, of: "while", "whereas")
      || words.isOne(first, of: "though", "although") && words.isComma(first - 1)
      ? site.limit : end
  }

  /// The hearer at `start` that the tree takes for a second subject of `clause`: "told a news conference in Malmo | the port
  /// was closed".
  private func takenForSubject(at start: Int, of clause: Int) -> Range<Int>? {
    // "told the Globe | on Monday Grey's plan would work"
    if let subject = tree.subject(clause), subject < clause, tree.phrase(subject).lowerBound == start,
      let day = (start + 1..<max(start + 1, subject)).first(where: {
        words.isOne($0, of: "on", "in") && words.has($0 + 1, [.weekday, .month])
      }), (start..<day).allSatisfy({ words.has($0, [.determiner, .capitalized]) })
    {
      return trimmed(start..<day)
    }
    // "told the briefing | there had been none"
    if let subject = tree.subject(clause), subject < clause, tree.phrase(subject).lowerBound == start {
      let end = tree.phrase(subject).upperBound
      if words.isOne(end, of: "there"), words.has(end + 1, [.be, .have, .modal]) {
        return trimmed(tree.phrase(subject))
      }
    }
    // "informed the board | he would leave": or for its object.
    guard let subject = tree.subject(clause), let first = tree.children(clause, "nsubj", "obj").first, first < subject,
      subject < clause, tree.phrase(first).lowerBound == start,
      tree.phrase(first).upperBound <= tree.phrase(subject).lowerBound
    else { return nil }
    return trimmed(tree.phrase(first))
  }

  /// Whether the verb at `next` is what the speaker tells of rather than says, as far as the tree shows: "said he fled and
  /// refused to stop". Other verbs of saying are the speaker's own.
  private func goesOn(_ next: Int, after verb: Int) -> Bool {
    guard tree.isOne(next, of: "conj"), let head = tree.head(next), head != verb,
      TreeSources(words: words, tree: tree).resumed(by: next) != verb,
      let entry = CueTable.standard.entry(at: next, in: words)
    else { return false }
    return entry.verb.frames.contains(.infinitive) && entry.verb.frames.isDisjoint(with: [.clause, .that])
  }

  /// `start`, or where the clause begins after an occasion or a time that the tree hangs from it: "said in an interview | he
  /// was open", "said on Friday | he had left".
  private func pastOccasion(_ start: Int, of clause: Int) -> Int {
    // "which the agency said on Monday | was wrong": what it speaks of stands before.
    let before =
      tree.children(clause, "nsubj", "obj") + (tree.head(clause).map { tree.children($0, "nsubj", "obj") } ?? [])
    let isGap = before.contains { $0 < start && words.isOne($0, of: "which", "who", "that", "whom") }
    let first = tree.subject(clause) ?? tree.children(clause, "expl").first
    let stop =
      isGap
      ? tree.children(clause, "aux", "cop").first { $0 >= start } ?? clause : first.map { tree.phrase($0).lowerBound }
    if let stop, let end = pastTimeWords(start, upTo: stop) { return end }
    guard let subject = first, start < subject else { return start }
    // "told the Globe on Monday | Grey's plan would work", where the tree gives the day to the plan
    if words.isOne(start, of: "on", "in"), words.has(start + 1, [.weekday, .month]),
      tree.phrase(subject).lowerBound == start
    {
      var end = start + 2
      while end < subject, words.has(end, .number) || TimePhrase.partsOfDay.contains(words.lower[end]) { end += 1 }
      return end < subject && !words.isComma(end) ? end : start
    }
    // "said Thursday | tests had shown it", where the tree gives the day to the tests
    if words.has(start, .weekday), tree.phrase(subject).lowerBound == start,
      !words.isOne(start + 1, of: "prayers", "mass", "services", "trading", "traffic", "papers", "newspapers")
    {
      var end = start + 1
      while end < subject, TimePhrase.partsOfDay.contains(words.lower[end]) { end += 1 }
      if tree.head(start).map({ $0 >= end }) ?? false, !words.isOne(end, of: "'s", "and", "or"), !words.isComma(end) {
        return end
      }
    }
    // "said publicly | the port was closed"
    if words.isOne(start, of: "publicly", "privately", "repeatedly", "recently", "previously", "explicitly", "bluntly")
    {
      return start + 1
    }
    // "said last year | it would leave"
    if let time = tree.children(clause, "obl").first(where: { tree.phrase($0).lowerBound == start }), isPeriod(time) {
      let end = tree.phrase(time).upperBound
      return end <= tree.phrase(subject).lowerBound && !words.isComma(end) ? end : start
    }
    guard words.isOne(start, of: "in", "during", "at", "via", "on"),
      let noun = tree.head(start), tree.isOne(start, of: "case"), tree.isOne(noun, of: "obl")
    else { return start }
    let phrase = tree.phrase(noun)
    guard
      Occasion.nouns.contains(words.lower[noun]) || Occasion.events.contains(words.lower[noun]) || isTime(noun)
        || phrase.contains(where: { words.has($0, [.weekday, .month]) || isPeriod($0) })
    else { return start }
    return phrase.upperBound <= tree.phrase(subject).lowerBound && !words.isComma(phrase.upperBound)
      ? phrase.upperBound : start
  }

  /// `stop`, where there is nothing but a time or an occasion from `start` to there: "late on Thursday", "on January 5", "in a
  /// statement".
  func pastTimeWords(_ start: Int, upTo stop: Int) -> Int? {
    guard start < stop, stop - start < 8,
      (start..<stop).allSatisfy({ index in
        isOfTime(index) || words.has(index, [.determiner, .possessive]) || Occasion.nouns.contains(words.lower[index])
      }),
      (start..<stop).contains(where: {
        words.has($0, [.weekday, .month]) || isTime($0) || isPeriod($0)
          || Occasion.nouns.contains(words.lower[$0]) && words.isOne(start, of: "in")
      })
    else { return nil }
    return stop
  }

  /// Whether a word may be part of a time: "late", "on", "Thursday".
  func isOfTime(_ index: Int) -> Bool {
    words.has(index, [.weekday, .month, .number, .time]) || TimePhrase.partsOfDay.contains(words.lower[index])
      || words.isOne(
        index, of: "on", "in", "late", "early", "earlier", "later", "this", "last", "week", "month", "year")
  }

  /// Whether "that" at `index` belongs to a time and opens no clause: "that morning", "that November".
  private func isTimeWithThat(_ index: Int) -> Bool {
    guard words.isOne(index, of: "that"), words.quotation[index] < 0 else { return false }
    let isTime =
      words.has(index + 1, [.month, .weekday])
      || words.isOne(
        index + 1, of: "day", "week", "month", "year", "fall", "autumn", "spring", "summer", "winter")
      || index + 1 < words.count && TimePhrase.partsOfDay.contains(words.lower[index + 1])
    return isTime && (words.isOne(index + 2, of: "that") || words.has(index + 2, .subject))
  }

  /// Whether `index` heads a time such as "last year", "this week".
  func isPeriod(_ index: Int) -> Bool {
    words.isOne(index, of: "week", "month", "year") && words.isOne(index - 1, of: "last", "this")
      || TimePhrase.partsOfDay.contains(words.lower[index]) && words.isOne(index - 1, of: "last", "this", "yesterday")
  }

  enum Opening { case that, question, infinitive, plain }

  func opening(_ start: Int, _ span: Range<Int>) -> Opening {
    if words.isOne(start, of: "that") { return .that }
    if words.opensInfinitive(start) { return .infinitive }
    if words.isOne(start, of: "whether", "if", "how", "why", "what", "where", "who", "when", "which") {
      return .question
    }
    return .plain
  }

  /// Whether what seems a clause is the object of the verb and what tells more of it: "wrote songs | he would send".
  func isDescribed(_ piece: Range<Int>, _ site: ContentFinder.Site) -> Bool {
    guard let object = tree.children(site.cue.verb, "obj").first(where: { piece.contains($0) }),
      tree.phrase(object).lowerBound == piece.lowerBound, tree.partOfSpeech(object) == .noun,
      !piece.contains(where: { words.quotation[$0] >= 0 || words.isOne($0, of: ":") })
    else { return false }
    return tree.children(object, "acl").contains { tree.subject($0) != nil && piece.contains($0) }
      && !tree.children(site.cue.verb, "ccomp").contains(where: piece.contains)
  }

  /// Whether the quotation after a verb is a title rather than speech: read “The Old Man and the Sea”.
  func isTitle(_ tokens: Range<Int>, _ site: ContentFinder.Site) -> Bool {
    let before = tokens.lowerBound - 1
    guard !tokens.isEmpty, words.quotation[tokens.lowerBound] >= 0, before == site.cue.group.upperBound - 1,
      !words.isComma(before),
      !words.isOne(before, of: ":")
    else { return false }
    let inside = tokens.prefix { words.quotation[$0] == words.quotation[tokens.lowerBound] }
    return !inside.contains { words.isOne($0, of: ",", "!", "?") } && inside.count <= 12
      && words.areCapitalized(inside) && inside.count { words.has($0, .capitalized) } > 1
  }

  /// "The talks, he said, were a disaster": what stands on both sides of a clause between commas.
  func around(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    // "Malmo, as she pointed out, has a port".
    let opens = words.isOne(site.start - 1, of: "as") ? site.start - 2 : site.start - 1
    guard site.cue.shape == .finite, opens > site.floor, words.isComma(opens), words.quotation[opens - 1] < 0,
      site.cue.frames.contains(.clause)
    else { return nil }
    let close = close(of: site)
    guard words.isComma(close), close + 1 < site.limit else { return nil }
    // "Earlier Friday, she told the dockers in Malmo, that it was late": no clause stands before, and one begins behind.
    guard !words.isOne(close + 1, of: "that"),
      (site.floor..<opens).contains(where: { tree.isNominal($0) && !isTime($0) || words.quotation[$0] >= 0 })
    else { return nil }
    var clauses = tree.children(verb, "ccomp")
    if tree.isOne(verb, of: "parataxis") || opens == site.start - 2 {
      clauses += [tree.head(verb)].compactMap(\.self)
    }
    // The verb may seem to describe the subject of the clause: "The talks, [that] she said, were …".
    let isRelative = tree.subject(verb).map { words.isOne($0, of: "who", "which", "that") } ?? true
    if tree.isOne(verb, of: "acl", "acl:relcl"), !isRelative, let noun = tree.head(verb), let head = tree.head(noun) {
      clauses.append(head)
    }
    guard
      let clause = clauses.first(where: {
        $0 > close && tree.subject($0).map { $0 < site.start } ?? false
          || tree.phrase($0).lowerBound < site.start && $0 > close || subjectBefore($0, opens, site) != nil
      }), let first = trimmed((subjectBefore(clause, opens, site) ?? site.floor)..<opens),
      let last = trimmed(close + 1..<wholeQuotation(max(tree.phrase(clause).upperBound, close + 1), site))
    else { return nil }
    return ContentFinder.Found(pieces: [first, last], addressee: hearer(site), rule: .clauseBefore)
  }

  /// Where the clause of a verb of saying closes: after the verb, its hearer or its time.
  private func close(of site: ContentFinder.Site) -> Int {
    let verb = site.cue.verb
    let own = tree.children(verb, "iobj", "obj", "obl", "advmod").filter {
      $0 > verb && tree.phrase($0).upperBound <= verb + 8
    }
    var close = site.cue.group.upperBound
    if site.source.isInverted, let source = site.source.tokens, source.lowerBound == close { close = source.upperBound }
    for child in own where tree.phrase(child).lowerBound == close { close = tree.phrase(child).upperBound }
    return close
  }

  /// What is told on behind a clause of saying that stands in the middle: "The port was closed, he said, | and would be for
  /// weeks", "It came from nobody, he told the court, | but from “a fool”".
  func resumption(_ site: ContentFinder.Site, after found: ContentFinder.Found) -> Range<Int>? {
    guard site.cue.shape == .finite, found.rule == .clauseBefore,
      found.pieces.allSatisfy({ $0.upperBound <= site.start })
    else { return nil }
    let close = close(of: site)
    guard words.isComma(close), close + 3 < site.limit, words.isOne(close + 1, of: "and", "but"),
      words.quotation[close + 1] < 0
    else { return nil }
    var end = close + 1
    while end < site.limit, !(words.isOne(end, of: ";") && words.quotation[end] < 0) { end += 1 }
    guard end == site.passage.upperBound || words.isOne(end, of: ";"), let rest = trimmed(close + 1..<end) else {
      return nil
    }
    let isFragment = words.isOne(close + 2, of: "to", "no", "not", "from", "for", "by", "that")
    let isBackshifted = rest.first(where: { words.has($0, .auxiliary) }).map {
      words.isOne($0, of: "would", "had", "could", "might")
    }
    let holdsQuotation = rest.contains { words.quotation[$0] >= 0 }
    return isFragment || holdsQuotation || isBackshifted ?? false ? rest : nil
  }

  /// Where the subject of the clause that goes on after the cue begins, which stands before `opens` and which the tree gives to the
  /// verb of saying: "The bridge, the party | said early Monday, | would be closed".
  private func subjectBefore(_ clause: Int, _ opens: Int, _ site: ContentFinder.Site) -> Int? {
    guard tree.subject(clause) == nil, tree.children(clause, "mark").isEmpty,
      tree.children(clause, "aux", "cop").contains(where: { $0 > site.cue.verb })
    else { return nil }
    let subject = tree.children(site.cue.verb, "nsubj").first { $0 < opens }
    return subject.map { max(tree.phrase($0).lowerBound, site.floor) }.flatMap { $0 < opens ? $0 : nil }
  }

  /// "What he said was | that the port was closed".
  private func fronted(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard site.cue.shape == .finite, tree.isOne(verb, of: "acl"), let what = tree.head(verb), what < verb,
      words.isOne(what, of: "what", "all"), let predicate = tree.head(what), predicate > verb,
      let be = tree.children(predicate, "cop", "aux").first(where: { $0 > verb })
    else { return nil }
    let start = words.isComma(be + 1) || words.isOne(be + 1, of: ":") ? be + 2 : be + 1
    guard words.isOne(start, of: "that") || words.quotation[safe: start] ?? -1 >= 0,
      start < tree.phrase(predicate).upperBound,
      let tokens = trimmed(start..<wholeQuotation(tree.phrase(predicate).upperBound, site))
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], addressee: hearer(site), rule: .thatClause)
  }

  /// Where content ends: with its clause, or with what follows it and hangs from the verb: without a comma whatever it is
  /// ("said he would go | if asked"), after ", and" another clause of the same report.
  private func extended(_ end: Int, _ clause: Int, _ site: ContentFinder.Site) -> Int {
    var end = end
    for child in tree.children(site.cue.verb) where child > clause && !tree.isOne(child, of: "punct", "nsubj", "aux") {
      let span = tree.phrase(child)
      guard span.lowerBound >= end else { continue }
      if span.lowerBound == end, !words.isComma(end) {
        let isQuoted = words.quotation[span.upperBound - 1] >= 0 && words.quotation[site.cue.verb] < 0
        if tree.isOne(child, of: "conj"), !isQuoted, tree.subject(child) == nil || isCue(child) { break }
        if words.has(span.lowerBound, [.weekday]) || tree.isOne(child, of: "parataxis", "obl:unmarked") { break }
        end = span.upperBound
      } else if words.isComma(end), span.lowerBound <= end + 1, tree.isOne(child, of: "conj"), !isCue(child),
        isOfSameReport(child, after: end, clause)
      {
        end = span.upperBound
      } else {
        break
      }
    }
    return end
  }

  /// Whether the clause at `child`, joined by the word after `comma`, is more of what is reported: ", and it would open", ",
  /// but it was no mistake", ", but could not do so".
  private func isOfSameReport(_ child: Int, after comma: Int, _ clause: Int) -> Bool {
    guard let subject = tree.subject(child) else {
      return words.isOne(comma + 1, of: "but") && tree.children(child, "aux").contains { words.has($0, .modal) }
    }
    if words.isOne(comma + 1, of: "and") { return true }
    guard words.isOne(comma + 1, of: "but") else { return false }
    return words.isOne(subject, of: "it", "they", "there")
      || tree.subject(clause).map { words.lower[$0] == words.lower[subject] } ?? false
  }

  /// `end`, or the first semicolon after `start`, or the comma from which the reporter goes on: ", which has angered
  /// them", ", but the mayor disagreed".
  private func cut(_ end: Int, from start: Int) -> Int {
    (start..<end).first { index in
      guard words.quotation[index] < 0, index > start + 1 else { return false }
      if words.isOne(index, of: ";") { return true }
      // "said it was late | when asked about it"
      if words.isOne(index, of: "when"), words.isOne(index + 1, of: "asked", "questioned", "pressed"),
        tree.children(index + 1, "nsubj", "xcomp").isEmpty, tree.phrase(index + 1).upperBound >= end - 1
      {
        return true
      }
      // "said it was late, | according to the Globe"
      if words.isComma(index), words.isOne(index + 1, of: "according"), words.isOne(index + 2, of: "to"),
        let noun = tree.head(index + 1), tree.phrase(noun).upperBound >= end - 1
      {
        return true
      }
      guard words.isComma(index), index + 1 < end, !(index..<end).contains(where: { words.quotation[$0] >= 0 }) else {
        return false
      }
      guard let verb = tree.head(index + 1) else { return false }
      if words.isOne(index + 1, of: "which") { return tree.relation(verb) == "advcl:relcl" }
      return words.isOne(index + 1, of: "but") && tree.isOne(index + 1, of: "cc") && tree.isOne(verb, of: "conj")
        && tree.subject(verb).map { !words.isOne($0, of: "he", "she", "it", "they", "we", "i", "you", "there") }
          ?? false
    } ?? end
  }

  /// `end`, or where the quotation that goes on there ends.
  func wholeQuotation(_ end: Int, _ site: ContentFinder.Site) -> Int {
    var end = end
    while end < site.passage.upperBound, words.quotation[end - 1] >= 0,
      words.quotation[end] == words.quotation[end - 1]
    { end += 1 }
    return end
  }

  // MARK: Phrases

  /// `piece` up to the comma that closes the clause of a verb in -ing: "Reuters, citing two officials, | said".
  func withinGerund(_ piece: Range<Int>, of site: ContentFinder.Site) -> Range<Int> {
    guard site.cue.shape == .gerund, tree.isOne(site.cue.verb, of: "acl", "advcl") else { return piece }
    let end = tree.phrase(site.cue.verb).upperBound
    guard end < piece.upperBound else { return piece }
    let comma = words.isComma(end - 1) ? end - 1 : end
    return words.isComma(comma) && comma > piece.lowerBound ? piece.lowerBound..<comma : piece
  }

  /// Whether `index` names a time: a weekday, a month, a year, a part of the day.
  func isTime(_ index: Int) -> Bool {
    if words.has(index, [.weekday, .month, .time]) { return true }
    // "on Wednesday night", "yesterday afternoon"
    if TimePhrase.partsOfDay.contains(words.lower[index]),
      words.has(index - 1, .weekday) || words.isOne(index - 1, of: "last", "this", "yesterday")
    {
      return true
    }
    return words.isYear(index)
  }

  // MARK: Words

  private func isCue(_ index: Int) -> Bool {
    guard let entry = CueTable.standard.entry(at: index, in: words) else { return false }
    return tree.partOfSpeech(index) == .verb && !entry.verb.frames.isDisjoint(with: [.clause, .that])
  }

  private func isVerbOfSaying(_ index: Int) -> Bool {
    tree.partOfSpeech(index) == .verb && CueTable.standard.entry(at: index, in: words) != nil
  }

  /// `span` without marks and conjunctions at its ends, quotation marks kept.
  func trimmed(_ span: Range<Int>) -> Range<Int>? {
    var (start, end) = (span.lowerBound, span.upperBound)
    while start < end, words.quotation[start] < 0,
      words.isOne(start, of: ",", ";", ":", "–", "—", "-", "--", "and", "but", ".", ")")
    { start += 1 }
    while start < end, words.quotation[end - 1] < 0,
      words.isOne(end - 1, of: ",", ";", ":", "–", "—", "-", "--", "and", "but", ".", "!", "?", "…", "(")
    { end -= 1 }
    return start < end ? start..<end : nil
  }
}
