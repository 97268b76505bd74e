public import HearsayCore

/// Which entities of which documents are one, and why.
public struct Resolution: Sendable {
  /// One document's entity in a node.
  public struct Member: Hashable, Sendable {
    /// The document's id.
    public let document: String
    /// The entity's id before documents were brought together.
    public let entity: String
    /// What the document calls it.
    public let label: String
    /// Why it belongs to the node: "same name", "the one person of that surname".
    public let rule: String
    /// How often the document mentions it.
    public let mentions: Int
  }

  /// One person, organization, place or country of all documents.
  public struct Node: Sendable {
    /// The id that it has in every document.
    public let id: String
    /// What it is.
    public let kind: Entity.Kind
    /// The name to show.
    public let label: String
    /// Every other name, sorted.
    public let aliases: [String]
    /// The country that most documents that give one give.
    public let country: String?
    /// The Wikidata item that a correction gives.
    public let wikidata: String?
    /// What a reader should know: who shares the name.
    public let note: String?
    /// What corrections say of its name, kind, country or item, each with its entry: "called Ann Lee: correction, a.yaml:3".
    public let decisions: [String]
    /// The entities that it is made of, in order of first appearance.
    public let members: [Member]
    /// Nodes that share a name with it and were kept apart: the id, and why.
    public fileprivate(set) var separations: [(id: String, reason: String)] = []
    /// Whether a correction gives its country, whatever documents say.
    fileprivate let isCountryFixed: Bool
  }

  /// The nodes, sorted by id.
  public private(set) var nodes: [Node] = []
  private var indexByID: [String: Int] = [:]
  /// Which node each entity of a document is, by the document's id.
  private var nodesByDocument: [String: [(entity: String, node: Int32)]] = [:]
  /// The id that each group it was made of got, in the groups' order.
  let idOfGroup: [String]

  /// The nodes of which an entity that its document gave the id `id` is a part.
  public func nodes(madeOf id: String) -> [Node] { nodes.filter { $0.members.contains { $0.entity == id } } }

  /// The node `id`, or nil.
  public func node(_ id: String) -> Node? { indexByID[id].map { nodes[$0] } }

  init(
    profiles: [Profile], documents: [(id: String, date: CalendarDate?)], order: [Int], groups: [NodeGroup],
    separations: [(Int, Int, String)]
  ) {
    var rank = [Int](repeating: 0, count: profiles.count)
    for (position, index) in order.enumerated() { rank[index] = position }
    let firstRank = groups.map { $0.group.members.reduce(Int.max) { min($0, rank[$1]) } }
    let byAppearance = groups.indices.sorted { (firstRank[$0], $0) < (firstRank[$1], $1) }

    var used = Set(groups.compactMap(\.fixed.id))
    var idOfGroup = [String](repeating: "", count: groups.count)
    var made: [Node] = []
    for index in byAppearance {
      let (kind, group, fixed) = (groups[index].kind, groups[index].group, groups[index].fixed)
      let members = zip(group.members, group.reasons).sorted { rank[$0.0] < rank[$1.0] }
      let forms = NodeName(kind: kind, profiles: members.map { profiles[$0.0] }, label: fixed.label)
      let id = fixed.id ?? Self.unused(forms.id, &used)
      idOfGroup[index] = id
      made.append(
        Node(
          id: id, kind: kind, label: forms.label, aliases: forms.aliases, country: fixed.country ?? forms.country,
          wikidata: fixed.wikidata,
          note: fixed.note ?? (fixed.id != nil || id == forms.id ? nil : "shares its name with \(forms.id)"),
          decisions: fixed.decisions,
          members: members.map { index, reason in
            let profile = profiles[index]
            return Member(
              document: documents[profile.document].id, entity: profile.entity, label: profile.label, rule: reason,
              mentions: profile.mentions)
          }, isCountryFixed: fixed.country != nil))
    }
    self.idOfGroup = idOfGroup
    nodes = made.sorted { $0.id < $1.id }
    for (index, node) in nodes.enumerated() {
      indexByID[node.id] = index
      for member in node.members { nodesByDocument[member.document, default: []].append((member.entity, Int32(index))) }
    }
    for (left, right, reason) in separations {
      for (mine, theirs) in [(idOfGroup[left], idOfGroup[right]), (idOfGroup[right], idOfGroup[left])] {
        guard let index = indexByID[mine], !nodes[index].separations.contains(where: { $0.id == theirs }) else {
          continue
        }
        nodes[index].separations.append((theirs, reason))
      }
    }
  }

  /// `id`, or the first of `id-2`, `id-3` and so on that is not yet used.
  private static func unused(_ id: String, _ used: inout Set<String>) -> String {
    var candidate = id
    var count = 1
    while !used.insert(candidate).inserted {
      count += 1
      candidate = "\(id)-\(count)"
    }
    return candidate
  }

  /// Renames the entities of `document` in every layer, and merges those that have become one.
  ///
  /// A document that was not added to the index stays as it is.
  public func apply(to document: inout Document) {
    guard let known = nodesByDocument[document.id] else { return }
    let nodeOf = Dictionary(known.map { ($0.entity, Int($0.node)) }) { $1 }
    func id(_ entity: String) -> String { nodeOf[entity].map { nodes[$0].id } ?? entity }
    var entities: [Entity] = []
    entities.reserveCapacity(document.entities.count)
    var indexByID: [String: Int] = [:]
    for entity in document.entities {
      guard let index = nodeOf[entity.id] else {
        entities.append(entity)
        continue
      }
      let node = nodes[index]
      if let existing = indexByID[node.id] {
        let aliases = Set(entities[existing].aliases + entity.aliases + [entity.label]).subtracting([node.label])
        entities[existing].aliases = aliases.sorted()
        entities[existing].confidence = max(entities[existing].confidence, entity.confidence)
        continue
      }
      indexByID[node.id] = entities.count
      let aliases = Set(entity.aliases + [entity.label]).subtracting([node.label]).sorted()
      entities.append(
        Entity(
          id: node.id, kind: node.kind, label: node.label, aliases: aliases,
          country: node.isCountryFixed ? node.country : entity.country ?? node.country, wikidata: node.wikidata,
          note: node.note ?? entity.note, confidence: entity.confidence))
    }
    document.entities = entities
    for index in document.mentions.indices { document.mentions[index].entity = id(document.mentions[index].entity) }
    for index in document.statements.indices {
      document.statements[index].speaker = document.statements[index].speaker.map(id)
      document.statements[index].about = renamed(document.statements[index].about, id)
      document.statements[index].addressees = renamed(document.statements[index].addressees, id)
    }
    var relations: [Relation] = []
    relations.reserveCapacity(document.relations.count)
    var seen: Set<Relation> = []
    for var relation in document.relations {
      (relation.from, relation.to) = (id(relation.from), id(relation.to))
      guard relation.from != relation.to, Self.isPossible(relation) else { continue }
      if seen.insert(relation).inserted { relations.append(relation) }
    }
    document.relations = relations
    document.deeds = document.deeds.compactMap { deed in
      var deed = deed
      (deed.from, deed.to) = (id(deed.from), id(deed.to))
      return deed.from == deed.to ? nil : deed
    }
  }

  /// Whether a relation's ends are still of kinds that it may have: a person that is an organization after all holds
  /// no office.
  private static func isPossible(_ relation: Relation) -> Bool {
    func kind(_ id: String) -> Entity.Kind? {
      id.split(separator: ".").first.flatMap { Entity.Kind(rawValue: String($0)) }
    }
    switch (relation.kind, kind(relation.from), kind(relation.to)) {
    case (.role, .person, .organization), (.role, .person, .country), (.member, .country, .organization),
      (.member, .organization, .organization), (.part, .organization, .country), (.part, .place, .country):
      return true
    default: return false
    }
  }

  private func renamed(_ targets: [Statement.Target], _ id: (String) -> String) -> [Statement.Target] {
    var seen: Set<String> = []
    return targets.compactMap { target in
      let entity = id(target.entity)
      return seen.insert(entity).inserted ? Statement.Target(entity, at: target.range) : nil
    }
  }
}
