/// The bytes that a format does not take as they are: three marks, control characters, and 0xEF, which begins
/// U+FFFE and U+FFFF.
struct SpecialBytes {
  private let marks: (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)

  /// `first`, `second`, `third`, everything below 0x20, and 0xEF.
  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    marks = (SIMD16(repeating: first), SIMD16(repeating: second), SIMD16(repeating: third))
  }

  /// The offset of the first special byte of `bytes` at or after `start`, or the end.
  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while offset + 16 <= bytes.count, !contains(base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)) {
        offset += 16
      }
    }
    while offset < bytes.count, !contains(bytes[offset]) { offset += 1 }
    return offset
  }

  private func contains(_ bytes: SIMD16<UInt8>) -> Bool {
    let found =
      (bytes .< 0x20) .| (bytes .== marks.0) .| (bytes .== marks.1) .| (bytes .== marks.2) .| (bytes .== 0xEF)
    return any(found)
  }

  private func contains(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == marks.0[0] || byte == marks.1[0] || byte == marks.2[0] || byte == 0xEF
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
