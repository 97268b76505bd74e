internal import CHearsayKernels

/// The weights of the reader, checked and named.
struct ReaderModel: @unchecked Sendable {
  /// One layer of the encoder.
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

  /// A table of rows of bytes, each with its scale.
  struct Table {
    let rows: Int
    let numbers: UnsafePointer<Int8>
    let scale: UnsafePointer<Float>
  }

  /// Numbers of a head of attention.
  static let headWidth = 32

  /// The widths of the hidden layers of the heads, in their order in the product `heads`.
  struct HeadWidths {
    let names: Int
    let arcs: Int
    let relations: Int

    var arcDependent: Int { names }
    var arcHead: Int { names + arcs }
    var relationDependent: Int { names + 2 * arcs }
    var relationHead: Int { names + 2 * arcs + relations }
    var upos: Int { names + 2 * arcs + 2 * relations }
  }

  /// What of the sentence ends goes through hidden layers, each over the words around.
  struct Ends {
    let near: WeightMatrix
    let wide: WeightMatrix
    let out: WeightMatrix
  }

  // Keeps the memory that everything else points to.
  private let file: WeightsFile
  let width: Int
  let pieces: WordPieces
  let words: Table
  let positions: Table
  let casing: UnsafePointer<Float>
  let norm: Norm
  let layers: [Layer]
  let heads: WeightMatrix
  let widths: HeadWidths
  let names: WeightMatrix
  let arcs: WeightMatrix
  let arcRoot: UnsafePointer<Float>
  let ends: Ends
  let relations: WeightMatrix
  let relationRoot: UnsafePointer<Float>
  /// Labels in the order of their scores: "O", "B-PER", …
  let nameLabels: [String]
  let uposLabels: [String]
  /// Relations with subtypes.
  let relationLabels: [String]

  init(_ file: WeightsFile) throws(WeightsError) {
    self.file = file
    let casing = try file.section("casing")
    let width = casing.columns
    guard casing.rows == 24, width > 0, width.isMultiple(of: Self.headWidth) else { throw .unfit(section: "casing") }
    self.width = width
    self.casing = try file.floats("casing", count: 24 * width)
    let vocabulary = try file.section("vocabulary")
    guard vocabulary.kind == .lines else { throw .unfit(section: "vocabulary") }
    pieces = try WordPieces(lines: vocabulary.bytes)
    words = try Self.table(file, "words", width)
    positions = try Self.table(file, "positions", width)
    guard words.rows == pieces.count else { throw .unfit(section: "words") }
    guard positions.rows >= ReaderWindow.mostPieces else { throw .unfit(section: "positions") }
    norm = try Self.norm(file, "norm", width)
    layers = try Self.layers(file, width)

    nameLabels = try file.lines("labels.names")
    uposLabels = try file.lines("labels.upos")
    relationLabels = try file.lines("labels.relations")
    guard nameLabels.first == "O" else { throw .unfit(section: "labels.names") }
    guard relationLabels.contains("root") else { throw .unfit(section: "labels.relations") }
    let arcWidth = try file.section("arcs.root").columns
    let relationWidth = try file.section("relations.root").columns
    let nameWidth = try file.section("names.out").columns
    widths = HeadWidths(names: nameWidth, arcs: arcWidth, relations: relationWidth)
    heads = try WeightMatrix(file, "heads", rows: widths.upos + uposLabels.count + 1, columns: width)
    names = try WeightMatrix(file, "names.out", rows: nameLabels.count, columns: nameWidth)
    ends = try Self.ends(file, width)
    arcs = try WeightMatrix(file, "arcs", rows: arcWidth, columns: arcWidth)
    arcRoot = try file.floats("arcs.root", count: arcWidth)
    relations = try WeightMatrix(
      file, "relations", rows: relationLabels.count * (relationWidth + 1), columns: relationWidth)
    relationRoot = try file.floats("relations.root", count: relationWidth)
  }

  /// Each layer takes an odd number of words, the one in the middle among them.
  private static func ends(_ file: WeightsFile, _ width: Int) throws(WeightsError) -> Ends {
    func layer(_ name: String, of width: Int) throws(WeightsError) -> WeightMatrix {
      let columns = try file.section(name).columns
      guard columns.isMultiple(of: width), !(columns / width).isMultiple(of: 2) else { throw .unfit(section: name) }
      return try WeightMatrix(file, name, columns: columns)
    }
    let near = try layer("ends.near", of: width)
    let wide = try layer("ends.wide", of: near.rows)
    guard near.rows == near.packed.rows, wide.rows == wide.packed.rows else { throw .unfit(section: "ends.near") }
    return Ends(near: near, wide: wide, out: try WeightMatrix(file, "ends.out", rows: 1, columns: wide.rows))
  }

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

  private static func table(_ file: WeightsFile, _ name: String, _ width: Int) throws(WeightsError) -> Table {
    let (rows, numbers) = try file.table(name, columns: width)
    return Table(rows: rows, numbers: numbers, scale: try file.floats(name + ".scale", count: rows))
  }

  /// The widest layer between two of the encoder.
  var innerWidth: Int { layers.map(\.up.packed.rows).max() ?? 0 }
}
