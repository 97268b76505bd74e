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
  func date(in words: [String], isCapitalized: [Bool]? = nil) -> ResolvedDate? {
    let phrase = TimePhrase(words: words.map(Self.withoutStop), isCapitalized: isCapitalized)
    for index in words.indices {
      if let match = phrase.match(at: index, published: published) {
        if match.isPast { return match.date }
      }
    }
    return nil
  }

  private static func withoutStop(_ word: String) -> String {
    word.utf8.count > 1 && word.hasSuffix(".") ? String(word.dropLast()) : word
  }
}
