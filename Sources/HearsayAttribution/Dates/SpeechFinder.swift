internal import HearsayCore

/// Finds the earlier statement whose act of saying a statement goes on with: "announced on Monday that it would
/// close. “It is late,” she said".
struct SpeechFinder {
  let words: Words
  let clauses: CueClauses
  /// Whether a token stands in what somebody says.
  let isSaid: (Int) -> Bool
  let readings: [Reading]
  /// The entity that speaks in each, where it is known.
  let speakers: [String?]
  /// Whether another statement quotes each, which then interrupts nobody.
  let isNested: [Bool]
  let published: CalendarDate?
  /// The statements that have a date, in order, and the kind of act that they belong to.
  private(set) var dated: [(index: Int, date: ResolvedDate, act: Act)] = []

  /// What kind of act a statement belongs to.
  enum Act { case saying, text }

  /// How many statements back the same speech is looked for.
  private static let reach = 8
  /// How many sentences on a quotation gives the words of what was told.
  private static let nearReach = 1

  init(
    words: Words, clauses: CueClauses, isSaid: @escaping (Int) -> Bool, readings: [Reading], speakers: [String?],
    isNested: [Bool], published: CalendarDate?
  ) {
    self.words = words
    self.clauses = clauses
    self.isSaid = isSaid
    self.readings = readings
    self.speakers = speakers
    self.isNested = isNested
    self.published = published
  }

  /// Takes note that the statement at `index` has a date, its own or that of the one at `earlier`.
  mutating func add(_ index: Int, _ date: ResolvedDate, after earlier: Int? = nil) {
    let goesOn = earlier.flatMap { other in dated.last { $0.index == other } }
    var act = goesOn?.act ?? act(of: readings[index])
    // "told it in a speech on Monday. | Lund on Monday promised": the same speech.
    if act == .saying, let last = dated.last, last.date == date, index - last.index <= 2, isSame(index, last.index) {
      act = last.act
    }
    dated.append((index, date, act))
  }

  /// The statement with a date that the one at `index` goes on with: of the same speaker, before it, where it "went on",
  /// where a text or an announcement goes on, or where it quotes what was just told. A bare "he said" may be of another day.
  func earlier(than index: Int) -> Int? {
    let reading = readings[index]
    // A quotation of several sentences begins before its cue.
    guard let cue = reading.cue.first, reading.source != nil,
      let own = words.sentence(of: min(cue.lowerBound, reading.content.first?.lowerBound ?? cue.lowerBound)),
      !clauses.isElsewhere(reading, without: isSaid), !clauses.isSubordinate(reading)
    else { return nil }
    let isMore = reading.verb.map { ["continue", "go on"].contains($0.lemma) } ?? false || clauses.goesOn(reading)
    for (other, date, act) in dated.reversed() {
      guard other < index, index - other <= Self.reach else { return nil }
      guard isSame(index, other) else { continue }
      let before = readings[other]
      guard let cue = before.cue.first, let sentence = words.sentence(of: cue.lowerBound), sentence <= own,
        clauses.isPresent(before) || !clauses.isPresent(reading) || clauses.goesOn(reading),
        !isToAnother(reading, before)
      else { return nil }
      let isOfText = act == .text && !clauses.isMore(reading)
      let isAsked = own - sentence == Self.nearReach + 1 && isAskedIn(own - 1, speakers[index])
      let isNear =
        date.resolution != .year && (own - sentence <= Self.nearReach || isAsked) && isWording(reading, of: before)
      guard isMore || isOfText || isNear,
        pauses(from: sentence, to: own, by: speakers[index]) <= (isOfText || isAsked ? 1 : 0)
      else { return nil }
      let isInterrupted = (other + 1..<index).contains {
        !isSame($0, other) && (speakers[$0] != nil || isByOrganization($0)) && !readings[$0].cue.isEmpty
          && !isNested[$0]
      }
      return isInterrupted ? nil : other
    }
    return nil
  }

  /// Whether an organization without a name speaks: "the union said".
  private func isByOrganization(_ index: Int) -> Bool {
    guard let speaker = clauses.speaker(of: readings[index]) else { return false }
    return clauses.tree.partOfSpeech(speaker) == .noun && Occasion.organizations.contains(words.lower[speaker])
  }

  /// Whether sentence `sentence` tells that somebody spoke or was asked: "called for it on Monday. Lund was asked about it on a tour.
  /// “…,” | she said".
  private func isAskedIn(_ sentence: Int, _ speaker: String?) -> Bool {
    guard let speaker else { return false }
    return words.document.sentences[sentence].tokens.contains { verb in
      // "Lund asked others" asks.
      (Occasion.askedThere.contains(words.lower[verb]) && !clauses.tree.children(verb, "aux").isEmpty
        || words.isOne(verb, of: "spoke", "speaking"))
        && clauses.tree.head(verb) == nil && clauses.tree.subject(verb).map { clauses.entity($0) == speaker } ?? false
    }
  }

  /// Whether `reading` is a quotation that gives the words of what `earlier` only tells: "said on Monday that it would close. “It
  /// must close,” | she said".
  private func isWording(_ reading: Reading, of earlier: Reading) -> Bool {
    clauses.isQuoted(reading) && !clauses.isQuoted(earlier) && !clauses.isMore(reading)
  }

  /// How many sentences between two hold more than what somebody says; many where one of them tells of the speaker at
  /// another time.
  private func pauses(from sentence: Int, to own: Int, by speaker: String?) -> Int {
    var count = 0
    for between in (sentence..<own).dropFirst() {
      let told = words.document.sentences[between].tokens.filter { !isSaid($0) && !words.has($0, .mark) }
      if told.contains(where: { words.has($0, [.weekday, .month]) || words.isYear($0) }),
        speaker.map({ speaker in told.contains { clauses.entity($0) == speaker } }) ?? true
      {
        return .max
      }
      if !told.isEmpty { count += 1 }
    }
    return count
  }

  /// Whether two statements have one speaker.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    if let first = speakers[one], let second = speakers[other] { return first == second }
    if speakers[one] != nil, speakers[other] == nil, isNamedAfter(one, other) { return true }
    // "Two of the leaders denied it. “…,” | said one of them, Anna Lind"
    if let source = readings[one].source, speakers[other] == nil, one > other,
      words.isOne(source.lowerBound, of: "one"), words.isOne(source.lowerBound + 1, of: "of"),
      words.isOne(source.lowerBound + 2, of: "them")
    {
      return readings[other].source.map { words.lower[clauses.tree.head(of: $0)] != "they" } ?? false
    }
    guard speakers[one] == nil, speakers[other] == nil, let first = clauses.speaker(of: readings[one]),
      let second = clauses.speaker(of: readings[other])
    else { return false }
    // "The minister said so. | He added": somebody without a name.
    if one > other, words.isOne(first, of: "he", "she"),
      !words.lower[second].hasSuffix("s") || words.isOne(second, of: "he", "she")
    {
      return !words.isOne(second, of: "it", "they", "police")
    }
    return clauses.isSame(first, second)
  }

  /// Whether the speaker of the one at `index`, a quotation, is named where the lead only described one: "The mayor of Malmo
  /// said on Monday that it would close. “It is late,” Anna Lind said".
  private func isNamedAfter(_ index: Int, _ other: Int) -> Bool {
    guard clauses.sentence(of: readings[other]) == 0, let source = readings[other].source,
      let named = readings[index].source, clauses.isQuoted(readings[index])
    else { return false }
    let head = clauses.tree.head(of: source)
    return clauses.tree.partOfSpeech(head) == .noun && !words.lower[head].hasSuffix("s")
      && !Occasion.isText(words.lower[head]) && !Occasion.organizations.contains(words.lower[head])
      && words.has(named.lowerBound, .capitalized)
      && clauses.tree.partOfSpeech(clauses.tree.head(of: named)) == .properNoun
  }

  /// Whether `reading` is of a text or an announcement, by its verb or beside its cue: "ruled", "in a letter".
  private func act(of reading: Reading) -> Act {
    if let verb = reading.verb, verb.act == .announce || Occasion.writing.contains(verb.lemma) { return .text }
    // "A notice posted on Monday blames the drought. It says"
    if let head = clauses.speaker(of: reading), Occasion.texts.contains(words.lower[head]) { return .text }
    let isText = clauses.told(reading, without: isSaid).contains { index in
      guard Occasion.kind(of: words.lower[index]) != nil, !(reading.addressee?.contains(index) ?? false) else {
        return false
      }
      let cases = words.tree?.children(index, "case") ?? []
      return cases.allSatisfy { words.isOne($0, of: "in", "on", "via", "through") }
    }
    return isText ? .text : .saying
  }

  /// Whether `reading` names a hearer that `earlier` does not: "told the Daily Globe".
  private func isToAnother(_ reading: Reading, _ earlier: Reading) -> Bool {
    guard let hearer = reading.addressee,
      words.mention[clauses.tree.head(of: hearer)] >= 0, hearer.contains(where: { words.has($0, .capitalized) })
    else { return false }
    return earlier.addressee.map { words.lower[$0.upperBound - 1] } != words.lower[hearer.upperBound - 1]
  }
}
