import CHearsayTables
import HearsayCore

/// What a person's title, given name or pronouns say.
enum Gender: String, Hashable, Sendable {
  case male = "m"
  case female = "f"

  private static let byName = names { _ in true }
  private static let given = Set(names { $0.text("kind") == "given" }.keys)

  private static func names(_ isWanted: (TableReader.Row) -> Bool) -> [String: Gender] {
    var names: [String: Gender] = [:]
    for row in rows() where isWanted(row) {
      if let name = row.text("name") { names[Folding.key(name)] = row.text("gender").flatMap(Gender.init) }
    }
    return names
  }

  /// The table's rows as they stand in its file.
  static func rows() -> [TableReader.Row] {
    let table = hearsay_table_genders()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }

  /// What a full name says: its first part, or the first two ("Kassym-Jomart").
  static func of(_ name: PersonName) -> Gender? {
    guard name.isFull, let first = name.parts.first else { return nil }
    if name.parts.count > 2, let both = byName[name.parts.prefix(2).joined(separator: " ")] { return both }
    return byName[first]
  }

  /// Whether a part of a name, as `Folding.key` leaves it, is known as a given name that is not one of
  /// many spellings.
  static func isKnown(_ part: String) -> Bool { given.contains(part) }

  /// What any name lets one suppose: also "Anna" alone, which may be a surname.
  static func guess(_ name: PersonName) -> Gender? { of(name) ?? name.parts.first.flatMap { byName[$0] } }
}
