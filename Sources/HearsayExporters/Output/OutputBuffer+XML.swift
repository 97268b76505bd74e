extension OutputBuffer {
  private static var specialInXML: SpecialBytes {
    SpecialBytes(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"))
  }
  private static var specialInXMLAttribute: SpecialBytes {
    SpecialBytes(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "\""))
  }

  /// Appends a text as XML character data.
  ///
  /// Only `&`, `<`, a `>` after `]]` and CR become references: Gephi drops the blank between two of them. What XML 1.0
  /// cannot have (https://www.w3.org/TR/xml/#charsets) becomes U+FFFD.
  package mutating func appendXML(_ text: String) {
    var text = text
    text.withUTF8 { appendXML(PlainText($0)) }
  }

  /// Appends a text, given as its UTF-8, as XML character data.
  mutating func appendXML(_ text: some TextBytes) {
    append(text, escaping: Self.specialInXML) { buffer, bytes, offset in
      switch bytes[offset] {
      case UInt8(ascii: ">"):
        let isAfterBrackets =
          offset >= 2 && bytes[offset - 1] == UInt8(ascii: "]") && bytes[offset - 2] == UInt8(ascii: "]")
        if isAfterBrackets { buffer.append(constant: "&gt;") } else { buffer.append(UInt8(ascii: ">")) }
        return 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        buffer.append(bytes[offset])
        return 1
      default: return buffer.appendXMLSpecial(bytes, offset)
      }
    }
  }

  /// Appends a text as the value of an XML attribute, without the quotation marks. White space other than blanks becomes
  /// references, or readers would make blanks of it.
  package mutating func appendXMLAttribute(_ text: String) {
    var text = text
    text.withUTF8 { appendXMLAttribute(PlainText($0)) }
  }

  /// Appends a text, given as its UTF-8, as the value of an XML attribute.
  mutating func appendXMLAttribute(_ text: some TextBytes) {
    append(text, escaping: Self.specialInXMLAttribute) { buffer, bytes, offset in
      switch bytes[offset] {
      case UInt8(ascii: "\""): buffer.append(constant: "&quot;")
      case UInt8(ascii: "\n"): buffer.append(constant: "&#10;")
      case UInt8(ascii: "\t"): buffer.append(constant: "&#9;")
      default: return buffer.appendXMLSpecial(bytes, offset)
      }
      return 1
    }
  }

  /// Appends a byte that both need to escape, and says how many bytes were taken.
  private mutating func appendXMLSpecial(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "&"): append(constant: "&amp;")
    case UInt8(ascii: "<"): append(constant: "&lt;")
    case UInt8(ascii: "\r"): append(constant: "&#13;")
    case 0xEF where Self.isNoncharacter(bytes, at: offset):
      append(Self.replacement)
      return 3
    case 0xEF: append(0xEF)
    default: append(Self.replacement)
    }
    return 1
  }
}
