import CZlib
import HearsayCore

/// What gzip (RFC 1952), zlib (RFC 1950) or deflate (RFC 1951) packed, unpacked piece by piece. Many members one after
/// another, as in archives of the web, are one stream.
final class InflateStream: ByteStream {
  /// What surrounds the packed data.
  enum Wrapping: Int32 {
    /// A gzip or zlib header.
    case header = 47
    /// Nothing.
    case none = -15
  }

  let size: Int? = nil
  private let packed: ByteReader
  private var gauge: ExpansionGauge
  private var state: UnsafeMutablePointer<z_stream>
  /// Whether a member has begun and not ended.
  private var isInMember = false
  private var members = 0
  private var isAtEnd = false

  /// Bytes unpacked at a time.
  private static let pieceSize = 16_384

  init(_ packed: ByteReader, wrapping: Wrapping = .header, limits: Limits) {
    self.packed = packed
    gauge = ExpansionGauge(limits)
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    isAtEnd = hearsay_inflate_begin(state, wrapping.rawValue) != Z_OK
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
  }

  func next() throws(StreamFault) -> [UInt8] {
    while !isAtEnd {
      let input = packed.piece(Self.pieceSize)
      if input.isEmpty { return try finish() }
      var left = input[...]
      var output: [UInt8] = []
      while !left.isEmpty {
        // What follows the last member and begins none is padding, as tapes and some crawlers leave it.
        if !isInMember, members > 0, left.first != 0x1F {
          isAtEnd = true
          return output
        }
        let (taken, made) = try inflate(left)
        left = left.dropFirst(taken)
        output += made
        try gauge.note(packed: taken, unpacked: made.count)
      }
      if !output.isEmpty { return output }
    }
    return []
  }

  private func finish() throws(StreamFault) -> [UInt8] {
    isAtEnd = true
    if let fault = packed.fault { throw fault }
    if isInMember { throw .cut(format: "gzip") }
    return []
  }

  /// Inflates `input` until it or its member ends; how much of it was taken, and what came out.
  private func inflate(_ input: ArraySlice<UInt8>) throws(StreamFault) -> (taken: Int, made: [UInt8]) {
    isInMember = true
    var made: [UInt8] = []
    var status = Z_OK
    var available = 0
    input.withUnsafeBufferPointer { bytes in
      state.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      state.pointee.avail_in = uInt(bytes.count)
      repeat {
        let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
          state.pointee.next_out = buffer.baseAddress
          state.pointee.avail_out = uInt(buffer.count)
          status = CZlib.inflate(state, Z_NO_FLUSH)
          count = buffer.count - Int(state.pointee.avail_out)
        }
        made += piece
        // A piece of 16 KB makes at most 16 MB, and the gauge is asked after it.
      } while status == Z_OK && state.pointee.avail_out == 0
      available = Int(state.pointee.avail_in)
      state.pointee.next_in = nil
    }
    switch status {
    case Z_STREAM_END:
      isInMember = false
      members += 1
      inflateReset(state)
    case Z_OK, Z_BUF_ERROR: break
    default:
      isAtEnd = true
      throw .corrupt(format: "gzip")
    }
    return (input.count - available, made)
  }
}

/// Watches how much larger data grows as it is unpacked.
struct ExpansionGauge {
  private let expansion: Int
  private var packed = 0
  private var unpacked = 0

  /// Bytes that anything may unpack to, however small it was.
  private static let free = 16_000_000

  init(_ limits: Limits) { expansion = limits.expansion }

  /// Takes note of a step.
  mutating func note(packed more: Int, unpacked made: Int) throws(StreamFault) {
    packed += more
    unpacked += made
    if unpacked > Self.free, unpacked / expansion > packed { throw .bomb(expansion: expansion) }
  }
}
