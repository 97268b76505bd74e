/// Tells English from other languages and from what is no language.
///
/// By script, then by the share of small words that each of some twenty languages uses most; what is no language, by
/// words that no one could speak. In doubt a text is English: leaving out an article that is would be worse
/// than reading one that is not.
public struct LanguageIdentifier {
  /// What a text is written in.
  public enum Verdict: Hashable, Sendable {
    /// English, or too little to say.
    case english
    /// Surely another language, as an ISO 639-1 code where it is known.
    case other(String?)
    /// Surely no language: random characters, tables of numbers.
    case notLanguage
  }

  /// Bytes that are looked at; an article's language shows long before.
  private static let sample = 65_536

  /// The language of `text`.
  public static func language(of text: String) -> Verdict { language(of: Array(text.utf8.prefix(sample))) }

  /// The language of a text given as UTF-8.
  public static func language(of utf8: [UInt8]) -> Verdict {
    let census = LetterCensus(utf8.prefix(sample))
    if census.letters + census.others < 20 { return .english }
    if census.letters * 3 < census.others, census.others > 60 { return .notLanguage }
    if let verdict = census.foreignScript { return verdict }
    return latin(census.words, isPlausible: !census.isGibberish)
  }

  /// Words that a text has at least before it is said to be in another language.
  private static let leastWords = 12

  private static func latin(_ words: [String], isPlausible: Bool) -> Verdict {
    guard words.count >= leastWords else { return .english }
    var english = 0
    var best = (language: "", count: 0)
    for (language, functionWords) in FunctionWords.byLanguage {
      let count = words.lazy.filter { functionWords.contains($0) }.count
      if language == "en" {
        english = count
      } else if count > best.count {
        best = (language, count)
      }
    }
    // English prose has two small words in five, a list of headlines one in six.
    if english * 8 >= words.count { return best.count > english * 2 ? .other(best.language) : .english }
    if best.count * 6 >= words.count, best.count > english * 2 { return .other(best.language) }
    if !isPlausible { return .notLanguage }
    let isProse = words.count >= 60 && english * 40 < words.count
    return isProse && best.count * 12 >= words.count ? .other(nil) : .english
  }
}
