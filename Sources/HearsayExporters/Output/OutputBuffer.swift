/// Bytes on their way to a sink: appending never fails, and every so often the buffer is handed on.
///
/// Exporters append one node or edge, then call `drain`: memory stays at the size of the longest of them, and errors are
/// looked at once an element instead of once a byte. What that gives stands in docs/MEASUREMENTS.md#exporters.
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
    let (end, source) = (UnsafeMutableRawPointer(base + count), UnsafeRawPointer(start))
    // Ids and names are short: two words that may overlap take less time than a call.
    if bytes.count > 16 || bytes.count < 8 {
      end.copyMemory(from: source, byteCount: bytes.count)
    } else {
      let last = source.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      end.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
      end.storeBytes(of: last, toByteOffset: bytes.count - 8, as: UInt64.self)
    }
    count += bytes.count
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

  /// Appends one of some texts, without its first `skipped` bytes.
  mutating func append(_ texts: borrowing ConstantTexts, _ index: Int, from skipped: Int = 0) {
    if skipped > 0 { return append(UnsafeBufferPointer(rebasing: texts.bytes(at: index)[skipped...])) }
    let (start, length) = texts.text(at: index)
    reserve(length + ConstantTexts.block)
    var (source, end) = (start, UnsafeMutableRawPointer(base + count))
    let rest = start + length
    repeat {
      end.storeBytes(of: source.load(as: ConstantTexts.Block.self), as: ConstantTexts.Block.self)
      source += ConstantTexts.block
      end += ConstantTexts.block
    } while source < rest
    count += length
  }

  /// Appends a text as it is.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Makes room for `more` bytes, and says where they are to be written; `advance` then says how many have been.
  @inline(__always)
  mutating func room(for more: Int) -> UnsafeMutableRawPointer {
    reserve(more)
    return UnsafeMutableRawPointer(base + count)
  }

  /// Takes the next `number` bytes for written.
  @inline(__always)
  mutating func advance(by number: Int) { count += number }

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
