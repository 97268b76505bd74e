extension OutputBuffer {
  private static var specialInDOT: SpecialBytes {
    SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"))
  }

  /// The longest quoted string that we write, in bytes; Graphviz refuses more than 16,384.
  package static let longestDOTString = 16_000

  /// Appends a text as a quoted string of DOT (https://graphviz.org/doc/info/lang.html), cut with `…` where that
  /// takes more than `longest` bytes.
  ///
  /// Backslash and quotation mark get a backslash, line ends are `\n`; control characters and what XML cannot have become
  /// U+FFFD, because Graphviz would copy them into an SVG. For the same reason `&` becomes `&amp;` where a name and a
  /// semicolon follow: Graphviz takes it for an entity of HTML, known or not.
  package mutating func appendDOT(_ text: String, atMost longest: Int = longestDOTString) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { appendDOTText(PlainText($0), atMost: longest) }
    append(UInt8(ascii: "\""))
  }

  /// Appends a text, given as its UTF-8, as a string of DOT without its quotation marks.
  mutating func appendDOTText(_ text: some TextBytes, atMost longest: Int = longestDOTString) {
    let start = count
    if text.bytes.count <= longest {
      append(text, escaping: Self.specialInDOT, with: Self.escapeDOT)
    } else {
      // Escapes only lengthen: a text this long is cut in any case, and nothing beyond need be looked at.
      let beginning = PlainText(UnsafeBufferPointer(rebasing: text.bytes[...longest]))
      append(beginning, escaping: Self.specialInDOT, with: Self.escapeDOT)
    }
    if count - start > longest { cutDOT(from: start, to: longest) }
  }

  private static func escapeDOT(
    _ buffer: inout OutputBuffer, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "\""): buffer.append(constant: "\\\"")
    case UInt8(ascii: "\\"): buffer.append(constant: "\\\\")
    case UInt8(ascii: "&"):
      if beginsEntity(bytes, at: offset) { buffer.append(constant: "&amp;") } else { buffer.append(bytes[offset]) }
    case UInt8(ascii: "\n"): buffer.append(constant: "\\n")
    case UInt8(ascii: "\r"):
      buffer.append(constant: "\\n")
      return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n") ? 2 : 1
    case UInt8(ascii: "\t"): buffer.append(UInt8(ascii: "\t"))
    case 0xEF where isNoncharacter(bytes, at: offset):
      buffer.append(replacement)
      return 3
    case 0xEF: buffer.append(0xEF)
    default: buffer.append(replacement)
    }
    return 1
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

  /// Shortens the string that began at `start` and ends it with `…`, parting neither a character nor an escape.
  private mutating func cutDOT(from start: Int, to longest: Int) {
    var end = start + longest - "…".utf8.count
    while self[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
    var backslashes = 0
    while end - backslashes > start, self[end - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
    if backslashes % 2 == 1 { end -= 1 }
    removeLast(count - end)
    append("…")
  }
}
