extension TokenScanner {
  /// Where the word from `start` to `end` is parted into two, or nil where it is one: "do|n't", "they|'re", "can|not".
  @inline(__always)
  func contractionCut(_ start: Int, _ end: Int) -> Int? {
    let count = end - start
    guard count >= 2, count <= 64 else { return longContractionCut(start, end) }
    let last = bytes[end - 1].lowered
    switch last {
    case UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "e"),
      UInt8(ascii: "l"), UInt8(ascii: "a"):
      return clitic(start, end) ?? (count <= 8 && endsLikeJoined(start, end) ? joined(start, end) : nil)
    default: return nil
    }
  }

  /// A word of any length may still end in "'s".
  private func longContractionCut(_ start: Int, _ end: Int) -> Int? {
    end - start > 64 ? clitic(start, end) : nil
  }

  /// Whether what follows an apostrophe is "s", "m", "d", "re", "ve" or "ll", and the word's end.
  func isCliticTail(_ offset: Int) -> Bool {
    for tail: StaticString in ["s", "m", "d", "t", "re", "ve", "ll"] where matches(tail, offset) {
      if !isAlphanumeric(offset + tail.utf8CodeUnitCount) { return true }
    }
    return false
  }

  /// The cut before "'s", "'m", "'d", "'re", "'ve", "'ll" or "n't".
  private func clitic(_ start: Int, _ end: Int) -> Int? {
    let one = apostropheStart(before: end - 1, start)
    if let one, one > start {
      switch bytes[end - 1].lowered {
      case UInt8(ascii: "s"):
        // "1590's" and "the 80's" are one word.
        return bytes[one - 1].isDigit ? nil : one
      case UInt8(ascii: "m"), UInt8(ascii: "d"): return one
      case UInt8(ascii: "t"):
        let isNegation = bytes[one - 1].lowered == UInt8(ascii: "n")
        return isNegation && one - 1 > start ? one - 1 : nil
      default: return nil
      }
    }
    guard end - start > 3, let two = apostropheStart(before: end - 2, start), two > start else { return nil }
    let (first, second) = (bytes[end - 2].lowered, bytes[end - 1].lowered)
    let isVerb =
      (first, second) == (UInt8(ascii: "r"), UInt8(ascii: "e"))
      || (first, second) == (UInt8(ascii: "v"), UInt8(ascii: "e"))
      || (first, second) == (UInt8(ascii: "l"), UInt8(ascii: "l"))
    return isVerb ? two : nil
  }

  /// Where the apostrophe that ends at `offset` begins, or nil where there is none.
  private func apostropheStart(before offset: Int, _ start: Int) -> Int? {
    guard offset > start else { return nil }
    let byte = bytes[offset - 1]
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { return offset - 1 }
    // U+2019 and U+2018 are E2 80 99 and E2 80 98; U+02BC is CA BC.
    if offset - start >= 3, byte == 0x99 || byte == 0x98, bytes[offset - 2] == 0x80, bytes[offset - 3] == 0xE2 {
      return offset - 3
    }
    if offset - start >= 2, byte == 0xBC, bytes[offset - 2] == 0xCA { return offset - 2 }
    return nil
  }

  /// Whether the last three letters are those of a contraction without its apostrophe. Nearly every word fails here,
  /// before a string is made of it.
  private func endsLikeJoined(_ start: Int, _ end: Int) -> Bool {
    let third = end - start > 2 ? bytes[end - 3].lowered : 0
    switch (bytes[end - 2].lowered, bytes[end - 1].lowered) {
    case (UInt8(ascii: "n"), UInt8(ascii: "t")): return true
    case (UInt8(ascii: "o"), UInt8(ascii: "t")): return end - start == 6
    case (UInt8(ascii: "n"), UInt8(ascii: "a")), (UInt8(ascii: "t"), UInt8(ascii: "a")): return end - start == 5
    case (UInt8(ascii: "m"), UInt8(ascii: "e")): return end - start == 5
    case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")):
      return third == UInt8(ascii: "u") || third == UInt8(ascii: "y") || end - start == 3
    case (UInt8(ascii: "t"), UInt8(ascii: "s")): return third == UInt8(ascii: "a")
    case (UInt8(ascii: "e"), UInt8(ascii: "s")): return third == UInt8(ascii: "h") || third == UInt8(ascii: "r")
    case (UInt8(ascii: "l"), UInt8(ascii: "l")): return third == UInt8(ascii: "t")
    case (UInt8(ascii: "i"), UInt8(ascii: "m")): return end - start == 2
    default: return false
    }
  }

  /// The cut of contractions written without an apostrophe. "wont", "cant" and "its" are words too, but the first two
  /// are hardly ever meant.
  private func joined(_ start: Int, _ end: Int) -> Int? {
    guard bytes[start].isLetter else { return nil }
    switch lowered(start, end) {
    case "cannot", "gonna", "wanna", "gotta", "gimme", "lemme": return end - (bytes[end - 1].lowered == 0x74 ? 3 : 2)
    case "dont", "wont", "cant", "didnt", "doesnt", "isnt", "wasnt", "arent", "werent", "couldnt", "wouldnt",
      "shouldnt", "hasnt", "havent", "hadnt":
      return end - 2
    case "youre", "theyre", "youve", "theyve", "itll": return end - 2
    case "thats", "theres", "hes", "whats": return end - 1
    // "Im" and "Ive" are names too.
    case "im" where bytes[start].isLower: return end - 1
    case "ive" where bytes[start].isLower: return end - 2
    default: return nil
    }
  }
}
