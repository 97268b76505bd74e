/// What an ASCII byte is, by arithmetic rather than by a table: the compiler makes a few instructions of each.
extension UInt8 {
  @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
  @inline(__always) var isLower: Bool { self &- 0x61 < 26 }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
  /// White space and every other ASCII control character.
  @inline(__always) var isBlank: Bool { self <= 0x20 || self == 0x7F }
  @inline(__always) var isASCII: Bool { self < 0x80 }
  /// Lower case where it is an ASCII letter. Changes some marks too: compare only with letters.
  @inline(__always) var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

/// What a character outside ASCII is, for parting words.
enum CharacterClass {
  case space, letter, digit, apostrophe, quote, dash, ellipsis, currency, emoji, symbol

  /// The class of `scalar`.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: self = .space
    case 0xAA, 0xAD, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8: self = .letter
    case 0x2019, 0x02BC, 0x2BB, 0xB4, 0xFF07: self = .apostrophe
    case 0x2018, 0x201A...0x201F, 0xAB, 0xBB, 0x2039, 0x203A: self = .quote
    case 0x2010...0x2015, 0x2212: self = .dash
    case 0x2026: self = .ellipsis
    case 0xA2...0xA5, 0x20A0...0x20CF: self = .currency
    case 0x200C, 0x200D: self = .letter
    case 0x370...0x373, 0x376...0x37D, 0x386...0x3FF, 0x400...0x481, 0x483...0x559, 0x561...0x587: self = .letter
    case 0x2600...0x27BF, 0x2B50, 0x2B55, 0x1F000...0x1FAFF, 0xFE0E, 0xFE0F, 0x20E3: self = .emoji
    case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FC, 0xAC00...0xD7A3: self = .letter
    default: self = Self.general(scalar)
    }
  }

  /// The rest, as the Unicode character database has it.
  private static func general(_ scalar: UInt32) -> CharacterClass {
    guard let scalar = Unicode.Scalar(scalar) else { return .symbol }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .letterNumber:
      return .letter
    case .decimalNumber: return .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    case .currencySymbol: return .currency
    case .dashPunctuation: return .dash
    case .initialPunctuation, .finalPunctuation: return .quote
    default: return .symbol
    }
  }
}

/// Reads one character of UTF-8 at a time, without failing on bytes that are none.
enum UTF8Decoder {
  /// The scalar that begins at `offset`, and how many bytes it takes; U+FFFD and 1 where the bytes are no UTF-8.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], _ offset: Int, end: Int) -> (value: UInt32, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= end else { return (0xFFFD, 1) }
    var value = UInt32(first & (0xFF >> UInt8(length + 1)))
    for index in 1..<length {
      let next = bytes[offset + index]
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, length)
  }
}
