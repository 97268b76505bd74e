import HearsayCore

/// The statements of a run as rows: date, speaker, act, target, words, article, source.
public struct StatementTable: Sendable {
  /// One statement as one document reports it. What is unknown is empty.
  public struct Row: Hashable, Sendable {
    /// When it was said: ISO 8601, as exactly as the text gives it.
    public let date: String
    /// The speaker's name, or the words that stand for one ("officials").
    public let speaker: String
    /// The speech act; `not ` before it where it is said not to be done: "did not deny".
    public let act: String
    /// The names of those it is about, parted by `; `.
    public let target: String
    /// What was said.
    public let words: String
    /// The article's title, else its id.
    public let article: String
    /// Where the article came from.
    public let source: String

    /// The cells, in the order of `columns`.
    public var cells: [String] { [date, speaker, act, target, words, article, source] }
  }

  /// The names of the columns.
  public static let columns = ["date", "speaker", "act", "target", "words", "article", "source"]

  /// The rows, by document, then place in it.
  public let rows: [Row]

  /// The table of a run.
  ///
  /// - Parameter leastConfidence: The least confidence, 0...1, at which a statement is shown.
  public init(_ corpus: Corpus, leastConfidence: Double = 0) {
    rows = corpus.documents.flatMap { document in
      let labels = Dictionary(document.entities.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
      return document.statements.filter { $0.confidence >= leastConfidence }.map { statement in
        Row(
          date: statement.date?.text ?? "",
          speaker: statement.speaker.flatMap { labels[$0] } ?? document.text(of: statement.source),
          act: ToldAct(statement).plain,
          target: statement.about.compactMap { labels[$0.entity] }.joined(separator: "; "),
          words: StatementText.words(of: statement, in: document),
          article: document.metadata.title ?? document.id, source: document.source)
      }
    }
  }

  /// The table as CSV (RFC 4180), with a line of column names.
  public var csv: String {
    ([Self.columns] + rows.map(\.cells)).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell: quoted where it must be, and never taken for a formula by a spreadsheet.
  private static func cell(_ text: String) -> String {
    // A cell that begins with one of these is a formula to Excel and LibreOffice: an article must not run one.
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    // By scalars: a quotation mark with an accent over it is another character, and a quotation mark all the same.
    guard text.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
