import HearsayCore

/// Reads one JSON value (RFC 8259) from UTF-8.
///
/// Our own, since it must bound nesting, take a lone surrogate as U+FFFD, and, where `isLenient`, read the JSON that web
/// pages carry: raw line breaks in strings, a comma before a closing bracket.
struct JSONParser {
  /// What is wrong, and at which byte, from 0.
  struct Failure: Error, Equatable {
    let reason: String
    let offset: Int
    /// Whether the limit on nesting is what is wrong.
    var isTooDeep = false
  }

  private let bytes: ArraySlice<UInt8>
  private let nesting: Int
  private let isLenient: Bool
  private var index: Int

  /// The value that `bytes` hold, with nothing but white space round it, nested at most `nesting` deep.
  static func value(
    of bytes: ArraySlice<UInt8>, nesting: Int = Limits().jsonNesting, isLenient: Bool = false
  ) throws(Failure) -> JSONValue {
    var parser = JSONParser(bytes: bytes, nesting: nesting, isLenient: isLenient, index: bytes.startIndex)
    let value = try parser.value(depth: 0)
    parser.skipBlank()
    if isLenient, parser.peek == UInt8(ascii: ";") { parser.index += 1 }
    parser.skipBlank()
    guard parser.index == bytes.endIndex else { throw parser.failure("something after the value") }
    return value
  }

  private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func failure(_ reason: String) -> Failure { Failure(reason: reason, offset: index - bytes.startIndex) }

  private mutating func skipBlank() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth <= nesting else {
      throw Failure(reason: "nested more than \(nesting) deep", offset: index - bytes.startIndex, isTooDeep: true)
    }
    skipBlank()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case nil: throw failure("it ends before the value does")
    case let byte? where byte.isDigit || byte == UInt8(ascii: "-"): return try number()
    default: throw failure("no value begins here")
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    let count = word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard bytes[index...].prefix(count).elementsEqual(expected) else { throw failure("no value begins here") }
    index += count
    return value
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = index
    while let byte = peek, byte.isDigit || "+-.eE".utf8.contains(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Double(text) != nil else { throw failure("not a number") }
    return .number(text)
  }

  private mutating func array(depth: Int) throws(Failure) -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    while true {
      skipBlank()
      if peek == UInt8(ascii: "]"), elements.isEmpty || isLenient { break }
      elements.append(try value(depth: depth + 1))
      skipBlank()
      if peek == UInt8(ascii: "]") { break }
      guard peek == UInt8(ascii: ",") else { throw failure("an array goes on with , or ]") }
      index += 1
    }
    index += 1
    return .array(elements)
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    index += 1
    var members: [(name: String, value: JSONValue)] = []
    while true {
      skipBlank()
      if peek == UInt8(ascii: "}"), members.isEmpty || isLenient { break }
      guard peek == UInt8(ascii: "\"") else { throw failure("a member begins with a name in quotation marks") }
      let name = try string()
      skipBlank()
      guard peek == UInt8(ascii: ":") else { throw failure("a colon follows a member's name") }
      index += 1
      members.append((name, try value(depth: depth + 1)))
      skipBlank()
      if peek == UInt8(ascii: "}") { break }
      guard peek == UInt8(ascii: ",") else { throw failure("an object goes on with , or }") }
      index += 1
    }
    index += 1
    return .object(members)
  }

  private mutating func string() throws(Failure) -> String {
    index += 1
    var text: [UInt8] = []
    while true {
      let start = index
      while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
      text += bytes[start..<index]
      switch peek {
      case nil: throw failure("a string is not closed")
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default:
        guard isLenient else { throw failure("a control character in a string") }
        text.append(0x20)
        index += 1
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    index += 1
    guard let byte = peek else { throw failure("a string is not closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): text += Array(String(try scalar()).utf8)
    default:
      guard isLenient else { throw failure("no such escape") }
      text.append(byte)
    }
  }

  /// The scalar of a `\u` escape whose `u` was read, with the low surrogate that follows a high one.
  private mutating func scalar() throws(Failure) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let after = index
    guard peek == UInt8(ascii: "\\"), index + 1 < bytes.endIndex, bytes[index + 1] == UInt8(ascii: "u") else {
      return "\u{FFFD}"
    }
    index += 2
    let second = try hexadecimal()
    guard (0xDC00..<0xE000).contains(second) else {
      index = after
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw failure("four hexadecimal digits follow \\u")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}

extension JSONValue {
  /// The object or list that `bytes` are as a whole; nil where they are anything else.
  static func whole(_ bytes: [UInt8], nesting: Int) -> JSONValue? {
    guard let first = bytes.first(where: { !$0.isBlank }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return nil }
    return try? JSONParser.value(of: bytes[...], nesting: nesting)
  }
}
