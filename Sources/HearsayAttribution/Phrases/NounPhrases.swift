internal import HearsayCore

/// Where noun phrases begin and end, told by closed classes, capitals, mentions and marks.
///
/// A stand-in for trees: every answer here is one that a dependency tree would give better.
struct NounPhrases: Sendable {
  let words: Words

  // MARK: Before a verb

  /// The phrase that ends right before token `end`, a subject as a rule, not beginning before `floor`; nil where none.
  ///
  /// Passes over "on Friday" and adverbs between subject and verb, and over an apposition between commas.
  func phrase(before end: Int, from floor: Int) -> Range<Int>? {
    var end = end
    while end > floor {
      if words.isAdverb(end - 1), !words.has(end - 1, .subject) {
        end -= 1
      } else if let start = timeStart(endingAt: end, from: floor) {
        end = start
      } else {
        break
      }
    }
    guard end > floor else { return nil }
    if words.isComma(end - 1) || words.isOne(end - 1, of: "–", "—", "--", ")") {
      return appositive(closedAt: end - 1, from: floor)
    }
    return plain(before: end, from: floor)
  }

  /// "Lavrov, the foreign minister," with its closing comma or dash at `close`: the phrase before the apposition up to
  /// `close`, or only the phrase where what stands between is no apposition ("Lavrov, however,").
  private func appositive(closedAt close: Int, from floor: Int) -> Range<Int>? {
    if words.isOne(close, of: ")") {
      var at = close - 1
      while at > floor, !words.isOne(at, of: "(") { at -= 1 }
      guard at > floor else { return nil }
      return plain(before: at, from: floor).map { $0.lowerBound..<close + 1 }
    }
    var nearest: Range<Int>?
    var best: Range<Int>?
    var tries = 0
    var at = close - 1
    // The farthest comma from which everything up to `close` still reads as apposition: "Smith, 59, of Ashton, Md., who
    // watched,".
    var segmentEnd = close
    while at > floor, tries < 6 {
      if words.quotation[at] >= 0, words.quotations[words.quotation[at]].range.count > 60 { break }
      if words.isOne(at, of: "!", "?", ";", ":") { break }
      let opens = words.isComma(close) ? words.isComma(at) : words.isOne(at, of: "–", "—", "--")
      if opens {
        tries += 1
        let segment = at + 1..<segmentEnd
        if segment.isEmpty { break }
        let isAside = tries == 1 && isAside(segment)
        guard isAside || isApposition(segment) else { break }
        segmentEnd = at
        if let phrase = phrase(before: at, from: floor), !words.isComma(phrase.upperBound - 1) {
          let whole = isAside ? phrase : phrase.lowerBound..<close
          nearest = nearest ?? whole
          let isNamed =
            words.has(head(of: phrase), .capitalized) || words.has(phrase.lowerBound, [.determiner, .possessive])
          let isGoverned = phrase.lowerBound > floor && words.has(phrase.lowerBound - 1, .preposition)
          if isNamed || (isAside && isLonePronoun(phrase.lowerBound)), !isGoverned { best = whole }
          if isAside { break }
        }
      }
      at -= 1
    }
    return best ?? nearest
  }

  /// Whether `segment` between commas only puts the verb off: "however", "on Friday", "and others".
  private func isAside(_ segment: Range<Int>) -> Bool {
    let first = segment.lowerBound
    return words.isAdverb(first) || words.has(first, [.time, .weekday])
      || (words.has(first, [.preposition, .coordinator]) && !words.isOne(first, of: "of", "from", "including", "like"))
  }

  /// Whether `segment` between commas says more of the name before it: "the foreign minister", "59", "of Ashton", "Md.",
  /// "who watched".
  private func isApposition(_ segment: Range<Int>) -> Bool {
    let first = segment.lowerBound
    if words.has(first, .relative) || words.isOne(first, of: "of", "from", "including", "one", "whose") { return true }
    if words.has(first, [.number]) { return true }
    if words.has(first, .capitalized), !words.has(first, .determiner) {
      // "Md.", "R-Ohio", and names of places after "of Ashton,".
      return segment.count <= 3 && !words.hasVerb(segment)
    }
    if words.has(first, [.determiner, .possessive]) || words.classes[first].isEmpty || words.has(first, .verb) {
      let relative = segment.firstIndex { words.has($0, .relative) } ?? segment.upperBound
      return !(first + 1..<max(first + 1, relative)).contains { words.has($0, .auxiliary) }
    }
    return false
  }

  /// The phrase that ends right before `end`, without adverbs, times or appositions between.
  private func plain(before end: Int, from floor: Int) -> Range<Int>? {
    var at = end - 1
    var conjunction: Int?
    var stoppedAtVerb = false
    scan: while at >= floor {
      if words.isOne(at, of: ")"), let open = matching(at, from: floor) {
        at = open - 1
        continue
      }
      if words.quotation[at] >= 0 {
        // A nickname or a title in quotation marks is part of the phrase.
        let quotation = words.quotations[words.quotation[at]]
        guard quotation.isClosed, quotation.range.count <= 40,
          quotation.range.start >= words.document.tokens[floor].range.start,
          !words.isOne(at - 1, of: ",", ".", "!", "?"), at != end - 1 || at - 1 < floor || !endsSpeech(quotation)
        else { break }
        at = words.startOfQuotation(at, from: floor) - 1
        continue
      }
      if words.has(at, .mark) {
        if words.isOne(at, of: "-"), words.isSpaceBefore(at), words.document.tokens[at].isSpaceAfter { break }
        if words.isOne(at, of: "-", "/", "&", "%", "$", "'", "+", "'s")
          || (words.lower[at] == "." && !words.document.tokens[at].isSpaceAfter)
        {
          at -= 1
          continue
        }
        break
      }
      if words.isOne(at, of: "and", "or", "&") {
        conjunction = conjunction ?? at
        at -= 1
        continue
      }
      if words.isOne(at, of: "but", "nor", "yet", "so", "then") { break }
      if words.has(at, [.relative, .question, .subordinator]),
        !words.isOne(at, of: "that", "as", "since", "than")
      {
        break
      }
      if words.isOne(at, of: "as"), at > floor, words.classes[at - 1].isEmpty { at -= 1; continue }
      if words.isOne(at, of: "that", "as") {
        // "that official" keeps "that"; "said that officials" does not.
        break
      }
      if words.has(at, .negation) { break }
      if words.isVerb(at) || isCueForm(at) {
        if let antecedent = relative(before: at, from: floor) {
          at = antecedent
          continue
        }
        if isReducedRelative(at) {
          at -= 1
          continue
        }
        stoppedAtVerb = true
        break scan
      }
      // A pronoun is a phrase by itself.
      if isLonePronoun(at) {
        if at == end - 1 { at -= 1 }
        break
      }
      at -= 1
    }
    var start = at + 1
    if let conjunction, stoppedAtVerb || words.has(conjunction + 1, .subject) { start = conjunction + 1 }
    while start < end, words.isAdverb(start) || words.has(start, [.coordinator]) || words.isComma(start) { start += 1 }
    guard start < end else { return nil }
    if words.has(start, .preposition) || words.has(start, .weekday) {
      start = afterOpening(phrase: start, end) ?? end - 1
    }
    return start < end ? start..<end : nil
  }

  /// Whether a short quotation is speech rather than a name: it ends in a comma or a full stop.
  private func endsSpeech(_ quotation: Quotation) -> Bool {
    let text = words.document[quotation.range]
    return text.contains(",") || text.contains("!") || text.contains("?")
  }

  /// Where the subject begins in "In a statement the ministry", "On Friday Lavrov": after the phrase that opens.
  private func afterOpening(phrase start: Int, _ end: Int) -> Int? {
    guard start + 2 <= end else { return nil }
    for at in start + 1..<end {
      let before = at - 1
      let canEnd =
        before > start && !words.has(before, [.preposition, .determiner, .possessive, .coordinator])
        && !words.has(before, .mark)
      guard canEnd || words.has(before, [.weekday, .month]) else { continue }
      if words.has(at, [.determiner, .possessive, .subject]), !words.has(at, .mark) { return at }
      if words.has(before, [.weekday, .month, .time]), words.has(at, .capitalized) || !words.has(at, .preposition),
        !words.has(at, .number)
      {
        return at
      }
      if words.has(before, .number), words.has(at, .capitalized) { return at }
      let mention = words.mention[at]
      if mention >= 0, words.mention[before] != mention, words.has(before, .capitalized) { return at }
    }
    return nil
  }

  /// The token before the relative pronoun that governs the verb at `index`: "the man | who has led".
  private func relative(before index: Int, from floor: Int) -> Int? {
    var at = index - 1
    while at > floor, words.has(at, [.auxiliary, .negation]) || words.isAdverb(at) { at -= 1 }
    // "the experts | I interviewed"
    if at > floor, words.isOne(at, of: "i", "he", "she", "they", "we"),
      !words.has(at - 1, [.mark, .coordinator, .subordinator, .preposition, .auxiliary]), !words.isVerb(at - 1),
      !isCueForm(at - 1)
    {
      return at - 1
    }
    if at > floor, words.isOne(at, of: "that"), !words.isVerb(at - 1), !isCueForm(at - 1), !words.has(at - 1, .mark) {
      return at - 1
    }
    guard at > floor, words.isOne(at, of: "who", "which") else { return nil }
    return words.isComma(at - 1) ? nil : at - 1
  }

  /// "officials briefed on the matter": a participle whose phrase describes the noun before it.
  private func isReducedRelative(_ index: Int) -> Bool {
    Self.reducible.contains(words.lower[index]) && words.has(index + 1, .preposition)
      && !words.has(index - 1, [.subject, .auxiliary, .adverb])
  }

  private static let reducible: Set<String> = [
    "based", "led", "briefed", "involved", "quoted", "cited", "interviewed", "charged", "appointed", "elected", "named",
    "known", "backed", "held", "accused", "familiar", "surveyed", "polled", "contacted", "reached", "employed",
    "trained", "opposed", "aligned", "affiliated", "located", "stationed", "made", "given", "sent", "seen",
  ]

  private func isCueForm(_ index: Int) -> Bool {
    words.isOne(index, of: "said", "told", "says", "say", "saying", "claims", "insists", "argues", "adding", "noted")
      && !words.has(index - 1, [.determiner, .possessive])
  }

  private func matching(_ close: Int, from floor: Int) -> Int? {
    var at = close - 1
    while at >= floor, !words.isOne(at, of: "(") { at -= 1 }
    return at > floor ? at : nil
  }

  // MARK: After a verb

  /// The phrase that begins at token `start`, not going past `limit`; nil where none begins.
  func phrase(at start: Int, to limit: Int) -> Range<Int>? {
    guard start < limit, beginsPhrase(start) else { return nil }
    if isLonePronoun(start) {
      return start..<start + 1
    }
    var at = start
    while at < limit {
      let mention = words.mention[at]
      if mention >= 0 {
        let range = words.document.mentions[mention].range
        while at < limit, words.document.tokens[at].range.start < range.end { at += 1 }
        continue
      }
      if words.quotation[at] >= 0 {
        guard at > start, words.quotation[at] != words.quotation[at - 1], let end = nickname(at), end < limit else {
          break
        }
        at = end
        continue
      }
      if words.has(at, .mark) {
        guard
          words.isOne(at, of: "-", "/", "&", "'", "'s", "$", "%")
            || (words.lower[at] == "." && at > start && words.has(at - 1, .capitalized)
              && words.has(at + 1, .capitalized) && !words.isSpaceBefore(at))
        else { break }
        at += 1
        continue
      }
      if words.has(at, [.relative, .question, .subordinator, .weekday, .negation]),
        !words.isOne(at, of: "that") || at > start
      {
        break
      }
      if words.isOne(at, of: "and", "or") {
        guard words.has(at + 1, [.capitalized, .determiner]), !words.isVerb(at + 2) else { break }
        at += 1
        continue
      }
      if words.has(at, .coordinator) { break }
      if words.has(at, .preposition) {
        guard words.isOne(at, of: "of", "for", "from"), at > start else { break }
        at += 1
        continue
      }
      if words.has(at, .auxiliary) || (words.isVerb(at) && !words.has(at, .capitalized) && at > start)
        || words.isAdverb(at)
      {
        break
      }
      if at > start, words.has(at, [.determiner, .possessive, .subject]),
        !words.has(at - 1, [.preposition, .coordinator, .determiner]),
        !words.isOne(at - 1, of: "of", "for", "from")
      {
        break
      }
      if at > start, words.has(at, .time), !words.has(at - 1, [.determiner]) { break }
      at += 1
    }
    while at > start, words.has(at - 1, [.preposition, .coordinator]) { at -= 1 }
    return at > start ? start..<at : nil
  }

  /// Whether a noun phrase can begin at `index`.
  func beginsPhrase(_ index: Int) -> Bool {
    guard index < words.count else { return false }
    if words.quotation[index] >= 0 { return false }
    if words.has(index, [.determiner, .possessive, .subject, .object, .capitalized, .number]) { return true }
    return !words.has(index, .mark)
      && words.classes[index].isDisjoint(with: [
        .preposition, .coordinator, .subordinator, .negation, .adverb, .be, .have, .do, .modal,
      ])
      && !words.isAdverb(index)
  }

  private func isLonePronoun(_ index: Int) -> Bool {
    words.isOne(index, of: "he", "she", "it", "they", "we", "i", "you", "him", "them", "me", "us")
  }

  private func nickname(_ index: Int) -> Int? {
    let quotation = words.quotations[words.quotation[index]]
    guard quotation.isClosed, quotation.range.count <= 24 else { return nil }
    let end = words.endOfQuotation(index)
    return words.has(end, .capitalized) ? end : nil
  }

  // MARK: Inside

  /// The word that a phrase is about, by its tree, and by the order of its words where there is none.
  func likelyHead(of phrase: Range<Int>) -> Int { words.tree?.head(of: phrase) ?? head(of: phrase) }

  /// The head of `phrase`, as a token: its last word before a comma, a bracket, a preposition, a relative pronoun, "and".
  func head(of phrase: Range<Int>) -> Int {
    var last: Int?
    for index in phrase {
      let stops =
        words.has(index, [.preposition, .relative, .coordinator])
        || words.isOne(index, of: ",", "(", "[", "–", "—", ":", ";")
      if stops, last != nil { break }
      if !words.has(index, .mark), !words.isOne(index, of: "'s", "'") { last = index }
    }
    return last ?? phrase.upperBound - 1
  }

  /// Where a time that ends right before `end` begins: "on Friday", "last week", "Jan. 7"; nil where none ends there.
  func timeStart(endingAt end: Int, from floor: Int) -> Int? {
    var at = end - 1
    guard at >= floor,
      words.has(at, [.weekday]) || (words.has(at, .number) && words.has(at - 1, .month))
        || words.isOne(at, of: "today", "yesterday", "ago", "earlier")
    else {
      guard at > floor, words.has(at, .time),
        words.has(at - 1, .weekday) || words.isOne(at - 1, of: "last", "this", "that", "next")
      else { return nil }
      at -= 1
      return at > floor && words.has(at - 1, .preposition) ? at - 1 : at
    }
    if words.has(at, .number) { at -= 1 }
    while at > floor, words.isOne(at - 1, of: "late", "early", "last", "this") { at -= 1 }
    return at > floor && words.isOne(at - 1, of: "on", "in", "by") ? at - 1 : at
  }
}
