import CHearsayTables
import HearsayCore

/// Holders of the highest offices of states, whom news names without the country: "President Joe Biden".
struct LeaderTable: Sendable {
  /// One term.
  struct Term: Sendable {
    let name: PersonName
    let office: String
    /// ISO 3166-1 alpha-2.
    let country: String
    /// The years in which it began and ended; nil where it had not ended when the table was made.
    let from: Int
    let to: Int?
  }

  /// The table that the program carries, read once.
  static let standard = LeaderTable()

  private let bySurname: [String: [Term]]
  /// The countries of the table, sorted.
  let countries: [String]

  private init() {
    var bySurname: [String: [Term]] = [:]
    for row in Self.rows() {
      guard let name = row.text("name"), let office = row.text("office"), let country = row.text("country"),
        let from = row.text("from").flatMap({ Int($0) })
      else { continue }
      let term = Term(
        name: PersonName(name), office: office, country: country, from: from, to: row.text("to").flatMap { Int($0) })
      bySurname[Self.key(term.name), default: []].append(term)
    }
    self.bySurname = bySurname
    countries = Set(bySurname.values.joined().map(\.country)).sorted()
  }

  /// The table's rows as they stand in its file.
  static func rows() -> [TableReader.Row] {
    let table = hearsay_table_leaders()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }

  private static func key(_ name: PersonName) -> String { name.parts.last.map(SpellingKey.surname) ?? "" }

  /// The one state that someone called `name` was at the head of or spoke for, whenever that was: in full, or by a surname that few
  /// others bear.
  func country(of name: PersonName) -> String? {
    if name.parts.count == 1, name.parts[0].utf8.count >= 5, !CommonSurnames.standard.contains(name.parts[0]) {
      let countries = Set((bySurname[Self.key(name)] ?? []).map(\.country))
      return countries.count == 1 ? countries.first : nil
    }
    guard name.isFull, let first = name.given.first else { return nil }
    let terms = (bySurname[Self.key(name)] ?? []).filter {
      $0.name.given.first.map { SpellingKey.given($0) == SpellingKey.given(first) } ?? false
    }
    let countries = Set(terms.map(\.country))
    return countries.count == 1 ? countries.first : nil
  }

  /// The one state in which someone called `name`, in full or by the surname, held `office`.
  ///
  /// - Parameter year: when the text appeared, where known: terms that begin later are not meant, nor those that ended before.
  func country(of name: PersonName, office: String, year: Int?) -> String? {
    let terms = (bySurname[Self.key(name)] ?? []).filter { term in
      guard term.office == office else { return false }
      if let year, year < term.from || year > term.to ?? .max { return false }
      guard let mine = name.given.first, let theirs = term.name.given.first else { return !name.isFull }
      return SpellingKey.given(mine) == SpellingKey.given(theirs) || name.isCompatible(with: term.name)
    }
    let countries = Set(terms.map(\.country))
    return countries.count == 1 ? countries.first : nil
  }
}
