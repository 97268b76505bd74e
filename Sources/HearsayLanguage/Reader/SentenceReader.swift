internal import CHearsayKernels
internal import HearsayCore

/// Reads texts with the network: windows in batches, then sentences, names, parts of speech and trees.
///
/// A segment longer than a window is read from sentence to sentence: what lies behind the last sentence that ends inside
/// the window is read again at the beginning of the next, with all of its words. A sentence longer than a window is read
/// in parts.
final class SentenceReader: Sendable {
  let network: ReaderNetwork
  private let decoder: NameTagDecoder
  private let agreement: NameAgreement
  /// Workspaces that no thread uses at the moment.
  private let spaces = Locked<[ReaderWorkspace]>([])

  var model: ReaderModel { network.model }

  init(_ network: ReaderNetwork) {
    self.network = network
    decoder = NameTagDecoder(labels: network.model.nameLabels)
    agreement = NameAgreement(labels: network.model.nameLabels)
  }

  /// Where sentences end.
  enum Ends {
    /// Each segment is one sentence.
    case segments
    /// Behind these words.
    case known(Set<Int>)
    /// Where the network and the rules say, both weighed: `byRules` has the last words of the sentences that rules find,
    /// `openings` what stands before that to which it belongs, `capitals` the words that begin with one, and the marks before
    /// them.
    case found(byRules: Set<Int>, openings: Set<Int>, capitals: Set<Int>)

    /// Whether a running text is read, of which nobody knows yet where its sentences end.
    var areFound: Bool { if case .found = self { true } else { false } }
  }

  /// What is left of a segment.
  private struct Rest {
    let segment: Int
    var words: Range<Int>
    /// The part of a long sentence that was read already.
    var open: SentenceReading?
  }

  /// The sentences of `text`, in order; one that has no end comes in parts of no more than `mostWords`.
  func sentences(of text: ReaderText, ends: Ends, mostWords: Int = .max, wantsTrees: Bool) -> [SentenceReading] {
    let space = spaces.withLock { $0.popLast() } ?? ReaderWorkspace(model)
    defer { spaces.withLock { $0.append(space) } }
    var found = [[SentenceReading]](repeating: [], count: text.segments.count)
    var rests: [Rest] = text.segments.indices.reversed().filter { !text.segments[$0].isEmpty }
      .map { Rest(segment: $0, words: text.segments[$0]) }
    // Sentences that stand alone, as `tag` has them, are not asked whom "he" stands for.
    var batch = ReaderBatch(keepsPronouns: ends.areFound)
    var inBatch: [Rest] = []
    while !rests.isEmpty {
      batch.removeAll()
      inBatch.removeAll()
      while batch.hasRoom, let rest = rests.popLast() {
        _ = batch.add(rest.words, of: text, segment: rest.segment, pieces: model.pieces)
        inBatch.append(rest)
      }
      network.read(batch, in: space, wantsEnds: ends.areFound)
      for index in inBatch.indices {
        var rest = inBatch[index]
        inBatch[index].open = nil
        let rows = batch.wordStarts[index]..<batch.wordStarts[index] + batch.windows[index].words.count
        let regards = regards(ofWindow: index, rows, in: batch, space)
        read(batch.windows[index], rows, regards, &rest, ends, mostWords, wantsTrees, space, &found[rest.segment])
        if !rest.words.isEmpty { rests.append(rest) }
      }
    }
    return found.flatMap { $0 }
  }

  /// Lets go of the workspaces that no thread uses.
  func releaseWorkspaces() { spaces.withLock { $0.removeAll() } }

  /// Lets what the sentences say of one word agree (`NameAgreement`); they are sentences of `text`, in order.
  func agree(_ readings: inout [SentenceReading], in text: ReaderText) { agreement.agree(&readings, in: text) }

  /// The name tag of each word of `reading`, and how sure it is, 0...1.
  func names(of reading: SentenceReading) -> [(tag: Int, certainty: Float)] {
    let tags = model.nameLabels.count
    return reading.nameScores.withUnsafeBufferPointer { scores in
      guard let start = scores.baseAddress else { return [] }
      return decoder.tags(start, count: reading.words.count, stride: tags).enumerated().map { index, tag in
        (tag, Softmax.share(of: tag, start + index * tags, count: tags))
      }
    }
  }

  /// Reads the sentences of one window that lie in it whole; leaves in `rest` what the next window has to read.
  private func read(
    _ window: ReaderWindow, _ rows: Range<Int>, _ regards: [Regard], _ rest: inout Rest, _ ends: Ends,
    _ mostWords: Int, _ wantsTrees: Bool, _ space: ReaderWorkspace, _ found: inout [SentenceReading]
  ) {
    let isLast = window.words.upperBound == rest.words.upperBound
    var bounds = sentenceEnds(window, rows, ends, space)
    // A cut at the window's last word is no end that the network saw from both sides.
    if !isLast, bounds.count > 1 { bounds.removeLast() }
    var start = window.words.lowerBound
    for (index, end) in bounds.enumerated() {
      let first = rows.lowerBound + start - window.words.lowerBound
      var sentence = reading(start..<end, first..<first + (end - start), wantsTrees, space)
      sentence.regards = regards.filter { (start..<end).contains($0.pronoun) }
      if var open = rest.open {
        // Not held twice: appending to it must not copy what is there.
        rest.open = nil
        open.append(sentence, relation: parataxis)
        sentence = open
      }
      let isCut =
        !isLast && index == bounds.count - 1 && end == window.words.upperBound && !isEnd(end, rows, window, ends, space)
      // The next window may add as many words as it has pieces.
      let mayGrow = sentence.words.count <= mostWords - ReaderWindow.mostPieces
      if isCut, mayGrow { rest.open = sentence } else { found.append(sentence) }
      start = end
    }
    rest.words = start..<rest.words.upperBound
  }

  /// What the attention says of the pronouns of one window.
  private func regards(
    ofWindow index: Int, _ rows: Range<Int>, in batch: ReaderBatch, _ space: ReaderWorkspace
  ) -> [Regard] {
    let window = batch.windows[index]
    return batch.pronouns.indices.filter { batch.pronouns[$0].window == index }.map { pronoun in
      Regard(
        pronoun: window.words.lowerBound + batch.pronouns[pronoun].word - rows.lowerBound, words: window.words,
        strengths: rows.map { space.regards[pronoun][Int(batch.firsts[$0]) - window.pieces.lowerBound] })
    }
  }

  private var parataxis: Int { model.relationLabels.firstIndex(of: "parataxis") ?? 0 }

  /// The words behind which sentences end in `window`, and its last.
  private func sentenceEnds(
    _ window: ReaderWindow, _ rows: Range<Int>, _ ends: Ends, _ space: ReaderWorkspace
  ) -> [Int] {
    var bounds = window.words.dropLast().map { $0 + 1 }.filter { isEnd($0, rows, window, ends, space) }
    bounds.append(window.words.upperBound)
    return bounds
  }

  /// Whether a sentence ends before the word `end`.
  private func isEnd(
    _ end: Int, _ rows: Range<Int>, _ window: ReaderWindow, _ ends: Ends, _ space: ReaderWorkspace
  ) -> Bool {
    if case .known(let last) = ends { return last.contains(end - 1) }
    guard case .found(let byRules, let openings, let capitals) = ends, !openings.contains(end - 1) else { return false }
    func scoresEnd(_ last: Int) -> Bool {
      let row = rows.lowerBound + last - window.words.lowerBound
      let least = Self.leastScore(byRules: byRules.contains(last), beforeCapital: capitals.contains(last + 1))
      return space.ends[row] > least
    }
    // What ends behind an opening mark ends before it.
    return scoresEnd(end - 1) || openings.contains(end) && end < window.words.upperBound && scoresEnd(end)
  }

  /// The score of the network above which a sentence ends, where the rules end it and where they do not, before a capital
  /// and before anything else. docs/MEASUREMENTS.md#words-and-sentences
  private static func leastScore(byRules: Bool, beforeCapital: Bool) -> Float {
    if byRules { return beforeCapital ? -4 : -1 }
    return beforeCapital ? 0.8 : 1.2
  }

  private func reading(
    _ words: Range<Int>, _ rows: Range<Int>, _ wantsTrees: Bool, _ space: ReaderWorkspace
  ) -> SentenceReading {
    var sentence = SentenceReading(words: words)
    sentence.nameScores.reserveCapacity(rows.count * model.nameLabels.count)
    for row in rows {
      let scores = space.names + row * space.nameStride
      sentence.nameScores.append(contentsOf: UnsafeBufferPointer(start: scores, count: model.nameLabels.count))
    }
    sentence.upos = rows.map { row in
      let scores = space.heads + row * space.headStride + model.widths.upos
      return model.uposLabels.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    }
    if wantsTrees {
      network.scoreArcs(rows, in: space)
      sentence.heads = TreeDecoder.heads(space.arcScores, count: rows.count, stride: space.arcScoreStride)
      sentence.relations = network.relations(rows, heads: sentence.heads, in: space)
    }
    return sentence
  }
}

/// Scores as shares of one.
enum Softmax {
  /// The share of `index` among `count` scores.
  static func share(of index: Int, _ scores: UnsafePointer<Float>, count: Int) -> Float {
    var sum: Float = 0
    for other in 0..<count { sum += exponential(scores[other] - scores[index]) }
    return 1 / sum
  }

  /// e to the x by the polynomial of the kernels, so that every machine has the same bits; at most e^60.
  static func exponential(_ x: Float) -> Float {
    let x = min(x, 60)
    guard x > -87 else { return 0 }
    let n = (x * 1.442695).rounded(.toNearestOrEven)
    let r = (x - n * 0.693359375) - n * -2.12194440e-4
    var p: Float = 1.9875691500e-4
    p = p * r + 1.3981999507e-3
    p = p * r + 8.3334519073e-3
    p = p * r + 4.1665795894e-2
    p = p * r + 1.6666665459e-1
    p = p * r + 5.0000001201e-1
    p = p * (r * r) + r + 1
    return p * Float(bitPattern: UInt32(Int32(n) + 127) << 23)
  }
}
