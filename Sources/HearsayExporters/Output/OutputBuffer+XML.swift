extension OutputBuffer {
  private static let specialInXML = SpecialBytes(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"))

  /// Appends a text as XML character data.
  ///
  /// Only `&`, `<`, a `>` after `]]` and CR become references: Gephi drops the blank between two of them. What XML 1.0
  /// cannot have (https://www.w3.org/TR/xml/#charsets) becomes U+FFFD.
  package mutating func appendXML(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      append(bytes, escaping: Self.specialInXML) { buffer, bytes, offset in
        switch bytes[offset] {
        case UInt8(ascii: "&"): buffer.append("&amp;")
        case UInt8(ascii: "<"): buffer.append("&lt;")
        case UInt8(ascii: ">"):
          let isAfterBrackets =
            offset >= 2 && bytes[offset - 1] == UInt8(ascii: "]") && bytes[offset - 2] == UInt8(ascii: "]")
          if isAfterBrackets { buffer.append("&gt;") } else { buffer.append(UInt8(ascii: ">")) }
        case UInt8(ascii: "\r"): buffer.append("&#13;")
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): buffer.append(bytes[offset])
        case 0xEF where Self.isNoncharacter(bytes, at: offset):
          buffer.append(Self.replacement)
          return 3
        case 0xEF: buffer.append(0xEF)
        default: buffer.append(Self.replacement)
        }
        return 1
      }
    }
  }
}
