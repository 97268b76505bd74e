/// The words of a paragraph, as far as the readers look at them: parted by blanks.
enum Words {
  /// The number of words.
  static func count(_ text: some StringProtocol) -> Int {
    var count = 0
    var isInside = false
    for byte in text.utf8 {
      if byte.isBlank {
        isInside = false
      } else if !isInside {
        isInside = true
        count += 1
      }
    }
    return count
  }

  /// The words, without the blanks between them.
  static func split(_ text: some StringProtocol) -> [String] {
    text.utf8.split { $0.isBlank }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The letters of any script.
  static func letterCount(_ text: some StringProtocol) -> Int {
    var count = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCII ? UInt8(scalar.value).isLetter : scalar.properties.isAlphabetic { count += 1 }
    }
    return count
  }

  /// `text` with every run of blanks as one space, and none at its ends.
  static func collapsed(_ text: some StringProtocol) -> String {
    String(decoding: collapsed(Array(text.utf8)), as: UTF8.self)
  }

  /// The same of bytes.
  static func collapsed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if !byte.isBlank {
        result.append(byte)
      } else if let last = result.last, last != 0x20 {
        result.append(0x20)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// `text` in lower case, with straight apostrophes and without marks and digits at its ends: what furniture and
  /// repeated paragraphs are compared by.
  static func folded(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      func isKept(_ byte: UInt8) -> Bool { byte.isLetter || byte == UInt8(ascii: "+") }
      let bytes = Array(text.utf8)
      guard let first = bytes.firstIndex(where: isKept), let last = bytes.lastIndex(where: isKept) else { return "" }
      return String(decoding: bytes[first...last].lazy.map(\.lowercased), as: UTF8.self)
    }
    let lower = text.lowercased().replacing("\u{2019}", with: "'")
    let scalars = lower.unicodeScalars
    func isKept(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar == "+" || scalar == "©" }
    guard let first = scalars.firstIndex(where: isKept), let last = scalars.lastIndex(where: isKept) else { return "" }
    return String(scalars[first...last])
  }
}

/// How a paragraph ends.
enum SentenceEnd {
  /// Whether `text` ends with a mark that ends a sentence, perhaps inside quotation marks or brackets.
  static func ends(_ text: some StringProtocol) -> Bool {
    for scalar in text.unicodeScalars.reversed() {
      switch scalar {
      case ".", "!", "?", "\u{2026}": return true
      // CJK, Devanagari, Arabic, Armenian, Ethiopic and Burmese full stops and question marks.
      case "\u{3002}", "\u{FF01}", "\u{FF1F}", "\u{0964}", "\u{061F}", "\u{06D4}", "\u{0589}", "\u{1362}", "\u{104B}":
        return true
      case "\"", "'", "\u{201C}", "\u{201D}", "\u{2019}", "\u{00BB}", "\u{203A}", ")", "]", " ": continue
      default: return false
      }
    }
    return false
  }
}
