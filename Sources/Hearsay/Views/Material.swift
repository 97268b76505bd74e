import HearsayCore

/// What of a run's documents a graph is made of: the statements and the articles that the options keep.
struct Material {
  /// The statements that are kept, by id.
  let statements: StatementIndex
  /// Whether each document is of the days that are kept.
  let isOfTime: [Bool]
  /// Whether each document is kept for what it says besides statements: mentions and ties of office.
  let isKept: [Bool]
  /// How many statements and articles were left out because they have no date, or one that is not exact enough.
  let undated: (statements: Int, documents: Int)

  /// What `options` keep of `documents`.
  init(_ documents: [Document], _ options: GraphOptions) {
    let days = options.days
    let published = documents.map(\.days)
    var undatedStatements = 0
    statements = StatementIndex(documents, leastConfidence: options.leastConfidence) { first, document in
      if let acts = options.acts, !acts.contains(first.act) { return false }
      let said = Self.days(of: first, in: documents[document])
      if said == nil, !days.isOpen { undatedStatements += 1 }
      return days.contains(said)
    }
    isOfTime = published.map { days.contains($0) }
    isKept = isOfTime.map { $0 && options.acts == nil }
    undated = (undatedStatements, days.isOpen ? 0 : published.count { $0 == nil })
  }

  /// The days that a statement may have been made on: its own where the text gives them, else that of the article.
  static func days(of statement: Statement, in document: Document) -> ClosedRange<CalendarDate>? {
    statement.date.flatMap(\.days) ?? document.days
  }
}

extension Document {
  /// The day of publication, as a range.
  fileprivate var days: ClosedRange<CalendarDate>? { metadata.published.map { $0...$0 } }
}
