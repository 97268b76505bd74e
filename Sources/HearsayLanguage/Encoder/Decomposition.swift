internal import CHearsayTables

/// Letters without their marks, as the vocabulary of word pieces was made.
enum Decomposition {
  /// Scalars whose canonical decomposition differs from them, with its scalars that are no combining marks.
  static let bases: [UInt32: [UInt32]] = {
    // Byte by byte: a table of rows would take longer than the rest of the reader's start.
    let table = hearsay_table_decompositions()
    var bases: [UInt32: [UInt32]] = [:]
    bases.reserveCapacity(2500)
    for line in UnsafeBufferPointer(start: table.bytes, count: table.count).split(separator: UInt8(ascii: "\n")) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")), let scalar = hexadecimal(line[..<tab]) else { continue }
      bases[scalar] = line[(tab + 1)...].split(separator: UInt8(ascii: ";")).compactMap(hexadecimal)
    }
    return bases
  }()

  /// The number that `digits` write; nil where they are none, as in a comment or the line of columns.
  private static func hexadecimal(_ digits: some Collection<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return digits.isEmpty ? nil : value
  }

  /// Calls `body` with the scalars of `scalar`'s canonical decomposition that are no combining marks.
  static func forEach(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    if scalar < 0xC0 { return body(scalar) }
    // Hangul syllables, by arithmetic: Unicode Standard, 3.12.
    if (0xAC00...0xD7A3).contains(scalar) {
      let index = scalar - 0xAC00
      body(0x1100 + index / 588)
      body(0x1161 + index % 588 / 28)
      if index % 28 > 0 { body(0x11A7 + index % 28) }
      return
    }
    guard let base = bases[scalar] else { return body(scalar) }
    base.forEach(body)
  }
}
