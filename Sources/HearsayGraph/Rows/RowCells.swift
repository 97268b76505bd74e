/// A value of a row where it lies in memory, good only as long as the row is.
///
/// Like all of this file it is public because only what is public is compiled into the loops of other modules.
public enum RowCell {
  /// A text.
  case string(RowText)
  /// A whole number.
  case int(Int)
  /// A finite number.
  case double(Double)
  /// Texts in order.
  case list(RowTexts)

  /// The value itself.
  public var value: AttributeValue {
    switch self {
    case .string(let text): .string(text.string)
    case .int(let number): .int(number)
    case .double(let number): .double(number)
    case .list(let texts): .list(texts.strings)
    }
  }
}

/// A text where it lies in memory.
public struct RowText {
  /// So many bytes beyond the end of a text may be read, whatever they are.
  public static let padding = 32

  /// The text's UTF-8.
  public let bytes: UnsafeBufferPointer<UInt8>

  @inlinable init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The text itself.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// The texts of a list where they lie in memory.
public struct RowTexts {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>

  @inlinable init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The texts, in order.
  public var strings: [String] {
    var cells = RowCells(UnsafeRawBufferPointer(bytes))
    var strings: [String] = []
    while !cells.isAtEnd { strings.append(RowText(cells.text()).string) }
    return strings
  }
}

/// The values of a row with their columns, in the order of these; see `RowStore` for how they are spelled.
public struct RowCells: Sequence, IteratorProtocol {
  @usableFromInline var place: UnsafeRawPointer
  @usableFromInline let end: UnsafeRawPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    // Nothing has no address: then any will do.
    place = bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
    end = place + bytes.count
  }

  /// The number of bytes that they take as they are spelled.
  @inlinable public var byteCount: Int { end - place }

  fileprivate var isAtEnd: Bool { place >= end }

  /// The next value and its column, or nil after the last.
  @inlinable @inline(__always)
  public mutating func next() -> (column: Int, cell: RowCell)? {
    guard place < end else { return nil }
    let head = number()
    switch head & 3 {
    case 0: return (head >> 2, .string(RowText(text())))
    case 1: return (head >> 2, .int(Int(truncatingIfNeeded: bits())))
    case 2: return (head >> 2, .double(Double(bitPattern: bits())))
    default: return (head >> 2, .list(RowTexts(text())))
    }
  }

  @inlinable @inline(__always)
  mutating func text() -> UnsafeBufferPointer<UInt8> {
    let count = number()
    defer { place += count }
    return UnsafeBufferPointer(start: place.assumingMemoryBound(to: UInt8.self), count: count)
  }

  @inlinable @inline(__always)
  mutating func number() -> Int {
    let byte = place.load(as: UInt8.self)
    place += 1
    return byte < 0x80 ? Int(byte) : longNumber(after: byte)
  }

  @usableFromInline @inline(never)
  mutating func longNumber(after first: UInt8) -> Int {
    var number = Int(first & 0x7F)
    var shift = 7
    while true {
      let byte = place.load(as: UInt8.self)
      place += 1
      number |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { return number }
    }
  }

  @inlinable @inline(__always)
  mutating func bits() -> UInt64 {
    defer { place += 8 }
    return UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
  }
}

extension AttributeType {
  /// The two bits that stand for the type in a row.
  var code: Int {
    switch self {
    case .string: 0
    case .int: 1
    case .double: 2
    case .list: 3
    }
  }
}
