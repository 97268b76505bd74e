import CHearsayTables
import HearsayCore

/// Surnames that many people bear: "Smith said" in one article need not be the John Smith of another.
struct CommonSurnames: Sendable {
  /// The table that the program carries, read once.
  static let standard = CommonSurnames()

  private let surnames: Set<String>

  private init() { surnames = Set(Self.rows().compactMap { $0.text("surname") }) }

  /// The table's rows as they stand in its file.
  static func rows() -> [TableReader.Row] {
    let table = hearsay_table_surnames()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }

  /// Whether many bear `surname`, as `Folding.key` leaves names: as a surname, or as a given name ("Saleh", "Taylor").
  func contains(_ surname: String) -> Bool { surnames.contains(surname) || Gender.isKnown(surname) }
}
