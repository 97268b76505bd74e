/// Bytes on their way to a sink: appending never fails, and every so often the buffer is handed on.
///
/// Exporters append one node or edge, then call `drain`: memory stays at the size of the longest of them, and errors are
/// looked at once an element instead of once a byte. What that gives
/// stands in docs/MEASUREMENTS.md#exporters.
package struct OutputBuffer: ~Copyable {
  /// Handed on from this many bytes: a whole number of pages, small enough to stay in a core's cache.
  private static let limit = 64 * 1024

  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes that wait.
  package private(set) var count = 0

  /// An empty buffer.
  package init() {
    capacity = Self.limit * 2
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Hands what waits to `sink` if that is worth a call.
  package mutating func drain<Sink: ByteSink>(into sink: inout Sink) throws(Sink.Failure) {
    if count >= Self.limit { try flush(into: &sink) }
  }

  /// Hands all that waits to `sink`.
  package mutating func flush<Sink: ByteSink>(into sink: inout Sink) throws(Sink.Failure) {
    guard count > 0 else { return }
    let waiting = UnsafeBufferPointer(start: base, count: count)
    try sink.write(waiting.span)
    count = 0
  }

  /// Appends one byte.
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  /// Appends bytes as they are.
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Appends bytes as they are.
  package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends a text as it is.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Takes back the last `number` bytes, none of which may have been handed on.
  package mutating func removeLast(_ number: Int) {
    precondition(number <= count, "only what waits can be taken back")
    count -= number
  }

  /// The byte at `offset` of those that wait.
  package subscript(offset: Int) -> UInt8 {
    precondition(offset < count, "byte \(offset) of \(count)")
    return base[offset]
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
