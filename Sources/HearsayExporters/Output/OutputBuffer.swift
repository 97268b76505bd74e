/// Bytes on their way to a sink: appending never fails, and every so often the buffer is handed on.
///
/// Exporters append one node or edge, then call `drain`: memory stays at the size of the longest of them, and errors are
/// looked at once an element instead of once a byte. What that gives stands in docs/MEASUREMENTS.md#exporters.
package struct OutputBuffer: ~Copyable {
  /// Handed on from this many bytes: in pieces of this size the system takes them for less than in smaller ones, and
  /// they stay in a core's cache.
  private static let limit = 256 * 1024

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
    write(atMost: bytes.count) { $0.append(bytes) }
  }

  /// Appends bytes as they are.
  package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  /// Appends a text that stands in the program; faster than one that may come from anywhere.
  @inline(__always)
  mutating func append(constant text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    UnsafeMutableRawPointer(base + count).copyMemory(from: text.utf8Start, byteCount: length)
    count += length
  }

  /// Appends one of some texts.
  mutating func append(_ texts: borrowing ConstantTexts, _ index: Int) {
    write(atMost: texts.text(at: index).length + ConstantTexts.block) { $0.append(texts, index) }
  }

  /// Appends a text as it is.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Has `body` write up to `most` bytes.
  @inline(__always)
  mutating func write(atMost most: Int, _ body: (inout OutputCursor) -> Void) {
    reserve(most)
    let start = UnsafeMutableRawPointer(base + count)
    var cursor = OutputCursor(place: start)
    body(&cursor)
    let written = cursor.place - start
    precondition(written <= most, "\(written) bytes where there was room for \(most)")
    count += written
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
