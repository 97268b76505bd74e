import HearsayCore

/// Someone whom a statement is about or addressed to, and the first place that says so.
struct PlacedTarget {
  let entity: String
  /// An index into the documents.
  let document: Int
  let range: TextRange
}

/// A statement by one actor about another.
struct SpokenTie {
  let statement: String
  let speaker: String
  let target: PlacedTarget
  let reports: [StatementIndex.Report]
  /// What was said, as the first report has it.
  let first: Statement
}

extension StatementIndex {
  /// Whom a statement is about, by any of its reports, each once with the first report that says so.
  func targets(of reports: [Report]) -> [PlacedTarget] { placed(reports) { statement($0).about } }

  /// Whom a statement was said to, likewise.
  func addressees(of reports: [Report]) -> [PlacedTarget] { placed(reports) { statement($0).addressees } }

  /// Every statement by someone about someone else, by statement.
  var ties: [SpokenTie] {
    reports.flatMap { id, reports -> [SpokenTie] in
      let first = statement(reports[0])
      guard let speaker = first.speaker else { return [] }
      return targets(of: reports).filter { $0.entity != speaker }.map {
        SpokenTie(statement: id, speaker: speaker, target: $0, reports: reports, first: first)
      }
    }
  }

  private func placed(_ reports: [Report], _ targets: (Report) -> [Statement.Target]) -> [PlacedTarget] {
    var seen: Set<String> = []
    var result: [PlacedTarget] = []
    for report in reports {
      for target in targets(report) where seen.insert(target.entity).inserted {
        result.append(PlacedTarget(entity: target.entity, document: report.document, range: target.range))
      }
    }
    return result
  }

  /// How much `ties` come to, counted by `count`.
  func number(of ties: [SpokenTie], by count: TieCount) -> Int {
    switch count {
    case .reports: ties.reduce(0) { $0 + $1.reports.count }
    case .documents: Set(ties.flatMap { $0.reports.map(\.document) }).count
    case .statements: ties.count
    case .origins: ties.reduce(0) { $0 + origins(of: $1.reports) }
    }
  }
}
