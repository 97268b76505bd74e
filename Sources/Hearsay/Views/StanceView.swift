import HearsayCore
import HearsayGraph

/// Who speaks the same way, or the opposite way, about the same third parties.
///
/// An actor's stance on another is what it said of it, praise less blame; see `Statement.sign`. Two actors agree on a third
/// as much as the weaker of their stances on it where both have the same sign, and are in conflict as much where their signs
/// differ: after P. Leifeld, Discourse Network Analysis (The Oxford Handbook of Political Networks, 2017), who multiplies.
struct StanceView {
  /// What one actor holds of another.
  private struct Stance {
    let actor: String
    /// Not 0.
    let value: Int
    let evidence: [String]
  }

  private struct Pair: Hashable {
    let from: String
    let to: String
  }

  private struct Sum {
    var weight = 0
    var thirdParties: [String] = []
    var evidence: Set<String> = []
  }

  private let stances: [(target: String, stances: [Stance])]

  init(_ statements: StatementIndex, _ count: TieCount) {
    let signed = statements.ties.filter { $0.first.sign != 0 }
    stances = Dictionary(grouping: signed, by: \.target.entity).sorted { $0.key < $1.key }.map { target, ties in
      let ofActors = Dictionary(grouping: ties, by: \.speaker).sorted { $0.key < $1.key }
      return (
        target,
        ofActors.compactMap { actor, ties in
          let value =
            statements.number(of: ties.filter { $0.first.sign > 0 }, by: count)
            - statements.number(of: ties.filter { $0.first.sign < 0 }, by: count)
          return value == 0 ? nil : Stance(actor: actor, value: value, evidence: ties.map(\.statement))
        }
      )
    }
  }

  /// One edge for each pair of actors that agree, or are in conflict, about anyone.
  func addTies(_ view: GraphView, to edges: inout EdgeList) {
    var sums: [Pair: Sum] = [:]
    for (target, stances) in stances {
      for (index, left) in stances.enumerated() where left.actor != target {
        for right in stances[(index + 1)...] where right.actor != target {
          guard (left.value > 0) == (right.value > 0) ? view == .agreement : view == .conflict else { continue }
          // Sorted by actor: the pair begins with the one that sorts first.
          let pair = Pair(from: left.actor, to: right.actor)
          sums[pair, default: Sum()].weight += min(abs(left.value), abs(right.value))
          sums[pair]!.thirdParties.append(target)
          sums[pair]!.evidence.formUnion(left.evidence + right.evidence)
        }
      }
    }
    for (pair, sum) in sums {
      edges.add(
        view.rawValue, from: pair.from, to: pair.to, weight: Double(sum.weight),
        evidence: .rule("\(view.rawValue) about third parties"),
        [
          "count": .int(sum.thirdParties.count), "third_parties": .list(sum.thirdParties),
          "evidence": .list(sum.evidence.sorted()),
        ])
    }
  }
}

extension Statement {
  /// How it speaks of whom it is about: 1 for praise and agreement, -1 for accusing, criticizing and threatening, else 0;
  /// the other way round where it is denied.
  var sign: Int {
    let sign =
      switch act {
      case .praise, .agree: 1
      case .accuse, .criticize, .threaten: -1
      default: 0
      }
    return polarity == .denied ? -sign : sign
  }
}
