import HearsayGraph

/// The bytes that a format does not take as they are: three marks, control characters, and 0xEF, which begins
/// U+FFFE and U+FFFF.
struct SpecialBytes {
  /// Half of what is looked at, and copied, in one go.
  typealias Block = SIMD16<UInt8>
  /// What is looked at, and copied, in one go, in bytes.
  static let step = 2 * MemoryLayout<Block>.size

  private let marks: (Block, Block, Block)

  /// `first`, `second`, `third`, everything below 0x20, and 0xEF.
  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    marks = (Block(repeating: first), Block(repeating: second), Block(repeating: third))
  }

  /// The number of bytes before the first special one of two blocks, one behind the other; `step` where there is none.
  @inline(__always)
  func plainBytes(of first: Block, _ second: Block) -> Int {
    let (low, high) = (special(first).trailingZeroBitCount / 4, special(second).trailingZeroBitCount / 4)
    // The second counts where the first has 16. A branch would be guessed wrong half of the time.
    return low + high & -(low >> 4)
  }

  /// Four bits for each byte of `block`, all set where it is special.
  @inline(__always)
  private func special(_ block: Block) -> UInt64 {
    let isMark = (block .== marks.0) .| (block .== marks.1) .| (block .== marks.2)
    let isSpecial = isMark .| (block .< Block(repeating: 0x20)) .| (block .== Block(repeating: 0xEF))
    // In one word: a mask of Swift 6.3 asked by `any` is looked at byte by byte.
    let halves = SIMD8<UInt8>(truncatingIfNeeded: unsafeBitCast(isSpecial, to: SIMD8<UInt16>.self) &>> 4)
    return unsafeBitCast(halves, to: UInt64.self).littleEndian
  }
}

extension OutputBuffer {
  /// U+FFFD, which stands where a format cannot have the character.
  static let replacement = "\u{FFFD}"

  /// Whether U+FFFE or U+FFFF, which XML forbids, stands at `offset`.
  static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
  }

  /// Appends a text; `escape` writes each special byte and says how many bytes it has taken.
  @inline(__always)
  mutating func append(
    _ text: some TextBytes, escaping special: SpecialBytes,
    with escape: (inout OutputBuffer, UnsafeBufferPointer<UInt8>, Int) -> Int
  ) {
    let bytes = text.bytes
    var offset = 0
    while offset < bytes.count {
      write(atMost: bytes.count - offset + SpecialBytes.step) { offset = $0.append(text, from: offset, upTo: special) }
      if offset < bytes.count { offset += escape(&self, bytes, offset) }
    }
  }
}

/// A text's UTF-8, to be read in blocks.
protocol TextBytes {
  /// The bytes.
  var bytes: UnsafeBufferPointer<UInt8> { get }
  /// The two blocks that begin at `offset`; beyond the text's end they hold whatever.
  func blocks(at offset: Int) -> (SpecialBytes.Block, SpecialBytes.Block)
}

extension RowText: TextBytes {
  @inline(__always)
  func blocks(at offset: Int) -> (SpecialBytes.Block, SpecialBytes.Block) {
    UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + offset).loadUnaligned(
      as: (SpecialBytes.Block, SpecialBytes.Block).self)
  }
}

/// The bytes of a text from anywhere, none beyond whose end may be read.
struct PlainText: TextBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func blocks(at offset: Int) -> (SpecialBytes.Block, SpecialBytes.Block) {
    let rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[offset...]))
    var blocks = (SpecialBytes.Block(), SpecialBytes.Block())
    withUnsafeMutableBytes(of: &blocks) { $0.copyMemory(from: .init(rebasing: rest.prefix(SpecialBytes.step))) }
    return blocks
  }
}
