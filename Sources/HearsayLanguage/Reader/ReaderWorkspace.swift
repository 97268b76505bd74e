internal import CHearsayKernels

/// The numbers of one batch on their way through the network, allocated once.
final class ReaderWorkspace: EncoderWorkspace {
  /// Words whose relations are scored at once.
  static let relationBatch = 16

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
  /// What the attention says of each pronoun of the batch: a number for each piece of its window.
  var regards: [[Float]] = []
  /// The rows of the pronouns whose attention is asked for at once, as wide as those of `qkv`, and what they get.
  let asking: UnsafeMutablePointer<Float>
  let answers: UnsafeMutablePointer<Float>
  private let memory: WorkspaceMemory

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
    let (width, relations) = (model.encoder.width, model.relationLabels.count)
    memory = WorkspaceMemory(floats: [
      pieces * headStride, pieces * nameStride, window * model.widths.arcs, (window + 1) * model.widths.arcs,
      window * arcScoreStride, Self.relationBatch * model.relations.packed.rows, WeightMatrix.padded(relations),
      Self.askedAtOnce * 3 * width, Self.askedAtOnce * arcScoreStride, pieces,
      window * model.ends.near.packed.rows, window * model.ends.wide.packed.rows, window * model.ends.out.packed.rows,
      Self.aroundAtOnce * max(model.ends.near.packed.columns, model.ends.wide.packed.columns),
    ])
    (heads, names, arcs, arcHeads) = (memory.floats[0], memory.floats[1], memory.floats[2], memory.floats[3])
    (arcScores, self.relations, relationScores) = (memory.floats[4], memory.floats[5], memory.floats[6])
    (asking, answers, ends) = (memory.floats[7], memory.floats[8], memory.floats[9])
    (endsNear, endsWide, endsOut) = (memory.floats[10], memory.floats[11], memory.floats[12])
    around = memory.floats[13]
    super.init(
      model.encoder, rows: pieces, longest: window, widest: max(model.widths.names, model.widths.arcs),
      scratch: max(model.widths.arcs, width) * arcScoreStride)
  }
}
