internal import CHearsayKernels

/// The network: pieces in, numbers for every word out.
struct ReaderNetwork: Sendable {
  let model: ReaderModel
  private let encoder: Encoder

  /// The network of `model` on the path `path`, or nil where this processor has none such.
  init?(_ model: ReaderModel, path: hearsay_path = hearsay_best_path()) {
    guard let encoder = Encoder(model.encoder, path: path) else { return nil }
    self.model = model
    self.encoder = encoder
  }

  /// Reads `batch`; afterwards the rows of `space.hidden` and `space.heads` belong to its words, in order, and so do those of
  /// `space.names` and, where `wantsEnds`, the numbers of `space.ends`.
  func read(_ batch: ReaderBatch, in space: ReaderWorkspace, wantsEnds: Bool) {
    embed(batch, space)
    var count = batch.pieces.count
    space.regards = batch.pronouns.map { [Float](repeating: 0, count: batch.windows[$0.window].pieces.count) }
    for (index, layer) in model.encoder.layers.enumerated() {
      encoder.attend(layer, batch.windows.lazy.map(\.pieces), in: space)
      for share in Self.regardShares where share.layer == index { regard(share, batch, space) }
      // The first piece of a word stands for it.
      if index == model.encoder.layers.count - 1 {
        count = batch.firsts.count
        encoder.keep(batch.firsts, in: space)
      }
      encoder.feedForward(layer, count, in: space)
    }
    encoder.quantize(space.hidden, count, model.encoder.width, space)
    encoder.multiply(model.heads, count, space.heads, space, geluRows: model.widths.upos)
    // Only the hidden layer of the names goes on; it lies at the head of each row.
    for row in 0..<count {
      encoder.kernels.pointee.quantize(
        space.heads + row * space.headStride, 1, model.widths.names,
        space.quantized + row * model.widths.names, space.scales + row)
    }
    encoder.multiply(model.names, count, space.names, space)
    if wantsEnds { scoreEnds(batch, space) }
  }

  /// Scores every word of `batch` as the last of a sentence, by itself and by the words of its window around it.
  private func scoreEnds(_ batch: ReaderBatch, _ space: ReaderWorkspace) {
    let ends = model.ends
    for (index, start) in batch.wordStarts.enumerated() {
      let words = start..<start + batch.windows[index].words.count
      multiply(
        ends.near, around: words, of: space.hidden, width: model.encoder.width, into: space.endsNear, space,
        geluRows: ends.near.packed.rows)
      multiply(
        ends.wide, around: 0..<words.count, of: space.endsNear, width: ends.near.rows, into: space.endsWide, space,
        geluRows: ends.wide.packed.rows)
      multiply(
        ends.out, around: 0..<words.count, of: space.endsWide, width: ends.wide.rows, into: space.endsOut, space)
      for (place, row) in words.enumerated() {
        let alone = space.heads[row * space.headStride + model.widths.upos + model.uposLabels.count]
        space.ends[row] = alone + space.endsOut[place * ends.out.packed.rows]
      }
    }
  }

  /// The products of `matrix` with each of `rows` and those around it, which lie in `x` and are `width` numbers each; there is
  /// nothing around the first and the last.
  private func multiply(
    _ matrix: WeightMatrix, around rows: Range<Int>, of x: UnsafePointer<Float>, width: Int,
    into y: UnsafeMutablePointer<Float>, _ space: ReaderWorkspace, geluRows: Int = 0
  ) {
    let columns = matrix.packed.columns
    let reach = columns / width / 2
    var start = rows.lowerBound
    while start < rows.upperBound {
      let count = min(ReaderWorkspace.aroundAtOnce, rows.upperBound - start)
      for index in 0..<count {
        for place in 0...(2 * reach) {
          let row = start + index + place - reach
          let target = space.around + index * columns + place * width
          if rows.contains(row) {
            target.update(from: x + row * width, count: width)
          } else {
            target.update(repeating: 0, count: width)
          }
        }
      }
      encoder.quantize(space.around, count, columns, space)
      encoder.multiply(matrix, count, y + (start - rows.lowerBound) * matrix.packed.rows, space, geluRows: geluRows)
      start += count
    }
  }

  private func embed(_ batch: ReaderBatch, _ space: ReaderWorkspace) {
    let (width, norm) = (model.encoder.width, model.encoder.norm)
    for (index, piece) in batch.pieces.enumerated() {
      encoder.embed(
        piece, at: Int(batch.places[index]), mark: model.casing + Int(batch.casings[index]) * width, model.words,
        model.positions, to: space.hidden + index * width)
    }
    encoder.kernels.pointee.add_norm(space.hidden, nil, batch.pieces.count, width, norm.weight, norm.bias)
  }

  /// What of the attention says whom "he" stands for: the products of queries with keys, summed over the heads of a layer.
  private struct RegardShare {
    let layer: Int
    /// Whether the pronoun asks and the other word is asked, or the other way round.
    let isAsking: Bool
    let weight: Float
  }

  /// The fourth layer both ways, and the last as the pronoun asks: docs/decisions/0301-pronouns.md.
  private static let regardShares = [
    RegardShare(layer: 3, isAsking: true, weight: 0.05), RegardShare(layer: 3, isAsking: false, weight: 0.05),
    RegardShare(layer: 5, isAsking: true, weight: 0.0333),
  ]

  /// Adds `share` to `space.regards`, from the queries and keys of its layer in `space.qkv`.
  private func regard(_ share: RegardShare, _ batch: ReaderBatch, _ space: ReaderWorkspace) {
    let (width, stride) = (model.encoder.width, 3 * model.encoder.width)
    // Attention divides by the square root of a head's width.
    let weight = share.weight * (1 / Float(EncoderWeights.headWidth).squareRoot())
    var start = 0
    while start < batch.pronouns.count {
      let window = batch.pronouns[start].window
      let end = min(start + ReaderWorkspace.askedAtOnce, batch.pronouns.count)
      let asking = (start..<end).prefix { batch.pronouns[$0].window == window }
      for (row, index) in asking.enumerated() {
        let piece = Int(batch.firsts[batch.pronouns[index].word])
        let own = space.qkv + piece * stride + (share.isAsking ? 0 : width)
        for column in 0..<width { space.asking[row * stride + column] = own[column] * weight }
      }
      let pieces = batch.windows[window].pieces
      encoder.kernels.pointee.pair_scores(
        space.asking, asking.count, space.qkv + pieces.lowerBound * stride + (share.isAsking ? width : 0), pieces.count,
        width, stride, space.answers, space.arcScoreStride, space.scratch)
      for (row, index) in asking.enumerated() {
        let answers = space.answers + row * space.arcScoreStride
        for piece in 0..<pieces.count { space.regards[index][piece] += answers[piece] }
      }
      start = asking.endIndex
    }
  }

  /// Scores every word of `rows`, one sentence, as the head of every other: row by dependent, the root in column 0, then
  /// the words; rows `space.arcScoreStride` apart in `space.arcScores`.
  func scoreArcs(_ rows: Range<Int>, in space: ReaderWorkspace) {
    let width = model.widths.arcs
    for (index, row) in rows.enumerated() {
      let heads = space.heads + row * space.headStride
      encoder.kernels.pointee.quantize(
        heads + model.widths.arcDependent, 1, width, space.quantized + index * width, space.scales + index)
      (space.arcHeads + (index + 1) * width).update(from: heads + model.widths.arcHead, count: width)
    }
    space.arcHeads.update(from: model.arcRoot, count: width)
    encoder.multiply(model.arcs, rows.count, space.arcs, space)
    encoder.kernels.pointee.pair_scores(
      space.arcs, rows.count, space.arcHeads, rows.count + 1, width, width, space.arcScores, space.arcScoreStride,
      space.scratch)
  }

  /// The best relation of each word of `rows` to its head: `heads` counts the words of the sentence from 1, 0 is the root.
  func relations(_ rows: Range<Int>, heads: [Int], in space: ReaderWorkspace) -> [Int] {
    let (width, root) = (model.widths.relations, model.relationLabels.firstIndex(of: "root") ?? 0)
    var found: [Int] = []
    found.reserveCapacity(rows.count)
    var start = rows.lowerBound
    while start < rows.upperBound {
      let count = min(ReaderWorkspace.relationBatch, rows.upperBound - start)
      for index in 0..<count {
        encoder.kernels.pointee.quantize(
          space.heads + (start + index) * space.headStride + model.widths.relationDependent, 1, width,
          space.quantized + index * width, space.scales + index)
      }
      encoder.multiply(model.relations, count, space.relations, space)
      for index in 0..<count {
        let head = heads[start + index - rows.lowerBound]
        if head == 0 {
          found.append(root)
          continue
        }
        let features = space.heads + (rows.lowerBound + head - 1) * space.headStride + model.widths.relationHead
        encoder.kernels.pointee.relation_scores(
          space.relations + index * model.relations.packed.rows, features, model.relationLabels.count, width,
          space.relationScores)
        found.append(best(space.relationScores, model.relationLabels.count, except: root))
      }
      start += count
    }
    return found
  }

  private func best(_ scores: UnsafePointer<Float>, _ count: Int, except excluded: Int) -> Int {
    var best = excluded == 0 ? 1 : 0
    for index in 0..<count where index != excluded && scores[index] > scores[best] { best = index }
    return best
  }
}
