public import HearsayCore

/// Brings the entities of many documents together: a compact profile of each, then one node for each someone.
///
/// The result does not depend on the order in which documents are added. Names are compared within blocks of one
/// surname, or one set of initials, so that time grows near linearly with the number of documents.
public struct IdentityIndex: Sendable {
  private var documents: [(id: String, date: CalendarDate?)] = []
  private var profiles: [Profile] = []
  private var labels = LabelPool()
  /// The ids of the documents, and of those that came twice.
  private var ids: Set<String> = []
  private var repeated: Set<String> = []

  private let corrections: Corrections
  /// Which profiles each correction that splits a node takes out of it, by the correction's index.
  private var split: [Int: Set<Int>] = [:]

  /// An index of no documents.
  ///
  /// - Parameter corrections: What a person has decided.
  public init(corrections: Corrections = .none) { self.corrections = corrections }

  /// Makes room for as many more entities as documents have together, at once: growth keeps what it leaves for a while.
  public mutating func reserveCapacity(_ entities: Int) { profiles.reserveCapacity(profiles.count + entities) }

  /// Remembers the entities of `document`. A document added twice counts once.
  public mutating func add(_ document: Document) {
    let number = documents.count
    documents.append((document.id, document.metadata.published))
    if !ids.insert(document.id).inserted { repeated.insert(document.id) }
    var forms: [String: [String: Int]] = [:]
    var acronyms: [String: Set<String>] = [:]
    var counts: [String: Int] = [:]
    for mention in document.mentions {
      counts[mention.entity, default: 0] += 1
      switch mention.form {
      case .name, .acronym:
        var text = EntityBuilder.oneLine(String(document[mention.range]))
        if mention.entity.hasPrefix("person.") { text = PersonName.plain(text) }
        forms[mention.entity, default: [:]][text, default: 0] += 1
        if mention.form == .acronym { acronyms[mention.entity, default: []].insert(text) }
      default: continue
      }
    }
    var employers: [String: Set<String>] = [:]
    for relation in document.relations where relation.kind == .role && relation.to.hasPrefix("organization.") {
      employers[relation.from, default: []].insert(relation.to)
    }
    let labelIndices = document.entities.map { labels.index(of: $0.label) }
    let keys = zip(document.entities, labelIndices).map { labels.companyKey($1, $0.kind) }
    let company = Self.company(document.entities, keys, counts)
    let titles = TitlesBefore(document)
    let homes = OrganizationHomes(document)
    let spoken = MinistryOffices.of(document.entities)
    let led = zip(document.entities, labelIndices).map { $0.kind == .person ? labels.leaderCountry($1) : nil }
    let context = Self.context(document.entities, led, counts)
    // "King Abdullah" beside Jordan and the United States.
    let kingdoms = context.filter { Lexicon.monarchy.contains($0.lowercased()) }
    let kingdom = kingdoms.count == 1 ? kingdoms[0] : nil
    let isChosen = SplitChoice.all(corrections, in: document)
    for (place, entity) in document.entities.enumerated() {
      for (correction, entities) in isChosen where entities.contains(entity.id) {
        split[correction, default: []].insert(profiles.count)
      }
      var names = forms[entity.id] ?? [:]
      if names.isEmpty { names[entity.label] = 1 }
      let labelCount = names.removeValue(forKey: entity.label) ?? 0
      let others = names.map { Profile.Form(name: labels.shared($0.key), count: $0.value) }
      profiles.append(
        Profile(
          document: number, entity: labels.shared(entity.id), kind: entity.kind, labelIndex: labelIndices[place],
          label: labels.labels[labelIndices[place]], labelCount: labelCount, otherForms: others,
          acronyms: (acronyms[entity.id] ?? []).sorted(),
          country: entity.country ?? homes.country[entity.id] ?? (titles.isKing(entity) ? kingdom : nil),
          employers: (employers[entity.id] ?? []).sorted(), titles: titles.titles[entity.id] ?? [], spoken: spoken,
          standing: max(titles.standings[entity.id] ?? .none, labels.standing(labelIndices[place], led[place])),
          isAddressed: titles.addressed.contains(entity.id),
          gender: titles.genders[entity.id], context: context,
          company: company, ownKey: keys[place], mentions: counts[entity.id] ?? 0, confidence: entity.confidence))
    }
  }

  /// The keys of the people and organizations that a document names most, sorted.
  private static func company(_ entities: [Entity], _ keys: [UInt32?], _ counts: [String: Int]) -> [UInt32] {
    let known = zip(entities, keys).compactMap { entity, key in key.map { (key: $0, count: counts[entity.id] ?? 0) } }
    let most = known.sorted { ($0.count, $1.key) > ($1.count, $0.key) }.prefix(Profile.companyLimit)
    return Set(most.map(\.key)).sorted()
  }

  /// The countries that a document mentions most, itself, a place in it, an organization of it or who has led it, by code.
  ///
  /// - Parameter led: The country that each entity has led by the table of leaders, were it a person.
  private static func context(_ entities: [Entity], _ led: [String?], _ counts: [String: Int]) -> [String] {
    var countByCode: [String: Int] = [:]
    for (entity, led) in zip(entities, led) {
      if let code = entity.kind == .person ? led : entity.country {
        countByCode[code, default: 0] += counts[entity.id] ?? 0
      }
    }
    let countries = countByCode.map { (code: $0.key, count: $0.value) }
    return countries.sorted { ($0.count, $1.code) > ($1.count, $0.code) }.prefix(Profile.contextLimit).map(\.code)
  }

  /// One node for each person, organization, place and country of all documents added.
  ///
  /// Corrections are not heeded: see `corrected`.
  public func resolve() -> Resolution {
    let (order, groups, separations) = groups()
    return Resolution(profiles: profiles, documents: documents, order: order, groups: groups, separations: separations)
  }

  /// The same after the corrections, and what they say that these documents have no use for.
  ///
  /// - Throws: where one names a node that no document has.
  public func corrected() throws(CorrectionError) -> (resolution: Resolution, diagnostics: [Diagnostic]) {
    let (order, groups, separations) = groups()
    let plain = Resolution(
      profiles: profiles, documents: documents, order: order, groups: groups, separations: separations)
    if corrections.all.isEmpty { return (plain, []) }
    var corrector = Corrector(corrections, plain: plain, groups: groups, profiles: profiles, split: split)
    try corrector.correct()
    let resolution = Resolution(
      profiles: profiles, documents: documents, order: order, groups: corrector.groups,
      separations: corrector.separations(after: separations))
    return (resolution, corrector.diagnostics)
  }

  /// The profiles in order of first appearance, and those that are one.
  private func groups() -> (order: [Int], groups: [NodeGroup], separations: [(Int, Int, String)]) {
    let order = orderOfAppearance()
    var seen: Set<String> = []
    let distinct = order.filter {
      let id = documents[profiles[$0].document].id
      return !repeated.contains(id) || seen.insert(id + " " + profiles[$0].entity).inserted
    }
    let kinds = KindAgreement(profiles, labels: labels.labels, indices: distinct)
    var groups: [NodeGroup] = []
    var people: [Int] = []
    var organizations: [Int] = []
    var byID: [String: Int] = [:]
    for index in distinct {
      switch kinds.kind(of: index) {
      case .person: people.append(index)
      case .organization: organizations.append(index)
      case .place, .country:
        let kind = kinds.kind(of: index)
        let key = kind.rawValue + "." + (profiles[index].entity.split(separator: ".", maxSplits: 1).last ?? "")
        if let group = byID[key] {
          groups[group].group.add(index, profiles[index], reason: kind == .country ? "country code" : "same name")
        } else {
          byID[key] = groups.count
          groups.append(NodeGroup(kind: kind, group: Group(index, profiles[index], reason: "first named")))
        }
      }
    }
    groups = withPlacesJoined(groups)
    let persons = PersonResolver(profiles, labels: labels.labels, indices: people)
    let offset = groups.count
    groups += persons.groups.map { NodeGroup(kind: .person, group: $0) }
    groups += OrganizationResolver(profiles, labels: labels.labels, indices: organizations).groups.map {
      NodeGroup(kind: .organization, group: $0)
    }
    let separations = persons.separations.map { ($0 + offset, $1 + offset, $2) }
    return (order, groups, separations)
  }

  /// `groups` with places of which a name is another's in another spelling made one.
  private func withPlacesJoined(_ groups: [NodeGroup]) -> [NodeGroup] {
    let places = groups.indices.filter { groups[$0].kind == .place }
    let spellings = PlaceSpellings(
      places.map { groups[$0].group }, labels: places.map { profiles[groups[$0].group.members[0]].label })
    var sets = DisjointSets(places.count)
    for (left, right) in spellings.pairs() { sets.join(left, right) }
    var joined = groups
    var isGone: Set<Int> = []
    for (position, place) in places.enumerated() where sets.root(position) != position {
      joined[places[sets.root(position)]].group.merge(groups[place].group, reason: "another spelling of the name")
      isGone.insert(place)
    }
    return joined.indices.filter { !isGone.contains($0) }.map { joined[$0] }
  }

  /// The profiles by date and id of their documents, then by the entity's id. Documents are sorted, not profiles: there are far
  /// fewer.
  private func orderOfAppearance() -> [Int] {
    var profilesOf = [[Int]](repeating: [], count: documents.count)
    for (index, profile) in profiles.enumerated() { profilesOf[profile.document].append(index) }
    let sorted = documents.indices.sorted { left, right in
      let (a, b) = (documents[left], documents[right])
      if a.date != b.date {
        guard let mine = a.date else { return false }
        guard let theirs = b.date else { return true }
        return mine < theirs
      }
      return a.id != b.id ? a.id < b.id : left < right
    }
    var order: [Int] = []
    var start = 0
    while start < sorted.count {
      let first = documents[sorted[start]]
      let end = sorted[start...].firstIndex { documents[$0].id != first.id || documents[$0].date != first.date }
      let block = sorted[start..<(end ?? sorted.count)].flatMap { profilesOf[$0] }
      order += block.sorted { (profiles[$0].entity, $0) < (profiles[$1].entity, $1) }
      start = end ?? sorted.count
    }
    return order
  }
}
