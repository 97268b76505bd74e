import HearsayCore

/// Makes the documents agree on what a name names: where most read a person, a document that reads a place is overruled.
struct KindAgreement {
  private let profiles: [Profile]
  /// What the bearers of each label are, by the label's index; nil where they do not agree, or never disagreed.
  private var winner: [Entity.Kind?]
  /// Initials that some document introduces for an organization.
  private var introduced: Set<String> = []

  /// - Parameter labels: what the profiles' `labelIndex` means.
  init(_ profiles: [Profile], labels: [String], indices: [Int]) {
    self.profiles = profiles
    // Labels that are one name but for case and marks share a place.
    var places: [String: Int] = [:]
    var placeOf = [Int](repeating: -1, count: labels.count)
    var weights: [[Double]] = []
    for index in indices where profiles[index].kind != .country {
      let profile = profiles[index]
      if placeOf[profile.labelIndex] < 0 {
        let key = Folding.key(profile.label)
        let place = places[key] ?? weights.count
        if place == weights.count {
          places[key] = place
          weights.append([Double](repeating: 0, count: Self.kinds.count))
        }
        placeOf[profile.labelIndex] = place
      }
      if profile.kind == .organization { introduced.formUnion(profile.acronyms) }
      weights[placeOf[profile.labelIndex]][Self.kinds.firstIndex(of: profile.kind)!] +=
        Double(max(1, profile.mentions)) * profile.confidence
    }
    let winners = weights.map { Self.winner($0) }
    winner = placeOf.map { $0 < 0 ? nil : winners[$0] }
  }

  private static let kinds = Entity.Kind.allCases

  private static func winner(_ weights: [Double]) -> Entity.Kind? {
    let ranked = kinds.indices.filter { weights[$0] > 0 }.sorted { weights[$0] > weights[$1] }
    return ranked.count > 1 && weights[ranked[0]] >= 2 * weights[ranked[1]] ? kinds[ranked[0]] : nil
  }

  /// What the profile at `index` is, by agreement. Tables are not overruled.
  func kind(of index: Int) -> Entity.Kind {
    let profile = profiles[index]
    // "DAS has been accused of spying": what another document introduced is no man's name.
    if profile.kind == .person || profile.kind == .place, profile.label.utf8.count >= 3,
      OrganizationResolver.isAcronym(profile.label), introduced.contains(profile.label)
    {
      return .organization
    }
    guard profile.kind != .country, let kind = winner[profile.labelIndex] else { return profile.kind }
    if OrganizationTable.standard.organization(id: profile.entity) != nil { return .organization }
    return kind
  }
}
