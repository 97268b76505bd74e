import HearsayCore

/// Decides which organizations of many documents are one: by name, by spelling, and by initials.
struct OrganizationResolver {
  let profiles: [Profile]
  /// Groups of profiles, each an organization.
  private(set) var groups: [Group] = []

  /// Resolves the profiles at `indices`, which are organizations in order of first appearance.
  init(_ profiles: [Profile], indices: [Int]) {
    self.profiles = profiles
    // One group for each name first: by the known id, or by the spelling of the label.
    var groupByKey: [String: Int] = [:]
    var keys: [String] = []
    for index in indices {
      let key = Self.key(profiles[index])
      if let group = groupByKey[key] {
        groups[group].add(index, profiles[index], reason: "same name")
      } else {
        groupByKey[key] = groups.count
        keys.append(key)
        groups.append(Group(index, profiles[index], reason: "first named"))
      }
    }
    joinByInitials(keys)
  }

  private static func key(_ profile: Profile) -> String {
    if OrganizationTable.standard.organization(id: profile.entity) != nil { return profile.entity }
    return SpellingKey.organization(profile.label)
  }

  /// Whether a label is but initials.
  static func isAcronym(_ label: String) -> Bool {
    label.utf8.count >= 2 && label.utf8.count <= 8 && !label.utf8.contains(0x20)
      && label.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }

  private mutating func joinByInitials(_ keys: [String]) {
    var full: [String: [Int]] = [:]
    var bare: [(acronym: String, group: Int)] = []
    for (index, group) in groups.enumerated() {
      var acronyms: Set<String> = []
      for member in group.members {
        let profile = profiles[member]
        acronyms.formUnion(profile.acronyms.map { $0.filter(\.isLetter) })
      }
      let label = profiles[group.members[0]].label
      if Self.isAcronym(label), OrganizationTable.standard.organization(id: profiles[group.members[0]].entity) == nil {
        bare.append((label.filter(\.isLetter), index))
      } else {
        for acronym in acronyms.sorted() { full[acronym, default: []].append(index) }
      }
    }
    var sets = DisjointSets(groups.count)
    // Names that share initials are one where their words do too, or their company.
    for acronym in full.keys.sorted() {
      let block = full[acronym]!
      for (position, left) in block.enumerated() {
        for right in block[(position + 1)...] where areOne(left, right, keys) { sets.join(left, right) }
      }
    }
    for (acronym, group) in bare {
      let roots = Set((full[acronym] ?? []).map { sets.root($0) }).sorted()
      if roots.count == 1 {
        sets.join(roots[0], group)
      } else if let best = roots.max(by: {
        (groups[$0].support(groups[group]), $1) < (groups[$1].support(groups[group]), $0)
      }),
        groups[best].support(groups[group]) > 0,
        roots.filter({ groups[$0].support(groups[group]) == groups[best].support(groups[group]) }).count == 1
      {
        sets.join(best, group)
      }
    }
    var merged: [Int: Group] = [:]
    for index in groups.indices {
      let root = sets.root(index)
      if merged[root] == nil {
        merged[root] = groups[index]
      } else {
        merged[root]!.merge(groups[index], reason: "the same initials")
      }
    }
    groups = merged.keys.sorted().map { merged[$0]! }
  }

  /// Two names of the same initials: half of their words in common, or two neighbours.
  private func areOne(_ left: Int, _ right: Int, _ keys: [String]) -> Bool {
    let a = Set(keys[left].split(separator: " "))
    let b = Set(keys[right].split(separator: " "))
    if 2 * a.intersection(b).count >= max(a.count, b.count) { return true }
    return groups[left].support(groups[right]) >= 2
  }
}
