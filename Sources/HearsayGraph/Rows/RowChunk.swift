/// Memory that rows are added to one after another, which never moves: copies of a graph and its rows share it.
///
/// Sendable because what has been added never changes, and only its one owner adds to it (see `RowStore`).
final class RowChunk: @unchecked Sendable {
  /// The bytes.
  let start: UnsafeMutableRawPointer
  private let capacity: Int
  /// The number of bytes that rows have.
  private(set) var count = 0

  init(capacity: Int) {
    start = .allocate(byteCount: capacity + RowText.padding, alignment: 16)
    self.capacity = capacity
  }

  deinit { start.deallocate() }

  /// Whether another `more` bytes find room.
  func hasRoom(for more: Int) -> Bool { count + more <= capacity }

  /// Adds bytes, for which there must be room.
  func append(_ bytes: UnsafeRawBufferPointer) {
    precondition(hasRoom(for: bytes.count), "a chunk does not grow")
    if let source = bytes.baseAddress { (start + count).copyMemory(from: source, byteCount: bytes.count) }
    count += bytes.count
  }
}
