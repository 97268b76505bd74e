internal import HearsayCore

/// Finds when each statement was said: the time in the clause of its cue, outside what was said.
struct StatementDates: Sendable {
  let words: Words
  private let resolver: DateResolver
  private let phrases: NounPhrases

  init(words: Words) {
    self.words = words
    phrases = NounPhrases(words: words)
    resolver = DateResolver(published: words.document.metadata.published)
  }

  /// The date of each of `readings`, nil where the text gives none.
  func dates(of readings: [Reading]) -> [ResolvedDate?] {
    var found: [ResolvedDate?] = readings.map { date(of: $0) }
    // ", adding that": said when the clause before was said.
    let byPassage = Dictionary(grouping: readings.indices) { readings[$0].passage }
    for index in readings.indices where found[index] == nil {
      guard let cue = readings[index].cue.first else { continue }
      let sister = byPassage[readings[index].passage]?.last { other in
        other != index && found[other] != nil && readings[other].source == readings[index].source
          && readings[other].cue.first.map { $0.lowerBound < cue.lowerBound } == true
      }
      if let sister { found[index] = found[sister] }
    }
    return found
  }

  private func date(of reading: Reading) -> ResolvedDate? {
    guard let cue = reading.cue.first, !reading.clause.isEmpty else { return nil }
    let start = min(
      cue.lowerBound,
      reading.source.map { $0.upperBound <= cue.lowerBound ? $0.lowerBound : cue.lowerBound } ?? cue.lowerBound)
    // After the verb first ("said on Friday"), then between subject and verb, then before the subject ("On Friday, …").
    let after = outside(reading, from: cue.upperBound, to: reading.clause.upperBound)
    if let date = date(in: after) { return date }
    return date(in: outside(reading, from: min(start, reading.clause.lowerBound), to: cue.lowerBound))
  }

  private func date(in tokens: [Int]) -> ResolvedDate? {
    let spelled = tokens.map { words.lower[$0] }
    // "A day earlier" counts from the day that the text has told of before.
    let isRelative = spelled.contains { ["earlier", "previous", "before", "same"].contains($0) }
    return resolver.date(
      in: spelled, isCapitalized: tokens.map { words.has($0, .capitalized) },
      told: isRelative ? dayTold(before: tokens[0]) : nil)
  }

  /// The last day named before token `index`, in the two sentences before its own or in this one.
  private func dayTold(before index: Int) -> CalendarDate? {
    guard let own = words.document.sentenceIndex(at: words.document.tokens[index].range.start) else { return nil }
    let start = words.document.sentences[max(0, own - 2)].tokens.lowerBound
    let before = Array(start..<index)
    return resolver.lastDay(
      in: before.map { words.lower[$0] }, isCapitalized: before.map { words.has($0, .capitalized) })
  }

  /// The tokens of a stretch that stand in no content, up to the content on the far side.
  private func outside(_ reading: Reading, from start: Int, to end: Int) -> [Int] {
    guard start < end else { return [] }
    return (start..<end).filter { index in
      words.quotation[index] < 0 && !isInRelative(index, of: reading)
        && !reading.content.contains { $0.contains(index) }
        && (reading.source.map { !$0.contains(index) || $0.count > 12 || isThing(reading) } ?? true)
    }
  }

  /// Whether a relative clause holds token `index`, that of the cue aside: "said Lund, who left in May".
  private func isInRelative(_ index: Int, of reading: Reading) -> Bool {
    guard let tree = words.tree else { return false }
    var at = index
    for _ in 0..<8 {
      if reading.cue.contains(where: { $0.contains(at) }) { return false }
      if tree.isOne(at, of: "acl:relcl") { return true }
      guard let head = tree.head(at) else { return false }
      at = head
    }
    return false
  }

  /// Whether a thing speaks, whose own date is the day of saying: "a survey published in 2017".
  private func isThing(_ reading: Reading) -> Bool {
    guard let source = reading.source, source.count > 2 else { return false }
    let head = phrases.head(of: source)
    return Self.things.contains(words.lower[head])
  }

  private static let things: Set<String> = [
    "survey", "report", "study", "release", "statement", "letter", "poll", "article", "post", "tweet", "paper",
    "document",
    "analysis", "research", "memo", "email", "message", "declaration", "ruling", "judgment", "interview", "speech",
  ]
}
