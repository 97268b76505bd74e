import CHearsayTables
import HearsayCore

/// Names that a machine has reworded with a thesaurus: "Collective Safety Treaty Group (CSTO)", "State Division".
enum RewordedNames {
  /// Whether a text that makes these introductions gives an organization of the table, told by its initials, a name that nobody else
  /// gives it.
  static func areUsed(_ introductions: [AcronymReader.Introduction]) -> Bool {
    introductions.contains { introduction in
      let name = introduction.name.name
      return introduction.name.id != nil && OrganizationTable.standard.organization(named: name) == nil
        && OrganizationTable.standard.organization(spelled: SpellingKey.organization(name)) == nil
    }
  }

  /// The one organization of the table whose name is `name` but for one word that means the same.
  static func known(_ name: String) -> KnownOrganization? {
    let words = Folding.key(name).split(separator: " ").map(String.init)
    guard words.count >= 2, OrganizationTable.standard.organization(named: name) == nil else { return nil }
    var known: Set<KnownOrganization> = []
    for place in words.indices {
      for other in Self.synonyms(of: words[place]) {
        var reworded = words
        reworded[place] = other
        if let organization = OrganizationTable.standard.organization(named: reworded.joined(separator: " ")) {
          known.insert(organization)
        }
      }
    }
    return known.count == 1 ? known.first : nil
  }

  /// Whether one of two words may stand for the other in a rewording.
  static func areSynonyms(_ left: String, _ right: String) -> Bool {
    table[left]?.contains(right) ?? false || table[right]?.contains(left) ?? false
  }

  /// The words that may stand for `word`, and those that may stand for these: a thesaurus is used by who does not mind.
  private static func synonyms(of word: String) -> Set<String> {
    let near = table[word] ?? []
    return near.reduce(near) { $0.union(table[$1] ?? []) }.subtracting([word])
  }

  private static let table: [String: Set<String>] = {
    let table = hearsay_table_synonyms()
    var synonyms: [String: Set<String>] = [:]
    for row in TableReader(bytes: table.bytes, count: table.count).rows {
      guard let word = row.text("word") else { continue }
      synonyms[word, default: []].formUnion(row.list("synonyms"))
      for other in row.list("synonyms") { synonyms[other, default: []].insert(word) }
    }
    return synonyms
  }()
}
