/// Converts byte offsets into one text to Unicode code points, as every output counts.
///
/// Building it reads the text once; a look-up costs at most `stride` bytes of counting.
public struct CodePointMap: Sendable {
  private static let stride = 256
  private let bytes: [UInt8]
  /// `marks[i]` is the number of code points that begin before byte `i * stride`.
  private let marks: [Int]

  /// The map of `document`'s text.
  public init(_ document: Document) { self.init(bytes: document.utf8) }

  /// The map of a text given as its UTF-8 bytes.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { marks.append(count) }
      if Self.beginsCodePoint(byte) { count += 1 }
    }
    if bytes.count % Self.stride == 0 { marks.append(count) }
    self.marks = marks
  }

  /// The number of code points before byte `offset`.
  ///
  /// - Precondition: `offset` lies in the text or at its end.
  public func codePoints(before offset: Int) -> Int {
    precondition(0 <= offset && offset <= bytes.count, "byte \(offset) is outside a text of \(bytes.count) bytes")
    let mark = offset / Self.stride
    var count = marks[mark]
    for position in (mark * Self.stride)..<offset where Self.beginsCodePoint(bytes[position]) { count += 1 }
    return count
  }

  /// `range` in code points, half-open.
  public func codePoints(_ range: TextRange) -> Range<Int> {
    let start = codePoints(before: range.start)
    return start..<max(start, codePoints(before: range.end))
  }

  /// Whether `byte` begins a code point rather than continues one.
  private static func beginsCodePoint(_ byte: UInt8) -> Bool { byte & 0b1100_0000 != 0b1000_0000 }
}
