internal import CHearsayWeights
public import HearsayCore

/// Finds when statements were said, with a network that weighs the times which the text names nearby and what rules say.
///
/// docs/decisions/0504-date-reader.md says what it learnt from and what it is worth.
public struct DateReader: Annotator {
  /// The share above which a date is taken that no rule gives.
  static let leastShare: Float = 0.5
  /// The share from which on a date stays that a rule gives, where its time stands nearby.
  static let leastShareOfRule: Float = 0.3

  private let network: DateNetwork
  /// Workspaces that no thread uses at the moment.
  private let spaces = Locked<[DateWorkspace]>([])

  /// The reader with the weights that are part of the program, read in place at first use.
  public static let embedded = WeightsFile.embedded(hearsay_date_weights()) { file throws(WeightsError) in
    try DateReader(file, over: .embedded)
  }

  /// A reader with the weights in `bytes`, the content of a file as docs/decisions/0401-weights-file.md has it.
  ///
  /// - Parameter tagger: Whose vocabulary and tables of pieces they learnt with.
  /// - Throws: `WeightsError` where the bytes are no such weights.
  public init(weights bytes: [UInt8], over tagger: Tagger) throws(WeightsError) {
    try self.init(WeightsFile.copying(bytes), over: tagger)
  }

  private init(_ file: WeightsFile, over tagger: Tagger) throws(WeightsError) {
    guard let network = DateNetwork(try DateModel(file, over: tagger.reader.model)) else {
      preconditionFailure("no path computes here")
    }
    self.network = network
  }

  /// Words, sentences, statements and times.
  public var reads: Set<Layer> { [.tokens, .sentences, .statements, .times] }
  /// When statements were said.
  public var fills: Set<Layer> { [.dates] }

  /// Fills `date` and `dateShare` where the network gives a date, and takes those dates away for which it finds too little.
  public func annotate(_ document: inout Document) {
    guard !document.times.isEmpty else { return }
    let text = DateText(document)
    let windows = text.windows()
    guard !windows.isEmpty else { return }
    let pieces = DatePieces(document, network.model.reader.pieces)
    let space = spaces.withLock { $0.popLast() } ?? DateWorkspace(network.model)
    defer { spaces.withLock { $0.append(space) } }
    for window in windows {
      let shares = network.shares(window, of: pieces, marks: text.marks, in: space)
      for (question, shares) in zip(window.questions, shares) {
        let weighed = Self.sums(question.candidates, shares)
        if let rule = document.statements[question.statement].date {
          // Of a time that stands elsewhere the network knows nothing.
          guard let own = weighed.first(where: { $0.date.text == rule.text }), own.share < Self.leastShareOfRule else {
            continue
          }
        }
        let found = weighed.first { $0.share > Self.leastShare }
        document.statements[question.statement].date = found?.date
        document.statements[question.statement].dateShare = found.map { Double($0.share) }
      }
    }
  }

  /// Lets go of the network's numbers, some megabytes for each thread that has read.
  public func releaseMemory() { spaces.withLock { $0.removeAll() } }

  /// The share of each date, that of all its times together.
  private static func sums(_ candidates: [DateCandidate], _ shares: [Float]) -> [(date: ResolvedDate, share: Float)] {
    var sums: [(date: ResolvedDate, share: Float)] = []
    for (candidate, share) in zip(candidates, shares) {
      if let index = sums.firstIndex(where: { $0.date == candidate.date }) {
        sums[index].share += share
      } else {
        sums.append((candidate.date, share))
      }
    }
    return sums
  }
}
