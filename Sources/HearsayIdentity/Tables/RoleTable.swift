import CHearsayTables
import HearsayCore

/// Words for what people are called and what they do.
struct RoleTable: Sendable {
  /// What a word does in a phrase like "former deputy foreign minister".
  enum Kind: String, CaseIterable, Sendable {
    case title, rank, office, occupation, modifier, former, portfolio
  }

  /// What a word may be.
  struct Entry: Hashable, Sendable {
    let kind: Kind
    /// Whether an office is one of a state when nothing else is said.
    let isOfState: Bool
    /// Where the word itself says so.
    let gender: Gender?
  }

  /// The table that the program carries, read once.
  static let standard = RoleTable()

  private let forms: PhraseTable<Entry>
  /// All forms, for tests.
  let rows: [TableReader.Row]

  private init() {
    let table = hearsay_table_roles()
    rows = TableReader(bytes: table.bytes, count: table.count).rows
    var forms = PhraseTable<Entry>()
    for row in rows {
      guard let form = row.text("form"), let kind = row.text("kind").flatMap(Kind.init) else { continue }
      forms.insert(
        form,
        Entry(
          kind: kind, isOfState: row.text("scope") == "country", gender: row.text("gender").flatMap(Gender.init)))
    }
    self.forms = forms
  }

  /// The longest form that begins at byte `start` of `lowercased` text, where a word begins.
  func longestForm(in lowercased: [UInt8], at start: Int) -> (end: Int, entries: [Entry])? {
    forms.longestMatch(in: lowercased, at: start).map { ($0.end, $0.values) }
  }

  /// What exactly `form`, in lower case, may be.
  func entries(of form: String) -> [Entry] { forms.values(of: form) }
}
