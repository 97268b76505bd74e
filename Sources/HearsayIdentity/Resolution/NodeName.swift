import HearsayCore

/// What a node is called, from what its documents call it.
struct NodeName {
  let id: String
  let label: String
  let aliases: [String]
  let country: String?

  /// - Parameter label: What it is called all the same, where a person has said so.
  init(kind: Entity.Kind, profiles: [Profile], label given: String? = nil) {
    var counts: [String: Int] = [:]
    for profile in profiles {
      for form in profile.otherForms { counts[form.name, default: 0] += form.count }
      // What a table or a rule calls it counts as said once: "Russian Foreign Ministry".
      counts[profile.label, default: 0] += max(1, profile.labelCount)
    }
    let fixed = profiles.first { Self.isFixed($0, kind) }
    let label = given ?? fixed?.label ?? Self.best(counts, kind)
    self.label = label
    aliases = counts.keys.filter { $0 != label }.sorted()
    id =
      kind == .country
      ? (fixed?.entity ?? "")
      : given == nil
        ? fixed?.entity ?? "\(kind.rawValue).\(Folding.slug(label))"
        : "\(kind.rawValue).\(Folding.slug(label))"
    var countries: [String: Int] = [:]
    for profile in profiles { if let country = profile.country { countries[country, default: 0] += 1 } }
    country = countries.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether a table or a rule gives the entity its name: it is not chosen from what texts say.
  private static func isFixed(_ profile: Profile, _ kind: Entity.Kind) -> Bool {
    switch kind {
    case .country: true
    case .organization:
      profile.kind == kind
        && (OrganizationTable.standard.organization(id: profile.entity) != nil || profile.labelCount == 0)
    case .place: profile.kind == kind
    case .person: false
    }
  }

  /// The most frequent of the full forms; among equals the longest, then the one that sorts first.
  private static func best(_ counts: [String: Int], _ kind: Entity.Kind) -> String {
    func isFull(_ form: String) -> Bool {
      switch kind {
      case .person:
        let name = PersonName(form)
        return name.isFull && (name.given.first?.utf8.count ?? 0) > 1
      default: return form.utf8.contains(0x20)
      }
    }
    let best = counts.max { left, right in
      let (a, b) = (isFull(left.key), isFull(right.key))
      if a != b { return b }
      if left.value != right.value { return left.value < right.value }
      if left.key.utf8.count != right.key.utf8.count { return left.key.utf8.count < right.key.utf8.count }
      return left.key > right.key
    }
    return best?.key ?? ""
  }
}
