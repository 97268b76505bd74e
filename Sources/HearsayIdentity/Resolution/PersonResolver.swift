import HearsayCore

/// Decides which people of many documents are one.
///
/// Names are compared within blocks of one surname only. Equal full names are one person unless what is known of them
/// conflicts; initials and middle names join the one longer name that they fit; a bare surname joins the one person of
/// that surname.
struct PersonResolver {
  let profiles: [Profile]
  /// Groups of profiles, each a person.
  private(set) var groups: [Group] = []
  /// Pairs of groups that share a name and were kept apart, with why, as indices into `groups`.
  private(set) var separations: [(Int, Int, String)] = []

  /// Resolves the profiles at `indices`, which are people in order of first appearance.
  init(_ profiles: [Profile], indices: [Int]) {
    self.profiles = profiles
    var blocks: [String: [Int]] = [:]
    var singles: [Int] = []
    let names = Self.names(profiles, indices)
    for index in indices {
      if let name = names[index], name.isFull, let surname = name.surname.last {
        blocks[SpellingKey.surname(surname), default: []].append(index)
      } else {
        singles.append(index)
      }
    }
    var groupsBySurname: [String: [Int]] = [:]
    var groupsByFirst: [String: [Int]] = [:]
    for key in blocks.keys.sorted() {
      for group in groupsOfBlock(blocks[key]!, names) {
        groupsBySurname[key, default: []].append(groups.count)
        if let first = names[group.members[0]]?.parts.first {
          groupsByFirst[SpellingKey.surname(first), default: []].append(groups.count)
        }
        groups.append(group)
      }
    }
    joinSingles(singles, groupsBySurname, groupsByFirst, names)
  }

  /// The name of each profile, one spelling for all that are spellings of one name.
  private static func names(_ profiles: [Profile], _ indices: [Int]) -> [Int: PersonName] {
    var names: [Int: PersonName] = [:]
    var indicesByKey: [String: [Int]] = [:]
    for index in indices {
      let name = PersonName(profiles[index].label)
      names[index] = name
      if name.isFull { indicesByKey[SpellingKey.person(name), default: []].append(index) }
    }
    let keys = indicesByKey.keys.sorted()
    let bearers = keys.map { key in
      let members = indicesByKey[key]!
      var group = Group(members[0], profiles[members[0]], reason: "")
      for member in members.dropFirst() { group.add(member, profiles[member], reason: "") }
      return SpellingJoiner.Bearer(name: names[members[0]]!, group: group)
    }
    var joiner = SpellingJoiner(bearers)
    for (position, root) in joiner.roots().enumerated() where root != position {
      for index in indicesByKey[keys[position]]! { names[index] = bearers[root].name }
    }
    return names
  }

  // MARK: Full names

  private mutating func groupsOfBlock(_ indices: [Int], _ names: [Int: PersonName]) -> [Group] {
    var bySpelling: [String: [Int]] = [:]
    for index in indices { bySpelling[SpellingKey.person(names[index]!), default: []].append(index) }
    var groups: [Group] = []
    var nameOfGroup: [PersonName] = []
    for key in bySpelling.keys.sorted() {
      for group in people(bySpelling[key]!) {
        nameOfGroup.append(names[group.members[0]]!)
        groups.append(group)
      }
    }
    return joinedByInitials(groups, nameOfGroup)
  }

  /// The people of one full name: one, unless countries or employers conflict.
  ///
  /// - Parameter isRegal: Whether they are kings of that name, of whom each country has its own.
  private func people(_ members: [Int], isRegal: Bool = false) -> [Group] {
    var people: [Group] = []
    var undecided: [Int] = []
    for member in members {
      let profile = profiles[member]
      if profile.country == nil && profile.employers.isEmpty {
        undecided.append(member)
        continue
      }
      let single = Group(member, profile, reason: people.isEmpty ? "first named" : "same name")
      let best = people.indices.filter {
        !people[$0].conflicts(with: single) && !(isRegal && Self.areOfTwoCountries(people[$0], single))
      }
      .max { people[$0].support(single) < people[$1].support(single) }
      if let best { people[best].add(member, profile, reason: "same name") } else { people.append(single) }
    }
    for member in undecided {
      let profile = profiles[member]
      let single = Group(member, profile, reason: people.isEmpty ? "first named" : "same name")
      guard !people.isEmpty else {
        people.append(single)
        continue
      }
      func score(_ index: Int) -> Int {
        2 * people[index].support(single) + (people[index].countries.isDisjoint(with: single.context) ? 0 : 1)
      }
      var best = 0
      for index in people.indices where score(index) > score(best) { best = index }
      people[best].add(member, profile, reason: "same name")
    }
    return people
  }

  private static func areOfTwoCountries(_ left: Group, _ right: Group) -> Bool {
    !left.countries.isEmpty && !right.countries.isEmpty && left.countries.isDisjoint(with: right.countries)
  }

  /// Joins "J. Smith" and "John A. Smith" to the one group that they fit.
  private func joinedByInitials(_ groups: [Group], _ names: [PersonName]) -> [Group] {
    guard groups.count > 1 else { return groups }
    let spelled = names.map { Spelled($0) }
    var byInitial: [Character: [Int]] = [:]
    for (index, name) in spelled.enumerated() {
      if let letter = name.name.parts.first?.first { byInitial[letter, default: []].append(index) }
    }
    var sets = DisjointSets(groups.count)
    for letter in byInitial.keys.sorted() {
      joinClear(byInitial[letter]!, groups, spelled.map(\.name), &sets)
    }
    var merged: [Int: Group] = [:]
    for index in groups.indices {
      let root = sets.root(index)
      if merged[root] == nil {
        merged[root] = groups[index]
      } else {
        merged[root]!.merge(groups[index], reason: "longer or shorter form of the name")
      }
    }
    return merged.keys.sorted().map { merged[$0]! }
  }

  /// Joins the groups of one block whose names fit. A name that fits two that do not fit each other ("R. Meyer", beside
  /// "Ruth Meyer" and "Rita Meyer") joins the one with the most in common, or none.
  private func joinClear(_ block: [Int], _ groups: [Group], _ names: [PersonName], _ sets: inout DisjointSets) {
    var fits: [Int: [Int]] = [:]
    for index in block {
      fits[index] = block.filter {
        $0 != index && names[$0].isCompatible(with: names[index]) && !groups[$0].conflicts(with: groups[index])
      }
    }
    func isClear(_ index: Int) -> Bool {
      let others = fits[index] ?? []
      return others.allSatisfy { left in others.allSatisfy { left == $0 || names[left].isCompatible(with: names[$0]) } }
    }
    for index in block {
      guard let others = fits[index], !others.isEmpty else { continue }
      if isClear(index) {
        for other in others where isClear(other) { sets.join(index, other) }
      } else {
        let support = others.map { groups[$0].support(groups[index]) }
        guard let most = support.max(), most > 0, support.filter({ $0 == most }).count == 1,
          let best = support.firstIndex(of: most)
        else { continue }
        sets.join(index, others[best])
      }
    }
  }

  private struct Spelled {
    let name: PersonName
    init(_ name: PersonName) { self.name = PersonName(SpellingKey.person(name)) }
  }

  // MARK: Bare surnames

  private mutating func joinSingles(
    _ singles: [Int], _ bySurname: [String: [Int]], _ byFirst: [String: [Int]], _ names: [Int: PersonName]
  ) {
    // All are decided against the full names alone, so that their order does not matter.
    let full = groups
    var left: [String: [Int]] = [:]
    for index in singles {
      let key = SpellingKey.surname(names[index]?.parts.last ?? profiles[index].label)
      let single = Group(index, profiles[index], reason: "surname")
      let fitting = (bySurname[key] ?? []).filter { !full[$0].conflicts(with: single) }
      // "Mrs. Holt" is not Peter Holt.
      // King Abdullah is not Mr. Abdullah.
      let isRegal = names[index]?.isRegal == true || !profiles[index].titles.isDisjoint(with: Lexicon.regalTitle)
      let candidates = fitting.filter { candidate in
        if isRegal { return false }
        guard let gender = profiles[index].gender, let name = names[full[candidate].members[0]] else { return true }
        return Gender.of(name).map { $0 == gender } ?? true
      }
      if candidates.count == 1 {
        groups[candidates[0]].add(index, profiles[index], reason: "the one person of that surname")
      } else if let best = clearBest(candidates, single, full) {
        groups[best].add(index, profiles[index], reason: "surname, and the same company")
      } else if let best = onlyOfContext(candidates, single, full) {
        groups[best].add(index, profiles[index], reason: "surname, and the one of its country")
      } else if let best = Self.farMoreOften(candidates, full) {
        groups[best].add(
          index, profiles[index], reason: "surname of someone far more often named than others who have it")
      } else if candidates.isEmpty, let best = clearBest(byFirst[key] ?? [], single, full) {
        groups[best].add(index, profiles[index], reason: "first part of the name, and the same company")
      } else {
        left[isRegal ? key + " rex" : key, default: []].append(index)
        for candidate in candidates { separations.append((candidate, -index - 1, "several people have the surname")) }
      }
    }
    var groupOfSingle: [Int: Int] = [:]
    for key in left.keys.sorted() {
      for group in people(left[key]!, isRegal: key.hasSuffix(" rex")) {
        for member in group.members { groupOfSingle[member] = groups.count }
        groups.append(group)
      }
    }
    separations = separations.compactMap { left, right, reason in
      groupOfSingle[-right - 1].map { (left, $0, reason) }
    }
  }

  /// The one of `candidates` whose country the document of `single` speaks of.
  private func onlyOfContext(_ candidates: [Int], _ single: Group, _ full: [Group]) -> Int? {
    let fitting = candidates.filter { !full[$0].countries.isDisjoint(with: single.context) }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The one of `candidates` that many documents name, and more than five times as many as the others together.
  private static func farMoreOften(_ candidates: [Int], _ full: [Group]) -> Int? {
    guard let best = candidates.max(by: { (full[$0].members.count, $1) < (full[$1].members.count, $0) }) else {
      return nil
    }
    let others = candidates.filter { $0 != best }.reduce(0) { $0 + full[$1].members.count }
    return full[best].members.count >= 5 && full[best].members.count > 5 * others ? best : nil
  }

  private func clearBest(_ candidates: [Int], _ single: Group, _ full: [Group]) -> Int? {
    let scored = candidates.map { (index: $0, support: full[$0].support(single)) }.filter { $0.support > 0 }
    guard let best = scored.max(by: { ($0.support, $1.index) < ($1.support, $0.index) }) else { return nil }
    return scored.filter { $0.support == best.support }.count == 1 ? best.index : nil
  }
}
