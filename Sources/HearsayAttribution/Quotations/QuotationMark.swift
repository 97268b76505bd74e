internal import HearsayCore

/// A mark that may open or close a quotation.
struct QuotationMark: Hashable, Sendable {
  /// What the mark looks like: a closing mark belongs to the opening mark of its own kind.
  enum Shape: Hashable, Sendable {
    /// “ ” „ ‟ " `` ''
    case double
    /// ‘ ’ ‚ ' ‹ ›
    case single
    /// « »
    case angle
  }

  let range: TextRange
  let shape: Shape
  /// Whether a quotation may begin here.
  let canOpen: Bool
  /// Whether a quotation may end here.
  let canClose: Bool

  /// The marks in `paragraph` of `text`, in order. Apostrophes between letters, and of words such as "’em" and "’90s",
  /// are none.
  static func marks(in paragraph: TextRange, of text: [UInt8]) -> [QuotationMark] {
    var found: [QuotationMark] = []
    var at = paragraph.start
    while at < paragraph.end {
      guard let (glyph, width) = Glyph.at(at, in: text, end: paragraph.end) else {
        at += 1
        continue
      }
      let range = TextRange(at, at + width)
      if let mark = mark(glyph, range, Context(range, paragraph, text)) { found.append(mark) }
      at += width
    }
    return found
  }

  private static func mark(_ glyph: Glyph, _ range: TextRange, _ context: Context) -> QuotationMark? {
    let leans = context.isOpenBefore && !context.isSpaceAfter
    switch glyph {
    case .opening(let shape):
      if shape == .single, !leans || context.isElision { return nil }
      // German print closes with it: „Wir gehen,“ sagte er.
      let closes = shape == .double && !context.isOpenBefore && !context.isWordAfter
      return QuotationMark(range: range, shape: shape, canOpen: !closes, canClose: closes)
    case .closing(let shape):
      if shape == .single, context.isWordAfter || context.isSpaceBefore { return nil }
      // A closing mark where only an opening one makes sense is a slip: ”Fear is all I feel.”
      // French print has a blank inside of its marks: « Nous partons ! », said Lund.
      return QuotationMark(
        range: range, shape: shape, canOpen: shape == .double && (leans || context.isFirst),
        canClose: (shape == .angle || !leans) && !context.isFirst)
    case .straight(.single):
      if context.isElision || (context.isWordBefore && context.isWordAfter) { return nil }
      let closes = !context.isSpaceBefore && !context.isWordAfter
      return leans || closes
        ? QuotationMark(range: range, shape: .single, canOpen: leans && context.isWordAfter, canClose: closes) : nil
    case .straight(let shape):
      let isLoose = context.isSpaceBefore == context.isSpaceAfter
      return QuotationMark(
        range: range, shape: shape, canOpen: leans || isLoose, canClose: !leans || isLoose)
    }
  }

  /// A mark as it is printed.
  private enum Glyph {
    case opening(Shape), closing(Shape), straight(Shape)

    static func at(_ offset: Int, in text: [UInt8], end: Int) -> (Glyph, Int)? {
      func byte(_ ahead: Int) -> UInt8 { offset + ahead < end ? text[offset + ahead] : 0 }
      switch byte(0) {
      case UInt8(ascii: "\""): return (.straight(.double), 1)
      case UInt8(ascii: "'"): return byte(1) == UInt8(ascii: "'") ? (.straight(.double), 2) : (.straight(.single), 1)
      case UInt8(ascii: "`"): return byte(1) == UInt8(ascii: "`") ? (.opening(.double), 2) : nil
      case 0xC2 where byte(1) == 0xAB: return (.opening(.angle), 2)
      case 0xC2 where byte(1) == 0xBB: return (.closing(.angle), 2)
      case 0xE2 where byte(1) == 0x80:
        let isDoubled = byte(3) == 0xE2 && byte(4) == 0x80 && byte(5) == byte(2)
        switch byte(2) {
        case 0x9C, 0x9E, 0x9F: return (.opening(.double), 3)
        case 0x9D: return (.closing(.double), 3)
        case 0x98: return isDoubled ? (.opening(.double), 6) : (.opening(.single), 3)
        case 0x99: return isDoubled ? (.closing(.double), 6) : (.closing(.single), 3)
        case 0x9A, 0xB9: return (.opening(.single), 3)
        case 0xBA: return (.closing(.single), 3)
        default: return nil
        }
      default: return nil
      }
    }
  }

  /// What stands on both sides of a mark.
  private struct Context {
    let isSpaceBefore: Bool
    let isSpaceAfter: Bool
    let isWordBefore: Bool
    let isWordAfter: Bool
    /// Whether an opening mark could follow what is before: a space, a bracket, a dash, another mark.
    let isOpenBefore: Bool
    /// Whether the paragraph begins here.
    let isFirst: Bool
    /// Whether an apostrophe here stands for letters left out: ’90s, ’em, ’tis.
    let isElision: Bool

    init(_ range: TextRange, _ paragraph: TextRange, _ text: [UInt8]) {
      let before = range.start > paragraph.start ? text[range.start - 1] : 0x20
      let after = range.end < paragraph.end ? text[range.end] : 0x20
      isFirst = range.start == paragraph.start
      isSpaceBefore = before <= 0x20 || Self.endsNoBreakSpace(text, range.start)
      isSpaceAfter = after <= 0x20 || (after == 0xC2 && text[range.end + 1] == 0xA0)
      isWordAfter = Self.isWord(after) || (after >= 0xC3 && after < 0xE2)
      isWordBefore = Self.isWord(before) || (before >= 0x80 && !Self.endsPunctuation(text, range.start))
      isOpenBefore =
        isSpaceBefore || [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(before)
        || before == UInt8(ascii: ":") || Self.endsPunctuation(text, range.start)
      let rest = text[range.end..<min(range.end + 6, paragraph.end)]
      let word = String(decoding: rest.prefix { Self.isWord($0) }, as: UTF8.self).lowercased()
      isElision =
        isSpaceBefore
        && (["em", "tis", "twas", "til", "till", "cause", "n", "bout", "round", "ere"].contains(word)
          || (word.utf8.count == 3 && word.hasSuffix("s") && word.utf8.first.map { (0x30...0x39).contains($0) } == true))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    /// Whether a character of U+2000...U+203F (a dash, another quotation mark) ends before `offset`.
    private static func endsPunctuation(_ text: [UInt8], _ offset: Int) -> Bool {
      guard offset >= 3, text[offset - 3] == 0xE2, text[offset - 2] == 0x80 else { return false }
      // A closing mark or an ellipsis before is the end of words, not room for a beginning.
      return ![0x99, 0x9D, 0xA6].contains(text[offset - 1])
    }
    private static func endsNoBreakSpace(_ text: [UInt8], _ offset: Int) -> Bool {
      offset >= 2 && text[offset - 2] == 0xC2 && text[offset - 1] == 0xA0
    }
  }
}
