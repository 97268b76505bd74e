import HearsayCore
import HearsayGraph

/// The statements of all documents, each with the documents that report it.
struct StatementIndex {
  /// One document's report of a statement: indices into the documents and their statements.
  struct Report {
    let document: Int
    let statement: Int
  }

  /// Statement ids, in order, with their reports: one a document, the earliest document first.
  private(set) var reports: [(id: String, reports: [Report])] = []
  private let documents: [Document]

  /// The statements whose confidence is `leastConfidence` or more.
  init(_ documents: [Document], leastConfidence: Double) {
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
    reports = found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
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
      "origins": .int(reports.count),
      "confidence": .double(Confidence.rounded(statement.confidence)),
    ]
  }
}
