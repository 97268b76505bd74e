internal import HearsayCore

/// Which statements were made on one occasion, whoever made them: "told the same meeting", "giving evidence, Lund said".
extension SpeechFinder {
  /// How many sentences on somebody speaks to the same hearers.
  private static let hearersReach = 8
  /// How many sentences on somebody takes part in what was told of.
  private static let nearReach = 3
  /// How many statements with a date are looked at, the last ones: no more stand in that many sentences.
  private static let farthest = 60
  /// How many days before publication an occasion is whose hearers need no other name.
  private static let recentDays = 60

  /// The day of the last statement where the one at `index` says that it was made on the same occasion: "giving evidence, Lund
  /// said", "said at the time", "answered".
  func date(ofOccasionOf index: Int) -> ResolvedDate? {
    let reading = readings[index]
    guard let own = sentence(index), let last = lastDated(before: index),
      let sentence = sentence(last.index), (0...Self.nearReach).contains(own - sentence), !isAtNamedTime(reading)
    else { return nil }
    // "said today that it was a storm. It is to rain, according to the same bulletin"
    if own - sentence <= 2, let source = reading.source, source.contains(where: { words.isOne($0, of: "same") }),
      let text = clauses.speaker(of: reading), Occasion.isText(words.lower[text])
    {
      return last.date
    }
    guard reading.verb != nil else { return nil }
    let unsaid = clauses.told(in: own, without: isSaid)
    let isSameSpeaker = isSame(index, last.index)
    // "told it in a speech on Monday. In the same address, Lund | said"
    if isSameSpeaker || own - sentence <= 2, unsaid.contains(where: isSameOccasion) {
      return dated.last { $0.index < index }?.date
    }
    // "wrote so in a memorandum of 2012. It was late, he argued there"
    if isSameSpeaker, own - sentence <= 1,
      unsaid.contains(where: { words.isOne($0, of: "there") && clauses.tree.isOne($0, of: "advmod") })
    {
      return last.date
    }
    guard isRecent(last.date) else { return nil }
    // "giving evidence, Lund said", "announcing the closure"
    if unsaid.contains(where: isPartOfOccasion) { return last.date }
    // "Parents were told on Monday to throw it away. The agency, in a bulletin, said": who told them so.
    if isSameSpeaker || sentence == 0 && readings[last.index].source == nil, own - sentence == 1,
      unsaid.contains(where: clauses.isNewText)
    {
      return last.date
    }
    // "The company told staff so on Monday in a memo. “It is late,” Anna Lind began": whose words they are.
    if sentence == 0, own - sentence == 1,
      clauses.told(readings[last.index], without: isSaid).contains(where: clauses.isNewText),
      clauses.isQuoted(reading),
      isSameSpeaker || reading.verb?.lemma == "begin"
        || isNamedWithOffice(index) && !(speakers[last.index]?.hasPrefix("person.") ?? false)
    {
      return last.date
    }
    // "said on Monday that it was late. “…,” its statement | read"
    if own - sentence <= 1, let text = clauses.speaker(of: reading), Occasion.kind(of: words.lower[text]) != nil,
      let owner = clauses.tree.children(text, "nmod:poss").first,
      let maker = clauses.speaker(of: readings[last.index]),
      clauses.entity(owner).map({ $0 == speakers[last.index] }) ?? clauses.isSame(owner, maker)
        || words.isOne(owner, of: "its", "their") && clauses.entity(owner) == nil && speakers[last.index] == nil
    {
      return last.date
    }
    // "said on Monday that it was late. The announcement says", "wrote in the message"
    if own - sentence <= 2, let text = unsaid.first(where: isTextToldOf),
      reading.source?.contains(text) ?? false
        ? clauses.speaker(of: reading) == text
        : (isSameSpeaker || readings[last.index].source == nil)
          && clauses.tree.isUnder(text, clauses.verb(of: reading))
    {
      return last.date
    }
    // "asked whether it was safe. “It is,” | Lund answered"
    let isAnswer =
      reading.verb.map { ["answer", "counter", "reply", "respond", "retort", "shoot back"].contains($0.lemma) } ?? false
    guard isAnswer, own - sentence <= 1, !unsaid.contains(where: { words.isOne($0, of: "later") }) else { return nil }
    // Whoever answers another's statement may do so on another day.
    let isToQuestion =
      isSameSpeaker || readings[last.index].verb?.act == .ask || unsaid.contains { words.isOne($0, of: "asked") }
      || clauses.told(readings[last.index], without: isSaid).contains { Occasion.events.contains(words.lower[$0]) }
    return isToQuestion ? last.date : nil
  }

  /// The day of an earlier statement to the hearers of the one at `index`: "told the jury that. … Grey told the jury".
  func date(ofHearersOf index: Int) -> ResolvedDate? {
    let reading = readings[index]
    guard let own = sentence(index), let verb = reading.verb, let last = lastDated(before: index), isRecent(last.date),
      !isAtNamedTime(reading)
    else { return nil }
    let head = reading.addressee.map { clauses.tree.head(of: $0) }
    if let head, words.isOne(head, of: "them", "him", "her"), let sentence = sentence(last.index),
      (0...1).contains(own - sentence), isSame(index, last.index) || readings[last.index].verb?.act == .ask
    {
      return last.date
    }
    // "told the Daily Globe on Monday that it was late. Lund told the newspaper that"
    if let head, Occasion.askers.contains(words.lower[head]),
      clauses.tree.children(head, "det").contains(where: { words.isOne($0, of: "the") }),
      let other = dated.suffix(Self.farthest).last(where: { other in
        other.index < index && isSame(index, other.index) && isRecent(other.date)
          && sentence(other.index).map { (0...Self.hearersReach).contains(own - $0) } ?? false
      }), isToPress(readings[other.index])
    {
      return other.date
    }
    // "testified that": before those who heard the others.
    guard let hearers = head.map({ words.lower[$0] }) ?? (verb.lemma == "testify" ? "jury" : nil),
      Occasion.hearers.contains(hearers), head.map({ !isNew($0) && clauses.entity($0) == nil }) ?? true
    else { return nil }
    let isSameOne = reading.addressee?.contains { words.isOne($0, of: "same") } ?? false
    return dated.suffix(Self.farthest).last { other in
      guard other.index < index, let sentence = sentence(other.index), isRecent(other.date),
        (0...Self.hearersReach).contains(own - sentence), !tellsOfAnotherDay(between: sentence, own)
      else { return false }
      if own - sentence <= Self.nearReach, isSameOne || isSame(index, other.index) { return true }
      let before = readings[other.index]
      func mayBeSame(_ other: Int) -> Bool { Occasion.areSameHearers(hearers, words.lower[other]) }
      return before.addressee.map { mayBeSame(clauses.tree.head(of: $0)) } ?? false
        || clauses.told(before, without: isSaid).contains {
          Occasion.events.contains(words.lower[$0]) || mayBeSame($0)
        }
    }?.date
  }

  /// Whether a paper or a station heard what `reading` says: "told the Daily Globe", "said in an interview", "said on a programme".
  private func isToPress(_ reading: Reading) -> Bool {
    if let hearer = reading.addressee, hearer.contains(where: { words.has($0, .capitalized) }) { return true }
    return clauses.told(reading, without: isSaid).contains { index in
      words.isOne(index, of: "interview", "interviewed") || Occasion.askers.contains(words.lower[index])
    }
  }

  private func sentence(_ index: Int) -> Int? { clauses.sentence(of: readings[index]) }

  /// Whether a date is a day not long before publication: what else is told of is no occasion that goes on.
  private func isRecent(_ date: ResolvedDate) -> Bool {
    guard date.resolution == .day, let day = CalendarDate(iso8601: date.text) else { return false }
    return published.map { $0.ordinal - day.ordinal <= Self.recentDays } ?? true
  }

  /// Whether the words around the cue of `reading` name a day or a month.
  private func isAtNamedTime(_ reading: Reading) -> Bool {
    clauses.told(reading, without: isSaid).contains { words.has($0, [.weekday, .month]) }
  }

  /// Whether a sentence after sentence `first` and before sentence `last` tells of a day.
  private func tellsOfAnotherDay(between first: Int, _ last: Int) -> Bool {
    (first..<last).dropFirst().contains { sentence in
      clauses.told(in: sentence, without: isSaid).contains { words.has($0, [.weekday, .month]) }
    }
  }

  /// The last statement with a date before the one at `index`; of several in a sentence that of its main verb.
  private func lastDated(before index: Int) -> (index: Int, date: ResolvedDate, act: Act)? {
    guard let last = dated.last(where: { $0.index < index }) else { return nil }
    let main = dated.suffix(Self.farthest).last { other in
      other.index < index && sentence(other.index) == sentence(last.index)
        && clauses.tree.head(clauses.verb(of: readings[other.index])) == nil
    }
    return main ?? last
  }

  /// Whether somebody speaks who has a name, and an office beside it: "chief executive Anna Lind".
  private func isNamedWithOffice(_ index: Int) -> Bool {
    guard let source = readings[index].source, let speaker = clauses.speaker(of: readings[index]) else { return false }
    return clauses.tree.partOfSpeech(speaker) == .properNoun
      && source.contains { clauses.tree.partOfSpeech($0) == .noun && clauses.tree.head($0) == speaker }
  }

  private func isNew(_ index: Int) -> Bool {
    clauses.tree.children(index, "det").contains { words.isOne($0, of: "a", "an") }
  }

  /// Whether a text is named at `index` as one that was told of: "the announcement", "in the message".
  private func isTextToldOf(_ index: Int) -> Bool {
    guard let kind = Occasion.kind(of: words.lower[index]), [.statement, .letter, .post, .report].contains(kind),
      !clauses.isAnother(index)
    else { return false }
    let tree = clauses.tree
    return tree.children(index, "det").contains { words.isOne($0, of: "the", "this") }
      && tree.children(index, "case").allSatisfy { words.isOne($0, of: "in", "on") }
  }

  /// Whether the noun at `index` is called the same as one just told of, and something was said in or at it: "in the same
  /// address", "at the same lunch".
  private func isSameOccasion(_ index: Int) -> Bool {
    words.isOne(index - 1, of: "same")
      && (Occasion.isText(words.lower[index]) || Occasion.speeches.contains(words.lower[index])
        || Occasion.events.contains(words.lower[index])
        || words.isOne(index, of: "chat", "exchange", "lunch", "supper", "tour"))
      && clauses.tree.children(index, "case").contains { words.isOne($0, of: "in", "at", "during", "on") }
  }

  /// Whether the word at `index` tells what somebody does who speaks on an occasion told of: "giving evidence", "reading the
  /// judgment", "announcing the closure", "on cross-examination".
  private func isPartOfOccasion(_ index: Int) -> Bool {
    let tree = clauses.tree
    if words.isOne(index, of: "cross-examination", "questioning") {
      return tree.children(index, "case").contains { words.isOne($0, of: "on", "under", "during", "in") }
    }
    guard Occasion.parts.contains(words.lower[index]), tree.isOne(index, of: "acl", "advcl"),
      tree.children(index, "aux", "mark").isEmpty
    else { return false }
    return words.isOne(index, of: "dissenting", "concurring", "testifying")
      || tree.children(index, "obj", "obl").contains { thing in
        words.isOne(thing, of: "evidence", "judgment", "judgement", "sentence", "her", "him", "them")
          || tree.children(thing, "det", "nmod:poss").contains { !words.isOne($0, of: "a", "an") }
      }
  }
}
