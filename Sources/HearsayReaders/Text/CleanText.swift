/// Text with one kind of line break, one kind of space and no character that a graph file could not hold.
enum CleanText {
  /// `utf8` with LF line ends; spaces of every width as U+0020; soft hyphens, zero-width spaces and byte order marks
  /// left out; form feeds, U+0085, U+2028 and U+2029 as line ends; other control characters, U+FFFE and U+FFFF as
  /// U+FFFD, since XML forbids them. Joiners and direction marks stay: emoji and right-to-left text need them.
  ///
  /// - Precondition: `utf8` is valid UTF-8.
  static func cleaned(_ utf8: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(utf8.count)
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x80 {
        index += 1
        switch byte {
        case 0x20..<0x7F, 0x0A, 0x09: text.append(byte)
        case 0x0D:
          if index >= utf8.count || utf8[index] != 0x0A { text.append(0x0A) }
        case 0x0B, 0x0C: text.append(0x0A)
        default: text += replacement
        }
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + length, utf8.count)
      appendWide(utf8[index..<end], to: &text)
      index = end
    }
    return text
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func appendWide(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    switch scalar(bytes) {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: text.append(0x20)
    case 0xAD, 0x200B, 0x2060, 0xFEFF: break
    case 0x85, 0x2028, 0x2029: text.append(0x0A)
    case 0x80...0x9F, 0xFFFE, 0xFFFF: text += replacement
    default: text += bytes
    }
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    for (offset, byte) in bytes.enumerated() {
      if offset == 0 {
        value = UInt32(byte) & (bytes.count == 2 ? 0x1F : bytes.count == 3 ? 0x0F : 0x07)
      } else {
        value = value << 6 | UInt32(byte & 0x3F)
      }
    }
    return value
  }
}
