import HearsayCore

/// Keeps the entities of one document to the limit: the first ones mentioned stay.
///
/// What compares entities with one another takes time in proportion to their number; a list of a hundred thousand names
/// is no article.
struct EntityBound: Annotator {
  /// The most entities of one document.
  let most: Int

  var reads: Set<Layer> { [.mentions] }
  var fills: Set<Layer> { [] }

  func annotate(_ document: inout Document) {
    guard document.entities.count > most else { return }
    let message =
      "\(document.entities.count) people, organizations and places: only the first \(most) were followed up; "
      + "allow more by --limit entities=NUMBER"
    document.entities.removeSubrange(most...)
    let kept = Set(document.entities.map(\.id))
    document.mentions.removeAll { !kept.contains($0.entity) }
    document.diagnostics.append(Diagnostic(.partial, source: document.source, message: message))
  }
}
