/// What a page or an XML file says of its own encoding: `<meta charset>`, `<meta http-equiv>`, `<?xml encoding?>`.
enum DeclaredEncoding {
  /// Bytes from the start in which a declaration counts; browsers look at 1,024, but pages are longer-winded.
  static let reach = 8_192

  /// The name declared in `head`, in lower case; nil where none is.
  static func name(in head: ArraySlice<UInt8>) -> String? {
    guard head.first(where: { !$0.isBlank && $0 < 0x80 }) == UInt8(ascii: "<") else { return nil }
    let lower = head.map(\.lowercased)
    if lower.starts(with: Array("<?xml".utf8)), let end = lower.firstIndex(of: UInt8(ascii: ">")),
      let name = value(of: "encoding", in: lower[..<end])
    {
      return name
    }
    var rest = lower[...]
    while let start = find("<meta", in: rest) {
      let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      if let name = value(of: "charset", in: rest[start..<end]) { return name }
      rest = rest[end...]
    }
    return nil
  }

  /// What follows `name` and an equals sign, without quotation marks.
  private static func value(of name: StaticString, in tag: ArraySlice<UInt8>) -> String? {
    guard let start = find(name, in: tag) else { return nil }
    var rest = tag[(start + name.utf8CodeUnitCount)...].drop { $0.isBlank }
    guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
    let value = rest.drop { $0.isBlank || $0 == 0x22 || $0 == 0x27 }
      .prefix {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":")
      }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  private static func find(_ word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let pattern = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes.count >= pattern.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - pattern.count)).first { start in
      bytes[start] == pattern[0] && bytes[start..<start + pattern.count].elementsEqual(pattern)
    }
  }
}
