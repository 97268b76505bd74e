internal import HearsayCore

/// Which line breaks inside a paragraph part sentences: those before an item of a list, and those of lines that are too
/// short to have been wrapped.
struct LineBreaks {
  /// The tokens before which a line breaks for a reason, in order.
  private let starts: Set<Int>

  init(_ document: Document, _ paragraph: Range<Int>) {
    let (bytes, tokens) = (document.utf8, document.tokens)
    var firsts: [Int] = []
    for index in paragraph.dropFirst() where tokens[index - 1].isSpaceAfter {
      let gap = tokens[index - 1].range.end..<tokens[index].range.start
      if bytes[gap].contains(UInt8(ascii: "\n")) { firsts.append(index) }
    }
    guard !firsts.isEmpty else {
      starts = []
      return
    }
    let bounds = [paragraph.lowerBound] + firsts + [paragraph.upperBound]
    let lengths = zip(bounds, bounds.dropFirst()).map { first, next in
      tokens[next - 1].range.end - tokens[first].range.start
    }
    let longest = lengths.max() ?? 0
    var found: Set<Int> = []
    for (line, first) in firsts.enumerated() {
      let start = bytes[tokens[first].range.start]
      // Wrapped lines fill the width up to a word; half of it is far from that.
      let isShort = lengths[line] * 2 < longest || longest < Self.leastWidth
      if Self.isItem(bytes, tokens[first], next: tokens[min(first + 1, tokens.count - 1)])
        || (isShort && (start.isUpper || start.isDigit))
      {
        found.insert(first)
      }
    }
    starts = found
  }

  /// Bytes that a column of wrapped text has at least; narrower lines are a list or verse.
  private static let leastWidth = 40

  /// Whether a line breaks before the token at `index` for a reason.
  func isBreak(before index: Int) -> Bool { !starts.isEmpty && starts.contains(index) }

  /// Whether a line that begins with `token` is an item of a list: "• One", "- Two", "3. Three".
  private static func isItem(_ bytes: [UInt8], _ token: Token, next: Token) -> Bool {
    let first = bytes[token.range.start]
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "-"): return token.range.count == 1 && token.isSpaceAfter
    case 0xE2:
      // Bullets and dashes: U+2013, U+2014, U+2022, U+2023, U+25AA, U+25CF, U+25A0.
      let text = String(decoding: bytes[token.range.bytes], as: UTF8.self)
      return token.isSpaceAfter && ["•", "‣", "–", "—", "▪", "●", "■", "◦"].contains(text)
    case 0xC2: return token.range.count == 2 && bytes[token.range.start + 1] == 0xB7
    default:
      let mark = bytes[next.range.start]
      return first.isDigit && token.range.count <= 3 && !token.isSpaceAfter && next.isSpaceAfter
        && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
    }
  }
}
