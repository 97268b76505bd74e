import HearsayCore
import HearsayGraph
import HearsayIdentity

/// The actors of all documents with what is counted of each.
struct ActorIndex {
  /// One actor, over all documents.
  struct Actor {
    var entity: Entity
    var aliases: Set<String> = []
    var mentions = 0
    var documents = 0
    var statements: Set<String> = []
    var roles: Set<String> = []
    var firstDate: CalendarDate?
    var lastDate: CalendarDate?
  }

  private(set) var actors: [String: Actor] = [:]

  /// The actors of `documents`, with the statements whose confidence is `leastConfidence` or more.
  init(_ documents: [Document], leastConfidence: Double = 0) {
    for document in documents {
      for entity in document.entities { note(entity, in: document) }
      for mention in document.mentions { actors[mention.entity]?.mentions += 1 }
      for statement in document.statements where statement.confidence >= leastConfidence {
        if let speaker = statement.speaker { actors[speaker]?.statements.insert(statement.id) }
      }
      for relation in document.relations {
        if let role = relation.role { actors[relation.from]?.roles.insert(relation.isFormer ? "former " + role : role) }
      }
    }
  }

  private mutating func note(_ entity: Entity, in document: Document) {
    var actor = actors[entity.id] ?? Actor(entity: entity)
    actor.aliases.formUnion(entity.aliases)
    actor.documents += 1
    actor.entity.confidence = max(actor.entity.confidence, entity.confidence)
    actor.entity.country = actor.entity.country ?? entity.country
    actor.entity.wikidata = actor.entity.wikidata ?? entity.wikidata
    actor.entity.note = actor.entity.note ?? entity.note
    if let date = document.metadata.published {
      actor.firstDate = min(actor.firstDate ?? date, date)
      actor.lastDate = max(actor.lastDate ?? date, date)
    }
    actors[entity.id] = actor
  }

  /// The attributes of `actor`'s node.
  static func values(of actor: Actor, countries: CountryTable) -> [String: AttributeValue?] {
    let entity = actor.entity
    let aliases = actor.aliases.subtracting([entity.label]).sorted()
    let state = countries.country(id: entity.id)
    return [
      "label": .string(entity.label), "kind": .string(entity.kind.rawValue),
      "aliases": aliases.isEmpty ? nil : .list(aliases),
      "mentions": .int(actor.mentions), "documents": .int(actor.documents),
      "statements": .int(actor.statements.count),
      "roles": actor.roles.isEmpty ? nil : .list(actor.roles.sorted()),
      "country": entity.kind == .country ? nil : entity.country.map { .string($0) },
      "iso2": state?.alpha2.map { .string($0) }, "iso3": state?.alpha3.map { .string($0) },
      "wikidata": (entity.wikidata ?? state?.wikidata ?? OrganizationTable.standard.wikidata(id: entity.id))
        .map { .string($0) },
      "first_date": actor.firstDate.map { .string($0.description) },
      "last_date": actor.lastDate.map { .string($0.description) },
      "confidence": .double(Confidence.rounded(entity.confidence)),
      "note": entity.note.map { .string($0) },
    ]
  }
}
