/// Tells what icons, sprites and menus leave in a text from language.
enum Debris {
  /// Words from which a run of names may be judged; few headlines have more, and none of one make.
  private static let leastWords = 8
  /// The share of the words that one piece of four letters runs through, or that begin or end with one of three.
  private static let leastShare = (piece: 0.5, edge: 0.6)

  /// Whether `paragraph` is a run of names of one make ("icon-close icon-share icon-search ..."): no end of sentence,
  /// and one piece of letters in most of the words.
  static func isRunOfNames(_ paragraph: String) -> Bool {
    guard !SentenceEnd.ends(paragraph) else { return false }
    let words = paragraph.lowercased().utf8.split { $0.isBlank }.map { Array($0) }
    guard words.count >= leastWords else { return false }
    let count = Double(words.count)
    return Double(mostCommon(words, pieces)) >= leastShare.piece * count
      || Double(mostCommon(words, edges)) >= leastShare.edge * count
  }

  /// In how many of `words` the piece stands that stands in most.
  private static func mostCommon(_ words: [[UInt8]], _ pieces: ([UInt8]) -> Set<[UInt8]>) -> Int {
    var counts: [[UInt8]: Int] = [:]
    for word in words { for piece in pieces(word) { counts[piece, default: 0] += 1 } }
    return counts.values.max() ?? 0
  }

  /// Every four letters of ASCII in a row, as names in markup are; in other scripts four bytes are a letter or two. Of
  /// a shorter word the whole.
  private static func pieces(_ word: [UInt8]) -> Set<[UInt8]> {
    guard word.count >= 4 else { return [word] }
    return Set((0...(word.count - 4)).map { Array(word[$0..<$0 + 4]) }.filter { $0.allSatisfy(\.isLetter) })
  }

  /// The first and the last three letters, and what stands before a hyphen.
  private static func edges(_ word: [UInt8]) -> Set<[UInt8]> {
    var edges: Set<[UInt8]> = []
    if word.count > 4 {
      edges = [Array(word.prefix(3)), Array(word.suffix(3))].filter { $0.allSatisfy(\.isLetter) }.reduce(into: []) {
        $0.insert($1)
      }
    }
    if let hyphen = word.firstIndex(of: UInt8(ascii: "-")), hyphen > 0 { edges.insert(Array(word[...hyphen])) }
    return edges
  }

  /// Whether `paragraph` is a row of links: four pieces or more of one to three words, parted by bars, bullets, arrows.
  static func isRowOfLinks(_ paragraph: String) -> Bool {
    guard !SentenceEnd.ends(paragraph) else { return false }
    let pieces = paragraph.unicodeScalars.split { "|\u{00BB}\u{203A}\u{2022}\u{00B7}>/".unicodeScalars.contains($0) }
      .map { String($0) }.filter { Words.letterCount($0) > 0 }
    return pieces.count >= 4 && pieces.allSatisfy { Words.count($0) <= 3 }
  }
}
