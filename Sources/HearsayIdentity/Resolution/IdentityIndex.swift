public import HearsayCore

/// Brings the entities of many documents together: a compact profile of each, then one node for each someone.
///
/// The result does not depend on the order in which documents are added. Names are compared within blocks of one
/// surname, or one set of initials, so that time grows near linearly with the number of documents.
public struct IdentityIndex: Sendable {
  private var documents: [(id: String, date: CalendarDate?)] = []
  private var profiles: [Profile] = []

  private let corrections: Corrections
  /// Which profiles each correction that splits a node takes out of it, by the correction's index.
  private var split: [Int: Set<Int>] = [:]

  /// An index of no documents.
  ///
  /// - Parameter corrections: What a person has decided.
  public init(corrections: Corrections = .none) { self.corrections = corrections }

  /// Remembers the entities of `document`. A document added twice counts once.
  public mutating func add(_ document: Document) {
    let number = documents.count
    documents.append((document.id, document.metadata.published))
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
    let company = Self.company(document.entities, counts)
    let titles = TitlesBefore(document)
    let homes = OrganizationHomes(document)
    let context = Self.context(document.entities, counts)
    let isChosen = SplitChoice.all(corrections, in: document)
    for entity in document.entities {
      for (correction, entities) in isChosen where entities.contains(entity.id) {
        split[correction, default: []].insert(profiles.count)
      }
      var names = forms[entity.id] ?? [:]
      if names.isEmpty { names[entity.label] = 1 }
      let own = Profile.companyKey(entity)
      profiles.append(
        Profile(
          document: number, entity: entity.id, kind: entity.kind, label: entity.label, forms: names,
          acronyms: (acronyms[entity.id] ?? []).sorted(), country: entity.country ?? homes.country[entity.id],
          employers: (employers[entity.id] ?? []).sorted(), titles: titles.titles[entity.id] ?? [],
          gender: titles.genders[entity.id], context: context,
          company: company.filter { $0 != own }, mentions: counts[entity.id] ?? 0, confidence: entity.confidence))
    }
  }

  /// The keys of the people and organizations that a document names most, sorted.
  private static func company(_ entities: [Entity], _ counts: [String: Int]) -> [UInt64] {
    let known = entities.compactMap { entity in
      Profile.companyKey(entity).map { (key: $0, count: counts[entity.id] ?? 0) }
    }
    return known.sorted { ($0.count, $1.key) > ($1.count, $0.key) }.prefix(Profile.companyLimit).map(\.key).sorted()
  }

  /// The countries that a document mentions most, itself or a place in it, by code.
  private static func context(_ entities: [Entity], _ counts: [String: Int]) -> [String] {
    var countByCode: [String: Int] = [:]
    for entity in entities where entity.kind == .country || entity.kind == .place {
      if let code = entity.country { countByCode[code, default: 0] += counts[entity.id] ?? 0 }
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
    let order = profiles.indices.sorted { left, right in
      let (a, b) = (documents[profiles[left].document], documents[profiles[right].document])
      if a.date != b.date {
        guard let mine = a.date else { return false }
        guard let theirs = b.date else { return true }
        return mine < theirs
      }
      return a.id != b.id ? a.id < b.id : profiles[left].entity < profiles[right].entity
    }
    var seen: Set<String> = []
    let distinct = order.filter {
      seen.insert(documents[profiles[$0].document].id + " " + profiles[$0].entity).inserted
    }
    let kinds = KindAgreement(profiles, indices: distinct)
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
    let persons = PersonResolver(profiles, indices: people)
    let offset = groups.count
    groups += persons.groups.map { NodeGroup(kind: .person, group: $0) }
    groups += OrganizationResolver(profiles, indices: organizations).groups.map {
      NodeGroup(kind: .organization, group: $0)
    }
    let separations = persons.separations.map { ($0 + offset, $1 + offset, $2) }
    return (order, groups, separations)
  }
}
