import HearsayGraph

extension OutputBuffer {
  private static let specialInJSON = SpecialBytes(UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F)

  /// Appends a text as a string of JSON (RFC 8259), in quotation marks.
  ///
  /// Nothing is lost: control characters, U+FFFE and U+FFFF, which not every reader takes as they are, are escaped.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      append(bytes, escaping: Self.specialInJSON) { buffer, bytes, offset in
        switch bytes[offset] {
        case UInt8(ascii: "\""): buffer.append("\\\"")
        case UInt8(ascii: "\\"): buffer.append("\\\\")
        case UInt8(ascii: "\n"): buffer.append("\\n")
        case UInt8(ascii: "\r"): buffer.append("\\r")
        case UInt8(ascii: "\t"): buffer.append("\\t")
        case 0xEF where Self.isNoncharacter(bytes, at: offset):
          buffer.append(bytes[offset + 2] == 0xBE ? "\\ufffe" : "\\uffff")
          return 3
        case 0xEF: buffer.append(0xEF)
        default:
          let digits = String(bytes[offset], radix: 16)
          buffer.append(digits.utf8.count == 1 ? "\\u000" : "\\u00")
          buffer.append(digits)
        }
        return 1
      }
    }
    append(UInt8(ascii: "\""))
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
}

/// The members of JSON objects that carry the values of a schema.
struct JSONMembers {
  private let columns: [(column: Int, name: [UInt8])]

  /// A member for each column that `names` has a name for.
  init(_ names: [String?]) {
    columns = names.enumerated().compactMap { column, name in
      name.map { (column, Array(JSONText.quoted($0).utf8) + [UInt8(ascii: ":")]) }
    }
  }

  /// Appends the members of `values`, with a comma before each, or before each but the first.
  func write(_ values: [AttributeValue?], afterOthers: Bool, to buffer: inout OutputBuffer) {
    var needsComma = afterOthers
    for (column, name) in columns {
      guard let value = values[column] else { continue }
      if needsComma { buffer.append(UInt8(ascii: ",")) }
      needsComma = true
      buffer.append(name)
      buffer.appendJSON(value)
    }
  }
}
