internal import HearsayCore

/// Resolves the times of news English against the day of publication.
///
/// A weekday is the nearest one not after publication; the weekday of publication itself is that day, unless "last" is
/// said. Times to come ("next week", "until Friday") are no dates of saying. Without a day of publication only a full
/// date resolves.
struct DateResolver: Sendable {
  let published: CalendarDate?

  /// The first time among `words` (lower-cased, marks as words of their own), or nil.
  ///
  /// - Parameter isCapitalized: For each word whether it is printed with a capital; a month needs one.
  /// - Parameter told: The day that "a day earlier" counts from; publication where nil.
  /// - Parameter toldPeriod: The day, month or year that "the following year" and "later that month" count from.
  /// - Parameter event: The time of the event that "the day after the vote" names.
  func date(
    in words: [String], isCapitalized: [Bool]? = nil, told: CalendarDate? = nil, toldPeriod: ResolvedDate? = nil,
    event: @escaping () -> ResolvedDate? = { nil }
  ) -> ResolvedDate? {
    let phrase = TimePhrase(
      words: words.map(Self.withoutStop), isCapitalized: isCapitalized, told: told, toldPeriod: toldPeriod, event: event
    )
    for index in words.indices {
      if let match = phrase.match(at: index, published: published) {
        // Nothing was said after the day of publication.
        if match.isPast, !isToCome(match.date) { return match.date }
      }
    }
    return nil
  }

  /// Every time gone by among `words`, with the index of the word that it begins at; parameters as of `date`.
  func times(
    in words: [String], isCapitalized: [Bool], told: CalendarDate?, toldPeriod: ResolvedDate?
  ) -> [(index: Int, date: ResolvedDate)] {
    let phrase = TimePhrase(
      words: words.map(Self.withoutStop), isCapitalized: isCapitalized, told: told, toldPeriod: toldPeriod)
    return words.indices.compactMap { index in
      guard let match = phrase.match(at: index, published: published), match.isPast, let date = match.date,
        !isToCome(date)
      else { return nil }
      return (index, date)
    }
  }

  /// The year that `word` names, or nil.
  func year(_ word: String) -> ResolvedDate? { date(in: ["in", word]) }

  private func isToCome(_ date: ResolvedDate?) -> Bool {
    guard let published, let date, date.resolution != .week else { return false }
    // Days, months and years are written alike from the left.
    return date.text > "\(published)".prefix(date.text.utf8.count)
  }

  /// The last day, month or year among `words` that is named without reference to another, or nil.
  func lastTime(in words: [String], isCapitalized: [Bool]? = nil) -> ResolvedDate? {
    let phrase = TimePhrase(words: words.map(Self.withoutStop), isCapitalized: isCapitalized)
    for index in words.indices.reversed() where !["a", "one", "day", "previous", "this", "last"].contains(words[index])
    {
      if let date = phrase.match(at: index, published: published)?.date, date.resolution != .week { return date }
    }
    return nil
  }

  /// The last day among `words`, or nil: each that is counted from another ("the next morning") from the one before it.
  func lastDay(in words: [String], isCapitalized: [Bool]? = nil) -> CalendarDate? {
    var phrase = TimePhrase(words: words.map(Self.withoutStop), isCapitalized: isCapitalized)
    for index in words.indices {
      // "a day earlier" without a day told of would count from publication.
      if phrase.told == nil, ["a", "one", "day", "previous"].contains(words[index]) { continue }
      if let match = phrase.match(at: index, published: published), let date = match.date, date.resolution == .day {
        phrase.told = CalendarDate(iso8601: date.text)
      }
    }
    return phrase.told
  }

  private static func withoutStop(_ word: String) -> String {
    word.utf8.count > 1 && word.hasSuffix(".") ? String(word.dropLast()) : word
  }
}
