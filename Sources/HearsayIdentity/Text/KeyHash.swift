/// FNV-1a, 64 bits.
enum KeyHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  static func of(_ bytes: some Sequence<UInt8>, from seed: UInt64 = seed) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The hash of `text` and those of `text` without each of its letters in turn: of two texts that one letter more, less or other
  /// parts, one is the same.
  static func ofNear(_ text: String, from seed: UInt64 = seed) -> [UInt64] {
    let letters = Array(text.utf8)
    var hashes = [of(letters, from: seed)]
    hashes.reserveCapacity(letters.count + 1)
    // The hash of all before the letter that is left out, then of what follows it.
    var before = seed
    for place in letters.indices {
      hashes.append(of(letters[(place + 1)...], from: before))
      before = of(letters[place...place], from: before)
    }
    return hashes
  }
}
