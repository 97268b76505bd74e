/// What single bytes of UTF-8 text are, for code that walks text without decoding it.
enum Bytes {
  /// Whether the byte at `index` belongs to a word: an ASCII letter or digit, or part of a letter beyond ASCII.
  ///
  /// Three-byte marks of General Punctuation (U+2000–U+2BFF: dashes, quotation marks, arrows) and Latin-1's marks
  /// (U+0080–U+00BF) part words.
  static func isWord(_ text: [UInt8], at index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    var lead = index
    while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
    switch text[lead] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    case 0xC3...0xE1, 0xE3...0xF4: return true
    default: return false
    }
  }

  /// Whether an upper-case letter begins at `index`; letters beyond ASCII count where they are Latin or Cyrillic.
  static func isUpper(_ text: [UInt8], at index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    let byte = text[index]
    if byte < 0x80 { return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    guard let scalar = scalar(text, at: index) else { return false }
    return scalar.properties.isUppercase
  }

  /// Whether a lower-case letter begins at `index`.
  static func isLower(_ text: [UInt8], at index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    let byte = text[index]
    if byte < 0x80 { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    guard let scalar = scalar(text, at: index) else { return false }
    return scalar.properties.isLowercase
  }

  /// The Unicode scalar that begins at `index`.
  private static func scalar(_ text: [UInt8], at index: Int) -> Unicode.Scalar? {
    var iterator = text[index..<min(index + 4, text.count)].makeIterator()
    var codec = UTF8()
    if case .scalarValue(let scalar) = codec.decode(&iterator) { return scalar }
    return nil
  }
}
