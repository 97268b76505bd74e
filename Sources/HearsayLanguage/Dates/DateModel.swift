internal import CHearsayKernels

/// The weights of the network that weighs at which time something was said, checked and named.
struct DateModel: @unchecked Sendable {
  // Keeps the memory that everything else points to.
  private let file: WeightsFile
  /// The reader whose vocabulary and tables of pieces and places this network learnt with.
  let reader: ReaderModel
  let encoder: EncoderWeights
  /// A row for every set of marks.
  let marks: UnsafePointer<Float>
  /// What is known of a statement: of its cue, its source, its content and its flags.
  let statement: WeightMatrix
  /// What is known of a time.
  let time: WeightMatrix
  /// A row for each distance between the two, in sentences.
  let distance: WeightTable
  /// How well a time goes with a statement.
  let pair: WeightMatrix
  let pairOut: WeightMatrix
  /// How well none does.
  let none: WeightMatrix
  let noneOut: WeightMatrix

  /// The weights in `file`, over the tables of `reader`.
  init(_ file: WeightsFile, over reader: ReaderModel) throws(WeightsError) {
    self.file = file
    self.reader = reader
    let width = try file.section("marks").columns
    guard width == reader.encoder.width, reader.positions.rows >= DateWindow.mostPieces else {
      throw .unfit(section: "marks")
    }
    encoder = try EncoderWeights(file, width: width)
    marks = try file.floats("marks", count: DateMarks.rows * width)
    distance = try WeightTable(
      file, "distance", rows: DateCandidate.distances, columns: try file.section("distance").columns)
    func product(_ name: String, rows: Int? = nil, inputs: Int) throws(WeightsError) -> WeightMatrix {
      try WeightMatrix(file, name, rows: rows, columns: WeightMatrix.padded(inputs))
    }
    time = try product("time", inputs: width)
    statement = try product("statement", rows: time.rows, inputs: 3 * width + DateQuestion.flags)
    pair = try product("pair", inputs: 3 * time.rows + distance.columns + DateCandidate.facts)
    pairOut = try product("pair.out", rows: 1, inputs: pair.rows)
    none = try product("none", inputs: time.rows)
    noneOut = try product("none.out", rows: 1, inputs: none.rows)
    // What one layer gives is what the next takes.
    for matrix in [statement, time, pair, none] where matrix.rows != matrix.packed.rows {
      throw .unfit(section: "pair")
    }
  }

  /// The numbers of the widest row that enters a product of the heads.
  var widest: Int { max(statement.packed.columns, pair.packed.columns) }
}
