internal import CHearsayTables
internal import HearsayCore

/// Letters without their marks, as the vocabulary of word pieces was made.
enum Decomposition {
  /// Scalars whose canonical decomposition differs from them, with its scalars that are no combining marks.
  static let bases: [UInt32: [UInt32]] = {
    let table = hearsay_table_decompositions()
    var bases: [UInt32: [UInt32]] = [:]
    for row in TableReader(bytes: table.bytes, count: table.count).rows {
      guard let scalar = row.text("scalar").flatMap({ UInt32($0, radix: 16) }) else { continue }
      bases[scalar] = row.list("base").compactMap { UInt32($0, radix: 16) }
    }
    return bases
  }()

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
