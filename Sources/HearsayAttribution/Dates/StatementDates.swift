internal import HearsayCore

/// Finds when each statement was said: the time in the clause of its cue, outside what was said; else that of the act that it
/// accompanies or of the occasion that it names.
struct StatementDates: Sendable {
  let words: Words
  private let resolver: DateResolver
  private let phrases: NounPhrases
  private let clauses: CueClauses?

  /// How many sentences back an event is looked for that a time is counted from.
  private static let eventReach = 40

  init(words: Words) {
    self.words = words
    phrases = NounPhrases(words: words)
    clauses = words.tree.map { CueClauses(words: words, tree: $0) }
    resolver = DateResolver(published: words.document.metadata.published)
  }

  /// The date of each of `readings`, which are in the order of their contents; nil where the text gives none.
  ///
  /// - Parameter speakers: The entity that speaks in each, where it is known.
  func dates(of readings: [Reading], by speakers: [String?]) -> [ResolvedDate?] {
    let byPassage = Dictionary(grouping: readings.indices) { readings[$0].passage }
    let said = Said(readings, count: words.count)
    let occasions = clauses.map {
      OccasionFinder(words: words, clauses: $0, isSaid: said.holds) { date(in: $0) }
    }
    let outers = readings.indices.map { index in
      byPassage[readings[index].passage]?.lazy.compactMap { other in
        other == index ? nil : holder(of: readings[index], readings[other])
      }.min { $0.count < $1.count }
    }
    let isNested = outers.map { $0 != nil }
    var found: [ResolvedDate?] = []
    // The last one whose date is that of an act of saying told of in an earlier sentence.
    var act: Int?
    var speeches = clauses.map {
      SpeechFinder(
        words: words, clauses: $0, isSaid: said.holds, readings: readings, speakers: speakers,
        isNested: isNested, published: resolver.published)
    }
    var texts = occasions.map(TextFinder.init)
    for index in readings.indices {
      let reading = readings[index]
      let outer = outers[index]
      defer {
        if outer == nil, let date = found[index] {
          texts?.add(reading, date, by: speakers[index])
        }
      }
      found.append(date(of: reading, inside: outer, said).flatMap { isOfNow(reading, but: $0) ? nil : $0 })
      if let date = found[index] {
        if outer == nil { speeches?.add(index, date) }
        continue
      }
      if reading.rule == .continuation {
        // The next paragraph of a quotation.
        found[index] = readings[max(0, index - 8)..<index].lastIndex { $0.source == reading.source }.flatMap {
          found[$0]
        }
      } else if reading.rule == .transcript {
        // The turns of a conversation of which the text tells before: "said on Monday's programme: LUND: …"
        found[index] = (max(0, index - 4)..<index).last { !isNested[$0] }.flatMap { found[$0] }
      } else if outer == nil, !reading.cue.isEmpty, !reading.isOnlyPossible, let occasions, let clauses,
        !clauses.isPerfect(clauses.verb(of: reading))
      {
        found[index] = occasions.date(of: reading)
        if found[index] == nil, let act, !clauses.isSubordinate(reading),
          !clauses.isElsewhere(reading, without: said.holds), occasions.goesOn(reading, after: readings[act])
        {
          found[index] = found[act]
        }
        if let date = found[index] {
          act = index
          speeches?.add(index, date)
        } else if let earlier = speeches?.earlier(than: index), let date = found[earlier] {
          found[index] = date
          speeches?.add(index, date, after: earlier)
        }
      }
      if found[index] == nil, outer == nil, let occasions, let texts, !reading.cue.isEmpty, !reading.isOnlyPossible {
        found[index] =
          texts.date(of: reading, by: speakers[index])
          ?? speeches.flatMap { $0.date(ofOccasionOf: index) ?? $0.date(ofHearersOf: index) }
          ?? occasions.date(ofSessionOf: reading) ?? occasions.date(ofDeedBehindTextOf: reading)
          ?? occasions.date(ofOrderBehind: reading)
          ?? occasions.dateToldAfter(reading, by: speakers[index])
          ?? texts.dateToldAfter(reading)
        if let date = found[index] { speeches?.add(index, date) }
      }
    }
    tellLeads(readings, by: speakers, isNested, &found)
    dateAsides(readings, by: speakers, byPassage, &found)
    // ", adding that": said when the clause before was said.
    for index in readings.indices where found[index] == nil {
      guard let cue = readings[index].cue.first, !(clauses?.isAtAnotherTime(readings[index]) ?? false) else { continue }
      let near = max(0, index - 8)..<min(readings.count, index + 8)
      let sister = near.last { other in
        other != index && found[other] != nil
          && clauses?.sentence(of: readings[other]) == clauses?.sentence(of: readings[index])
          && (isOneSource(readings[other].source, readings[index].source)
            || speakers[index] != nil && speakers[index] == speakers[other]
              && isCommentOn(readings[other], readings[index]))
          && readings[other].cue.first.map { $0.lowerBound < cue.lowerBound } == true
      }
      if let sister { found[index] = found[sister] }
    }
    return found
  }

  /// The times gone by that the text names, sentence by sentence: each against the last day and period told of before.
  func times() -> [TimeMention] {
    words.document.sentences.flatMap { sentence -> [TimeMention] in
      guard let first = sentence.tokens.first else { return [] }
      let spelled = sentence.tokens.map { words.lower[$0] }
      let counts = Self.isRelative(spelled) || sentence.tokens.contains { words.has($0, .month) }
      return resolver.times(
        in: spelled, isCapitalized: sentence.tokens.map { words.has($0, .capitalized) },
        told: counts ? dayTold(before: first) : nil, toldPeriod: counts ? periodTold(before: first) : nil
      ).map { TimeMention(words.document.tokens[first + $0.index].range, $0.date) }
    }
  }

  /// What a speaker says in passing is said with the rest: "said on Monday that what he | called a mess", "a house that, she | says,
  /// was theirs".
  private func dateAsides(
    _ readings: [Reading], by speakers: [String?], _ byPassage: [Range<Int>: [Int]], _ found: inout [ResolvedDate?]
  ) {
    guard let clauses, let tree = words.tree else { return }
    for index in readings.indices where found[index] == nil {
      let reading = readings[index]
      guard reading.verb != nil, !reading.cue.isEmpty, !reading.isOnlyPossible, let source = reading.source,
        source.count == 1, words.isOne(source.lowerBound, of: "he", "she", "it", "they")
      else { continue }
      let verb = clauses.verb(of: reading)
      guard
        tree.relation(verb).hasPrefix("acl") || words.isOne(source.lowerBound - 1, of: "what", "which", "who", "that"),
        !clauses.isPerfect(verb), !tree.children(verb, "aux").contains(where: { words.isOne($0, of: "had") }),
        !clauses.isAtAnotherTime(reading)
      else { continue }
      let outers = byPassage[reading.passage, default: []].compactMap { other -> (words: Int, date: ResolvedDate)? in
        guard other != index, speakers[other] == speakers[index] || speakers[index] == nil, let date = found[other],
          let piece = holder(of: reading, readings[other])
        else { return nil }
        return (piece.count, date)
      }
      found[index] = outers.min { $0.words < $1.words }?.date
    }
  }

  /// Whether `reading` calls something names in a clause behind what `other` says: "noted that it had closed, which he | called late".
  private func isCommentOn(_ other: Reading, _ reading: Reading) -> Bool {
    guard let clauses, let tree = words.tree, reading.verb != nil, let end = other.content.last?.upperBound else {
      return false
    }
    let verb = clauses.verb(of: reading)
    return tree.relation(verb).hasSuffix(":relcl") && reading.rule == .criticism
      && !clauses.isElsewhere(reading, without: { _ in false })
      && tree.children(verb, "obj").contains { words.isOne($0, of: "which") } && verb <= end + 8
  }

  /// Whether two statements of a sentence name their speaker by the same words.
  private func isOneSource(_ one: Range<Int>?, _ other: Range<Int>?) -> Bool {
    guard let one, let other, let tree = words.tree else { return one == other }
    return tree.head(of: one) == tree.head(of: other)
  }

  /// A lead in the present takes the day of the sentence behind it in which the same speaker says more: "The mayor says so.
  /// Speaking on Monday, Lund said".
  private func tellLeads(
    _ readings: [Reading], by speakers: [String?], _ isNested: [Bool], _ found: inout [ResolvedDate?]
  ) {
    guard let clauses else { return }
    func sentence(_ index: Int) -> Int? { clauses.sentence(of: readings[index]) }
    for index in readings.indices where found[index] == nil && !isNested[index] && sentence(index) == 0 {
      let lead = readings[index]
      guard lead.verb != nil, lead.modal == nil, clauses.isPresent(lead) else { continue }
      let next = readings.indices.first { other in
        other > index && found[other]?.resolution == .day && !isNested[other]
          && (1...2).contains(sentence(other) ?? 0)
          && (speakers[index] == nil
            ? isDescribed(lead, by: readings[other], isNamed: speakers[other] != nil)
            : speakers[index] == speakers[other])
      }
      if let next { found[index] = found[next] }
    }
  }

  /// Whether the speaker of `lead`, who has no name there, is that of `next`: "The mayor of Malmo says so. Anna Lind told a
  /// meeting on Monday", "A coroner has said so. The coroner, Anna Lind, said on Monday".
  private func isDescribed(_ lead: Reading, by next: Reading, isNamed: Bool) -> Bool {
    guard let clauses, let tree = words.tree, let source = clauses.speaker(of: lead),
      let speaker = clauses.speaker(of: next)
    else { return false }
    if isNamed, tree.partOfSpeech(source) == .noun, !words.lower[source].hasSuffix("s"),
      !Occasion.isText(words.lower[source]),
      tree.children(source, "det").contains(where: { words.isOne($0, of: "a", "an", "the") })
    {
      return tree.phrase(speaker).contains { tree.partOfSpeech($0) == .properNoun }
    }
    return next.source?.contains { words.lower[$0] == words.lower[source] } ?? false
  }

  /// The piece of what `other` says that holds the cue of `reading`: no time outside of it is that of `reading`.
  private func holder(of reading: Reading, _ other: Reading) -> Range<Int>? {
    guard let cue = reading.cue.first else { return nil }
    return other.content.first { $0.contains(cue.lowerBound) && $0.count > cue.count }
  }

  private func date(of reading: Reading, inside outer: Range<Int>?, _ said: Said) -> ResolvedDate? {
    // "will say on Friday": it has not been said.
    if reading.rule == .noun { return date(ofNoun: reading) }
    guard let cue = reading.cue.first, !reading.clause.isEmpty, !reading.isOnlyPossible,
      !(clauses?.isOnRecord(reading) ?? false)
    else { return nil }
    let start = min(
      cue.lowerBound,
      reading.source.map { $0.upperBound <= cue.lowerBound ? $0.lowerBound : cue.lowerBound } ?? cue.lowerBound)
    let first = max(min(start, reading.clause.lowerBound), outer?.lowerBound ?? 0)
    let last = min(reading.clause.upperBound, outer?.upperBound ?? words.count)
    // After the verb first ("said on Friday"), then between subject and verb, then before the subject ("On Friday, …").
    if let date = date(in: Array(cue)) { return date }
    // "Friday's Daily Globe | reported"
    if let source = reading.source, words.has(source.lowerBound, .weekday), source.count > 2,
      words.isOne(source.lowerBound + 1, of: "'s"),
      words.has(source.lowerBound + 2, .capitalized) || Occasion.papers.contains(words.lower[source.lowerBound + 2]),
      let date = date(in: [source.lowerBound])
    {
      return date
    }
    if let date = dateBeforeInfinitive(of: reading) ?? dateOfText(reading) { return date }
    if outer == nil, let date = dateToldOf(reading) { return date }
    if let clauses, let counted = clauses.countOfDays(toClauseOf: reading) {
      // "a day after Lund said in a Monday email that": the day that is named.
      let verb = clauses.verb(of: reading)
      let named = outside(reading, from: cue.upperBound, to: last).filter { clauses.hangs($0, from: verb) }
      return date(in: named) ?? date(in: counted, from: reading)
    }
    if let date = date(in: outside(reading, from: cue.upperBound, to: last)), !isOfWhatIsWanted(date, by: reading) {
      return date
    }
    // "said so on Monday and on Friday | denied it": the nearer one.
    if let joint = (first..<max(first, cue.lowerBound)).last(where: { joint in
      words.has(joint, .coordinator) && !(clauses?.joinsParticiples(joint) ?? false)
    }),
      let date = date(in: outside(reading, from: joint, to: cue.lowerBound))
    {
      return date
    }
    if let date = date(in: outside(reading, from: first, to: cue.lowerBound)) { return date }
    guard outer == nil, let clauses else { return nil }
    for phrase in clauses.adjuncts(ofActAround: reading) {
      if let date = date(in: phrase.filter { !said.holds($0) && !clauses.isOfEventTold($0) }) { return date }
    }
    let time = clauses.timeOfEvent(around: reading)
    if let date = date(in: time) ?? (time.count == 1 ? resolver.year(words.lower[time[0]]) : nil) { return date }
    if let opening = clauses.opening(ofSentenceOf: reading),
      let date = date(in: opening.filter { !said.holds($0) && words.quotation[$0] < 0 && !clauses.isOfEventTold($0) })
    {
      return date
    }
    return date(
      in: clauses.told(reading, without: said.holds).filter {
        clauses.mayHold($0, reading) && !isOfThingTold($0, reading)
      }
    ).flatMap { isOfWhatIsWanted($0, by: reading) ? nil : $0 }
  }

  /// "Mount Gede erupted in 1969. Lund wrote | at the time that": the last time told of, in the sentence before.
  private func dateToldOf(_ reading: Reading) -> ResolvedDate? {
    guard let clauses, let own = clauses.sentence(of: reading), reading.verb != nil else { return nil }
    let verb = clauses.verb(of: reading)
    let points = clauses.told(
      reading,
      without: { index in
        reading.content.contains {
          $0.contains(index) && index - $0.lowerBound > 2 && ($0.upperBound != index + 1 || index > verb + 5)
        }
      }
    )
    .contains { pointsBack($0, verb) }
    let first = words.document.sentences[own].tokens.lowerBound
    // "In 2018 the council refused it, and its mayor at the time | said"
    if let source = reading.source, let last = source.last,
      !source.contains(where: { words.isOne($0, of: "who", "which") }),
      (source.lowerBound...last).contains(where: {
        words.isOne($0, of: "at") && words.isOne($0 + 1, of: "the") && words.isOne($0 + 2, of: "time")
      })
    {
      return lastTime(in: first..<max(first, source.lowerBound))
        ?? (own > 0 ? lastTime(in: words.document.sentences[own - 1].tokens) : nil)
    }
    // "was fined last month. In that instance a judge | called it a mess"
    if words.isOne(first, of: "in", "on"), words.isOne(first + 1, of: "that", "this"),
      words.isOne(first + 2, of: "instance", "occasion", "case"), own > 0, first < verb
    {
      let before = words.document.sentences[own - 1].tokens.filter { words.quotation[$0] < 0 }
      return date(in: before)
    }
    guard points else { return nil }
    // "In 2020 he was held alone, which they said | at the time was for his health": in its own sentence.
    let start = words.document.sentences[own].tokens.lowerBound
    return lastTime(in: start..<max(start, verb))
      ?? (own > 0 ? lastTime(in: words.document.sentences[own - 1].tokens) : nil)
  }

  /// Whether the token at `index` points back to a time told of when the verb at `verb` is done: "said | at the time", "in an
  /// editorial | then".
  private func pointsBack(_ index: Int, _ verb: Int) -> Bool {
    guard let clauses else { return false }
    // "recalled Lund, who was a nurse at the time"
    if let clause = clauses.tree.clause(around: index), clause != verb, clauses.tree.relation(clause) == "acl:relcl" {
      return false
    }
    if words.isOne(index, of: "time"), words.isOne(index - 1, of: "the", "that"), words.isOne(index - 2, of: "at") {
      return index > verb && (clauses.tree.isOne(index, of: "obl") || clauses.tree.isOne(index, of: "nmod"))
    }
    guard words.isOne(index, of: "then") else { return false }
    return clauses.tree.isOne(index, of: "advmod") && index > verb && clauses.tree.head(index) == verb
      || index > 0 && Occasion.isText(words.lower[index - 1])
      || index > verb && words.isOne(index + 1, of: ".", ",") && index - verb < 4
  }

  /// The last day, month or year that some tokens outside of quotation marks name without reference to another.
  private func lastTime(in tokens: Range<Int>) -> ResolvedDate? {
    let unquoted = tokens.filter { words.quotation[$0] < 0 }
    return resolver.lastTime(
      in: unquoted.map { words.lower[$0] }, isCapitalized: unquoted.map { words.has($0, .capitalized) })
  }

  /// "his 2013 claim that", "a claim by Lund on Monday that": the time beside the noun, before what is claimed.
  private func date(ofNoun reading: Reading) -> ResolvedDate? {
    guard let content = reading.content.first, let cue = reading.cue.first else { return nil }
    let start = reading.source.map { min($0.lowerBound, cue.lowerBound) } ?? max(0, cue.lowerBound - 2)
    return date(in: (start..<max(start, content.lowerBound)).filter { words.quotation[$0] < 0 })
  }

  /// "A report by the agency from November 2012 | warned", "The letter of August 30, as printed, | ends": the date that the text bears.
  private func dateOfText(_ reading: Reading) -> ResolvedDate? {
    guard isThing(reading), let source = reading.source, let clauses else { return nil }
    let head = clauses.tree.head(of: source)
    let end = max(source.upperBound, reading.cue.first?.lowerBound ?? 0)
    return (source.lowerBound..<end).lazy.filter { index in
      words.isOne(index, of: "from", "of", "dated") && words.has(index + 1, [.month, .number, .weekday])
        && (clauses.tree.clause(around: index + 1).map { $0 < head || words.isOne($0, of: "dated") } ?? true
          || words.isOne(index, of: "from") && words.isComma(index - 1))
    }.compactMap { date(in: [$0 + 1]) ?? date(in: Array($0 + 1..<end)) }.first
  }

  /// "is raising questions about Monday's debate": what is being said is said on the day of publication.
  ///
  /// Nor does who "blames" somebody do so in a month gone by.
  private func isOfNow(_ reading: Reading, but date: ResolvedDate) -> Bool {
    if let clauses, reading.verb != nil, reading.rule != .noun, !isThing(reading),
      [.month, .year].contains(date.resolution),
      clauses.isPresent(reading), !clauses.isPerfect(clauses.verb(of: reading)), let published = resolver.published
    {
      return !"\(published)".hasPrefix(date.text)
    }
    guard let clauses, reading.verb != nil, clauses.isUnderWay(clauses.verb(of: reading)), date.resolution == .day
    else {
      return false
    }
    return date.text != resolver.published.map { "\($0)" }
  }

  /// "asked the mayor | on Friday to leave": the day of asking, though it stands inside of what is asked.
  private func dateBeforeInfinitive(of reading: Reading) -> ResolvedDate? {
    guard reading.rule == .infinitive, let tree = words.tree, let clauses, let content = reading.content.first,
      let to = content.first(where: { words.isOne($0, of: "to") })
    else { return nil }
    let verb = clauses.verb(of: reading)
    // "advised its members | last week to stay"
    return tree.children(verb, "obl", "advmod").lazy.map { tree.phrase($0) }
      .filter { content.contains($0.lowerBound) && $0.upperBound <= to }
      .compactMap { date(in: Array($0)) }.first
  }

  /// "fell on Sunday, a day after Lund | said": the day that is counted back, by the tokens that say how far.
  private func date(in count: Range<Int>, from reading: Reading) -> ResolvedDate? {
    guard let told = dayTold(before: count.lowerBound) else { return nil }
    return resolver.date(in: count.map { words.lower[$0] } + ["earlier"], told: told)
  }

  /// "called for an election | in March": a month or a year after what is called for is that of the thing.
  private func isOfWhatIsWanted(_ date: ResolvedDate, by reading: Reading) -> Bool {
    guard reading.rule == .nounPhrase, reading.verb?.act == .demand, date.resolution != .day, let clauses else {
      return false
    }
    // "called for calm in a letter | in March"
    let last = reading.content.last?.upperBound ?? words.count
    return !words.document.sentences[clauses.sentence(of: reading) ?? 0].tokens.contains {
      $0 >= last && (Occasion.speeches.contains(words.lower[$0]) || Occasion.isText(words.lower[$0]))
    }
  }

  private func date(in tokens: [Int]) -> ResolvedDate? {
    let aside = tokens.first.flatMap { timeOfOtherZone(near: $0) }
    var tokens = tokens.filter { !isOfName($0) && !(aside?.contains($0) ?? false) }
    // "since Lund on | 3 May said": the day beside its month, wherever the tree ties it
    if let month = tokens.first(where: { words.has($0, .month) }), month > 0, !tokens.contains(month - 1),
      words.quotation[month - 1] < 0, Int(words.lower[month - 1]).map({ (1...31).contains($0) }) ?? false,
      let place = tokens.firstIndex(of: month)
    {
      tokens.insert(month - 1, at: place)
    }
    guard let last = tokens.last else { return nil }
    // "of 14 June | that year"
    if words.has(last, [.month, .number]), words.isOne(last + 1, of: "that"), words.isOne(last + 2, of: "year") {
      tokens += [last + 1, last + 2]
    }
    var spelled: [String] = []
    var isCapitalized: [Bool] = []
    for (place, token) in tokens.enumerated() {
      // "was announced by [Lund] last week": what the speaker's words part does not stand together.
      if place > 0, token != tokens[place - 1] + 1 {
        spelled.append("|")
        isCapitalized.append(false)
      }
      spelled.append(words.lower[token])
      isCapitalized.append(words.has(token, .capitalized))
    }
    // "A day earlier" counts from the day that the text has told of before, and after "October 2, 2018" a "November" is that
    // year's.
    let isRelative = Self.isRelative(spelled)
    // The year of a day without one is told nearby.
    let reach = isRelative ? 5 : tokens.contains { words.has($0, .month) } ? 2 : 0
    return resolver.date(
      in: spelled, isCapitalized: isCapitalized, told: reach > 0 ? dayTold(before: tokens[0], within: reach) : nil,
      toldPeriod: reach > 0 ? periodTold(before: tokens[0]) : nil, event: { event(namedIn: tokens) })
  }

  /// Whether some words may count a time from one told of before: "a day earlier", "the 5th".
  private static func isRelative(_ spelled: [String]) -> Bool {
    spelled.contains {
      ["earlier", "previous", "before", "same", "later", "following", "next", "that"].contains($0)
        || $0.hasPrefix("after")
        || $0.first?.isNumber == true && $0.last?.isLetter == true
    }
  }

  /// The time of the event that "the day after the vote" or "on the night of the vote" among `tokens` names: that of the last
  /// sentence before that tells of it and of a time.
  private func event(namedIn tokens: [Int]) -> ResolvedDate? {
    guard let tree = words.tree,
      let link = tokens.first(where: {
        words.isOne($0, of: "after", "before", "of") && $0 + 2 < words.count
          && TimePhrase.definite.contains(words.lower[$0 + 1])
      }),
      let noun = (link + 2..<min(link + 6, words.count)).first(where: {
        tree.partOfSpeech($0) == .noun && !tree.isOne($0, of: "compound", "nmod:poss")
      }), let own = words.sentence(of: link)
    else { return nil }
    // The lead tells of it, or what stands nearby.
    let before = Array((max(0, own - Self.eventReach)...own).reversed()) + (0..<max(0, min(3, own - Self.eventReach)))
    return before.lazy.compactMap { sentence -> ResolvedDate? in
      let told = words.document.sentences[sentence].tokens.filter { $0 < link && words.quotation[$0] < 0 }
      guard let teller = told.first(where: { Occasion.isSameEvent(words.lower[$0], words.lower[noun]) }) else {
        return nil
      }
      // "released a summary last week of the call, which took place on April 12"
      return [told.filter { $0 > teller }, told].lazy.compactMap { tokens in
        resolver.date(in: tokens.map { words.lower[$0] }, isCapitalized: tokens.map { words.has($0, .capitalized) })
      }.first
    }.first
  }

  /// Whether the day at `index` is part of a name: "the Saturday Gaffer".
  private func isOfName(_ index: Int) -> Bool {
    guard words.has(index, .weekday), words.has(index + 1, .capitalized), let tree = words.tree,
      !words.has(index + 1, [.month, .number]), !words.has(index - 1, .preposition)
    else { return false }
    return tree.isOne(index, of: "compound", "flat") && tree.head(index).map { $0 > index } ?? false
  }

  /// The brackets in the sentence of the token at `index` that give the time of another zone: "at 8:15 a.m. (1915 UTC on
  /// Thursday)".
  private func timeOfOtherZone(near index: Int) -> Range<Int>? {
    guard let sentence = words.sentence(of: index) else { return nil }
    let tokens = words.document.sentences[sentence].tokens
    guard let zone = tokens.first(where: { words.isOne($0, of: "utc", "gmt") }),
      let open = (tokens.lowerBound..<zone).last(where: { words.isOne($0, of: "(", ")") }), words.isOne(open, of: "("),
      let close = (zone..<tokens.upperBound).first(where: { words.isOne($0, of: ")") })
    else { return nil }
    return open..<close
  }

  /// The last month, year or day named before token `index`, in its own sentence or in one of the five before.
  private func periodTold(before index: Int) -> ResolvedDate? {
    guard let own = words.sentence(of: index) else { return nil }
    let before = Array(words.document.sentences[max(0, own - 5)].tokens.lowerBound..<index)
    return resolver.lastTime(
      in: before.map { words.lower[$0] }, isCapitalized: before.map { words.has($0, .capitalized) })
  }

  /// The last day named before token `index`, in its own sentence or in one of the `reach` before.
  private func dayTold(before index: Int, within reach: Int = 5) -> CalendarDate? {
    guard let own = words.sentence(of: index) else { return nil }
    let start = words.document.sentences[max(0, own - reach)].tokens.lowerBound
    let before = Array(start..<index)
    return resolver.lastDay(
      in: before.map { words.lower[$0] }, isCapitalized: before.map { words.has($0, .capitalized) })
  }

  // MARK: Around the cue

  /// The tokens of a stretch that stand in no content and in no clause but that of the cue.
  private func outside(_ reading: Reading, from start: Int, to end: Int) -> [Int] {
    guard start < end else { return [] }
    let ownsTime = isThing(reading) || words.isOne(reading.cue[0].lowerBound, of: "according")
    return (start..<end).filter { index in
      words.quotation[index] == words.quotation[reading.cue[0].lowerBound]
        && !reading.content.contains { $0.contains(index) } && !isAsOf(index, reading)
        && !isBehindContent(index, reading) && !isOfThingTold(index, reading)
        && !(index < reading.cue[0].lowerBound && clauses?.isOfEventTold(index) ?? false)
        && (reading.source.map {
          !$0.contains(index) || $0.count > 12 || ownsTime || clauses?.isOfPresence(index) ?? false
            || clauses?.isRightBefore(index, reading) ?? false || clauses?.isOfMaking(index, of: $0) ?? false
            || clauses?.isOfTextBesideName(index, $0) ?? false
        } ?? true)
        && (clauses.map { $0.holds(index, of: reading) } ?? true)
    }
  }

  /// Whether a time goes on with what was said around the cue: "She died, the notice said, “at home” | on Monday".
  private func isBehindContent(_ index: Int, _ reading: Reading) -> Bool {
    guard reading.content.count > 1, let first = reading.content.first, let last = reading.content.last,
      let cue = reading.cue.first
    else { return false }
    return first.upperBound <= cue.lowerBound && last.lowerBound >= cue.upperBound && index >= last.upperBound
      && clauses?.sentence(of: reading) == words.sentence(of: last.upperBound - 1)
      && words.sentence(of: first.lowerBound) == words.sentence(of: last.lowerBound)
  }

  /// Whether a time behind the thing spoken of is that thing's, where the cue is in a tense that goes with no time gone by: "has
  /// condemned the blasts in Malmo | on Thursday".
  private func isOfThingTold(_ index: Int, _ reading: Reading) -> Bool {
    guard [.nounPhrase, .criticism].contains(reading.rule), let clauses, let content = reading.content.first,
      reading.verb != nil
    else { return false }
    return index > content.lowerBound && content.lowerBound >= reading.cue[0].upperBound
      && clauses.isPerfect(clauses.verb(of: reading))
  }

  /// Whether a time is one up to which something was so: "as of Monday" where it does not open the clause of the cue.
  private func isAsOf(_ index: Int, _ reading: Reading) -> Bool {
    guard let of = (max(1, index - 4)...max(1, index)).last(where: { words.isOne($0, of: "of") }),
      words.isOne(of - 1, of: "as")
    else { return false }
    let cue = reading.cue[0].lowerBound
    return words.isOne(cue, of: "according") || index > cue
  }

  /// Whether a thing speaks, whose own date is the day of saying: "a survey published in 2017".
  private func isThing(_ reading: Reading) -> Bool {
    guard let source = reading.source, source.count > 2 else { return false }
    return Occasion.isText(words.lower[phrases.likelyHead(of: source)])
  }
}

/// Which tokens stand in what somebody says.
private struct Said {
  private let tokens: [Bool]

  init(_ readings: [Reading], count: Int) {
    var tokens = Array(repeating: false, count: count)
    for piece in readings.lazy.flatMap(\.content) { for index in piece { tokens[index] = true } }
    self.tokens = tokens
  }

  func holds(_ index: Int) -> Bool { tokens[index] }
}
