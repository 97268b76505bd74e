/// Tells what icons, sprites and menus leave in a text from language.
enum Debris {
  /// Words from which a run of names may be judged; a headline has fewer, or has words in it that bind a sentence.
  private static let leastWords = 8
  /// The share of the words that one piece runs through.
  private static let leastShare = 0.5

  /// Whether `paragraph` is a run of names of one make ("icon-close icon-share icon-search ..."): no end of sentence,
  /// and one piece of four letters in at least half of the words.
  static func isRunOfNames(_ paragraph: String) -> Bool {
    guard !SentenceEnd.ends(paragraph) else { return false }
    let words = paragraph.lowercased().utf8.split { $0.isBlank }.map { Array($0) }
    guard words.count >= leastWords else { return false }
    // A sentence without its full stop still holds words that bind; four letters run through them too seldom.
    var counts: [[UInt8]: Int] = [:]
    for word in words {
      var pieces: Set<[UInt8]> = []
      if word.count < 4 {
        pieces.insert(word)
      } else {
        // Letters of ASCII, as names in markup are; in other scripts four bytes are a letter or two.
        for start in 0...(word.count - 4) where word[start..<start + 4].allSatisfy(\.isLetter) {
          pieces.insert(Array(word[start..<start + 4]))
        }
      }
      for piece in pieces { counts[piece, default: 0] += 1 }
    }
    return Double(counts.values.max() ?? 0) >= leastShare * Double(words.count)
  }

  /// Whether `paragraph` is a row of links: four pieces or more of one to three words, parted by bars, bullets, arrows.
  static func isRowOfLinks(_ paragraph: String) -> Bool {
    guard !SentenceEnd.ends(paragraph) else { return false }
    let pieces = paragraph.unicodeScalars.split { "|\u{00BB}\u{203A}\u{2022}\u{00B7}>/".unicodeScalars.contains($0) }
      .map { Words.count(String($0)) }.filter { $0 > 0 }
    return pieces.count >= 4 && pieces.allSatisfy { $0 <= 3 }
  }
}
