internal import CHearsayWeights

/// Names, parts of speech and trees of sentences that are parted into words already.
public struct Tagger: Sendable {
  /// What a tagger says of one word.
  public struct Word: Hashable, Sendable {
    /// Its name tag: "O", "B-PER", "I-ORG", …
    public let name: String
    /// Its universal part of speech: "NOUN", "VERB", …
    public let upos: String
    /// Its head, counted from 1 in the sentence; 0 where it is the root. 0 where no trees were asked for.
    public let head: Int
    /// Its relation to the head, with subtype: "nsubj:pass". Empty where no trees were asked for.
    public let relation: String
  }

  let reader: SentenceReader

  /// The tagger with the weights that are part of the program, read in place at first use.
  public static let embedded: Tagger = {
    let weights = hearsay_weights()
    do {
      return try Tagger(WeightsFile(inPlace: UnsafeRawBufferPointer(start: weights.bytes, count: weights.count)))
    } catch {
      preconditionFailure("the program's own weights cannot be read: \(error)")
    }
  }()

  /// A tagger with the weights in `bytes`, the content of a file as docs/decisions/0401-weights-file.md has it.
  public init(weights bytes: [UInt8]) throws(WeightsError) {
    let file: WeightsFile
    do {
      file = try bytes.withUnsafeBytes { try WeightsFile(copying: $0) }
    } catch let error as WeightsError {
      throw error
    } catch {
      throw .notWeights
    }
    try self.init(file)
  }

  init(_ file: WeightsFile) throws(WeightsError) {
    guard let network = ReaderNetwork(try ReaderModel(file)) else { preconditionFailure("no path computes here") }
    reader = SentenceReader(network)
  }

  /// What the tagger says of each word of each sentence. Words may be anything, empty ones too.
  public func tag(_ sentences: [[String]], wantsTrees: Bool = true) -> [[Word]] {
    var bytes: [UInt8] = []
    var words: [Range<Int>] = []
    var segments: [Range<Int>] = []
    for sentence in sentences {
      let first = words.count
      for word in sentence {
        let start = bytes.count
        bytes.append(contentsOf: word.utf8)
        words.append(start..<bytes.count)
      }
      segments.append(first..<words.count)
    }
    let text = ReaderText(bytes: bytes, words: words, segments: segments)
    var tagged = [[Word]](repeating: [], count: sentences.count)
    let readings = reader.sentences(of: text, ends: .segments, wantsTrees: wantsTrees)
    // Each segment that has words gives one reading, in order.
    var next = readings.makeIterator()
    for (index, segment) in segments.enumerated() where !segment.isEmpty {
      guard let reading = next.next() else { break }
      tagged[index] = reading.words.indices.map { word in self.word(reading, word - reading.words.lowerBound) }
    }
    return tagged
  }

  private func word(_ reading: SentenceReading, _ index: Int) -> Word {
    let model = reader.model
    let hasTree = !reading.heads.isEmpty
    return Word(
      name: model.nameLabels[reading.names[index]], upos: model.uposLabels[reading.upos[index]],
      head: hasTree ? reading.heads[index] : 0, relation: hasTree ? model.relationLabels[reading.relations[index]] : "")
  }
}
