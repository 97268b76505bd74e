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

  /// The actors of what `material` keeps of `documents`.
  init(_ documents: [Document], _ material: Material) {
    // Where only statements of some acts are kept, actors are those of the articles all the same: the graph has their ties.
    for (index, document) in documents.enumerated() where material.isOfTime[index] {
      for entity in document.entities { note(entity, in: document) }
      for mention in document.mentions { actors[mention.entity]?.mentions += 1 }
      for relation in document.relations {
        if let role = relation.role { actors[relation.from]?.roles.insert(relation.isFormer ? "former " + role : role) }
      }
    }
    for (id, reports) in material.statements.reports {
      // A statement may be of another day than its article.
      for report in reports where !material.isOfTime[report.document] {
        let statement = material.statements.statement(report)
        let named = Set([statement.speaker].compactMap(\.self) + (statement.about + statement.addressees).map(\.entity))
        for entity in documents[report.document].entities where named.contains(entity.id) && actors[entity.id] == nil {
          actors[entity.id] = Actor(entity: entity)
        }
      }
      if let speaker = material.statements.statement(reports[0]).speaker {
        actors[speaker]?.statements.insert(id)
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
