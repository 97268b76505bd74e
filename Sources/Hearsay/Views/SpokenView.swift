import HearsayCore
import HearsayGraph

/// The views that add up statements by one actor about another.
struct SpokenView {
  private struct Ends: Hashable {
    let speaker: String
    let target: String
    /// The speech act and whether it was denied, where acts are told apart.
    var act: Statement.Act?
    var polarity: Statement.Polarity?
  }

  private let statements: StatementIndex
  private let documents: [Document]
  private let count: TieCount

  init(_ statements: StatementIndex, _ documents: [Document], _ count: TieCount) {
    self.statements = statements
    self.documents = documents
    self.count = count
  }

  /// One edge for all statements by one actor about another.
  func addSpeakers(to edges: inout EdgeList) {
    let groups = Dictionary(grouping: statements.ties) { Ends(speaker: $0.speaker, target: $0.target.entity) }
    for (ends, ties) in groups { add(ties, from: ends.speaker, to: ends.target, to: &edges) }
  }

  /// One edge for all statements of one act, affirmed or denied, by a speaker about a target, which is a node of its own.
  func addActs(to graph: inout Graph, _ edges: inout EdgeList) {
    let ties = statements.ties
    for entity in Set(ties.map(\.target.entity)).sorted() {
      guard let index = graph.index(ofNode: entity) else { continue }
      var values: [String: AttributeValue?] = [:]
      for (name, value) in zip(graph.nodeSchema.names, graph.nodes[index].values) { values[name] = value }
      values["kind"] = .string("target")
      values["entity"] = .string(entity)
      values["bipartite"] = .int(1)
      graph.addNode("target." + entity, values)
    }
    let groups = Dictionary(grouping: ties) {
      Ends(speaker: $0.speaker, target: $0.target.entity, act: $0.first.act, polarity: $0.first.polarity)
    }
    for (ends, ties) in groups {
      guard let act = ends.act?.rawValue, let polarity = ends.polarity?.rawValue else { continue }
      add(
        ties, from: ends.speaker, to: "target." + ends.target, to: &edges,
        ["act": .string(act), "polarity": .string(polarity)], identity: [act, polarity])
    }
  }

  private func add(
    _ ties: [SpokenTie], from: String, to: String, to edges: inout EdgeList, _ more: [String: AttributeValue?] = [:],
    identity: [String] = []
  ) {
    guard let first = ties.min(by: { statements.comesBefore($0.target, $1.target) }) else { return }
    let days = ties.compactMap { Material.days(of: $0.first, in: documents[$0.reports[0].document]) }
    var values: [String: AttributeValue?] = [
      "acts": .list(Self.acts(of: ties)), "evidence": .list(ties.map(\.statement).sorted()),
      "first_date": days.map(\.lowerBound).min().map { .string($0.description) },
      "last_date": days.map(\.upperBound).max().map { .string($0.description) },
    ]
    for count in TieCount.allCases { values[count.rawValue] = .int(statements.number(of: ties, by: count)) }
    values.merge(more) { $1 }
    edges.add(
      "speaks", from: from, to: to, weight: Double(statements.number(of: ties, by: count)),
      evidence: .text(document: first.target.document, range: first.target.range), values, identity: identity)
  }

  /// The acts of `ties`, each once, the commonest first; of two as common, the one that the vocabulary lists first.
  private static func acts(of ties: [SpokenTie]) -> [String] {
    let counts = Statement.Act.allCases.map { act in ties.count { $0.first.act == act } }
    return counts.indices.filter { counts[$0] > 0 }
      .sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1 }
      .map { Statement.Act.allCases[$0].rawValue }
  }
}
