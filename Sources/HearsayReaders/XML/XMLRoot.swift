/// The name of the first element of an XML text, by which its language is known.
enum XMLRoot {
  /// The name without its prefix, past declarations, comments and a document type; nil where no element begins.
  static func name(of head: ArraySlice<UInt8>) -> String? {
    var rest = head.drop { $0.isBlank }
    while rest.first == UInt8(ascii: "<"), let second = rest.dropFirst().first {
      if second == UInt8(ascii: "?") || second == UInt8(ascii: "!") {
        guard let end = end(ofDeclaration: rest) else { return nil }
        rest = rest[end...].drop { $0.isBlank }
        continue
      }
      let name = rest.dropFirst().prefix { !$0.isBlank && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      return name.split(separator: UInt8(ascii: ":")).last.map { String(decoding: $0, as: UTF8.self) }
    }
    return nil
  }

  private static func end(ofDeclaration rest: ArraySlice<UInt8>) -> Int? {
    if rest.starts(with: "<!--".utf8) {
      var index = rest.startIndex + 4
      while index + 2 < rest.endIndex {
        if rest[index] == UInt8(ascii: "-"), rest[index + 1] == UInt8(ascii: "-"), rest[index + 2] == UInt8(ascii: ">")
        {
          return index + 3
        }
        index += 1
      }
      return nil
    }
    // A document type may hold declarations of its own in square brackets.
    var depth = 0
    for index in rest.indices {
      switch rest[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return index + 1
      default: break
      }
    }
    return nil
  }
}
