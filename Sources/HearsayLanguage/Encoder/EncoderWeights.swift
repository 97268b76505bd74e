internal import CHearsayKernels

/// The weights of an encoder's layers, checked and named.
struct EncoderWeights: @unchecked Sendable {
  /// One layer.
  struct Layer {
    let qkv: WeightMatrix
    let out: WeightMatrix
    let up: WeightMatrix
    let down: WeightMatrix
    let norm1: Norm
    let norm2: Norm
  }

  /// The weights of a normalization.
  struct Norm {
    let weight: UnsafePointer<Float>
    let bias: UnsafePointer<Float>
  }

  /// Numbers of a head of attention.
  static let headWidth = 32

  // Keeps the memory that everything else points to.
  private let file: WeightsFile
  /// Numbers of what is encoded.
  let width: Int
  let norm: Norm
  let layers: [Layer]

  /// The layers in `file`, for rows of `width` numbers.
  init(_ file: WeightsFile, width: Int) throws(WeightsError) {
    guard width > 0, width.isMultiple(of: Self.headWidth) else { throw .unfit(section: "norm.weight") }
    self.file = file
    self.width = width
    norm = try Self.norm(file, "norm", width)
    layers = try Self.layers(file, width)
  }

  /// The widest layer between two.
  var innerWidth: Int { layers.map(\.up.packed.rows).max() ?? 0 }

  private static func layers(_ file: WeightsFile, _ width: Int) throws(WeightsError) -> [Layer] {
    var layers: [Layer] = []
    while file.has("layer\(layers.count).qkv") {
      let prefix = "layer\(layers.count)."
      let inner = try file.section(prefix + "up").rows
      layers.append(
        Layer(
          qkv: try WeightMatrix(file, prefix + "qkv", rows: 3 * width, columns: width),
          out: try WeightMatrix(file, prefix + "out", rows: width, columns: width),
          up: try WeightMatrix(file, prefix + "up", columns: width),
          down: try WeightMatrix(file, prefix + "down", rows: width, columns: inner),
          norm1: try norm(file, prefix + "norm1", width), norm2: try norm(file, prefix + "norm2", width)))
    }
    guard !layers.isEmpty else { throw .missing(section: "layer0.qkv") }
    return layers
  }

  private static func norm(_ file: WeightsFile, _ name: String, _ width: Int) throws(WeightsError) -> Norm {
    Norm(
      weight: try file.floats(name + ".weight", count: width), bias: try file.floats(name + ".bias", count: width))
  }
}
