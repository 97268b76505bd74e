import CHearsayTables
import HearsayCore

/// Spellings and short forms of one name, as far as they are known: "Joe" of "Joseph", "Moammar" of "Muammar".
struct NameVariants: Sendable {
  /// Where in a person's name a part stands.
  enum Part: String, Sendable {
    case given, surname, any
  }

  /// The table that the program carries, read once.
  static let standard = NameVariants()

  private let given: [String: String]
  private let surnames: [String: String]

  private init() {
    var (given, surnames): ([String: String], [String: String]) = ([:], [:])
    for row in Self.rows() {
      let variants = row.list("variants")
      guard let first = variants.first, let part = row.text("part").flatMap(Part.init) else { continue }
      for variant in variants {
        if part != .surname { given[variant] = first }
        if part != .given { surnames[variant] = first }
      }
    }
    (self.given, self.surnames) = (given, surnames)
  }

  /// The table's rows as they stand in its file.
  static func rows() -> [TableReader.Row] {
    let table = hearsay_table_name_variants()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }

  /// The usual spelling of a given name, nil where the table does not know it. `name` as `Folding.key` leaves names.
  func given(_ name: String) -> String? { given[name] }

  /// The usual spelling of a surname, nil where the table does not know it.
  func surname(_ name: String) -> String? { surnames[name] }
}
