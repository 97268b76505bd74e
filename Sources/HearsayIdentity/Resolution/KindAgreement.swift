import HearsayCore

/// Makes the documents agree on what a name names: where most read a person, a document that reads a place is overruled.
struct KindAgreement {
  private let profiles: [Profile]
  private var winner: [String: Entity.Kind] = [:]

  init(_ profiles: [Profile], indices: [Int]) {
    self.profiles = profiles
    var weights: [String: [Entity.Kind: Double]] = [:]
    for index in indices where profiles[index].kind != .country {
      let profile = profiles[index]
      weights[Folding.key(profile.label), default: [:]][profile.kind, default: 0] +=
        Double(max(1, profile.mentions)) * profile.confidence
    }
    for (key, tally) in weights where tally.count > 1 {
      let ranked = Entity.Kind.allCases.filter { tally[$0] != nil }.sorted { tally[$0]! > tally[$1]! }
      if tally[ranked[0]]! >= 2 * tally[ranked[1]]! { winner[key] = ranked[0] }
    }
  }

  /// What the profile at `index` is, by agreement. Tables are not overruled.
  func kind(of index: Int) -> Entity.Kind {
    let profile = profiles[index]
    guard profile.kind != .country, let kind = winner[Folding.key(profile.label)] else { return profile.kind }
    if OrganizationTable.standard.organization(id: profile.entity) != nil { return .organization }
    return kind
  }
}
