/// Phrases to look up in running text, the longest first, byte for byte.
///
/// A space in a phrase matches any run of white space; an apostrophe the straight and the curly one; a hyphen the
/// hyphens of Unicode and the en dash. A phrase matches only between word boundaries, so it does not matter how the
/// text is cut into tokens. A look-up costs one hash of the word at hand, and a comparison for each phrase that begins
/// with that word.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let phrase: [UInt8]
    var values: [Value]
  }

  private var entries: [UInt64: [Entry]] = [:]

  /// Adds `value` under `phrase`, beside the values that it has.
  mutating func insert(_ phrase: String, _ value: Value) {
    let bytes = Array(phrase.utf8)
    guard let start = bytes.indices.first(where: { Bytes.isWord(bytes, at: $0) }), start == 0 else {
      preconditionFailure("a phrase begins with a letter or digit: \(phrase)")
    }
    let key = Self.hashOfWord(bytes, at: 0)
    var list = entries[key] ?? []
    if let index = list.firstIndex(where: { $0.phrase == bytes }) {
      list[index].values.append(value)
    } else {
      list.append(Entry(phrase: bytes, values: [value]))
      list.sort { $0.phrase.count > $1.phrase.count }
    }
    entries[key] = list
  }

  /// The longest phrase that stands in `text` at `start`, which begins a word: where it ends, and its values.
  func longestMatch(in text: [UInt8], at start: Int) -> (end: Int, values: [Value])? {
    guard let candidates = entries[Self.hashOfWord(text, at: start)] else { return nil }
    for entry in candidates {
      if let end = Self.end(of: entry.phrase, in: text, at: start) { return (end, entry.values) }
    }
    return nil
  }

  /// The values of exactly `phrase`.
  func values(of phrase: String) -> [Value] {
    let bytes = Array(phrase.utf8)
    guard !bytes.isEmpty, let match = longestMatch(in: bytes, at: 0), match.end == bytes.count else { return [] }
    return match.values
  }

  private static func hashOfWord(_ text: [UInt8], at start: Int) -> UInt64 {
    var end = start
    while end < text.count, Bytes.isWord(text, at: end) { end += 1 }
    return KeyHash.of(text[start..<end])
  }

  private static func end(of phrase: [UInt8], in text: [UInt8], at start: Int) -> Int? {
    var (p, t) = (0, start)
    while p < phrase.count {
      guard t < text.count else { return nil }
      switch phrase[p] {
      case 0x20:
        let space = t
        while t < text.count, let width = spaceWidth(text, at: t) { t += width }
        if t == space { return nil }
      case UInt8(ascii: "'"):
        if text[t] == UInt8(ascii: "'") {
          t += 1
        } else if matches(text, at: t, [0xE2, 0x80, 0x99]) || matches(text, at: t, [0xE2, 0x80, 0x98]) {
          t += 3
        } else {
          return nil
        }
      case UInt8(ascii: "-"):
        if text[t] == UInt8(ascii: "-") {
          t += 1
        } else if t + 2 < text.count, text[t] == 0xE2, text[t + 1] == 0x80, (0x90...0x93).contains(text[t + 2]) {
          t += 3
        } else {
          return nil
        }
      case let byte:
        if text[t] != byte { return nil }
        t += 1
      }
      p += 1
    }
    return Bytes.isWord(text, at: t) ? nil : t
  }

  private static func spaceWidth(_ text: [UInt8], at index: Int) -> Int? {
    switch text[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where matches(text, at: index, [0xC2, 0xA0]): 2
    default: nil
    }
  }

  private static func matches(_ text: [UInt8], at index: Int, _ bytes: [UInt8]) -> Bool {
    index + bytes.count <= text.count && text[index..<(index + bytes.count)].elementsEqual(bytes)
  }
}
