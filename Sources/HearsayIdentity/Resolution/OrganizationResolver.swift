import HearsayCore

/// Decides which organizations of many documents are one: by name, by spelling, and by initials.
struct OrganizationResolver {
  let profiles: [Profile]
  /// Groups of profiles, each an organization.
  private(set) var groups: [Group] = []

  /// Resolves the profiles at `indices`, which are organizations in order of first appearance.
  ///
  /// - Parameter labels: what the profiles' `labelIndex` means.
  init(_ profiles: [Profile], labels: [String], indices: [Int]) {
    self.profiles = profiles
    var keyOfLabel = [String?](repeating: nil, count: labels.count)
    // One group for each name first: by the known id, or by the spelling of the label.
    var membersByKey: [String: [Int]] = [:]
    var keys: [String] = []
    for index in indices {
      let key = Self.key(profiles[index], &keyOfLabel)
      if membersByKey[key] == nil { keys.append(key) }
      membersByKey[key, default: []].append(index)
    }
    var ofGroup: [String] = []
    for (key, members) in Self.parted(keys, membersByKey, profiles) {
      var group = Group(members[0], profiles[members[0]], reason: "first named")
      for member in members.dropFirst() { group.add(member, profiles[member], reason: "same name") }
      groups.append(group)
      ofGroup.append(key)
    }
    join(ofGroup)
  }

  /// The members of each name; names that many states have ("Labor Party") are parted by country.
  private static func parted(
    _ keys: [String], _ membersByKey: [String: [Int]], _ profiles: [Profile]
  ) -> [(key: String, members: [Int])] {
    var parted: [(key: String, members: [Int])] = []
    var stems: [String] = []
    var byStem: [String: [(country: String?, member: Int)]] = [:]
    var isOwn: Set<String> = []
    let own = ownStems(keys)
    for key in keys {
      guard let name = GenericName(key: key) ?? own[key] else {
        parted.append((key, membersByKey[key]!))
        continue
      }
      if byStem[name.stem] == nil { stems.append(name.stem) }
      if GenericName(key: key) == nil { isOwn.insert(name.stem) }
      byStem[name.stem, default: []] += membersByKey[key]!.map { (name.country ?? profiles[$0].country, $0) }
    }
    for stem in stems {
      // A country's name comes into the key, so that "Labor Party" of two states is never compared.
      for (country, members) in byCountry(byStem[stem]!, profiles, isOwn: isOwn.contains(stem)) {
        parted.append((country.map { "@\($0.lowercased()) " + stem } ?? stem, members))
      }
    }
    return parted
  }

  /// Names that come with a country and without: "U.S. Tarn Weather Service", "Tarn Weather Service".
  private static func ownStems(_ keys: [String]) -> [String: GenericName] {
    let all = Set(keys)
    var stems: [String: GenericName] = [:]
    for key in keys {
      guard let (country, rest) = countryBefore(key), all.contains(rest) else { continue }
      stems[key] = GenericName(stem: rest, country: country)
      stems[rest] = GenericName(stem: rest, country: nil)
    }
    return stems
  }

  /// The country that a name begins with, by its code, and the name without it, where that is of two words at least.
  private static func countryBefore(_ key: String) -> (country: String, rest: String)? {
    guard key.hasPrefix("@"), let blank = key.firstIndex(of: " ") else { return nil }
    let rest = key[blank...].dropFirst()
    guard rest.contains(" "), !rest.contains("@") else { return nil }
    return (key[..<blank].dropFirst().uppercased(), String(rest))
  }

  /// The bearers of one name by country: where the text does not say which, the one country with such an organization that the
  /// document speaks of.
  ///
  /// - Parameter isOwn: Whether the name says more than what many states have: where only one has it, it is that one's.
  private static func byCountry(
    _ bearers: [(country: String?, member: Int)], _ profiles: [Profile], isOwn: Bool
  ) -> [(country: String?, members: [Int])] {
    let known = Set(bearers.compactMap(\.country))
    var groups: [(country: String?, members: [Int])] = []
    var open: [(context: Set<String>, group: Int)] = []
    for (country, member) in bearers {
      let context = Set(profiles[member].context)
      let spoken = known.intersection(context)
      let only = isOwn && known.count == 1 && context.isEmpty ? known.first : nil
      if let country = country ?? (spoken.count == 1 ? spoken.first : only) {
        if let group = groups.firstIndex(where: { $0.country == country }) {
          groups[group].members.append(member)
        } else {
          groups.append((country, [member]))
        }
      } else if let place = open.firstIndex(where: {
        $0.context.isEmpty ? context.isEmpty : !$0.context.isDisjoint(with: context)
      }) {
        groups[open[place].group].members.append(member)
        open[place].context.formUnion(context)
      } else {
        open.append((context, groups.count))
        groups.append((nil, [member]))
      }
    }
    return groups
  }

  private static func key(_ profile: Profile, _ keyOfLabel: inout [String?]) -> String {
    if OrganizationTable.standard.organization(id: profile.entity) != nil { return profile.entity }
    if let key = keyOfLabel[profile.labelIndex] { return key }
    let spelled = SpellingKey.organization(profile.label)
    let known = OrganizationTable.standard.organization(spelled: spelled)?.id ?? party(spelled)
    let key = known ?? ownerBefore(spelled, profile) ?? spelled
    keyOfLabel[profile.labelIndex] = key
    return key
  }

  /// The id of a party or militia of the table that a name calls one: "Fatah party", "Fatah movement".
  private static func party(_ key: String) -> String? {
    let words = key.split(separator: " ")
    guard words.count > 1, let last = words.last, Lexicon.genericNoun.contains(String(last)) else { return nil }
    let known = OrganizationTable.standard.organization(named: words.dropLast().joined(separator: " "))
    return known.flatMap { ["party", "militia", "alliance"].contains($0.kind) ? $0.id : nil }
  }

  /// The id of an organization of the table behind the name of whose it is: "U.S. Food and Drug Administration", "U.N. World Health
  /// Organization".
  private static func ownerBefore(_ key: String, _ profile: Profile) -> String? {
    if let (country, rest) = countryBefore(key) {
      let known = OrganizationTable.standard.organization(spelled: rest)
      return known?.country == country ? known?.id : nil
    }
    for owner in ["un ", "united nation "] where key.hasPrefix(owner) && !profile.label.hasPrefix("U.N.-") {
      let known = OrganizationTable.standard.organization(spelled: String(key.dropFirst(owner.utf8.count)))
      if let known, known.country == nil { return known.id }
    }
    return nil
  }

  /// The name that a key stands for, for comparison with others: that of the table's organization, or the key.
  private static func spelled(_ key: String) -> String {
    OrganizationTable.standard.organization(id: key).map { SpellingKey.organization($0.name) } ?? key
  }

  /// Whether a label is but initials.
  static func isAcronym(_ label: String) -> Bool {
    label.utf8.count >= 2 && label.utf8.count <= 8 && !label.utf8.contains(0x20)
      && label.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }

  private mutating func join(_ keys: [String]) {
    var sets = DisjointSets(groups.count)
    var reasons: [Int: String] = [:]
    let isKnown = keys.map { OrganizationTable.standard.organization(id: $0) != nil }
    let keys = keys.map { Self.spelled($0) }
    joinByInitials(keys, isKnown, &sets)
    for (left, right) in RewordedMinistries(keys).pairs() {
      if sets.root(left) != sets.root(right) { reasons[max(left, right)] = "the ministry's name in other words" }
      sets.join(left, right)
    }
    for (left, right) in OrganizationSpellings(keys).pairs() {
      // Two that the table knows are two; a slip in a long name that it knows needs no neighbour.
      if isKnown[left], isKnown[right] { continue }
      let blanks = keys[left].utf8.count { $0 == 0x20 }
      let isLong = (isKnown[left] || isKnown[right]) && blanks >= 2
      // Chance is no explanation for names of four words.
      let isParted = OrganizationSpellings.arePartedElsewhere(
        keys[left].split(separator: " "), keys[right].split(separator: " "))
      guard isLong || isNear(left, right) || ((isParted || blanks >= 3) && !speakOfOthers(left, right)) else {
        continue
      }
      if sets.root(left) != sets.root(right) { reasons[max(left, right)] = "another spelling of the name" }
      sets.join(left, right)
    }
    var merged: [Int: Group] = [:]
    for index in groups.indices {
      let root = sets.root(index)
      if merged[root] == nil {
        merged[root] = groups[index]
      } else {
        merged[root]!.merge(groups[index], reason: reasons[index] ?? "the same initials")
      }
    }
    groups = merged.keys.sorted().map { merged[$0]! }
  }

  /// Whether two groups have a neighbour, or a country that their documents speak of, in common.
  private func isNear(_ left: Int, _ right: Int) -> Bool {
    groups[left].support(groups[right]) > 0 || groups[left].sharesContext(with: groups[right])
  }

  /// Whether the documents of two groups speak of countries, and none in common.
  private func speakOfOthers(_ left: Int, _ right: Int) -> Bool {
    !groups[left].context.isEmpty && !groups[right].context.isEmpty && !groups[left].sharesContext(with: groups[right])
  }

  private func joinByInitials(_ keys: [String], _ isKnown: [Bool], _ sets: inout DisjointSets) {
    var full: [String: [Int]] = [:]
    var begun: [String: [Int]] = [:]
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
        if let letters = Self.initials(label), !acronyms.contains(letters) {
          begun[letters, default: []].append(index)
        }
      }
    }
    // Names that share initials are one where their words do too, or their company.
    for acronym in full.keys.sorted() {
      let block = full[acronym]!
      for (position, left) in block.enumerated() {
        for right in block[(position + 1)...] where !(isKnown[left] && isKnown[right]) && areOne(left, right, keys) {
          sets.join(left, right)
        }
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
      } else if roots.isEmpty {
        // No text says what the initials stand for: a name near that begins so, for four letters any name that nothing speaks against.
        let near = Set(
          (begun[acronym] ?? []).filter {
            isNear($0, group) || (acronym.utf8.count >= 4 && !speakOfOthers($0, group))
          }.map { sets.root($0) })
        if near.count == 1 { sets.join(near.first!, group) }
      }
    }
  }

  /// What a name's words begin with, without small words: "NLA" of "National Liberation Army"; nothing of fewer than three.
  static func initials(_ label: String) -> String? {
    let letters = label.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
    return letters.count >= 3 ? String(letters) : nil
  }

  /// Two names of the same initials: half of their words in common, or two neighbours.
  private func areOne(_ left: Int, _ right: Int, _ keys: [String]) -> Bool {
    let a = Set(keys[left].split(separator: " "))
    let b = Set(keys[right].split(separator: " "))
    if 2 * a.intersection(b).count >= max(a.count, b.count) { return true }
    return groups[left].support(groups[right]) >= 2
  }
}
