internal import CHearsayKernels
internal import HearsayCore

/// The network: a window in, the share of each time of each question out.
struct DateNetwork: Sendable {
  let model: DateModel
  private let encoder: Encoder

  /// The network of `model` on the path `path`, or nil where this processor has none such.
  init?(_ model: DateModel, path: hearsay_path = hearsay_best_path()) {
    guard let encoder = Encoder(model.encoder, path: path) else { return nil }
    self.model = model
    self.encoder = encoder
  }

  /// For each question of `window` the shares of its candidates, in order; what they lack of 1 is that of none.
  ///
  /// - Parameters:
  ///   - pieces: The words of the text in pieces.
  ///   - marks: What each word of the text stands in.
  func shares(
    _ window: DateWindow, of pieces: DatePieces, marks: [DateMarks], in space: DateWorkspace
  ) -> [[Float]] {
    let (width, norm) = (model.encoder.width, model.encoder.norm)
    let sequence = pieces.sequence(window.words)
    var count = sequence.pieces.count
    for (place, piece) in sequence.pieces.enumerated() {
      let mark = sequence.words[place].map { marks[window.words.lowerBound + $0] } ?? []
      encoder.embed(
        piece, at: place, mark: model.marks + Int(mark.rawValue) * width, model.reader.words, model.reader.positions,
        to: space.hidden + place * width)
    }
    encoder.kernels.pointee.add_norm(space.hidden, nil, count, width, norm.weight, norm.bias)
    for (index, layer) in model.encoder.layers.enumerated() {
      encoder.attend(layer, CollectionOfOne(0..<count), in: space)
      // The first piece of a word stands for it.
      if index == model.encoder.layers.count - 1 {
        count = sequence.firsts.count
        encoder.keep(sequence.firsts, in: space)
      }
      encoder.feedForward(layer, count, in: space)
    }
    return window.questions.map { shares($0, space) }
  }

  private func shares(_ question: DateQuestion, _ space: DateWorkspace) -> [Float] {
    let (width, columns) = (model.encoder.width, model.statement.packed.columns)
    space.input.update(repeating: 0, count: columns)
    for (index, span) in [question.cue, question.source, question.content].enumerated() {
      putMean(of: span, space, at: space.input + index * width)
    }
    for (index, flag) in question.flags.enumerated() { space.input[3 * width + index] = flag }
    layer(model.statement, 1, into: space.statement, space, isHidden: true)
    take(space.statement, model.statement.rows, space)
    layer(model.none, 1, into: space.pairs, space, isHidden: true)
    take(space.pairs, model.none.rows, space)
    layer(model.noneOut, 1, into: space.scores, space)
    var scores = [space.scores[0]]
    var start = 0
    while start < question.candidates.count {
      let end = min(start + DateWorkspace.atOnce, question.candidates.count)
      scores += self.scores(question.candidates[start..<end], space)
      start = end
    }
    return scores.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      return (1..<buffer.count).map { Softmax.share(of: $0, base, count: buffer.count) }
    }
  }

  /// How well each of `candidates` goes with what `space.statement` says.
  private func scores(_ candidates: ArraySlice<DateCandidate>, _ space: DateWorkspace) -> [Float] {
    let (width, own, columns) = (model.encoder.width, model.time.rows, model.pair.packed.columns)
    for (row, candidate) in candidates.enumerated() {
      (space.input + row * width).update(from: space.hidden + candidate.place * width, count: width)
    }
    layer(model.time, candidates.count, into: space.times, space, isHidden: true)
    for (row, candidate) in candidates.enumerated() {
      let (input, time) = (space.input + row * columns, space.times + row * own)
      for index in 0..<own {
        input[index] = space.statement[index] * time[index]
        input[own + index] = space.statement[index]
        input[2 * own + index] = time[index]
      }
      for index in 3 * own..<columns { input[index] = 0 }
      model.distance.add(candidate.distance, to: input + 3 * own)
      let facts = 3 * own + model.distance.columns
      for (index, fact) in candidate.facts.enumerated() { input[facts + index] = fact }
    }
    layer(model.pair, candidates.count, into: space.pairs, space, isHidden: true)
    (space.input).update(from: space.pairs, count: candidates.count * model.pair.rows)
    layer(model.pairOut, candidates.count, into: space.scores, space)
    return (0..<candidates.count).map { space.scores[$0 * model.pairOut.packed.rows] }
  }

  /// The products of `matrix` with `count` rows of `space.input`, each as wide as it takes.
  private func layer(
    _ matrix: WeightMatrix, _ count: Int, into y: UnsafeMutablePointer<Float>, _ space: DateWorkspace,
    isHidden: Bool = false
  ) {
    encoder.quantize(space.input, count, matrix.packed.columns, space)
    encoder.multiply(matrix, count, y, space, geluRows: isHidden ? matrix.packed.rows : 0)
  }

  private func take(_ row: UnsafePointer<Float>, _ count: Int, _ space: DateWorkspace) {
    space.input.update(from: row, count: count)
  }

  /// The mean of the words of `span`.
  private func putMean(of span: Range<Int>, _ space: DateWorkspace, at target: UnsafeMutablePointer<Float>) {
    let width = model.encoder.width
    for word in span {
      let row = space.hidden + word * width
      for index in 0..<width { target[index] += row[index] }
    }
    for index in 0..<width { target[index] /= Float(span.count) }
  }
}

/// The numbers of one window on their way through the network, allocated once.
final class DateWorkspace: EncoderWorkspace {
  /// Candidates that are weighed at once.
  static let atOnce = 32

  /// Rows that enter a product of the heads.
  let input: UnsafeMutablePointer<Float>
  let statement: UnsafeMutablePointer<Float>
  let times: UnsafeMutablePointer<Float>
  let pairs: UnsafeMutablePointer<Float>
  let scores: UnsafeMutablePointer<Float>
  private let memory: WorkspaceMemory

  init(_ model: DateModel) {
    let rows = Self.atOnce
    memory = WorkspaceMemory(floats: [
      rows * model.widest, model.statement.packed.rows, rows * model.time.packed.rows,
      rows * max(model.pair.packed.rows, model.none.packed.rows),
      rows * max(model.pairOut.packed.rows, model.noneOut.packed.rows),
    ])
    (input, statement, times) = (memory.floats[0], memory.floats[1], memory.floats[2])
    (pairs, scores) = (memory.floats[3], memory.floats[4])
    super.init(
      model.encoder, rows: DateWindow.mostPieces, longest: DateWindow.mostPieces, widest: model.widest)
  }
}
