import CHearsayTables
import HearsayCore

/// Every entry of ISO 3166-1, Kosovo, and the former states of ISO 3166-3, and how news writes them.
public struct CountryTable: Sendable {
  /// The table that the program carries, read once.
  public static let standard = CountryTable()

  /// The countries, in the table's order.
  public let countries: [Country]

  private let indexByCode: [String: Int]
  private let forms: PhraseTable<CountryForm>

  private init() {
    let rows = Self.rows()
    countries = rows.map(Self.country)
    indexByCode = Dictionary(uniqueKeysWithValues: countries.enumerated().map { ($1.code, $0) })
    var forms = PhraseTable<CountryForm>()
    for (country, row) in zip(countries, rows) {
      let readings = Self.readings(row)
      for (form, kind) in Self.surfaceForms(of: country) {
        forms.insert(form, CountryForm(code: country.code, kind: kind, readings: readings[form] ?? []))
      }
    }
    self.forms = forms
  }

  /// The country with `code`, in capitals, or nil.
  public func country(_ code: String) -> Country? { indexByCode[code].map { countries[$0] } }

  /// The country of a node's id (`country.KZ`), or nil.
  public func country(id: String) -> Country? {
    id.hasPrefix("country.") ? country(String(id.dropFirst("country.".count))) : nil
  }

  /// The longest form that begins at byte `start` of `text`, where a word begins: where it ends and what it may be.
  ///
  /// Letter case counts: "us" and "turkey" are no countries. Forms of four letters or more match in capitals as well.
  public func longestForm(in text: [UInt8], at start: Int) -> (end: Int, forms: [CountryForm])? {
    forms.longestMatch(in: text, at: start).map { ($0.end, $0.values) }
  }

  /// What exactly `form` may be; none where the table has no such form.
  public func forms(of form: String) -> [CountryForm] { forms.values(of: form) }

  /// The table's rows as they stand in its file.
  static func rows() -> [TableReader.Row] {
    let table = hearsay_table_countries()
    return TableReader(bytes: table.bytes, count: table.count).rows
  }

  /// Every way to write `country` that the table has, each with its kind, each once per kind.
  static func surfaceForms(of country: Country) -> [(form: String, kind: CountryForm.Kind)] {
    // A renamed state's names belong to its successor's row, a former territory's to the land that holds it now.
    if country.status == .renamed || (country.status == .territory && country.code.utf8.count == 4) { return [] }
    var forms: [(String, CountryForm.Kind)] = []
    var seen: Set<String> = []
    func add(_ form: String, _ kind: CountryForm.Kind) {
      if seen.insert(form).inserted { forms.append((form, kind)) }
      let capitals = form.uppercased()
      if form.utf8.count >= 4, seen.insert(capitals).inserted { forms.append((capitals, kind)) }
    }
    for name in [country.name] + country.names + country.formerNames { add(name, .name) }
    for adjective in country.adjectives { add(adjective, .adjective) }
    for demonym in country.demonyms + country.plurals { add(demonym, .demonym) }
    // A dissolved state's capital is another country's now.
    let capitals = country.status == .dissolved ? [] : country.capitals
    for capital in capitals { for name in capital.names { add(name, .capital) } }
    for seat in country.seats { add(seat, .seat) }
    return forms
  }

  /// The forms that a row lists as ambiguous, in the row's letter case and in capitals, with their readings.
  static func readings(_ row: TableReader.Row) -> [String: [CountryForm.Reading]] {
    var readings: [String: [CountryForm.Reading]] = [:]
    for entry in row.list("ambiguous") {
      let parts = entry.split(separator: "=")
      guard parts.count == 2 else { continue }
      let values = parts[1].split(separator: ",").compactMap { CountryForm.Reading(rawValue: String($0)) }
      readings[String(parts[0])] = values
      readings[parts[0].uppercased()] = values
    }
    return readings
  }

  private static func country(_ row: TableReader.Row) -> Country {
    Country(
      code: row.text("code") ?? "", alpha2: row.text("alpha2"), alpha3: row.text("alpha3"),
      status: row.text("status").flatMap(Country.Status.init) ?? .state, name: row.text("name") ?? "",
      names: row.list("names"), formerNames: row.list("former"), adjectives: row.list("adjectives"),
      demonyms: row.list("demonyms"), plurals: row.list("plurals"), capitals: row.list("capitals").map(capital),
      seats: row.list("seats"), wikidata: row.text("wikidata"), successors: row.list("successors"))
  }

  /// "Nur-Sultan/Nursultan 2019-2022": names parted by slashes, then the years.
  private static func capital(_ cell: String) -> Country.Capital {
    var names = cell
    var (since, until): (Int?, Int?) = (nil, nil)
    if let space = cell.lastIndex(of: " ") {
      let years = cell[cell.index(after: space)...].split(separator: "-", omittingEmptySubsequences: false)
      let isYears = years.count == 2 && years.allSatisfy { $0.isEmpty || ($0.utf8.count == 4 && Int($0) != nil) }
      if isYears {
        names = String(cell[..<space])
        (since, until) = (Int(years[0]), Int(years[1]))
      }
    }
    return Country.Capital(names: names.split(separator: "/").map(String.init), since: since, until: until)
  }
}
