/// Bounds what a parser would take quadratic time over.
enum MarkupBounds {
  /// What a reader of the document should know where a tag was cut off.
  static let note =
    "a tag with very many attributes: some were passed over; allow more by --limit attributes=NUMBER"

  /// `utf8` with every tag cut off after `attributes` attributes: the parser compares each with all before it.
  static func bounded(_ utf8: [UInt8], attributes: Int) -> [UInt8] {
    var result: [UInt8]?
    var copied = 0
    var index = 0
    while index + 1 < utf8.count {
      guard utf8[index] == UInt8(ascii: "<"), utf8[index + 1].isLetter else {
        index += 1
        continue
      }
      let (cut, end) = tag(at: index, in: utf8, attributes: attributes)
      if let cut {
        result = (result ?? []) + utf8[copied..<cut]
        copied = end
      }
      index = end
    }
    guard var result else { return utf8 }
    result += utf8[copied...]
    return result
  }

  /// Where the tag at `start` holds too many attributes, if it does, and where it ends (at its `>`).
  private static func tag(at start: Int, in utf8: [UInt8], attributes: Int) -> (cut: Int?, end: Int) {
    var count = 0
    var cut: Int?
    var index = start + 1
    while index < utf8.count, utf8[index] != UInt8(ascii: ">") {
      let byte = utf8[index]
      if byte == UInt8(ascii: "="), let close = closingQuote(after: index, in: utf8) {
        index = close
        count += 1
      } else if byte.isBlank || byte == UInt8(ascii: "/"), !utf8[index - 1].isBlank {
        count += 1
      }
      if count > attributes, cut == nil { cut = index }
      index += 1
    }
    return (cut, index)
  }

  /// The quotation mark that closes the value after the equals sign at `index`, where the value is in such marks.
  private static func closingQuote(after index: Int, in utf8: [UInt8]) -> Int? {
    var place = index + 1
    while place < utf8.count, utf8[place].isBlank { place += 1 }
    guard place < utf8.count, utf8[place] == 0x22 || utf8[place] == 0x27 else { return nil }
    return utf8[(place + 1)...].firstIndex(of: utf8[place]) ?? utf8.count - 1
  }
}
