internal import CHearsayKernels

/// The numbers of some pieces or words on their way through an encoder, allocated once.
class EncoderWorkspace {
  let hidden: UnsafeMutablePointer<Float>
  let qkv: UnsafeMutablePointer<Float>
  let mixed: UnsafeMutablePointer<Float>
  let inner: UnsafeMutablePointer<Float>
  let scratch: UnsafeMutablePointer<Float>
  /// Rows rounded for a product, and their scales.
  let quantized: UnsafeMutablePointer<UInt8>
  let scales: UnsafeMutablePointer<hearsay_scale>
  private let memory: WorkspaceMemory

  /// Room for `rows` of them, in sequences of `longest` at most.
  ///
  /// - Parameter widest: Numbers of the widest row that enters a product, where that is wider than the encoder's.
  /// - Parameter scratch: Floats that something else needs beside its input.
  init(_ weights: EncoderWeights, rows: Int, longest: Int, widest: Int = 0, scratch: Int = 0) {
    let width = weights.width
    let widest = max(weights.innerWidth, width, widest)
    let scratchSize = max(hearsay_attention_scratch(longest), scratch)
    memory = WorkspaceMemory(
      floats: [rows * width, rows * 3 * width, rows * width, rows * weights.innerWidth, scratchSize],
      bytes: [rows * widest, rows * MemoryLayout<hearsay_scale>.stride])
    (hidden, qkv, mixed) = (memory.floats[0], memory.floats[1], memory.floats[2])
    (inner, self.scratch) = (memory.floats[3], memory.floats[4])
    quantized = memory.bytes[0].bindMemory(to: UInt8.self, capacity: rows * widest)
    scales = memory.bytes[1].bindMemory(to: hearsay_scale.self, capacity: rows)
  }
}

/// One block of memory in parts, each aligned as the kernels need it.
final class WorkspaceMemory {
  let floats: [UnsafeMutablePointer<Float>]
  let bytes: [UnsafeMutableRawPointer]
  private let memory: UnsafeMutableRawPointer

  /// Parts of so many floats, and parts of so many bytes.
  init(floats: [Int], bytes: [Int] = []) {
    let sizes = (floats.map { 4 * $0 } + bytes).map(Self.aligned)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(Self.line, sizes.reduce(0, +)), alignment: Self.line)
    self.memory = memory
    var parts: [UnsafeMutableRawPointer] = []
    var offset = 0
    for size in sizes {
      parts.append(memory + offset)
      offset += size
    }
    self.floats = zip(parts, floats).map { $0.bindMemory(to: Float.self, capacity: $1) }
    self.bytes = Array(parts.dropFirst(floats.count))
  }

  deinit { memory.deallocate() }

  private static let line = 64
  private static func aligned(_ bytes: Int) -> Int { (bytes + line - 1) / line * line }
}
