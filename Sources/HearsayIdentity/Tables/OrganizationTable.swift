import CHearsayTables
import HearsayCore

/// An organization that news speaks of without introducing it.
struct KnownOrganization: Hashable, Sendable {
  /// What it is called: the initials where they are better known than the name.
  let label: String
  /// The full name.
  let name: String
  /// Its initials.
  let acronyms: [String]
  /// Other names and spellings.
  let variants: [String]
  /// The noun that a later "the alliance" may refer to it by.
  let kind: String
  /// The state that it belongs to.
  let country: String?
  /// The id of its Wikidata item, where known.
  let wikidata: String?
  /// Whether its names mean other things too: "time", a hill.
  let isCommon: Bool

  /// The id of its node.
  var id: String { "organization." + Folding.slug(label) }
}

/// The organizations that the program knows.
public struct OrganizationTable: Sendable {
  /// The table that the program carries, read once.
  public static let standard = OrganizationTable()

  /// The rows, in the table's order.
  let organizations: [KnownOrganization]
  private let forms: PhraseTable<Int>
  private let indexByKey: [String: Int]
  private let indexByAcronym: [String: Int]
  private let indexByID: [String: Int]
  private let indexBySpelling: [String: Int]

  private init() {
    let table = hearsay_table_organizations()
    organizations = TableReader(bytes: table.bytes, count: table.count).rows.map { row in
      KnownOrganization(
        label: row.text("label") ?? "", name: row.text("name") ?? "", acronyms: row.list("acronyms"),
        variants: row.list("variants"), kind: row.text("kind") ?? "", country: row.text("country"),
        wikidata: row.text("wikidata"), isCommon: row.text("common") == "yes")
    }
    var forms = PhraseTable<Int>()
    var keys: [String: Int] = [:]
    var acronyms: [String: Int] = [:]
    var ids: [String: Int] = [:]
    var spellings: [String: Int] = [:]
    for (index, organization) in organizations.enumerated() {
      ids[organization.id] = index
      for form in Set([organization.name] + organization.acronyms + organization.variants).sorted() {
        forms.insert(form, index)
        keys[Folding.key(form)] = index
        let spelling = SpellingKey.organization(form)
        if spelling.utf8.contains(0x20) { spellings[spelling] = index }
      }
      for acronym in organization.acronyms { acronyms[acronym] = index }
    }
    (self.forms, indexByKey, indexByAcronym, indexByID) = (forms, keys, acronyms, ids)
    indexBySpelling = spellings
  }

  /// The Wikidata id of the organization whose node is `id`, where the table knows it.
  public func wikidata(id: String) -> String? { indexByID[id].flatMap { organizations[$0].wikidata } }

  /// The organization whose node is `id`.
  func organization(id: String) -> KnownOrganization? { indexByID[id].map { organizations[$0] } }

  /// The longest form that begins at byte `start` of `text`, where a word begins.
  func longestForm(in text: [UInt8], at start: Int) -> (end: Int, organization: KnownOrganization)? {
    forms.longestMatch(in: text, at: start).map { ($0.end, organizations[$0.values[0]]) }
  }

  /// The organization with a form that compares equal to `name`; see `Folding.key`.
  func organization(named name: some StringProtocol) -> KnownOrganization? {
    indexByKey[Folding.key(name)].map { organizations[$0] }
  }

  /// The organization with a name of several words that `SpellingKey.organization` leaves alike.
  func organization(spelled key: String) -> KnownOrganization? { indexBySpelling[key].map { organizations[$0] } }

  /// The organization with exactly these initials.
  func organization(acronym: some StringProtocol) -> KnownOrganization? {
    indexByAcronym[String(acronym)].map { organizations[$0] }
  }
}
