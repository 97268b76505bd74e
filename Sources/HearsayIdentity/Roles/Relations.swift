import HearsayCore

/// The relations of one document, each said once.
struct Relations {
  /// The document's entities, with the countries that organizations' names give away.
  private(set) var entities: [Entity]
  private var found: [Relation] = []
  private var seen: Set<String> = []
  /// The ends of the roles found, with and without their offices.
  private var roles: Set<String> = []
  private var indexByID: [String: Int] = [:]
  /// The country that a person's office gives, by the person's index.
  private(set) var countryOfPerson: [Int: String] = [:]

  init(entities: [Entity]) {
    self.entities = entities
    for (index, entity) in entities.enumerated() { indexByID[entity.id] = index }
  }

  private mutating func add(_ relation: Relation) {
    guard relation.from != relation.to else { return }
    let key = [relation.kind.rawValue, relation.from, relation.to, relation.role ?? "", String(relation.isFormer)]
    if seen.insert(key.joined(separator: "\t")).inserted {
      found.append(relation)
      if relation.kind == .role {
        roles.insert(relation.from + "\t" + relation.to)
        roles.insert([relation.from, relation.to, relation.role ?? ""].joined(separator: "\t"))
      }
    }
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
        let person = indexByID[mention.entity], entities[person].kind == .person
      else { continue }
      if let country = spots[holder].country, countryOfPerson[person] == nil { countryOfPerson[person] = country }
      add(
        Relation(
          .role, from: entities[person].id, to: entities[spots[holder].entity].id, role: phrase.role,
          isFormer: phrase.isFormer, evidence: .text(words.range(phrase.extent))))
    }
  }

  /// "Foreign Minister Sergey Lavrov", where another phrase of the text says of which country, or a table does and the text
  /// speaks of it.
  mutating func addOffices(_ phrases: [RolePhrase], spots: [Spot], words: Words) {
    let year = words.document.metadata.published?.year
    for phrase in phrases
    where phrase.holder == nil && phrase.complement == nil && phrase.isOfState && !phrase.isOccupation
      && !phrase.isFormer
    {
      guard let person = phrase.person else { continue }
      let leader = LeaderTable.standard.country(
        of: PersonName(entities[spots[person].entity].label), office: phrase.role, year: year)
      guard let code = countryOfPerson[spots[person].entity] ?? leader,
        let country = indexByID["country." + code]
      else { continue }
      let (from, to) = (entities[spots[person].entity].id, entities[country].id)
      if roles.contains([from, to, phrase.role].joined(separator: "\t")) { continue }
      countryOfPerson[spots[person].entity] = code
      let name = spots[person].tokens
      let tokens = min(phrase.extent.lowerBound, name.lowerBound)..<max(phrase.extent.upperBound, name.upperBound)
      add(Relation(.role, from: from, to: to, role: phrase.role, evidence: .text(words.range(tokens))))
    }
  }

  /// "In Kazakhstan, the police arrested Karim Holt. Holt, a former prime minister, …": an office held no more, without a country, is of
  /// the country that the sentence begins with which names its holder first.
  mutating func addFormerOffices(_ phrases: [RolePhrase], spots: [Spot], words: Words) {
    for phrase in phrases
    where phrase.holder == nil && phrase.complement == nil && phrase.isOfState && phrase.isFormer
      && phrase.attachment == .after
    {
      guard let person = phrase.person, countryOfPerson[spots[person].entity] == nil,
        let first = spots.first(where: { $0.entity == spots[person].entity })?.tokens.lowerBound,
        words.sentence[first] >= 0
      else { continue }
      let start = words.document.sentences[words.sentence[first]].tokens.lowerBound
      guard words.word(start) == "in",
        let country = spots.first(where: {
          $0.kind == .country && $0.form == .name && $0.tokens.lowerBound == start + 1
        }),
        words.word(country.tokens.upperBound) == ",",
        LeaderTable.standard.country(
          of: PersonName(entities[spots[person].entity].label), office: phrase.role, year: nil) ?? country.country
          == country.country
      else { continue }
      countryOfPerson[spots[person].entity] = country.country
      let tokens = spots[person].tokens.lowerBound..<phrase.extent.upperBound
      add(
        Relation(
          .role, from: entities[spots[person].entity].id, to: entities[country.entity].id, role: phrase.role,
          isFormer: true, evidence: .text(words.range(tokens))))
    }
  }

  /// A person of an organization without an office: "the State Department's Ned Price".
  mutating func add(_ tie: Affiliations.Tie, spots: [Spot], words: Words) {
    let (person, holder) = (spots[tie.person], spots[tie.holder])
    if let country = holder.country, countryOfPerson[person.entity] == nil { countryOfPerson[person.entity] = country }
    let ends = entities[person.entity].id + "\t" + entities[holder.entity].id
    if roles.contains(tie.role.map { ends + "\t" + $0 } ?? ends) { return }
    add(
      Relation(
        .role, from: entities[person.entity].id, to: entities[holder.entity].id, role: tie.role,
        isFormer: tie.isFormer, evidence: .text(words.range(tie.tokens))))
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
    var organs: [String: Mention] = [:]
    for mention in mentions where mention.rule == "organ of a country" && organs[mention.entity] == nil {
      organs[mention.entity] = mention
    }
    for entity in entities where entity.kind == .place || entity.kind == .organization {
      guard let code = entity.country, let country = CountryTable.standard.country(code) else { continue }
      if indexByID[country.id] == nil {
        // "Russian Foreign Ministry" names Russia; a table's word alone does not bring a country into a text.
        guard organs[entity.id] != nil else { continue }
        indexByID[country.id] = entities.count
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
        } else if let mention = organs[entity.id] {
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
