internal import HearsayCore

/// Finds the earlier statement whose act of saying a statement goes on with: "said in a speech on Monday that it was late.
/// She added that".
struct SpeechFinder {
  let words: Words
  let clauses: CueClauses
  /// Whether a token stands in what somebody says.
  let isSaid: (Int) -> Bool
  let readings: [Reading]
  /// The entity that speaks in each, where it is known.
  let speakers: [String?]
  /// The statements that have a date, in order, and the kind of act that they belong to.
  private var dated: [(index: Int, date: ResolvedDate, act: Act)] = []
  /// The statements that others quote.
  private var nested: Set<Int> = []

  /// What kind of act a statement belongs to.
  private enum Act { case saying, speech, text }

  /// How many statements back the same speech is looked for.
  private static let reach = 8

  init(
    words: Words, clauses: CueClauses, isSaid: @escaping (Int) -> Bool, readings: [Reading], speakers: [String?]
  ) {
    self.words = words
    self.clauses = clauses
    self.isSaid = isSaid
    self.readings = readings
    self.speakers = speakers
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

  /// Takes note that another statement quotes the one at `index`, which interrupts nobody.
  mutating func addNested(_ index: Int) { nested.insert(index) }

  /// The statement with a date that the one at `index` goes on with.
  func earlier(than index: Int) -> Int? {
    let reading = readings[index]
    guard let cue = reading.cue.first, let own = words.sentence(of: cue.lowerBound), reading.source != nil,
      !clauses.isElsewhere(reading, without: isSaid), !clauses.isSubordinate(reading)
    else { return nil }
    let isMore = reading.verb.map { ["add", "continue", "go on", "conclude"].contains($0.lemma) } ?? false
    for (other, date, act) in dated.reversed() {
      guard other < index, index - other <= Self.reach else { return nil }
      guard isSame(index, other) else { continue }
      let before = readings[other]
      guard let cue = before.cue.first, let sentence = words.sentence(of: cue.lowerBound), sentence <= own,
        act == .text || clauses.isPresent(before) || !clauses.isPresent(reading),
        !isToAnother(reading, before)
      else { return nil }
      let pause = pause(from: sentence, to: own, by: speakers[index])
      // "They" without a name may be others by now.
      if speakers[index] == nil, pause > 0 { return nil }
      let isAlso = isMore || clauses.isAlso(reading)
      let isInterrupted = (other + 1..<index).contains {
        !isSame($0, other) && speakers[$0] != nil && !readings[$0].cue.isEmpty && !nested.contains($0)
      }
      // "Lund said on Monday that it was late. | He said it was sad": right behind, and of a day.
      if act == .saying, !isMore, isInterrupted || date.resolution != .day { return nil }
      if act != .saying ? pause <= (isAlso ? 2 : 1) && (isAlso || !isInterrupted) : pause == 0 { return other }
      return nil
    }
    return nil
  }

  /// How many sentences between two hold more than what somebody says; many where one of them tells of the
  /// speaker at another time.
  private func pause(from sentence: Int, to own: Int, by speaker: String?) -> Int {
    var count = 0
    for between in (sentence..<own).dropFirst() {
      let told = words.document.sentences[between].tokens.filter { !isSaid($0) && !words.has($0, .mark) }
      if told.contains(where: { words.has($0, [.weekday, .month]) }),
        speaker.map({ speaker in told.contains { clauses.entity($0) == speaker } }) ?? true
      {
        return .max
      }
      if !told.isEmpty { count += 1 }
    }
    return count
  }

  /// Whether two statements have one speaker.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    if let first = speakers[one], let second = speakers[other] { return first == second }
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

  /// Whether `reading` stands beside the name of a time at which somebody speaks, or of a text: "in a speech", "in a report".
  private func act(of reading: Reading) -> Act {
    var found = Act.saying
    for index in clauses.told(reading, without: isSaid) {
      if words.isOne(index, of: "speaking", "spoke", "addressed", "testifying", "testified", "reporters", "journalists")
      {
        return .speech
      }
      let isText = Occasion.texts.contains(words.lower[index])
      guard isText || Occasion.speeches.contains(words.lower[index]) else { continue }
      let cases = words.tree?.children(index, "case") ?? []
      let isWhere = cases.allSatisfy { words.isOne($0, of: "in", "at", "during", "on", "via", "through", "from") }
      if isText, !cases.isEmpty, isWhere { return .text }
      if !isText, isWhere { found = .speech }
    }
    return found
  }

  /// Whether `reading` names a hearer that `earlier` does not: "told the Daily Globe".
  private func isToAnother(_ reading: Reading, _ earlier: Reading) -> Bool {
    guard let hearer = reading.addressee,
      hearer.contains(where: { words.mention[$0] >= 0 && words.has($0, .capitalized) })
    else { return false }
    return earlier.addressee.map { words.lower[$0.upperBound - 1] } != words.lower[hearer.upperBound - 1]
  }
}
