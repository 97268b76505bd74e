import CLibXML2

/// Reads text out of markup without building anything: for pages nested too deep for more.
enum FlatMarkup {
  /// The text of `utf8` between its tags, a paragraph for each that ends a line, blanks collapsed.
  static func paragraphs(of utf8: [UInt8]) -> [String] {
    var paragraphs: [String] = []
    var text: [UInt8] = []
    func flush() {
      let collapsed = Words.collapsed(text)
      if !collapsed.isEmpty { paragraphs.append(String(decoding: collapsed, as: UTF8.self)) }
      text = []
    }
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte == UInt8(ascii: "<"), index + 1 < utf8.count,
        utf8[index + 1].isLetter || "/!?".utf8.contains(utf8[index + 1])
      {
        let name = utf8[(index + 1)...].drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetter || $0.isDigit }
        let tag = Tag(name: String(decoding: name.map(\.lowercased), as: UTF8.self))
        if tag.isBlock || tag == .br { flush() }
        let isOpening = utf8[index + 1] != UInt8(ascii: "/")
        index = (utf8[index...].firstIndex(of: UInt8(ascii: ">")) ?? utf8.count - 1) + 1
        if isOpening, tag == .script || tag == .style { index = end(of: tag, from: index, in: utf8) }
      } else if byte == UInt8(ascii: "&"), let (scalar, length) = reference(at: index, in: utf8) {
        text += Array(String(scalar).utf8)
        index += length
      } else {
        text.append(byte)
        index += 1
      }
    }
    flush()
    return paragraphs
  }

  private static func end(of tag: Tag, from start: Int, in utf8: [UInt8]) -> Int {
    let closing = Array("</\(tag.rawValue)".utf8)
    var index = start
    while index + closing.count <= utf8.count {
      if utf8[index] == 0x3C, utf8[index..<index + closing.count].lazy.map(\.lowercased).elementsEqual(closing) {
        return index
      }
      index += 1
    }
    return utf8.count
  }

  /// The character that a reference at `index` stands for, and its length in bytes.
  private static func reference(at index: Int, in utf8: [UInt8]) -> (Unicode.Scalar, Int)? {
    let name = utf8[(index + 1)...].prefix(10).prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#") }
    guard !name.isEmpty, index + 1 + name.count < utf8.count, utf8[index + 1 + name.count] == UInt8(ascii: ";") else {
      return nil
    }
    let text = String(decoding: name, as: UTF8.self)
    let value: UInt32?
    if text.hasPrefix("#x") || text.hasPrefix("#X") {
      value = UInt32(text.dropFirst(2), radix: 16)
    } else if text.hasPrefix("#") {
      value = UInt32(text.dropFirst())
    } else {
      value = htmlEntityLookup(text).map { UInt32($0.pointee.value) }
    }
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, name.count + 2)
  }
}
