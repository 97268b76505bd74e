import CZstd
import HearsayCore

/// What Zstandard (RFC 8878) packed, unpacked piece by piece; many frames one after another are one stream.
final class ZstdStream: ByteStream {
  let size: Int? = nil
  private let packed: ByteReader
  private var gauge: ExpansionGauge
  private let context: OpaquePointer?
  private var input: [UInt8] = []
  private var taken = 0
  /// What the decoder said last: 0 at the end of a frame.
  private var hint = 0
  private var isAtEnd = false

  private static let pieceSize = 131_072

  init(_ packed: ByteReader, limits: Limits) {
    self.packed = packed
    gauge = ExpansionGauge(limits)
    // Its own bound on a frame's window, 128 MB, bounds the memory.
    context = ZSTD_createDCtx()
    isAtEnd = context == nil
  }

  deinit { ZSTD_freeDCtx(context) }

  func next() throws(StreamFault) -> [UInt8] {
    while !isAtEnd {
      if taken == input.count {
        input = packed.piece(Self.pieceSize)
        taken = 0
        if input.isEmpty { return try finish() }
      }
      let output = try decompress()
      if !output.isEmpty { return output }
    }
    return []
  }

  private func finish() throws(StreamFault) -> [UInt8] {
    isAtEnd = true
    if let fault = packed.fault { throw fault }
    if hint != 0 { throw .cut(format: "zstd") }
    return []
  }

  private func decompress() throws(StreamFault) -> [UInt8] {
    var source = ZSTD_inBuffer()
    let output = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      input.withUnsafeBytes { bytes in
        source = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: taken)
        var target = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
        hint = ZSTD_decompressStream(context, &target, &source)
        count = target.pos
      }
    }
    guard ZSTD_isError(hint) == 0 else {
      isAtEnd = true
      throw .corrupt(format: "zstd")
    }
    let step = source.pos - taken
    taken = source.pos
    try gauge.note(packed: step, unpacked: output.count)
    return output
  }
}
