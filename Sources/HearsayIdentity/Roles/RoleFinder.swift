public import HearsayCore

/// Finds who holds which office where, who belongs to what, and what lies in which country.
public struct RoleFinder: Annotator {
  /// A finder with the program's tables.
  public init() {}

  /// Tokens, sentences and mentions.
  public var reads: Set<Layer> { [.tokens, .sentences, .mentions] }
  /// Relations.
  public var fills: Set<Layer> { [.relations] }

  /// Fills `document.relations`, and the country of each person whose office gives one.
  public func annotate(_ document: inout Document) {
    let words = Words(document)
    var indexByID: [String: Int] = [:]
    for (index, entity) in document.entities.enumerated() { indexByID[entity.id] = index }
    func found(where holds: (Mention) -> Bool) -> [Spot] {
      document.mentions.compactMap { mention in
        guard holds(mention), let index = indexByID[mention.entity] else { return nil }
        return Spot(
          tokens: words.tokens(overlapping: mention.range), entity: index, kind: document.entities[index].kind,
          form: mention.form, country: document.entities[index].country)
      }
    }
    let spots = found { $0.form != .pronoun && $0.form != .role }
    let all = spots + found { ($0.form == .pronoun || $0.form == .role) && $0.confidence >= 0.5 }
    var relations = Relations(entities: document.entities)
    let phrases = RolePhraseReader(words, spots: all, owners: spots.count).phrases()
    for phrase in phrases { relations.add(phrase, spots: all, words: words) }
    relations.addDescriptions(phrases, of: document, spots: all, words: words)
    relations.addOffices(phrases, spots: all, words: words)
    relations.addFormerOffices(phrases, spots: spots, words: words)
    let affiliations = Affiliations(words: words, spots: spots)
    for tie in affiliations.headships() + affiliations.ties() { relations.add(tie, spots: spots, words: words) }
    for membership in Memberships(words: words, spots: spots).memberships() {
      relations.add(membership, spots: spots, words: words)
    }
    relations.addHomes(document.mentions)
    document.relations = relations.sorted()
    document.entities = relations.entities
    for (index, country) in relations.countryOfPerson where document.entities[index].country == nil {
      document.entities[index].country = country
    }
  }
}
