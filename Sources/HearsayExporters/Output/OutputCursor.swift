/// Where the next byte of a buffer goes, while an element is written for which there is room.
///
/// Room is asked for once an element, and the place is kept in a register; each piece by itself would wait for the buffer's
/// count to come back from memory. What that gives stands in docs/MEASUREMENTS.md#exporters.
struct OutputCursor {
  /// Where the next byte goes.
  var place: UnsafeMutableRawPointer

  /// Writes one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    place.storeBytes(of: byte, as: UInt8.self)
    place += 1
  }

  /// Writes a text that stands in the program.
  @inline(__always)
  mutating func append(constant text: StaticString) {
    let length = text.utf8CodeUnitCount
    place.copyMemory(from: text.utf8Start, byteCount: length)
    place += length
  }

  /// Writes bytes as they are.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    // Ids and names are short: two words that may overlap take less time than a call.
    switch bytes.count {
    case 4..<8: appendEnds(of: start, bytes.count, as: UInt32.self)
    case 8..<16: appendEnds(of: start, bytes.count, as: UInt64.self)
    case 16...32: appendEnds(of: start, bytes.count, as: SpecialBytes.Block.self)
    default: place.copyMemory(from: start, byteCount: bytes.count)
    }
    place += bytes.count
  }

  /// Writes a text as it is.
  @inline(never)
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Stores the first and the last word of `count` bytes, which are all of them.
  @inline(__always)
  private func appendEnds<Word: BitwiseCopyable>(of start: UnsafeRawPointer, _ count: Int, as word: Word.Type) {
    let rest = count - MemoryLayout<Word>.size
    let last = (start + rest).loadUnaligned(as: Word.self)
    place.storeBytes(of: start.loadUnaligned(as: Word.self), as: Word.self)
    (place + rest).storeBytes(of: last, as: Word.self)
  }

  /// Writes one of some texts; needs room for a block more than it has.
  @inline(__always)
  mutating func append(_ texts: borrowing ConstantTexts, _ index: Int) {
    let (start, length) = texts.text(at: index)
    var (source, end) = (start, place)
    let rest = start + length
    repeat {
      end.storeBytes(of: source.load(as: ConstantTexts.Block.self), as: ConstantTexts.Block.self)
      source += ConstantTexts.block
      end += ConstantTexts.block
    } while source < rest
    place += length
  }

  /// Writes the bytes of a text from `start` up to the next special one, and says where that is, or the end. Needs room for
  /// the text and for `SpecialBytes.step` bytes more.
  @inline(__always)
  mutating func append(_ text: some TextBytes, from start: Int, upTo special: SpecialBytes) -> Int {
    var offset = start
    while true {
      // Blocks are stored whole, and what is too much of them is written over.
      let (first, second) = text.blocks(at: offset)
      place.storeBytes(of: first, as: SpecialBytes.Block.self)
      (place + MemoryLayout<SpecialBytes.Block>.size).storeBytes(of: second, as: SpecialBytes.Block.self)
      let plain = special.plainBytes(of: first, second)
      let rest = text.bytes.count - offset
      if plain < SpecialBytes.step || rest <= SpecialBytes.step {
        let taken = min(plain, rest)
        place += taken
        return offset + taken
      }
      place += SpecialBytes.step
      offset += SpecialBytes.step
    }
  }

  /// The most bytes that a number takes, with those that are needed while it is written.
  static let longestNumber = 48

  /// Writes a whole number in decimal digits.
  @inline(__always)
  mutating func appendDecimal(_ number: Int) {
    if number.magnitude < 10 {
      if number < 0 { append(UInt8(ascii: "-")) }
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude))
    } else {
      place = Self.decimal(number, at: place)
    }
  }

  @inline(never)
  private static func decimal(_ number: Int, at place: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    var cursor = OutputCursor(place: place)
    if number < 0 { cursor.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    // 20 digits are enough for 64 bits. The last comes first, so they are written behind, then brought forward.
    let end = cursor.place + 40
    var start = end
    repeat {
      start -= 1
      start.storeBytes(of: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10), as: UInt8.self)
      rest /= 10
    } while rest > 0
    cursor.place.copyMemory(from: start, byteCount: end - start)
    return cursor.place + (end - start)
  }

  /// Writes a finite number; see `OutputBuffer.appendDecimal`.
  @inline(__always)
  mutating func appendDecimal(_ number: Double) {
    // Weights are mostly small whole numbers, which need no search for the fewest digits.
    if number == number.rounded(.towardZero), number.magnitude < 1e6, !(number == 0 && number.sign == .minus) {
      appendDecimal(Int(number))
      append(constant: ".0")
    } else {
      place = Self.shortest(number, at: place)
    }
  }

  @inline(never)
  private static func shortest(_ number: Double, at place: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    var cursor = OutputCursor(place: place)
    cursor.append(number.description)
    return cursor.place
  }
}
