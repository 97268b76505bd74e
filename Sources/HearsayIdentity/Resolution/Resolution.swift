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
    /// What a reader should know: who shares the name.
    public let note: String?
    /// The entities that it is made of, in order of first appearance.
    public let members: [Member]
    /// Nodes that share a name with it and were kept apart: the id, and why.
    public fileprivate(set) var separations: [(id: String, reason: String)] = []
  }

  /// The nodes, sorted by id.
  public private(set) var nodes: [Node] = []
  private var indexByID: [String: Int] = [:]
  /// Document id, then entity id, to the node's index.
  private var nodeOf: [String: [String: Int]] = [:]

  /// The node `id`, or nil.
  public func node(_ id: String) -> Node? { indexByID[id].map { nodes[$0] } }

  init(
    profiles: [Profile], documents: [(id: String, date: CalendarDate?)], order: [Int],
    groups: [(kind: Entity.Kind, group: Group)], separations: [(Int, Int, String)]
  ) {
    var rank = [Int](repeating: 0, count: profiles.count)
    for (position, index) in order.enumerated() { rank[index] = position }
    func firstRank(_ group: Int) -> Int { groups[group].group.members.map { rank[$0] }.min() ?? 0 }
    let byAppearance = groups.indices.sorted { firstRank($0) < firstRank($1) }

    var timesUsed: [String: Int] = [:]
    var idOfGroup = [String](repeating: "", count: groups.count)
    var made: [Node] = []
    for index in byAppearance {
      let (kind, group) = groups[index]
      let members = zip(group.members, group.reasons).sorted { rank[$0.0] < rank[$1.0] }
      let forms = NodeName(kind: kind, profiles: members.map { profiles[$0.0] })
      timesUsed[forms.id, default: 0] += 1
      let count = timesUsed[forms.id]!
      let id = count == 1 ? forms.id : "\(forms.id)-\(count)"
      idOfGroup[index] = id
      made.append(
        Node(
          id: id, kind: kind, label: forms.label, aliases: forms.aliases, country: forms.country,
          note: count == 1 ? nil : "shares its name with \(forms.id)",
          members: members.map { index, reason in
            let profile = profiles[index]
            return Member(
              document: documents[profile.document].id, entity: profile.entity, label: profile.label, rule: reason,
              mentions: profile.mentions)
          }))
    }
    nodes = made.sorted { $0.id < $1.id }
    for (index, node) in nodes.enumerated() {
      indexByID[node.id] = index
      for member in node.members { nodeOf[member.document, default: [:]][member.entity] = index }
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

  /// Renames the entities of `document` in every layer, and merges those that have become one.
  ///
  /// A document that was not added to the index stays as it is.
  public func apply(to document: inout Document) {
    guard let nodeOf = nodeOf[document.id] else { return }
    func id(_ entity: String) -> String { nodeOf[entity].map { nodes[$0].id } ?? entity }
    var entities: [Entity] = []
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
          id: node.id, kind: node.kind, label: node.label, aliases: aliases, country: entity.country ?? node.country,
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
    var seen: Set<Relation> = []
    for var relation in document.relations {
      (relation.from, relation.to) = (id(relation.from), id(relation.to))
      if relation.from != relation.to, seen.insert(relation).inserted { relations.append(relation) }
    }
    document.relations = relations
  }

  private func renamed(_ targets: [Statement.Target], _ id: (String) -> String) -> [Statement.Target] {
    var seen: Set<String> = []
    return targets.compactMap { target in
      let entity = id(target.entity)
      return seen.insert(entity).inserted ? Statement.Target(entity, at: target.range) : nil
    }
  }
}
