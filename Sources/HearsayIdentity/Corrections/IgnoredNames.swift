import HearsayCore

/// Takes names that are nobody's out of a document.
struct IgnoredNames {
  /// What is ignored: names, and ids of nodes.
  let names: Set<String>

  /// Removes them, and returns those that this document had a use for.
  func remove(from document: inout Document) -> Set<String> {
    var used: Set<String> = []
    var isGone: Set<String> = []
    for entity in document.entities {
      if names.contains(entity.id) {
        isGone.insert(entity.id)
        used.insert(entity.id)
      }
    }
    var named: Set<String> = []
    var touched: Set<String> = []
    var mentions = document.mentions
    mentions.removeAll { mention in
      let name = EntityBuilder.oneLine(String(document[mention.range]))
      if names.contains(name) {
        used.insert(name)
        touched.insert(mention.entity)
        return true
      }
      if mention.form != .pronoun, mention.form != .role { named.insert(mention.entity) }
      return false
    }
    document.mentions = mentions
    isGone.formUnion(touched.subtracting(named))
    guard !isGone.isEmpty else { return used }
    document.entities.removeAll { isGone.contains($0.id) }
    document.mentions.removeAll { isGone.contains($0.entity) }
    document.relations.removeAll { isGone.contains($0.from) || isGone.contains($0.to) }
    document.deeds.removeAll { isGone.contains($0.from) || isGone.contains($0.to) }
    for index in document.statements.indices {
      if let speaker = document.statements[index].speaker, isGone.contains(speaker) {
        document.statements[index].speaker = nil
      }
      document.statements[index].about.removeAll { isGone.contains($0.entity) }
      document.statements[index].addressees.removeAll { isGone.contains($0.entity) }
    }
    return used
  }
}
