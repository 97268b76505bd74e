/// Tells a headline from the article's first sentence.
enum Headline {
  /// The most words that a headline has.
  private static let mostWords = 30

  /// Whether the paragraph at `index` reads as the headline of what follows: short, without a full stop, and with a
  /// paragraph after it that is a sentence.
  static func isHeadline(at index: Int, of paragraphs: [String]) -> Bool {
    looksLikeHeadline(paragraphs[index])
      && paragraphs[(index + 1)...].prefix(4).contains { Words.count($0) >= 12 && SentenceEnd.ends($0) }
  }

  /// Whether `text` by itself could be a headline.
  static func looksLikeHeadline(_ text: String) -> Bool {
    let count = Words.count(text)
    guard (2...mostWords).contains(count), Words.letterCount(text) >= 8, text.utf8.count <= 220 else { return false }
    guard text.unicodeScalars.first.map({ $0.properties.isLowercase }) == false else { return false }
    // A full stop ends a sentence, not a headline, but where every word has its capital.
    if text.hasSuffix("."), !text.hasSuffix("U.S."), !isTitleCase(text) { return false }
    if text.hasSuffix(":") || text.hasSuffix(",") { return false }
    return !isByline(text)
  }

  /// Whether every word of four letters or more, at least four of them, begins with a capital: "Port Closes Its Quay".
  private static func isTitleCase(_ text: String) -> Bool {
    let words = Words.split(text).filter { Words.letterCount($0) >= 4 }
    return words.count >= 4
      && words.allSatisfy { word in
        word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase == true
      }
  }

  /// Whether `text` says who wrote the article: "By Jane Roe and John Doe".
  static func isByline(_ text: String) -> Bool {
    let words = Words.split(text)
    guard words.count >= 2, words.count <= 12, words[0].lowercased() == "by" else { return false }
    let names = words.dropFirst().filter { $0.unicodeScalars.first?.properties.isUppercase == true }
    return words[0] == "BY" || names.count * 3 >= (words.count - 1) * 2
  }
}
