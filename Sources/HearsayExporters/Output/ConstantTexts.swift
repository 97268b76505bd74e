/// Texts that an exporter writes many times, such as the beginning of each attribute, ready to be copied in blocks.
struct ConstantTexts: ~Copyable {
  /// What is copied in one go.
  typealias Block = SIMD16<UInt8>
  /// The size of a block, in bytes.
  static let block = MemoryLayout<Block>.size

  private let bytes: UnsafeMutableRawBufferPointer
  private let places: UnsafeMutableBufferPointer<(start: Int, length: Int)>
  /// The bytes that all of them take, one block each more than they have.
  let room: Int

  /// The texts, in order.
  init(_ texts: [String]) {
    // Each begins with a block of its own, and one more ends the last.
    let blocks = texts.map { $0.utf8.count / Self.block + 1 }
    room = (blocks.reduce(0, +) + texts.count) * Self.block
    bytes = .allocate(byteCount: blocks.reduce(0, +) * Self.block + Self.block, alignment: Self.block)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
    places = .allocate(capacity: texts.count)
    var start = 0
    for (index, text) in texts.enumerated() {
      places.initializeElement(at: index, to: (start, text.utf8.count))
      UnsafeMutableRawBufferPointer(rebasing: bytes[start...]).copyBytes(from: text.utf8)
      start += blocks[index] * Self.block
    }
  }

  deinit {
    bytes.deallocate()
    places.deallocate()
  }

  /// The bytes of the text at `index`.
  func bytes(at index: Int) -> UnsafeBufferPointer<UInt8> {
    let (start, length) = text(at: index)
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: length)
  }

  /// Where the text at `index` lies, and its length in bytes; what follows up to the end of a block may be read too.
  func text(at index: Int) -> (start: UnsafeRawPointer, length: Int) {
    let place = places[index]
    return (UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped) + place.start, place.length)
  }
}
