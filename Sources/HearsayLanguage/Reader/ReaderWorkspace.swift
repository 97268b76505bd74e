internal import CHearsayKernels

/// The numbers of one batch on their way through the network, allocated once.
final class ReaderWorkspace {
  /// Words whose relations are scored at once.
  static let relationBatch = 16

  let hidden: UnsafeMutablePointer<Float>
  let qkv: UnsafeMutablePointer<Float>
  let mixed: UnsafeMutablePointer<Float>
  let inner: UnsafeMutablePointer<Float>
  let heads: UnsafeMutablePointer<Float>
  let names: UnsafeMutablePointer<Float>
  let arcs: UnsafeMutablePointer<Float>
  let arcHeads: UnsafeMutablePointer<Float>
  let arcScores: UnsafeMutablePointer<Float>
  let relations: UnsafeMutablePointer<Float>
  let relationScores: UnsafeMutablePointer<Float>
  /// How surely a sentence ends behind each word of the batch, and the layers that say so, of one window.
  let ends: UnsafeMutablePointer<Float>
  let endsNear: UnsafeMutablePointer<Float>
  let endsWide: UnsafeMutablePointer<Float>
  let endsOut: UnsafeMutablePointer<Float>
  /// Rows with what stands around them.
  let around: UnsafeMutablePointer<Float>
  let scratch: UnsafeMutablePointer<Float>
  let quantized: UnsafeMutablePointer<UInt8>
  let scales: UnsafeMutablePointer<hearsay_scale>
  /// What the attention says of each pronoun of the batch: a number for each piece of its window.
  var regards: [[Float]] = []
  /// The rows of the pronouns whose attention is asked for at once, as wide as those of `qkv`, and what they get.
  let asking: UnsafeMutablePointer<Float>
  let answers: UnsafeMutablePointer<Float>
  private let memory: UnsafeMutableRawPointer

  /// Pronouns of one window whose attention is asked for at once.
  static let askedAtOnce = 16

  /// Rows that get what stands around them at once.
  static let aroundAtOnce = 16

  /// Widths of rows, in floats.
  let headStride: Int
  let nameStride: Int
  let arcScoreStride: Int

  init(_ model: ReaderModel) {
    let pieces = ReaderBatch.mostPieces
    let window = ReaderWindow.mostPieces
    headStride = model.heads.packed.rows
    nameStride = model.names.packed.rows
    arcScoreStride = WeightMatrix.padded(window + 1)
    let scratchSize = max(hearsay_attention_scratch(window), max(model.widths.arcs, model.width) * arcScoreStride)
    let sizes = [
      pieces * model.width, pieces * 3 * model.width, pieces * model.width, pieces * model.innerWidth,
      pieces * headStride, pieces * nameStride, window * model.widths.arcs, (window + 1) * model.widths.arcs,
      window * arcScoreStride, Self.relationBatch * model.relations.packed.rows,
      WeightMatrix.padded(model.relationLabels.count), scratchSize, Self.askedAtOnce * 3 * model.width,
      Self.askedAtOnce * arcScoreStride, pieces, window * model.ends.near.packed.rows,
      window * model.ends.wide.packed.rows, window * model.ends.out.packed.rows,
      Self.aroundAtOnce * max(model.ends.near.packed.columns, model.ends.wide.packed.columns),
    ]
    let widest = max(model.innerWidth, model.width, model.widths.names, model.widths.arcs)
    let scalesSize = pieces * MemoryLayout<hearsay_scale>.stride
    let total =
      sizes.map { Self.aligned(4 * $0) }.reduce(0, +) + Self.aligned(pieces * widest) + Self.aligned(scalesSize)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: total, alignment: Self.line)
    self.memory = memory
    var offset = 0
    func take<Number>(_ count: Int, _ type: Number.Type) -> UnsafeMutablePointer<Number> {
      let pointer = (memory + offset).bindMemory(to: type, capacity: count)
      offset += Self.aligned(count * MemoryLayout<Number>.stride)
      return pointer
    }
    hidden = take(sizes[0], Float.self)
    qkv = take(sizes[1], Float.self)
    mixed = take(sizes[2], Float.self)
    inner = take(sizes[3], Float.self)
    heads = take(sizes[4], Float.self)
    names = take(sizes[5], Float.self)
    arcs = take(sizes[6], Float.self)
    arcHeads = take(sizes[7], Float.self)
    arcScores = take(sizes[8], Float.self)
    relations = take(sizes[9], Float.self)
    relationScores = take(sizes[10], Float.self)
    scratch = take(sizes[11], Float.self)
    asking = take(sizes[12], Float.self)
    answers = take(sizes[13], Float.self)
    ends = take(sizes[14], Float.self)
    endsNear = take(sizes[15], Float.self)
    endsWide = take(sizes[16], Float.self)
    endsOut = take(sizes[17], Float.self)
    around = take(sizes[18], Float.self)
    quantized = take(pieces * widest, UInt8.self)
    scales = take(pieces, hearsay_scale.self)
  }

  deinit { memory.deallocate() }

  private static let line = 64
  private static func aligned(_ bytes: Int) -> Int { (bytes + line - 1) / line * line }
}
