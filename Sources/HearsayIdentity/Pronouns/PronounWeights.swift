import CHearsayTables
import Foundation
import HearsayCore

/// How much each feature of a mention speaks for a pronoun standing for it: a log-linear ranking of mentions, learned by
/// Training/pronouns.py; that of "they" is set by hand.
struct PronounWeights: Sendable {
  /// The weights that the program carries, read once.
  static let standard = PronounWeights()

  private let weights: [Pronoun.Family: [String: Double]]

  private init() {
    var weights: [Pronoun.Family: [String: Double]] = [:]
    for row in Self.rows() {
      guard let family = row.text("family").flatMap(Pronoun.Family.init), let feature = row.text("feature"),
        let weight = row.text("weight").flatMap(Double.init)
      else { continue }
      weights[family, default: [:]][feature] = weight
    }
    self.weights = weights
  }

  /// The table's rows as they stand in its file.
  static func rows() -> [TableReader.Row] {
    let table = hearsay_table_pronouns()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }

  /// The sum of the weights of `features`; what the table does not have weighs nothing.
  func score(_ features: [String], _ family: Pronoun.Family) -> Double {
    guard let weights = weights[family] else { return 0 }
    return features.reduce(0) { $0 + (weights[$1] ?? 0) }
  }

  /// How likely each draft is to be meant, summed over its mentions, and nobody named.
  typealias Likelihoods = (of: [Int: Double], none: Double)

  /// The scores of some mentions.
  struct Weighed {
    private let drafts: [Int]
    /// By the features of each mention, and by the attention.
    private let scores: [Double]
    private let regards: [Double]
    private let none: Double

    fileprivate init(drafts: [Int], scores: [Double], regards: [Double], none: Double) {
      (self.drafts, self.scores, self.regards, self.none) = (drafts, scores, regards, none)
    }

    var likelihoods: Likelihoods { likelihoods(zip(scores, regards).map { $0 + $1 }) }
    var likelihoodsWithoutRegard: Likelihoods { likelihoods(scores) }

    private func likelihoods(_ scores: [Double]) -> Likelihoods {
      let top = max(none, scores.max() ?? none)
      var sums: [Int: Double] = [:]
      let noneWeight = exp(none - top)
      var total = noneWeight
      for (draft, score) in zip(drafts, scores) {
        let weight = exp(score - top)
        sums[draft, default: 0] += weight
        total += weight
      }
      return (sums.mapValues { $0 / total }, noneWeight / total)
    }
  }

  /// Weighs `candidates` by their features and what the attention says of them, and by `none` that none of them is meant.
  func weighed(_ candidates: [PronounContext.Candidate], none: [String], _ family: Pronoun.Family) -> Weighed {
    let regard = weights[family]?["regard"] ?? 0
    return Weighed(
      drafts: candidates.map(\.draft), scores: candidates.map { score($0.features, family) },
      regards: candidates.map { $0.regard * regard }, none: score(none, family))
  }
}
