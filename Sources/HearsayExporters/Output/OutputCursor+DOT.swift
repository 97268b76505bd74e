extension OutputCursor {
  private static var specialInDOT: SpecialBytes {
    SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"))
  }

  /// The most bytes that an escape makes of one byte: `&amp;`.
  private static let longestDOTEscape = 5

  /// The bytes that `appendDOT` needs for `count` bytes of text.
  static func room(forDOT count: Int, atMost longest: Int) -> Int {
    longestDOTEscape * min(count, longest + 1) + SpecialBytes.step
  }

  /// Writes a text as a string of DOT, without its quotation marks; see `OutputBuffer.appendDOT`.
  @inline(__always)
  mutating func appendDOT(_ text: some TextBytes, atMost longest: Int) {
    let bytes = text.bytes
    if bytes.count > longest {
      place = Self.longDOT(bytes, atMost: longest, at: place)
      return
    }
    let start = place
    escapeDOT(text)
    if place - start > longest { place = Self.cut(from: start, to: longest, of: place) }
  }

  /// Writes a text that lies in no row in the same way.
  mutating func appendDOT(_ text: String) {
    var text = text
    text.withUTF8 { appendDOT(PlainText($0), atMost: OutputBuffer.longestDOTString) }
  }

  @inline(__always)
  private mutating func escapeDOT(_ text: some TextBytes) {
    let bytes = text.bytes
    var offset = 0
    while offset < bytes.count {
      offset = append(text, from: offset, upTo: Self.specialInDOT)
      if offset < bytes.count { offset += appendDOTSpecial(bytes, offset) }
    }
  }

  /// Escapes only lengthen: a text this long is cut in any case, and nothing beyond need be looked at.
  @inline(never)
  private static func longDOT(
    _ bytes: UnsafeBufferPointer<UInt8>, atMost longest: Int, at place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var cursor = OutputCursor(place: place)
    cursor.escapeDOT(PlainText(UnsafeBufferPointer(rebasing: bytes[...longest])))
    return cut(from: place, to: longest, of: cursor.place)
  }

  /// Writes a special byte, and says how many bytes were taken.
  @inline(__always)
  private mutating func appendDOTSpecial(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let byte = bytes[offset]
    let isAmpersand = byte == UInt8(ascii: "&")
    let isMark = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    // Most are marks, or ampersands that stand alone.
    if isMark || isAmpersand && offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: " ") {
      let escaped = UInt16(UInt8(ascii: "\\")) | UInt16(byte) << 8
      place.storeBytes(of: (isMark ? escaped : UInt16(byte)).littleEndian, as: UInt16.self)
      place += isMark ? 2 : 1
      return 1
    }
    let (end, taken) = Self.rareDOT(bytes, offset, at: place)
    place = end
    return taken
  }

  @inline(never)
  private static func rareDOT(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, at place: UnsafeMutableRawPointer
  ) -> (end: UnsafeMutableRawPointer, taken: Int) {
    var (cursor, taken) = (OutputCursor(place: place), 1)
    switch bytes[offset] {
    case UInt8(ascii: "&"):
      cursor.append(constant: beginsEntity(bytes, at: offset) ? "&amp;" : "&")
    case UInt8(ascii: "\n"): cursor.append(constant: "\\n")
    case UInt8(ascii: "\r"):
      cursor.append(constant: "\\n")
      if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\n") { taken = 2 }
    case UInt8(ascii: "\t"): cursor.append(UInt8(ascii: "\t"))
    case 0xEF where OutputBuffer.isNoncharacter(bytes, at: offset):
      cursor.append(constant: "\u{FFFD}")
      taken = 3
    case 0xEF: cursor.append(0xEF)
    default: cursor.append(constant: "\u{FFFD}")
    }
    return (cursor.place, taken)
  }

  /// Whether `&` at `offset` begins something like `&amp;` or `&#233;`.
  private static func beginsEntity(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    var end = offset + 1
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "#"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        end += 1
      default: break scan
      }
    }
    return end > offset + 1 && end < bytes.count && bytes[end] == UInt8(ascii: ";")
  }

  /// Shortens the string from `start` to `end`, which is longer, to `longest` bytes with `…` at its end, parting neither a
  /// character nor an escape.
  @inline(never)
  private static func cut(
    from start: UnsafeMutableRawPointer, to longest: Int, of end: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let bytes = UnsafeRawBufferPointer(start: start, count: end - start)
    var length = longest - "…".utf8.count
    while bytes[length] & 0b1100_0000 == 0b1000_0000 { length -= 1 }
    let backslashes = bytes[..<length].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    if backslashes % 2 == 1 { length -= 1 }
    var cursor = OutputCursor(place: start + length)
    cursor.append(constant: "…")
    return cursor.place
  }
}
