/// Reads from a stream by lines, by counts and ahead, and holds no more of it than it was asked for.
///
/// A fault ends the stream and is kept: who reads sees the end, and asks at the end why it came.
final class ByteReader {
  private let stream: any ByteStream
  private var buffer: [UInt8] = []
  /// Where in `buffer` the bytes begin that were not taken yet.
  private var start = 0
  private var isDry = false
  /// Why the stream ended before its end, if it did.
  private(set) var fault: StreamFault?
  /// Bytes taken or skipped so far.
  private(set) var position = 0

  init(_ stream: any ByteStream) { self.stream = stream }

  /// A reader of bytes in memory.
  convenience init(_ bytes: [UInt8]) { self.init(MemoryStream(bytes)) }

  /// How many bytes the stream has in all, where that is known.
  var size: Int? { stream.size }

  /// Whether nothing is left.
  var isAtEnd: Bool { ahead(1).isEmpty }

  /// The next `count` bytes, fewer only at the end; they stay to be taken.
  func ahead(_ count: Int) -> ArraySlice<UInt8> {
    while !isDry, buffer.count - start < count { more() }
    return buffer[start...].prefix(count)
  }

  /// Takes the next `count` bytes, fewer only at the end.
  func take(_ count: Int) -> [UInt8] {
    let taken = Array(ahead(count))
    drop(taken.count)
    return taken
  }

  /// Takes whatever comes next, at most `count` bytes; none at the end.
  func piece(_ count: Int = .max) -> [UInt8] {
    let taken = Array(ahead(1).isEmpty ? [] : buffer[start...].prefix(count))
    drop(taken.count)
    return taken
  }

  /// Passes over `count` bytes; how many there were.
  @discardableResult
  func skip(_ count: Int) -> Int {
    var left = count
    while left > 0, !isAtEnd {
      let here = min(left, buffer.count - start)
      drop(here)
      left -= here
    }
    return count - left
  }

  /// Takes a line without its line break (LF or CR LF); nil at the end.
  ///
  /// Of a line over `most` bytes the first `most` are given and the rest is passed over.
  func line(most: Int) -> [UInt8]? {
    guard !isAtEnd else { return nil }
    var line: [UInt8] = []
    while !isAtEnd {
      let rest = buffer[start...]
      let end = rest.firstIndex(of: 0x0A)
      line += rest[..<(end ?? rest.endIndex)].prefix(most - line.count)
      drop((end.map { $0 + 1 } ?? rest.endIndex) - start)
      if end != nil { break }
    }
    if line.last == 0x0D { line.removeLast() }
    return line
  }

  private func drop(_ count: Int) {
    start += count
    position += count
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: true)
      start = 0
    }
  }

  private func more() {
    do {
      let piece = try stream.next()
      if piece.isEmpty { isDry = true }
      if start > 0, start * 2 > buffer.count {
        buffer.removeFirst(start)
        start = 0
      }
      if buffer.isEmpty { buffer = piece } else { buffer += piece }
    } catch {
      fault = error
      isDry = true
    }
  }
}
