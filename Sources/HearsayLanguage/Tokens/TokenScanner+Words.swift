internal import HearsayCore

extension TokenScanner {
  /// A word from its first letter, with the marks that belong inside it, parted where it is a contraction.
  mutating func scanWord(_ start: Int) -> Int {
    var end = start
    /// Where the part since the last full stop or hyphen begins.
    var part = start
    var hasStop = false
    scan: while let (kind, length) = characterClass(end) {
      let next = end + length
      switch kind {
      case .letter, .digit: end = next
      case .apostrophe:
        guard end > start, isAlphanumeric(next), length > 1 || !isQuoteClosed(end) else { break scan }
        end = next
      case .dash:
        // The non-breaking hyphen acts as the plain one does.
        guard length == 3, bytes[end + 2] == 0x91 || bytes[end + 2] == 0x90, isPrefix(start, end), isAlphanumeric(next)
        else { break scan }
        end = next
      default:
        switch bytes[end] {
        case UInt8(ascii: "_"): end = next
        case UInt8(ascii: "."):
          guard isAlphanumeric(next), joinsAcrossStop(part, end, hasStop: hasStop) else { break scan }
          (end, part, hasStop) = (next, next, true)
        case UInt8(ascii: "-"):
          guard isAlphanumeric(next), isPrefix(start, end) else { break scan }
          (end, part) = (next, next)
        case UInt8(ascii: "&"):
          // "AT&T", "R&D"; "Johnson&Johnson" is three words.
          guard isAlphanumeric(next), end - start <= 3 else { break scan }
          end = next
        case UInt8(ascii: "*"):
          guard next < piece.upperBound, bytes[next].isLetter || bytes[next] == bytes[end], end - start <= 3
          else { break scan }
          end = next
        case UInt8(ascii: "/"):
          // "w/o", "n/a": single letters on both sides.
          guard end == start + 1, isAlphanumeric(next), !isAlphanumeric(next + 1),
            bytes[min(next + 1, limit - 1)] != bytes[end]
          else { break scan }
          end = next
        default: break scan
        }
      }
    }
    if end < piece.upperBound, bytes[end] == UInt8(ascii: "."), keepsStop(start, end, hasStop: hasStop) {
      emit(start, end + 1)
      return end + 1
    }
    emitWord(start, end)
    return end
  }

  /// Adds the word from `start` to `end`, parted where it is a contraction.
  @inline(__always)
  mutating func emitWord(_ start: Int, _ end: Int) {
    guard let cut = contractionCut(start, end) else { return emit(start, end) }
    emit(start, cut)
    emit(cut, end)
  }

  /// Whether an apostrophe at `offset` that a letter follows closes a quotation: "'yes'he" does not occur, so never;
  /// a grave accent inside a word is one only before a contraction's letters ("Levi`s").
  private func isQuoteClosed(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "`") && !isCliticTail(offset + 1)
  }

  /// Whether a full stop at `offset` with a letter or digit behind it belongs to the word whose last part begins at
  /// `part`: "U.S", "p.m", "example.com", "report.doc", but not the missing space of "over.The".
  private func joinsAcrossStop(_ part: Int, _ offset: Int, hasStop: Bool) -> Bool {
    var end = offset + 1
    while end < piece.upperBound, bytes[end].isAlphanumeric { end += 1 }
    if offset - part == 1 { return end - offset <= 4 || Addresses.isDomain(lowered(offset + 1, end)) }
    if bytes[offset - 1].isDigit, bytes[offset + 1].isDigit { return true }
    // A name with two stops is an address or a file: "comp.sources.unix".
    if hasStop, bytes[offset - 1].isLower, bytes[offset + 1].isLower { return true }
    let hasSecondStop = end + 1 < piece.upperBound && bytes[end] == UInt8(ascii: ".") && bytes[end + 1].isLower
    if hasSecondStop, bytes[offset + 1].isLower { return true }
    return Addresses.isDomain(lowered(offset + 1, end))
  }

  /// Whether the word so far is a prefix that English keeps joined by its hyphen: "e-mail", "pre-war".
  private func isPrefix(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= 7 else { return false }
    switch lowered(start, end) {
    case "e", "non", "mid", "re", "pre", "anti", "co", "cross", "post", "over", "semi", "sub", "multi", "pro", "ex",
      "counter", "mini", "neo", "inter", "socio", "micro", "intra", "un", "mis", "psycho":
      return true
    default: return false
    }
  }
}
