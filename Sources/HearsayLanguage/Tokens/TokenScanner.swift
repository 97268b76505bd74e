internal import HearsayCore

/// One pass over the bytes of a text: pieces between white space, and the tokens within each.
///
/// The rules by kind of character lie in the extensions; each takes the offset where a token begins and gives the
/// offset after the tokens that it found, never the same one.
struct TokenScanner {
  let bytes: [UInt8]
  var tokens: [Token] = []
  /// The piece between white space that is being read.
  var piece = 0..<0
  /// The end of the paragraph: what lies behind it is not looked at.
  var limit = 0
  /// Whether the piece holds "@" or "/", and so may hold an address.
  var mayHoldAddress = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5 + 8)
  }

  /// Adds the tokens of `range`, one paragraph.
  mutating func scan(_ range: TextRange) {
    limit = range.end
    var offset = range.start
    while offset < limit {
      let byte = bytes[offset]
      if byte.isBlank {
        offset += 1
      } else if byte.isLetter, let end = plainWord(offset) {
        offset = end
      } else if !byte.isASCII, let space = spaceLength(offset) {
        offset += space
      } else {
        offset = scanPiece(offset)
      }
    }
  }

  /// The common case, a word of ASCII letters with white space or a comma behind it; nil where it is anything else.
  @inline(__always)
  private mutating func plainWord(_ start: Int) -> Int? {
    var end = start + 1
    while end < limit, bytes[end].isLetter { end += 1 }
    let isComma = end < limit && bytes[end] == UInt8(ascii: ",")
    let next = isComma ? end + 1 : end
    guard next == limit || bytes[next].isBlank else { return nil }
    piece = start..<next
    emitWord(start, end)
    if isComma { emit(end, next) }
    return next
  }

  /// Everything up to the next white space.
  private mutating func scanPiece(_ start: Int) -> Int {
    var end = start
    mayHoldAddress = false
    while end < limit {
      let byte = bytes[end]
      if byte.isASCII {
        if byte.isBlank { break }
        if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") { mayHoldAddress = true }
        end += 1
      } else {
        if spaceLength(end) != nil { break }
        end += UTF8Decoder.scalar(bytes, end, end: limit).length
      }
    }
    piece = start..<end
    if isOrnament(piece) {
      emit(start, end)
      return end
    }
    var offset = start
    while offset < end { offset = scanToken(offset) }
    return end
  }

  /// One token, or the few that one rule parts.
  private mutating func scanToken(_ start: Int) -> Int {
    let byte = bytes[start]
    if mayHoldAddress, byte.isAlphanumeric, isWordStart(start), let end = addressEnd(start) {
      emit(start, end)
      return end
    }
    if byte.isDigit { return scanNumber(start) }
    if byte.isLetter { return scanWord(start) }
    if byte.isASCII { return scanMark(start) }
    let (scalar, length) = UTF8Decoder.scalar(bytes, start, end: piece.upperBound)
    switch CharacterClass(scalar) {
    case .letter, .digit: return scanWord(start)
    case .apostrophe: return scanApostrophe(start, length: length)
    case .quote where scalar == 0x2018: return scanApostrophe(start, length: length)
    case .dash, .ellipsis, .currency: return scanRun(start)
    case .emoji: return scanEmoji(start)
    default:
      emit(start, start + length)
      return start + length
    }
  }

  /// Adds one token.
  @inline(__always)
  mutating func emit(_ start: Int, _ end: Int) {
    tokens.append(Token(TextRange(start, end), isSpaceAfter: end == piece.upperBound))
  }

  /// Whether no letter or digit stands right before `offset`.
  func isWordStart(_ offset: Int) -> Bool {
    offset == piece.lowerBound || (bytes[offset - 1].isASCII && !bytes[offset - 1].isAlphanumeric)
  }

  /// How long the white space outside ASCII at `offset` is, or nil where there is none.
  @inline(__always)
  private func spaceLength(_ offset: Int) -> Int? {
    // All such white space begins with one of these bytes; most letters do not.
    switch bytes[offset] {
    case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
      let (scalar, length) = UTF8Decoder.scalar(bytes, offset, end: limit)
      return CharacterClass(scalar) == .space ? length : nil
    default: return nil
    }
  }

  /// The class of the character at `offset`, or nil at the end of the piece.
  func characterClass(_ offset: Int) -> (kind: CharacterClass, length: Int)? {
    guard offset < piece.upperBound else { return nil }
    let byte = bytes[offset]
    if byte.isLetter { return (.letter, 1) }
    if byte.isDigit { return (.digit, 1) }
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { return (.apostrophe, 1) }
    if byte.isASCII { return (.symbol, 1) }
    let (scalar, length) = UTF8Decoder.scalar(bytes, offset, end: piece.upperBound)
    return (CharacterClass(scalar), length)
  }

  /// Whether a letter or digit of any script begins at `offset`.
  func isAlphanumeric(_ offset: Int) -> Bool {
    guard let kind = characterClass(offset)?.kind else { return false }
    return kind == .letter || kind == .digit
  }

  /// Whether the bytes at `offset` are those of `text`, in lower case, whatever their case.
  func matches(_ text: StaticString, _ offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= piece.upperBound else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[offset + index].lowered != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// The bytes from `start` to `end` in lower case.
  func lowered(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end].lazy.map(\.lowered), as: UTF8.self)
  }
}
