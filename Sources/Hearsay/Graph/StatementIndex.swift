import HearsayCore
import HearsayGraph

/// The statements of all documents, each with the documents that report it.
struct StatementIndex {
  /// One document's report of a statement: indices into the documents and their statements.
  struct Report {
    let document: Int
    let statement: Int
  }

  /// Statement ids, in order, with their reports: one a document, the earliest that has the words by which the statement is
  /// called first, then the others by date.
  private(set) var reports: [(id: String, reports: [Report])] = []
  private let documents: [Document]
  /// The place of each document by date, then id.
  private let rank: [Int]

  /// The statements whose confidence is `leastConfidence` or more, and that `isKept` keeps, which gets the first report of
  /// each and the index of its document.
  init(
    _ documents: [Document], leastConfidence: Double, isKept: (Statement, Int) -> Bool = { _, _ in true }
  ) {
    self.documents = documents
    var found: [String: [Report]] = [:]
    // By date, then id, undated last: the first report is the earliest, however the documents were given.
    let order = documents.indices.sorted {
      (documents[$0].metadata.published?.description ?? "9999-99-99", documents[$0].id)
        < (documents[$1].metadata.published?.description ?? "9999-99-99", documents[$1].id)
    }
    for document in order {
      for (index, statement) in documents[document].statements.enumerated()
      where statement.confidence >= leastConfidence && found[statement.id]?.last?.document != document {
        found[statement.id, default: []].append(Report(document: document, statement: index))
      }
    }
    var rank = [Int](repeating: 0, count: documents.count)
    for (place, document) in order.enumerated() { rank[document] = place }
    self.rank = rank
    reports = found.sorted { $0.key < $1.key }.map { id, reports in
      let own = reports.firstIndex { documents[$0.document].statements[$0.statement].wordingID == id } ?? 0
      return (id, [reports[own]] + reports[..<own] + reports[(own + 1)...])
    }
    .filter { isKept(documents[$0.reports[0].document].statements[$0.reports[0].statement], $0.reports[0].document) }
  }

  /// How many of `reports` are no copies of another article's.
  func origins(of reports: [Report]) -> Int {
    Set(reports.map { documents[$0.document].copyOf ?? documents[$0.document].id }).count
  }

  /// Whether one place in the documents comes before another: by the documents' dates, then their ids.
  func comesBefore(_ left: PlacedTarget, _ right: PlacedTarget) -> Bool {
    (rank[left.document], left.range.start, left.range.end) < (rank[right.document], right.range.start, right.range.end)
  }

  /// What `report` reports.
  func statement(_ report: Report) -> Statement { documents[report.document].statements[report.statement] }

  /// The attributes that a statement carries, as a node or as an edge, told as its first report tells it.
  func values(of reports: [Report]) -> [String: AttributeValue?] {
    let first = reports[0]
    let document = documents[first.document]
    let statement = document.statements[first.statement]
    let cue = document.text(of: statement.cue)
    return [
      "text": .string(StatementText.words(of: statement, in: document)),
      "speech": .string(statement.speech.rawValue),
      "act": .string(statement.act.rawValue),
      "cue": cue.isEmpty ? nil : .string(cue),
      "polarity": .string(statement.polarity.rawValue),
      "modality": statement.modality.map { .string($0) },
      "date": statement.date.map { .string($0.text) },
      "date_resolution": statement.date.map { .string($0.resolution.rawValue) },
      "within": statement.within.map { .string(document.statements[$0].id) },
      "reports": .int(reports.count),
      "origins": .int(origins(of: reports)),
      "confidence": .double(Confidence.rounded(statement.confidence)),
    ]
  }
}
