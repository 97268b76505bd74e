/// A half-open range of a document's text, in UTF-8 bytes from 0.
///
/// Everything that is found in a document is one of these: the text itself never changes. Only what leaves the program
/// counts in Unicode code points; `CodePointMap` converts.
///
/// An archive keeps hundreds for each article, so its ends take four bytes each: more than any text may have (`Limits`).
public struct TextRange: Hashable, Sendable {
  @usableFromInline let first: UInt32
  @usableFromInline let last: UInt32

  /// The first byte.
  @inlinable public var start: Int { Int(first) }
  /// The byte after the last.
  @inlinable public var end: Int { Int(last) }

  /// A range from `start` up to and without `end`.
  ///
  /// - Precondition: `0 <= start <= end < 2³²`.
  @inlinable public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a range runs forward from 0 or later, got \(start)..<\(end)")
    first = UInt32(start)
    last = UInt32(end)
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether no byte lies in the range.
  public var isEmpty: Bool { start == end }

  /// The same range as the standard library writes it.
  public var bytes: Range<Int> { start..<end }

  /// Whether every byte of `other` lies in this range.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether byte `offset` lies in this range.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two share a byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// The least range that holds both.
  public func union(_ other: TextRange) -> TextRange { TextRange(min(start, other.start), max(end, other.end)) }
}

extension TextRange: Comparable {
  /// Text order: by start, then the shorter first.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension TextRange: CustomStringConvertible {
  /// The range as `3..<7`.
  public var description: String { "\(start)..<\(end)" }
}
