import HearsayCore
import HearsayIdentity

/// The names by which people ask for actors: ids, labels, and every other name that was found.
public struct ActorNames: Sendable {
  private let ids: Set<String>
  /// Ids by label, and by any name, both in lower case.
  private let byLabel: [String: Set<String>]
  private let byAlias: [String: Set<String>]
  private let names: [String]
  private let resolution: Resolution

  /// The names of the actors of `corpus`.
  public init(_ corpus: Corpus) {
    var (ids, names): (Set<String>, Set<String>) = ([], [])
    var (byLabel, byAlias): ([String: Set<String>], [String: Set<String>]) = ([:], [:])
    for entity in corpus.documents.flatMap(\.entities) {
      ids.insert(entity.id)
      byLabel[entity.label.lowercased(), default: []].insert(entity.id)
      for alias in entity.aliases { byAlias[alias.lowercased(), default: []].insert(entity.id) }
      names.formUnion([entity.label] + entity.aliases)
    }
    self.ids = ids
    resolution = corpus.resolution
    self.byLabel = byLabel
    self.byAlias = byAlias
    self.names = names.sorted()
  }

  /// The id of the actor whom `name` names: an id, that of what became part of one, a label or another name, whatever its
  /// case; the first of these that fits.
  public func id(of name: String) throws(ActorNameError) -> String {
    if ids.contains(name) { return name }
    let whole = resolution.nodes(madeOf: name)
    if whole.count == 1 { return whole[0].id }
    let found = byLabel[name.lowercased()] ?? byAlias[name.lowercased()] ?? []
    if found.count > 1 { throw .severalActors(name: name, ids: found.sorted()) }
    guard let id = found.first else { throw .noActor(name: name, near: NearNames.near(name, among: names)) }
    return id
  }
}

/// Why a name is that of no actor.
public enum ActorNameError: Error, Equatable {
  /// No article names anyone so; `near` are names that are like it.
  case noActor(name: String, near: [String])
  /// It is the name of several.
  case severalActors(name: String, ids: [String])
}

extension ActorNameError: CustomStringConvertible {
  /// The fault in a sentence.
  public var description: String {
    switch self {
    case .noActor(let name, let near):
      "no actor in these documents is called \(name)"
        + (near.isEmpty
          ? ": hearsay annotate lists the entities of each" : "; did you mean \(near.joined(separator: ", "))?")
    case .severalActors(let name, let ids):
      "\(name) is the name of several actors: give the id, \(ids.joined(separator: " or "))"
    }
  }
}
