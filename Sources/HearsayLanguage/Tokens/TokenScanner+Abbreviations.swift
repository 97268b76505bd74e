internal import CHearsayTables
internal import HearsayCore

extension TokenScanner {
  /// Whether the full stop at `end` belongs to the word that begins at `start`: it does in "Mr.", "U.S." and "J.", unless
  /// it ends the sentence too, where EWT parts it.
  func keepsStop(_ start: Int, _ end: Int, hasStop: Bool) -> Bool {
    let after = end + 1
    guard after == piece.upperBound || !(isAlphanumeric(after) || bytes[after] == UInt8(ascii: ".")) else {
      return false
    }
    if hasStop, isStoppedLetters(start, end) {
      return !endsSentence(after) || Abbreviations.kinds[lowered(start, end)] == .title
    }
    guard !hasStop, end - start <= 6 else { return false }
    if end - start == 1 { return keepsInitial(start, after) }
    switch Abbreviations.kinds[lowered(start, end)] {
    case .title: return bytes[start].isUpper
    case .general: return !endsSentence(after)
    case .numbered: return nextByte(after).isDigit || isMonth(after)
    case nil: return false
    }
  }

  /// "p.m", "U.S", "Ph.D": no part longer than two letters.
  private func isStoppedLetters(_ start: Int, _ end: Int) -> Bool {
    var length = 0
    for byte in bytes[start..<end] {
      length = byte == UInt8(ascii: ".") ? 0 : length + 1
      if length > 2 || byte.isDigit { return false }
    }
    return true
  }

  /// Whether the word behind `offset` is a month: "Fri. Sept. 22".
  private func isMonth(_ offset: Int) -> Bool {
    guard nextByte(offset).isUpper else { return false }
    var start = offset
    while bytes[start].isBlank { start += 1 }
    guard start + 3 <= limit else { return false }
    switch lowered(start, start + 3) {
    case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec": return true
    default: return false
    }
  }

  /// An initial: a capital with its stop before another name; not "Plan B. Then" nor "than I."
  private func keepsInitial(_ start: Int, _ after: Int) -> Bool {
    guard bytes[start].isUpper else { return bytes[start] == UInt8(ascii: "v") && nextByte(after).isUpper }
    guard after == piece.upperBound || bytes[after].isUpper else { return false }
    return nextByte(after).isUpper && !endsSentence(after)
  }

  /// The first byte behind white space at `offset`, or 0 at the paragraph's end.
  private func nextByte(_ offset: Int) -> UInt8 {
    var next = offset
    while next < limit, bytes[next].isBlank { next += 1 }
    return next < limit ? bytes[next] : 0
  }

  /// Whether a sentence ends at `offset`, as far as what follows shows: the paragraph's end, or a word in capitals that
  /// begins sentences and hardly ever names ("He", "The", "In").
  private func endsSentence(_ offset: Int) -> Bool {
    var next = offset
    while next < limit, !(bytes[next].isAlphanumeric || (bytes[next] >= 0xC0 && bytes[next] != 0xE2)) {
      // A comma or colon goes on; closing marks and white space are passed over.
      if bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: ";") || bytes[next] == UInt8(ascii: ":")
        || bytes[next] == UInt8(ascii: "?") || bytes[next] == UInt8(ascii: "!") || bytes[next] == UInt8(ascii: "-")
        || bytes[next] == UInt8(ascii: "/")
      {
        return false
      }
      next += 1
    }
    guard next < limit else { return true }
    guard bytes[next].isUpper else { return false }
    var end = next
    while end < limit, bytes[end].isLetter { end += 1 }
    guard end - next <= 9 else { return false }
    return Abbreviations.isOpener(lowered(next, end))
  }
}

/// Abbreviations that carry a full stop.
enum Abbreviations {
  /// When the stop belongs to the word.
  enum Kind: String {
    /// Before what it announces, so never at a sentence's end: "Mr.", "P.S."
    case title
    /// Anywhere, though it may end a sentence: "Inc."
    case general
    /// Before a number only: "No. 10".
    case numbered
  }

  /// The table `abbreviations.tsv`: the word in lower case, without its stop.
  static let kinds: [String: Kind] = {
    let table = hearsay_table_abbreviations()
    var kinds: [String: Kind] = [:]
    for row in TableReader(bytes: table.bytes, count: table.count).rows {
      if let word = row.text("word"), let kind = row.text("kind") { kinds[word] = Kind(rawValue: kind) }
    }
    return kinds
  }()

  /// Whether a word, in lower case, that stands in capitals behind an abbreviation begins a sentence.
  static func isOpener(_ word: String) -> Bool {
    switch word {
    case "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "his", "her",
      "its", "their", "our", "my", "in", "on", "at", "but", "and", "if", "when", "while", "after", "before", "as",
      "for",
      "there", "what", "who", "how", "why", "where", "however", "meanwhile", "also", "according", "so", "then", "since",
      "some", "many", "most", "several", "both", "by", "with", "from", "to", "not", "no", "now", "last", "although",
      "though", "despite", "under", "during", "because", "one", "two", "all", "another", "such", "yet", "still",
      "earlier":
      return true
    default: return false
    }
  }
}
