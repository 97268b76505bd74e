internal import CHearsayKernels

/// The steps of an encoder, over rows of numbers for pieces or words, in sequences.
struct Encoder: Sendable {
  let weights: EncoderWeights
  // A table of functions that lives as long as the program.
  nonisolated(unsafe) let kernels: UnsafePointer<hearsay_kernels>

  /// The encoder of `weights` on the path `path`, or nil where this processor has none such.
  init?(_ weights: EncoderWeights, path: hearsay_path = hearsay_best_path()) {
    guard let kernels = hearsay_kernels_of(path) else { return nil }
    self.weights = weights
    self.kernels = kernels
  }

  /// Lets the rows of each of `sequences`, which lie one after another, see each other: `space.hidden` to `space.mixed`.
  func attend(_ layer: EncoderWeights.Layer, _ sequences: some Collection<Range<Int>>, in space: EncoderWorkspace) {
    let (width, count) = (weights.width, sequences.map(\.upperBound).max() ?? 0)
    quantize(space.hidden, count, width, space)
    multiply(layer.qkv, count, space.qkv, space)
    for rows in sequences {
      kernels.pointee.attend(
        space.qkv + rows.lowerBound * 3 * width, rows.count, width / EncoderWeights.headWidth,
        space.mixed + rows.lowerBound * width, space.scratch)
    }
  }

  /// Moves `rows`, which rise, to the front of `space.hidden` and `space.mixed`: behind the last attention nothing else is needed.
  func keep(_ rows: some Collection<Int32>, in space: EncoderWorkspace) {
    for numbers in [space.hidden, space.mixed] {
      for (target, row) in rows.enumerated() where target != Int(row) {
        (numbers + target * weights.width).update(from: numbers + Int(row) * weights.width, count: weights.width)
      }
    }
  }

  /// Adds piece, place and `mark` up to the first number of `target`, one row.
  func embed(
    _ piece: Int32, at place: Int, mark: UnsafePointer<Float>, _ pieces: WeightTable, _ places: WeightTable,
    to target: UnsafeMutablePointer<Float>
  ) {
    let (width, piece) = (weights.width, Int(piece))
    kernels.pointee.embed(
      pieces.numbers + piece * width, pieces.scale[piece], places.numbers + place * width, places.scale[place], mark,
      width,
      target)
  }

  /// Takes what the first `count` rows have seen in `space.mixed` into `space.hidden`.
  func feedForward(_ layer: EncoderWeights.Layer, _ count: Int, in space: EncoderWorkspace) {
    let width = weights.width
    quantize(space.mixed, count, width, space)
    multiply(layer.out, count, space.mixed, space)
    kernels.pointee.add_norm(space.hidden, space.mixed, count, width, layer.norm1.weight, layer.norm1.bias)
    quantize(space.hidden, count, width, space)
    multiply(layer.up, count, space.inner, space, geluRows: layer.up.packed.rows)
    quantize(space.inner, count, layer.down.packed.columns, space)
    multiply(layer.down, count, space.mixed, space)
    kernels.pointee.add_norm(space.hidden, space.mixed, count, width, layer.norm2.weight, layer.norm2.bias)
  }

  /// Rounds `count` rows of `columns` numbers, for the next `multiply`.
  func quantize(_ x: UnsafePointer<Float>, _ count: Int, _ columns: Int, _ space: EncoderWorkspace) {
    kernels.pointee.quantize(x, count, columns, space.quantized, space.scales)
  }

  /// The products of `matrix` with the `count` rows rounded last; the first `geluRows` outputs of each go through GELU.
  func multiply(
    _ matrix: WeightMatrix, _ count: Int, _ y: UnsafeMutablePointer<Float>, _ space: EncoderWorkspace, geluRows: Int = 0
  ) {
    withUnsafePointer(to: matrix.packed) {
      kernels.pointee.product($0, space.quantized, space.scales, count, y, matrix.packed.rows, geluRows)
    }
  }
}
