/// The values of nodes or edges as bytes, a row for each: what an element does not have takes no room, and whoever reads row
/// after row reads memory in its order.
///
/// A row has its values in the order of their columns. Each begins with `column * 4 + type`; a number follows in eight
/// bytes, a text as its length and its UTF-8, a list as the length of the rest and its texts. Lengths and beginnings are
/// LEB128 (https://en.wikipedia.org/wiki/LEB128). What that gives stands in docs/MEASUREMENTS.md#exporters.
package struct RowStore: Sendable {
  /// Where a row lies.
  struct Place: Sendable {
    let chunk: UInt32
    let start: UInt32
  }

  /// The largest chunk, in bytes, unless one row alone is longer: growth never copies what is there.
  private static let largestChunk = 256 * 1024
  private static let smallestChunk = 1024

  private(set) var chunks: [RowChunk] = []
  /// Where each row begins. It ends where the next one of its chunk begins.
  private(set) var places: [Place] = []
  /// The columns that hold a whole number of more than 32 bits.
  private(set) var wideColumns: Set<Int> = []
  /// The row in the making.
  private var row: [UInt8] = []

  /// A store of no rows.
  package init() {}

  /// Adds a row.
  ///
  /// - Parameter values: A value, or none, for each column.
  package mutating func append(_ values: [AttributeValue?]) {
    append(values, startingAt: 0)
    closeRow()
  }

  /// Adds a row with the values of another, and `values` for the columns after its.
  mutating func append(_ other: Row, _ values: [AttributeValue?] = []) {
    other.withBytes { row.append(contentsOf: $0) }
    other.withCells { cells in
      for case (let column, .int(let number)) in cells { note(number, in: column) }
    }
    append(values, startingAt: other.count)
    closeRow()
  }

  /// The row at `index`, of `columns` columns.
  package func row(_ index: Int, columns: Int) -> Row {
    let place = places[index]
    let chunk = chunks[Int(place.chunk)]
    let hasNext = index + 1 < places.count && places[index + 1].chunk == place.chunk
    let end = hasNext ? Int(places[index + 1].start) : chunk.count
    return Row(chunk: chunk, range: Int(place.start)..<end, count: columns)
  }

  private mutating func closeRow() {
    let isOwn = !chunks.isEmpty && isKnownUniquelyReferenced(&chunks[chunks.count - 1])
    if !isOwn || !chunks[chunks.count - 1].hasRoom(for: row.count) {
      // Twice the last, so that a small graph takes little.
      let size = min(Self.largestChunk, max(Self.smallestChunk, (chunks.last?.count ?? 0) * 2))
      chunks.append(RowChunk(capacity: max(size, row.count)))
    }
    let last = chunks.count - 1
    places.append(Place(chunk: UInt32(last), start: UInt32(chunks[last].count)))
    row.withUnsafeBytes { chunks[last].append($0) }
    row.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ number: Int, in column: Int) {
    if Int32(exactly: number) == nil { wideColumns.insert(column) }
  }

  // MARK: - Spelling

  private mutating func append(_ values: [AttributeValue?], startingAt first: Int) {
    for (column, value) in values.enumerated() {
      guard let value else { continue }
      appendNumber((first + column) << 2 | value.type.code)
      switch value {
      case .string(let text): appendText(text)
      case .int(let number):
        note(number, in: first + column)
        appendBits(UInt64(bitPattern: Int64(number)))
      case .double(let number): appendBits(number.bitPattern)
      case .list(let items):
        appendNumber(items.reduce(0) { $0 + Self.size(ofNumber: $1.utf8.count) + $1.utf8.count })
        for item in items { appendText(item) }
      }
    }
  }

  private mutating func appendText(_ text: String) {
    appendNumber(text.utf8.count)
    row.append(contentsOf: text.utf8)
  }

  private mutating func appendNumber(_ number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      row.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    row.append(UInt8(rest))
  }

  /// The bytes that a number takes as LEB128: one for every seven bits.
  private static func size(ofNumber number: Int) -> Int {
    max(1, (Int.bitWidth - number.leadingZeroBitCount + 6) / 7)
  }

  private mutating func appendBits(_ bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { row.append(contentsOf: $0) }
  }
}
