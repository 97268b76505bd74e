extension OutputBuffer {
  private static var specialInCSV: SpecialBytes { SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\""), 0x7F) }

  /// Appends a text as a cell of CSV (RFC 4180), always in quotation marks, so that an empty text is told from none.
  ///
  /// A cell that begins with `=`, `+`, `-`, `@` or a tab is a formula to a spreadsheet, quoted or not: it gets `'` before
  /// it, and so does one that begins with apostrophes and one of these, so that taking one apostrophe away always undoes it
  /// (docs/decisions/0205-csv.md). Every kind of line end is a line feed; control characters and what XML cannot have are U+FFFD.
  package mutating func appendCSV(_ text: String) {
    var text = text
    text.withUTF8 { appendCSV(PlainText($0)) }
  }

  /// Appends a text, given as its UTF-8, as a cell of CSV.
  mutating func appendCSV(_ text: some TextBytes) {
    append(UInt8(ascii: "\""))
    if Self.isFormula(text.bytes) { append(UInt8(ascii: "'")) }
    append(text, escaping: Self.specialInCSV) { buffer, bytes, offset in
      switch bytes[offset] {
      case UInt8(ascii: "\""): buffer.append(constant: "\"\"")
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"), 0x7F: buffer.append(bytes[offset])
      case UInt8(ascii: "\r"):
        buffer.append(UInt8(ascii: "\n"))
        return offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n") ? 2 : 1
      case 0xEF where Self.isNoncharacter(bytes, at: offset):
        buffer.append(Self.replacement)
        return 3
      case 0xEF: buffer.append(0xEF)
      default: buffer.append(Self.replacement)
      }
      return 1
    }
    append(UInt8(ascii: "\""))
  }

  private static func isFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    return "=+-@\t\r\n".utf8.contains(first)
  }
}
