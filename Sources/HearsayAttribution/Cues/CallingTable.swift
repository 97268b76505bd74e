internal import CHearsayTables
internal import HearsayCore

/// What calling somebody or something so does beyond saying it, from `callings.tsv`: "a liar" accuses, "baseless" denies.
struct CallingTable: Sendable {
  /// What must be called so.
  enum Object: String, Sendable, CaseIterable {
    /// Anybody; the word is a noun.
    case person
    /// What somebody says: "the accusation".
    case claim
    /// What a pronoun stands for: "called it a lie".
    case it
  }

  /// A word that somebody or something is called.
  struct Row: Sendable {
    /// In lower case.
    let word: String
    /// What calling it so does.
    let act: Statement.Act
    let objects: Set<Object>
  }

  /// The table that the program carries.
  static let standard: CallingTable = {
    let table = hearsay_table_callings()
    return CallingTable(TableReader(bytes: table.bytes, count: table.count))
  }()

  /// The rows, in the table's order.
  let rows: [Row]
  private let index: [String: Int]

  init(_ table: TableReader) {
    let rows = table.rows.map { row in
      let objects = row.list("object").map { Object(rawValue: $0) }
      guard let word = row.text("word"), let act = row.text("act").flatMap(Statement.Act.init(rawValue:)),
        !objects.isEmpty, !objects.contains(nil)
      else { preconditionFailure("callings.tsv, line \(row.line): a word, an act, what is called so") }
      return Row(word: word, act: act, objects: Set(objects.compactMap(\.self)))
    }
    self.rows = rows
    index = Dictionary(rows.indices.map { (rows[$0].word, $0) }) { first, _ in first }
  }

  /// The row of `word`, in lower case; nil where calling somebody so only says so.
  subscript(word: String) -> Row? { index[word].map { rows[$0] } }
}
