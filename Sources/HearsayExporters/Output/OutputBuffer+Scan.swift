/// The bytes that a format does not take as they are: three marks, control characters, and 0xEF, which begins
/// U+FFFE and U+FFFF.
///
/// Eight bytes are looked at in one go, by the arithmetic of Hacker's Delight (Warren, chapter 6): a byte of `word - ones`
/// borrows from its highest bit where it was 0. A borrow can spoil the bytes above, never those below, so the lowest byte found
/// is right. With SIMD vectors in its place an export took 2.6 times as long: docs/MEASUREMENTS.md#exporters.
struct SpecialBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Each mark in all eight bytes.
  private let marks: (UInt64, UInt64, UInt64)

  /// `first`, `second`, `third`, everything below 0x20, and 0xEF.
  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    marks = (UInt64(first) * Self.ones, UInt64(second) * Self.ones, UInt64(third) * Self.ones)
  }

  /// The offset of the first special byte of `bytes` at or after `start`, or the end.
  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    var offset = start
    while offset + 8 <= bytes.count {
      let found = found(in: UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    // What is left, filled up with a byte that is never special.
    while offset < bytes.count {
      if found(in: UInt64(bytes[offset]) | (Self.ones << 8) &* 0x41) != 0 { return offset }
      offset += 1
    }
    return offset
  }

  /// The highest bit of each special byte of `word`, and perhaps of bytes above one.
  private func found(in word: UInt64) -> UInt64 {
    func zeros(_ word: UInt64) -> UInt64 { (word &- Self.ones) & ~word }
    let below0x20 = (word &- 0x20 * Self.ones) & ~word
    let equal = zeros(word ^ marks.0) | zeros(word ^ marks.1) | zeros(word ^ marks.2) | zeros(word ^ 0xEF * Self.ones)
    return (below0x20 | equal) & Self.highBits
  }
}

extension OutputBuffer {
  /// U+FFFD, which stands where a format cannot have the character.
  static let replacement = "\u{FFFD}"

  /// Whether U+FFFE or U+FFFF, which XML forbids, stands at `offset`.
  static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
  }

  /// Appends `bytes`; `escape` writes each special one and says how many it has taken.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, escaping special: SpecialBytes,
    with escape: (inout OutputBuffer, UnsafeBufferPointer<UInt8>, Int) -> Int
  ) {
    var start = 0
    while start < bytes.count {
      let found = special.first(in: bytes, from: start)
      append(UnsafeBufferPointer(rebasing: bytes[start..<found]))
      start = found
      if start < bytes.count { start += escape(&self, bytes, start) }
    }
  }
}
