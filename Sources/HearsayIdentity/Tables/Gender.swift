import CHearsayTables
import HearsayCore

/// What a person's title, given name or pronouns say.
enum Gender: String, Hashable, Sendable {
  case male = "m"
  case female = "f"

  private static let byName: [String: Gender] = {
    var names: [String: Gender] = [:]
    for row in rows() {
      if let name = row.text("name") { names[Folding.key(name)] = row.text("gender").flatMap(Gender.init) }
    }
    return names
  }()

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
}
