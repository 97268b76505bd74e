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
  public static let embedded = WeightsFile.embedded(hearsay_weights(), Tagger.init)

  /// A tagger with the weights in `bytes`, the content of a file as docs/decisions/0401-weights-file.md has it.
  public init(weights bytes: [UInt8]) throws(WeightsError) {
    try self.init(WeightsFile.copying(bytes))
  }

  init(_ file: WeightsFile) throws(WeightsError) {
    guard let network = ReaderNetwork(try ReaderModel(file)) else { preconditionFailure("no path computes here") }
    reader = SentenceReader(network)
  }

  /// What the tagger says of each word of each sentence. Words may be anything, empty ones too.
  ///
  /// Each sentence is read alone. With `asText` they are sentences of one text, in order: names are read a second time among
  /// their neighbours, both readings count alike, and what the sentences say of one word agrees (`NameAgreement`).
  public func tag(_ sentences: [[String]], wantsTrees: Bool = true, asText: Bool = false) -> [[Word]] {
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
    var readings = reader.sentences(of: text, ends: .segments, wantsTrees: wantsTrees)
    if asText {
      let ends = SentenceReader.Ends.known(Set(segments.map { $0.upperBound - 1 }))
      let whole = ReaderText(bytes: bytes, words: words, segments: [words.indices])
      let among = reader.sentences(of: whole, ends: ends, wantsTrees: false)
      for (index, other) in zip(readings.indices, among) { readings[index].meanNames(with: other) }
      reader.agree(&readings, in: text)
    }
    // Each sentence that has words gives one reading, in order.
    var next = readings.makeIterator()
    return segments.map { segment in
      guard !segment.isEmpty, let reading = next.next() else { return [] }
      return self.words(reading)
    }
  }

  private func words(_ reading: SentenceReading) -> [Word] {
    let model = reader.model
    let hasTree = !reading.heads.isEmpty
    return reader.names(of: reading).enumerated().map { index, name in
      Word(
        name: model.nameLabels[name.tag], upos: model.uposLabels[reading.upos[index]],
        head: hasTree ? reading.heads[index] : 0,
        relation: hasTree ? model.relationLabels[reading.relations[index]] : "")
    }
  }
}
