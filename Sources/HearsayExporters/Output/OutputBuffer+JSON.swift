import HearsayGraph

extension OutputBuffer {
  private static var specialInJSON: SpecialBytes { SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F) }

  /// Appends a text as a string of JSON (RFC 8259), in quotation marks.
  ///
  /// Nothing is lost: control characters, U+FFFE and U+FFFF, which not every reader takes as they are, are escaped.
  package mutating func appendJSON(_ text: String) {
    var text = text
    text.withUTF8 { appendJSON(PlainText($0)) }
  }

  /// Appends a text, given as its UTF-8, as a string of JSON.
  mutating func appendJSON(_ text: some TextBytes) {
    appendQuoted(text, mark: UInt8(ascii: "\""), Self.specialInJSON) { buffer, scalar in
      let digits = String(scalar, radix: 16)
      buffer.append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    }
  }

  /// Appends a text between two of `mark`, a backslash before `mark` and backslashes, line ends and tabs as `\n`, `\r`, `\t`.
  ///
  /// - Parameters:
  ///   - special: `mark`, a backslash and DEL.
  ///   - writeRest: Writes any other control character, U+FFFE or U+FFFF.
  mutating func appendQuoted(
    _ text: some TextBytes, mark: UInt8, _ special: SpecialBytes,
    _ writeRest: (inout OutputBuffer, UInt32) -> Void
  ) {
    append(mark)
    append(text, escaping: special) { buffer, bytes, offset in
      switch bytes[offset] {
      case mark, UInt8(ascii: "\\"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(bytes[offset])
      case UInt8(ascii: "\n"): buffer.append(constant: "\\n")
      case UInt8(ascii: "\r"): buffer.append(constant: "\\r")
      case UInt8(ascii: "\t"): buffer.append(constant: "\\t")
      case 0xEF where Self.isNoncharacter(bytes, at: offset):
        writeRest(&buffer, bytes[offset + 2] == 0xBE ? 0xFFFE : 0xFFFF)
        return 3
      case 0xEF: buffer.append(0xEF)
      default: writeRest(&buffer, UInt32(bytes[offset]))
      }
      return 1
    }
    append(mark)
  }

  /// Appends texts as an array of JSON.
  package mutating func appendJSON(_ texts: [String]) {
    append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendJSON(text)
    }
    append(UInt8(ascii: "]"))
  }

  /// Appends a value as JSON. Doubles are finite (see `Graph`) and keep their point, so that readers keep their type.
  mutating func appendJSON(_ value: AttributeValue) {
    switch value {
    case .string(let text): appendJSON(text)
    case .int(let number): appendDecimal(number)
    case .double(let number): appendDecimal(number)
    case .list(let items): appendJSON(items)
    }
  }

  /// Appends a value of a row as JSON.
  mutating func appendJSON(_ cell: RowCell) {
    switch cell {
    case .string(let text): appendJSON(text)
    case .int(let number): appendDecimal(number)
    case .double(let number): appendDecimal(number)
    case .list(let texts): appendJSON(texts.strings)
    }
  }
}

/// The members of JSON objects that carry the values of a schema.
struct JSONMembers {
  private let names: [[UInt8]?]

  /// A member for each column that `names` has a name for.
  init(_ names: [String?]) {
    self.names = names.map { name in name.map { Array(JSONText.quoted($0).utf8) + [UInt8(ascii: ":")] } }
  }

  /// Appends the members of `values`, with a comma before each, or before each but the first.
  ///
  /// - Returns: Whether there were any.
  @discardableResult
  func write(_ values: Row, afterOthers: Bool, to buffer: inout OutputBuffer) -> Bool {
    var needsComma = afterOthers
    var isEmpty = true
    values.withCells { cells in
      for (column, cell) in cells {
        guard let name = names[column] else { continue }
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        (needsComma, isEmpty) = (true, false)
        buffer.append(name)
        buffer.appendJSON(cell)
      }
    }
    return !isEmpty
  }
}
