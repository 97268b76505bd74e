extension TokenScanner {
  /// A mark of ASCII and what belongs to it.
  mutating func scanMark(_ start: Int) -> Int {
    if let end = smileyEnd(start) {
      emit(start, end)
      return end
    }
    switch bytes[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return scanApostrophe(start, length: 1)
    case UInt8(ascii: "."): return scanStop(start)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return scanExclamation(start)
    case UInt8(ascii: "@"), UInt8(ascii: "#"): return scanHandle(start)
    case UInt8(ascii: "+"):
      // "+44" is a dialling code; "+5" too, as EWT has it.
      var end = start + 1
      while end < piece.upperBound, bytes[end].isDigit { end += 1 }
      guard (2...4).contains(end - start), !isAlphanumeric(end) else { return scanRun(start) }
      emit(start, end)
      return end
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "$"), UInt8(ascii: "|"), UInt8(ascii: "^"),
      UInt8(ascii: "\\"):
      return scanRun(start)
    default:
      emit(start, start + 1)
      return start + 1
    }
  }

  /// The same character as often as it stands there.
  mutating func scanRun(_ start: Int) -> Int {
    let (scalar, length) = UTF8Decoder.scalar(bytes, start, end: piece.upperBound)
    var end = start + length
    while end < piece.upperBound, bytes[end] == bytes[start],
      UTF8Decoder.scalar(bytes, end, end: piece.upperBound) == (scalar, length)
    {
      end += length
    }
    emit(start, end)
    return end
  }

  /// A full stop, an ellipsis, or the number that begins with one (".04").
  private mutating func scanStop(_ start: Int) -> Int {
    var end = start + 1
    while end < piece.upperBound, bytes[end] == UInt8(ascii: ".") { end += 1 }
    let isFirst = start == piece.lowerBound || !(bytes[start - 1].isAlphanumeric || !bytes[start - 1].isASCII)
    if end == start + 1, end < piece.upperBound, bytes[end] == UInt8(ascii: "?") || bytes[end] == UInt8(ascii: "!") {
      return scanExclamation(start)
    }
    if end == start + 1, isFirst, end < piece.upperBound {
      if bytes[end].isDigit {
        while end < piece.upperBound, bytes[end].isDigit { end += 1 }
      } else if bytes[end].isLetter {
        var tail = end
        while tail < piece.upperBound, bytes[tail].isAlphanumeric { tail += 1 }
        if Addresses.isDomain(lowered(end, tail)) { end = tail }
      }
    }
    emit(start, end)
    return end
  }

  /// "!", "?!", "???".
  private mutating func scanExclamation(_ start: Int) -> Int {
    var end = start + 1
    while end < piece.upperBound, bytes[end] == UInt8(ascii: "!") || bytes[end] == UInt8(ascii: "?") { end += 1 }
    emit(start, end)
    return end
  }

  /// "@name" and "#topic" as one; "#1" as two.
  private mutating func scanHandle(_ start: Int) -> Int {
    let next = start + 1
    guard isWordStart(start), let (kind, _) = characterClass(next), kind == .letter || bytes[next] == UInt8(ascii: "_")
    else { return scanRun(start) }
    var end = next
    while let (kind, length) = characterClass(end), kind == .letter || kind == .digit || bytes[end] == UInt8(ascii: "_")
    {
      end += length
    }
    if end - next == 1 { return scanRun(start) }
    emit(start, end)
    return end
  }

  /// A quotation mark or apostrophe of any shape, with the word that begins with it: "'s", "'80s", "'em".
  mutating func scanApostrophe(_ start: Int, length: Int) -> Int {
    let next = start + length
    // Two of them are one quotation mark, as agencies type it.
    if next + length <= piece.upperBound, bytes[start..<next].elementsEqual(bytes[next..<next + length]) {
      emit(start, next + length)
      return next + length
    }
    if start > piece.lowerBound || isWholeClitic(next), isCliticTail(next) {
      var end = next
      while end < piece.upperBound, bytes[end].isLetter { end += 1 }
      emit(start, end)
      return end
    }
    if start == piece.lowerBound, let end = decadeEnd(next) ?? clippedWordEnd(next) {
      emit(start, end)
      return end
    }
    emit(start, next)
    return next
  }

  /// Whether the piece is a clitic alone, as text that was parted before has it.
  private func isWholeClitic(_ offset: Int) -> Bool {
    offset < piece.upperBound && offset + 2 >= piece.upperBound && bytes[offset].isLetter
  }

  /// The end of "80s" or "09" behind an apostrophe.
  private func decadeEnd(_ offset: Int) -> Int? {
    guard offset + 1 < piece.upperBound, bytes[offset].isDigit, bytes[offset + 1].isDigit else { return nil }
    let end = offset + (matches("s", offset + 2) ? 3 : 2)
    guard let (kind, _) = characterClass(end) else { return end }
    return kind == .letter || kind == .digit || kind == .apostrophe ? nil : end
  }

  /// The end of "em", "til", "cause" behind an apostrophe.
  private func clippedWordEnd(_ offset: Int) -> Int? {
    for word: StaticString in ["em", "til", "cause", "cos", "bout", "nuff", "round"] where matches(word, offset) {
      let end = offset + word.utf8CodeUnitCount
      guard let (kind, _) = characterClass(end) else { return end }
      return kind == .letter || kind == .digit || kind == .apostrophe ? nil : end
    }
    return nil
  }

  /// A picture with its skin tone, its joined parts and its variation selector.
  mutating func scanEmoji(_ start: Int) -> Int {
    var end = start
    var isJoined = false
    while end < piece.upperBound {
      let (scalar, length) = UTF8Decoder.scalar(bytes, end, end: piece.upperBound)
      let isModifier = (0x1F3FB...0x1F3FF).contains(scalar) || scalar == 0xFE0F || scalar == 0xFE0E || scalar == 0x20E3
      let isFlagHalf = (0x1F1E6...0x1F1FF).contains(scalar)
      if scalar == 0x200D {
        isJoined = true
      } else if end == start || isModifier || isJoined || (isFlagHalf && end == start + 4) {
        isJoined = false
      } else {
        break
      }
      end += length
    }
    emit(start, end)
    return end
  }

  /// The end of a smiley at `start`, or nil.
  private func smileyEnd(_ start: Int) -> Int? {
    func isOne(of text: StaticString, _ offset: Int) -> Bool {
      guard offset < piece.upperBound else { return false }
      return UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount).contains(bytes[offset])
    }
    if matches("<3", start), !isAlphanumeric(start + 2) { return start + 2 }
    guard isOne(of: ":;=", start), isWordStart(start) || bytes[start] != UInt8(ascii: ":") else { return nil }
    let mouth = isOne(of: "-'o", start + 1) && isOne(of: ")(DPpO/\\|", start + 2) ? start + 2 : start + 1
    guard isOne(of: ")(DPpO/\\|", mouth) else { return nil }
    // ":)" closes a bracket too; it smiles only at the end of a piece.
    let end = mouth + 1
    guard end == piece.upperBound || isOne(of: ")(.,!?", end), !isOne(of: "/", end) else { return nil }
    var last = end
    while last < piece.upperBound, bytes[last] == bytes[mouth] { last += 1 }
    return last
  }

  /// Whether a piece is an ornament, two or more marks that no reader would part: "=====>", "^_^", "|--+-->".
  func isOrnament(_ piece: Range<Int>) -> Bool {
    guard piece.count >= 3 else { return false }
    for byte in bytes[piece] {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
        UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        continue
      default: return false
      }
    }
    return true
  }
}
