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
    let spots = document.mentions.compactMap { mention -> Spot? in
      guard mention.form != .pronoun, mention.form != .role, let index = indexByID[mention.entity] else { return nil }
      return Spot(
        tokens: words.tokens(overlapping: mention.range), entity: index, kind: document.entities[index].kind,
        form: mention.form, country: document.entities[index].country)
    }
    var relations = Relations(entities: document.entities)
    let phrases = RolePhraseReader(words, spots: spots).phrases()
    for phrase in phrases { relations.add(phrase, spots: spots, words: words) }
    relations.addDescriptions(phrases, of: document, spots: spots, words: words)
    relations.addOffices(phrases, spots: spots, words: words)
    for tie in Affiliations(words: words, spots: spots).ties() { relations.add(tie, spots: spots, words: words) }
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

/// The relations of one document, each said once.
struct Relations {
  /// The document's entities, with the countries that organizations' names give away.
  private(set) var entities: [Entity]
  private var found: [Relation] = []
  private var seen: Set<String> = []
  /// The country that a person's office gives, by the person's index.
  private(set) var countryOfPerson: [Int: String] = [:]

  init(entities: [Entity]) { self.entities = entities }

  private mutating func add(_ relation: Relation) {
    guard relation.from != relation.to else { return }
    let key = [relation.kind.rawValue, relation.from, relation.to, relation.role ?? "", String(relation.isFormer)]
    if seen.insert(key.joined(separator: "\t")).inserted { found.append(relation) }
  }

  /// A role phrase with its person.
  mutating func add(_ phrase: RolePhrase, spots: [Spot], words: Words) {
    guard let person = phrase.person else { return }
    let personIndex = spots[person].entity
    for place in [phrase.holder, phrase.nationality].compactMap(\.self) {
      if let country = spots[place].country, countryOfPerson[personIndex] == nil, spots[place].kind != .place {
        countryOfPerson[personIndex] = country
      }
    }
    guard let holder = phrase.holder, !phrase.isOccupation, phrase.core != "counterpart" else { return }
    let tokens =
      min(
        phrase.extent.lowerBound, spots[person].tokens.lowerBound)..<max(
        phrase.extent.upperBound, spots[person].tokens.upperBound)
    add(
      Relation(
        .role, from: entities[personIndex].id, to: entities[spots[holder].entity].id, role: phrase.role,
        isFormer: phrase.isFormer, evidence: .text(words.range(tokens))))
  }

  /// "Moscow's top diplomat", where the description is a mention of someone named elsewhere.
  mutating func addDescriptions(_ phrases: [RolePhrase], of document: Document, spots: [Spot], words: Words) {
    var mentions: [Int: Mention] = [:]
    for mention in document.mentions where mention.form == .role && mention.confidence >= 0.5 {
      mentions[mention.range.end] = mention
    }
    for phrase in phrases where phrase.person == nil && !phrase.isOccupation {
      guard let holder = phrase.holder, let mention = mentions[words.range(phrase.tokens).end],
        let person = entities.firstIndex(where: { $0.id == mention.entity && $0.kind == .person })
      else { continue }
      if let country = spots[holder].country, countryOfPerson[person] == nil { countryOfPerson[person] = country }
      add(
        Relation(
          .role, from: entities[person].id, to: entities[spots[holder].entity].id, role: phrase.role,
          isFormer: phrase.isFormer, evidence: .text(words.range(phrase.extent))))
    }
  }

  /// "Foreign Minister Sergey Lavrov", where another phrase of the text says of which country.
  mutating func addOffices(_ phrases: [RolePhrase], spots: [Spot], words: Words) {
    for phrase in phrases where phrase.holder == nil && phrase.isOfState && !phrase.isOccupation && !phrase.isFormer {
      guard let person = phrase.person, let code = countryOfPerson[spots[person].entity],
        let country = entities.firstIndex(where: { $0.id == "country." + code })
      else { continue }
      let (from, to) = (entities[spots[person].entity].id, entities[country].id)
      if found.contains(where: { $0.kind == .role && $0.from == from && $0.to == to && $0.role == phrase.role }) {
        continue
      }
      let name = spots[person].tokens
      let tokens = min(phrase.extent.lowerBound, name.lowerBound)..<max(phrase.extent.upperBound, name.upperBound)
      add(Relation(.role, from: from, to: to, role: phrase.role, evidence: .text(words.range(tokens))))
    }
  }

  /// A person of an organization without an office: "the State Department's Ned Price".
  mutating func add(_ tie: Affiliations.Tie, spots: [Spot], words: Words) {
    let (person, holder) = (spots[tie.person], spots[tie.holder])
    if let country = holder.country, countryOfPerson[person.entity] == nil { countryOfPerson[person.entity] = country }
    if found.contains(where: {
      $0.kind == .role && $0.from == entities[person.entity].id && $0.to == entities[holder.entity].id
    }) {
      return
    }
    add(
      Relation(
        .role, from: entities[person.entity].id, to: entities[holder.entity].id,
        evidence: .text(words.range(tie.tokens))))
  }

  /// A country or organization that belongs to an organization.
  mutating func add(_ membership: Memberships.Membership, spots: [Spot], words: Words) {
    add(
      Relation(
        .member, from: entities[spots[membership.member].entity].id, to: entities[spots[membership.whole].entity].id,
        evidence: .text(words.range(membership.tokens))))
  }

  /// Organizations and places in countries, where a name or a table says so.
  mutating func addHomes(_ mentions: [Mention]) {
    for entity in entities where entity.kind == .place || entity.kind == .organization {
      guard let code = entity.country, let country = CountryTable.standard.country(code) else { continue }
      if !entities.contains(where: { $0.id == country.id }) {
        // "Russian Foreign Ministry" names Russia; a table's word alone does not bring a country into a text.
        guard mentions.contains(where: { $0.entity == entity.id && $0.rule == "organ of a country" }) else { continue }
        entities.append(
          Entity(
            id: country.id, kind: .country, label: country.name, country: code, confidence: entity.confidence))
      }
      switch entity.kind {
      case .place:
        let isCapital = country.capitals.contains { $0.names.first == entity.label }
        add(
          Relation(
            .part, from: entity.id, to: country.id,
            evidence: .rule(isCapital ? "capitals of states" : "places of states")))
      case .organization:
        if OrganizationTable.standard.organization(id: entity.id)?.country == code {
          add(Relation(.part, from: entity.id, to: country.id, evidence: .rule("organizations of states")))
        } else if let mention = mentions.first(where: { $0.entity == entity.id && $0.rule == "organ of a country" }) {
          add(Relation(.part, from: entity.id, to: country.id, evidence: .text(mention.range)))
        }
      case .person, .country: continue
      }
    }
  }

  /// The relations in order: those with text by its place, then those of tables.
  func sorted() -> [Relation] {
    func place(_ relation: Relation) -> TextRange? {
      if case .text(let range) = relation.evidence { return range }
      return nil
    }
    return found.enumerated().sorted { left, right in
      switch (place(left.element), place(right.element)) {
      case (let a?, let b?): return a == b ? left.offset < right.offset : a < b
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): return (left.element.from, left.element.to) < (right.element.from, right.element.to)
      }
    }.map(\.element)
  }
}
