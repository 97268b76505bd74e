internal import CHearsayKernels

/// The weights of the reader, checked and named.
struct ReaderModel: @unchecked Sendable {
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

  let encoder: EncoderWeights
  let pieces: WordPieces
  let words: WeightTable
  let positions: WeightTable
  let casing: UnsafePointer<Float>
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
    let width = try file.section("casing").columns
    encoder = try EncoderWeights(file, width: width)
    casing = try file.floats("casing", count: 24 * width)
    let vocabulary = try file.section("vocabulary")
    guard vocabulary.kind == .lines else { throw .unfit(section: "vocabulary") }
    pieces = try WordPieces(lines: vocabulary.bytes)
    words = try WeightTable(file, "words", rows: pieces.count, columns: width)
    positions = try WeightTable(file, "positions", columns: width)
    guard positions.rows >= ReaderWindow.mostPieces else { throw .unfit(section: "positions") }
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
}
