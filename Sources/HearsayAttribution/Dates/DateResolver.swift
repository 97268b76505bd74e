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
  func date(in words: [String], isCapitalized: [Bool]? = nil, told: CalendarDate? = nil) -> ResolvedDate? {
    let phrase = TimePhrase(words: words.map(Self.withoutStop), isCapitalized: isCapitalized, told: told)
    for index in words.indices {
      if let match = phrase.match(at: index, published: published) {
        // Nothing was said after the day of publication.
        if match.isPast, !isToCome(match.date) { return match.date }
      }
    }
    return nil
  }

  private func isToCome(_ date: ResolvedDate?) -> Bool {
    guard let published, let date, date.resolution == .day, let day = CalendarDate(iso8601: date.text) else {
      return false
    }
    return day > published
  }

  /// The last day among `words` that is named without reference to another, or nil.
  func lastDay(in words: [String], isCapitalized: [Bool]? = nil) -> CalendarDate? {
    let phrase = TimePhrase(words: words.map(Self.withoutStop), isCapitalized: isCapitalized)
    for index in words.indices.reversed() where !["a", "one", "day", "previous"].contains(words[index]) {
      if let match = phrase.match(at: index, published: published), let date = match.date, date.resolution == .day {
        return CalendarDate(iso8601: date.text)
      }
    }
    return nil
  }

  private static func withoutStop(_ word: String) -> String {
    word.utf8.count > 1 && word.hasSuffix(".") ? String(word.dropLast()) : word
  }
}
