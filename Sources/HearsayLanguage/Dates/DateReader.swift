internal import CHearsayWeights
public import HearsayCore

/// Finds when statements were said that no rule dates, with a network that weighs the times which the text names nearby.
///
/// docs/decisions/0504-date-reader.md says what it learnt from and what it is worth.
public struct DateReader: Annotator {
  /// The share above which a time is taken: in view, more than half of those with less are wrong.
  static let leastShare: Float = 0.7

  private let network: DateNetwork
  /// Workspaces that no thread uses at the moment.
  private let spaces = Locked<[DateWorkspace]>([])

  /// The reader with the weights that are part of the program, read in place at first use.
  public static let embedded = WeightsFile.embedded(hearsay_date_weights(), DateReader.init)

  /// A reader with the weights in `bytes`, the content of a file as docs/decisions/0401-weights-file.md has it.
  ///
  /// - Throws: `WeightsError` where the bytes are no such weights.
  public init(weights bytes: [UInt8]) throws(WeightsError) {
    try self.init(WeightsFile.copying(bytes))
  }

  init(_ file: WeightsFile) throws(WeightsError) {
    guard let network = DateNetwork(try DateModel(file)) else { preconditionFailure("no path computes here") }
    self.network = network
  }

  /// Words and what the reader knows of them, sentences, statements and times.
  public var reads: Set<Layer> { [.tokens, .vectors, .sentences, .statements, .times] }
  /// When statements were said.
  public var fills: Set<Layer> { [.dates] }

  /// Fills `date` and `dateShare` of statements that have no date, and empties the layer of vectors, the largest of all.
  public func annotate(_ document: inout Document) {
    defer { document.dropVectors() }
    guard document.vectors.width == network.model.encoder.width, !document.times.isEmpty else { return }
    let text = DateText(document)
    let windows = text.windows()
    guard !windows.isEmpty else { return }
    let space = spaces.withLock { $0.popLast() } ?? DateWorkspace(network.model)
    defer { spaces.withLock { $0.append(space) } }
    for window in windows {
      let shares = network.shares(window, of: document.vectors, marks: text.marks, in: space)
      for (question, shares) in zip(window.questions, shares) {
        // What only may or is yet to be said has no date, and of what another quotes most found in view were wrong.
        let statement = document.statements[question.statement]
        guard statement.modality == nil, statement.within == nil,
          let found = Self.date(question.candidates, shares)
        else { continue }
        document.statements[question.statement].date = found.date
        document.statements[question.statement].dateShare = Double(found.share)
      }
    }
  }

  /// Lets go of the network's numbers, some megabytes for each thread that has read.
  public func releaseMemory() { spaces.withLock { $0.removeAll() } }

  /// The date whose times have more than `leastShare` together.
  private static func date(_ candidates: [DateCandidate], _ shares: [Float]) -> (date: ResolvedDate, share: Float)? {
    var sums: [(date: ResolvedDate, share: Float)] = []
    for (candidate, share) in zip(candidates, shares) {
      if let index = sums.firstIndex(where: { $0.date == candidate.date }) {
        sums[index].share += share
      } else {
        sums.append((candidate.date, share))
      }
    }
    return sums.first { $0.share > leastShare }
  }
}
