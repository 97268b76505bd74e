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

  /// The likelihood of each draft among `candidates`, summed over its mentions, and that of none.
  func likelihoods(
    _ candidates: [PronounContext.Candidate], none: [String], _ family: Pronoun.Family
  ) -> (of: [Int: Double], none: Double) {
    let scores = candidates.map { score($0.features, family) }
    let noneScore = score(none, family)
    let top = max(noneScore, scores.max() ?? noneScore)
    var sums: [Int: Double] = [:]
    var total = exp(noneScore - top)
    let noneWeight = total
    for (candidate, score) in zip(candidates, scores) {
      let weight = exp(score - top)
      sums[candidate.draft, default: 0] += weight
      total += weight
    }
    return (sums.mapValues { $0 / total }, noneWeight / total)
  }
}
