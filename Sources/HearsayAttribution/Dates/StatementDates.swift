internal import HearsayCore

/// Finds when each statement was said: the time in the clause of its cue, outside what was said.
struct StatementDates: Sendable {
  let words: Words
  private let resolver: DateResolver

  init(words: Words) {
    self.words = words
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
    if let date = resolver.date(
      in: after.map { words.lower[$0] }, isCapitalized: after.map { words.has($0, .capitalized) })
    {
      return date
    }
    let before = outside(reading, from: min(start, reading.clause.lowerBound), to: cue.lowerBound)
    return resolver.date(in: before.map { words.lower[$0] }, isCapitalized: before.map { words.has($0, .capitalized) })
  }

  /// The tokens of a stretch that stand in no content, up to the content on the far side.
  private func outside(_ reading: Reading, from start: Int, to end: Int) -> [Int] {
    guard start < end else { return [] }
    return (start..<end).filter { index in
      words.quotation[index] < 0 && !reading.content.contains { $0.contains(index) }
        && (reading.source.map { !$0.contains(index) || $0.count > 12 } ?? true)
    }
  }
}
