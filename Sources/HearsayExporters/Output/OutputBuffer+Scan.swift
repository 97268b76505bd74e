import HearsayGraph

/// The bytes that a format does not take as they are: three marks, control characters, and 0xEF, which begins
/// U+FFFE and U+FFFF.
struct SpecialBytes {
  /// What is looked at, and copied, in one go.
  typealias Block = SIMD16<UInt8>

  private let marks: (Block, Block, Block)

  /// `first`, `second`, `third`, everything below 0x20, and 0xEF.
  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    marks = (Block(repeating: first), Block(repeating: second), Block(repeating: third))
  }

  /// The number of bytes of `block` before the first special one; its size where there is none.
  @inline(__always)
  func plainBytes(of block: Block) -> Int {
    let isMark = (block .== marks.0) .| (block .== marks.1) .| (block .== marks.2)
    let isSpecial = isMark .| (block .< Block(repeating: 0x20)) .| (block .== Block(repeating: 0xEF))
    // Four bits of each byte in one word: a mask of Swift 6.3 asked by `any` is looked at byte by byte.
    let halves = SIMD8<UInt8>(truncatingIfNeeded: unsafeBitCast(isSpecial, to: SIMD8<UInt16>.self) &>> 4)
    return unsafeBitCast(halves, to: UInt64.self).littleEndian.trailingZeroBitCount / 4
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
      // Blocks are stored whole, and what is too much of them is written over.
      let room = room(for: bytes.count - offset + MemoryLayout<SpecialBytes.Block>.size)
      let start = offset
      var plain = 0
      repeat {
        let block = text.block(at: offset)
        (room + (offset - start)).storeBytes(of: block, as: SpecialBytes.Block.self)
        plain = special.plainBytes(of: block)
        offset += plain
      } while plain == MemoryLayout<SpecialBytes.Block>.size && offset < bytes.count
      offset = min(offset, bytes.count)
      advance(by: offset - start)
      if offset < bytes.count { offset += escape(&self, bytes, offset) }
    }
  }
}

/// A text's UTF-8, to be read in blocks.
protocol TextBytes {
  /// The bytes.
  var bytes: UnsafeBufferPointer<UInt8> { get }
  /// The block that begins at `offset`; beyond the text's end it holds whatever.
  func block(at offset: Int) -> SpecialBytes.Block
}

extension RowText: TextBytes {
  @inline(__always)
  func block(at offset: Int) -> SpecialBytes.Block {
    UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + offset).loadUnaligned(as: SpecialBytes.Block.self)
  }
}

/// The bytes of a text from anywhere, none beyond whose end may be read.
struct PlainText: TextBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func block(at offset: Int) -> SpecialBytes.Block {
    let rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[offset...]))
    if rest.count >= 16 { return rest.loadUnaligned(as: SpecialBytes.Block.self) }
    var block = SpecialBytes.Block()
    withUnsafeMutableBytes(of: &block) { $0.copyMemory(from: rest) }
    return block
  }
}
