import HearsayCore

extension Resolution {
  /// The nodes that might have been one with `id` and are not, each with why: those that the rules or a correction kept apart, then
  /// those with a name alike. Sorted by id within each; at most `limit`.
  public func nearMisses(of id: String, limit: Int = 12) -> [(id: String, reason: String)] {
    guard let node = node(id) else { return [] }
    var found = node.separations.sorted { $0.id < $1.id }
    var seen = Set(found.map(\.id)).union([id])
    let names = ([node.label] + node.aliases).filter { !$0.isEmpty }
    for other in nodes where !seen.contains(other.id) && found.count < limit {
      guard let reason = Self.reason(node, other, names) else { continue }
      seen.insert(other.id)
      found.append((other.id, reason))
    }
    return Array(found.prefix(limit))
  }

  private static func reason(_ node: Node, _ other: Node, _ names: [String]) -> String? {
    if node.kind != other.kind {
      let isSame = Folding.key(node.label) == Folding.key(other.label)
      return isSame ? "the same name, but a \(other.kind.rawValue)" : nil
    }
    switch node.kind {
    case .person:
      let (mine, theirs) = (PersonName(node.label), PersonName(other.label))
      guard let a = mine.surname.last, let b = theirs.surname.last, SpellingKey.surname(a) == SpellingKey.surname(b)
      else {
        return nil
      }
      if !mine.isFull || !theirs.isFull { return "the same surname alone: nothing says which of several it is" }
      return mine.isCompatible(with: theirs)
        ? "the names fit, but offices or countries differ, or it fits several" : "the same surname, another given name"
    case .organization:
      let mine = Set(SpellingKey.organization(node.label).split(separator: " "))
      let theirs = Set(SpellingKey.organization(other.label).split(separator: " "))
      let shared = mine.intersection(theirs).count
      guard shared > 0, 2 * shared >= min(mine.count, theirs.count), mine.count > 1, theirs.count > 1 else {
        return nil
      }
      return "\(shared) of \(max(mine.count, theirs.count)) words in common"
    case .country, .place: return nil
    }
  }
}
