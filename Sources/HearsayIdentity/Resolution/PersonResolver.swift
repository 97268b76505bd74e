import HearsayCore

/// Decides which people of many documents are one.
///
/// Names are compared within blocks of one surname only. Equal full names are one person unless many can have the name and what is
/// known of them conflicts; initials and middle names join the one longer name that they fit; a bare surname joins the one person of
/// that surname.
struct PersonResolver {
  let profiles: [Profile]
  /// Groups of profiles, each a person.
  private(set) var groups: [Group] = []
  /// Pairs of groups that share a name and were kept apart, with why, as indices into `groups`.
  private(set) var separations: [(Int, Int, String)] = []

  /// The name of each label that a profile has, one spelling for all that are spellings of one name.
  private var names: [PersonName?]
  /// The key of the surname that a label has itself, where another spelling has taken its place and a text has it alone.
  /// As an index into `ownSurnames`, by the label; -1 where there is none.
  private var ownSurname: [Int32]
  private var ownSurnames: [String] = []

  /// Resolves the profiles at `indices`, which are people in order of first appearance.
  ///
  /// - Parameter labels: what the profiles' `labelIndex` means.
  init(_ profiles: [Profile], labels: [String], indices: [Int]) {
    self.profiles = profiles
    names = [PersonName?](repeating: nil, count: labels.count)
    ownSurname = [Int32](repeating: -1, count: labels.count)
    var keyOfLabel = [String](repeating: "", count: labels.count)
    spell(indices, &keyOfLabel)
    let surnameKeys = names.map { name in name.flatMap { $0.isFull ? $0.surname.last : nil }.map(SpellingKey.surname) }
    // Blocks of one surname, in each the profiles of one spelling.
    var blocks: [String: [String: [Int]]] = [:]
    var singles: [Int] = []
    for index in indices {
      let label = profiles[index].labelIndex
      if let surname = surnameKeys[label] {
        blocks[surname, default: [:]][keyOfLabel[label], default: []].append(index)
      } else {
        singles.append(index)
      }
    }
    var groupsBySurname: [String: [Int]] = [:]
    var groupsByFirst: [String: [Int]] = [:]
    // Other spellings of the surname of a block, and which: nothing where of two.
    var aliases: [String: String] = [:]
    for key in blocks.keys.sorted() {
      for group in groupsOfBlock(blocks[key]!) {
        groupsBySurname[key, default: []].append(groups.count)
        if let first = name(group.members[0])?.parts.first {
          groupsByFirst[SpellingKey.surname(first), default: []].append(groups.count)
        }
        // "Rajapakse" is the surname of Rajapaksa too.
        for member in group.members where ownSurname[profiles[member].labelIndex] >= 0 {
          let own = ownSurnames[Int(ownSurname[profiles[member].labelIndex])]
          if own == key { continue }
          if blocks[own] == nil {
            aliases[own] = aliases[own, default: key] == key ? key : ""
          } else if groupsBySurname[own]?.last != groups.count {
            groupsBySurname[own, default: []].append(groups.count)
          }
        }
        groups.append(group)
      }
    }
    joinSingles(singles, groupsBySurname, groupsByFirst, aliases)
  }

  private func name(_ index: Int) -> PersonName? { names[profiles[index].labelIndex] }

  /// Gives each label its name, and full names one of their spellings and its key.
  private mutating func spell(_ indices: [Int], _ keyOfLabel: inout [String]) {
    var bearersOfKey: [String: [Int]] = [:]
    for index in indices {
      let label = profiles[index].labelIndex
      if names[label] == nil {
        let name = PersonName(profiles[index].label)
        names[label] = name
        if name.isFull { keyOfLabel[label] = SpellingKey.person(name) }
      }
      if !keyOfLabel[label].isEmpty { bearersOfKey[keyOfLabel[label], default: []].append(index) }
    }
    var alone: Set<String> = []
    for name in names {
      if let name, !name.isFull, let last = name.parts.last { alone.insert(SpellingKey.surname(last)) }
    }
    let keys = bearersOfKey.keys.sorted()
    let bearers = keys.map { bearersOfKey[$0]! }
    let spelled = bearers.map { names[profiles[$0[0]].labelIndex]! }
    let known = profiles
    var joiner = SpellingJoiner(spelled) { Group(bearers[$0], known) }
    for (position, root) in joiner.roots().enumerated() where root != position {
      let own = spelled[position].surname.last.map(SpellingKey.surname)
      if let own, own != spelled[root].surname.last.map(SpellingKey.surname), alone.contains(own) {
        ownSurnames.append(own)
        for index in bearers[position] { ownSurname[profiles[index].labelIndex] = Int32(ownSurnames.count - 1) }
      }
      for index in bearers[position] {
        names[profiles[index].labelIndex] = spelled[root]
        keyOfLabel[profiles[index].labelIndex] = keys[root]
      }
    }
  }

  // MARK: Full names

  private func groupsOfBlock(_ bySpelling: [String: [Int]]) -> [Group] {
    var groups: [Group] = []
    var namesOfGroups: [PersonName] = []
    for key in bySpelling.keys.sorted() {
      for group in people(bySpelling[key]!) {
        namesOfGroups.append(PersonName(key))
        groups.append(group)
      }
    }
    return joinedByInitials(groups, namesOfGroups)
  }

  /// The people of one full name: one, unless many can have it and countries or employers conflict.
  ///
  /// - Parameter isRegal: Whether they are kings of that name, of whom each country has its own.
  private func people(_ members: [Int], isRegal: Bool = false) -> [Group] {
    var people: [Group] = []
    var undecided: [Int] = []
    // "Ban Ki-moon": whom few share a name with has changed his office, not his name.
    let isRare = !isRegal && members.first.flatMap(name).map(Self.isRare) == true
    for member in members {
      let profile = profiles[member]
      if profile.country == nil && profile.employers.isEmpty {
        undecided.append(member)
        continue
      }
      let single = Group(member, profile, reason: people.isEmpty ? "first named" : "same name")
      let best = people.indices.filter {
        (isRare || !people[$0].conflicts(with: single)) && !(isRegal && Self.areOfTwoCountries(people[$0], single))
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

  /// Whether few have a full name: three parts, or a surname that is no usual one, nor a given name.
  private static func isRare(_ name: PersonName) -> Bool {
    guard name.isFull, let last = name.surname.last else { return false }
    return name.parts.count { $0.utf8.count > 1 } > 2 || !CommonSurnames.standard.contains(last)
  }

  private static func areOfTwoCountries(_ left: Group, _ right: Group) -> Bool {
    !left.countries.isEmpty && !right.countries.isEmpty && left.countries.isDisjoint(with: right.countries)
  }

  /// Joins "J. Smith" and "John A. Smith" to the one group that they fit.
  private func joinedByInitials(_ groups: [Group], _ names: [PersonName]) -> [Group] {
    guard groups.count > 1 else { return groups }
    // Only those can fit that share the first name, or of which one has but its initial.
    var byFirst: [String: [Int]] = [:]
    var byInitial: [Character: [Int]] = [:]
    for (index, name) in names.enumerated() {
      guard let first = name.parts.first, let letter = first.first else { continue }
      byFirst[first, default: []].append(index)
      byInitial[letter, default: []].append(index)
    }
    func neighbours(_ index: Int) -> [Int] {
      guard let first = names[index].parts.first, let letter = first.first else { return [] }
      if first.utf8.count == 1 { return byInitial[letter] ?? [] }
      return (byFirst[first] ?? []) + (byFirst[String(letter)] ?? [])
    }
    var sets = DisjointSets(groups.count)
    joinClear(neighbours, groups, names, &sets)
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
  /// "Ruth Meyer" and "Rita Meyer") joins the one with the most in common, of equals the one far more often named, or none.
  private func joinClear(
    _ neighbours: (Int) -> [Int], _ groups: [Group], _ names: [PersonName], _ sets: inout DisjointSets
  ) {
    let fits = groups.indices.map { index in
      neighbours(index).filter {
        $0 != index && names[$0].isCompatible(with: names[index]) && !groups[$0].conflicts(with: groups[index])
      }
    }
    let isClear = fits.map { others in
      others.allSatisfy { left in others.allSatisfy { left == $0 || names[left].isCompatible(with: names[$0]) } }
    }
    for (index, others) in fits.enumerated() where !others.isEmpty {
      if isClear[index] {
        for other in others where isClear[other] { sets.join(index, other) }
      } else {
        let support = others.map { groups[$0].support(groups[index]) }
        let most = support.max() ?? 0
        let best = zip(others, support).filter { $0.1 == most }.map(\.0)
        if best.count == 1, most > 0 {
          sets.join(index, best[0])
        } else if let best = Namesakes(best, groups).farMoreOften(groups) {
          sets.join(index, best)
        }
      }
    }
  }

  // MARK: Bare surnames

  private mutating func joinSingles(
    _ singles: [Int], _ bySurname: [String: [Int]], _ byFirst: [String: [Int]], _ aliases: [String: String]
  ) {
    // All are decided against the full names alone, so that their order does not matter.
    let namesOfGroups = groups.map { name($0.members[0]) }
    let known = groups
    let isDoubled = known.map { PersonName.hasDoubledSurname(profiles[$0.members[0]].label) }
    var joined: [(index: Int, group: Int, reason: String)] = []
    var left: [String: [Int]] = [:]
    let slips = SurnameSlips(
      singles.compactMap { name($0)?.parts.last }.filter {
        let key = SpellingKey.surname($0)
        return bySurname[key] == nil && aliases[key] == nil
      },
      of: Array(bySurname.keys) + aliases.keys)
    var namesakes: [String: Namesakes] = [:]
    var firstNamesakes: [String: Namesakes] = [:]
    for index in singles {
      let profile = profiles[index]
      let own = SpellingKey.surname(name(index)?.parts.last ?? profile.label)
      let key = aliases[own].flatMap { $0.isEmpty ? nil : $0 } ?? own
      // King Abdullah is not Mr. Abdullah.
      let isRegal = name(index)?.isRegal == true || !profile.titles.isDisjoint(with: Lexicon.regalTitle)
      let single = Group(index, profile, reason: "surname")
      let bearers =
        isRegal
        ? Namesakes([], groups)
        : namesakes.value(key) {
          Namesakes(bySurname[key] ?? [], groups)
        }
      // "Mrs. Holt" is not Peter Holt.
      func fits(_ candidate: Int) -> Bool {
        // "Dean" is hardly Sharon Hudson-Dean.
        if isDoubled[candidate], !profile.label.contains("-"), known[candidate].support(single) == 0,
          !known[candidate].sharesContext(with: single)
        {
          return false
        }
        guard let gender = profile.gender, let name = namesOfGroups[candidate] else { return true }
        return Gender.of(name).map { $0 == gender } ?? true
      }
      let isCommon = isCommonAlone(index)
      // "Mrs. Hassan" is Margaret rather than Dawoud, whose name no table has.
      let women =
        profile.gender == .female
        ? (isRegal ? [] : bySurname[key] ?? []).prefix(Self.mostSeparations).filter {
          namesOfGroups[$0].flatMap(Gender.of) == .female
        } : []
      let choice = bearers.choice(
        for: single, groups, isCommon: isCommon, onlyWoman: women.count == 1 ? women[0] : nil, where: fits)
      if let choice {
        joined.append((index, choice.group, choice.reason))
      } else if !isRegal, let meant = name(index)?.parts.last.flatMap({ slips.meant[$0] }).map({ aliases[$0] ?? $0 }),
        let choice = namesakes.value(meant, { Namesakes(bySurname[meant] ?? [], groups) })
          .choice(
            for: single, groups, isCommon: false,
            where: { [groups] in
              fits($0) && (groups[$0].support(single) > 0 || groups[$0].sharesContext(with: single))
            })
      {
        joined.append((index, choice.group, "surname but for a letter, and something in common"))
      } else if !bearers.hasAny(for: single, groups, where: fits),
        let best = firstNamesakes.value(key, { Namesakes(byFirst[key] ?? [], groups) })
          .closest(
            to: single, groups,
            where: { [groups] in !isRegal || !groups[$0].titles.isDisjoint(with: Lexicon.regalTitle) })
      {
        joined.append((index, best, "first part of the name, and the same company"))
      } else {
        left[isRegal ? key + " rex" : surname(of: index) ?? key, default: []].append(index)
        let candidates = bearers.first(Self.mostSeparations, for: single, groups, where: fits)
        let reason =
          candidates.count == 1
          ? "many people have the surname, and nothing else is in common" : "several people have the surname"
        for candidate in candidates { separations.append((candidate, -index - 1, reason)) }
      }
    }
    for (index, group, reason) in joined { groups[group].add(index, profiles[index], reason: reason) }
    var groupOfSingle: [Int: Int] = [:]
    for key in left.keys.sorted() {
      let isRegal = key.hasSuffix(" rex")
      for group in people(left[key]!, isRegal: isRegal) {
        // "Smith said" in two articles that have nothing in common: two people.
        for part in !isRegal && isCommonAlone(group.members[0]) ? parted(group) : [group] {
          for member in part.members { groupOfSingle[member] = groups.count }
          groups.append(part)
        }
      }
    }
    separations = separations.compactMap { left, right, reason in
      groupOfSingle[-right - 1].map { (left, $0, reason) }
    }
  }

  /// Whether a profile has but a surname, and one that many bear.
  private func isCommonAlone(_ index: Int) -> Bool {
    name(index).map { $0.parts.count == 1 && CommonSurnames.standard.contains($0.parts[0]) } ?? false
  }

  /// The members of a group of one surname alone, those together that have something in common with each other: an employer, an
  /// office, a neighbour, or a country other than the United States.
  private func parted(_ group: Group) -> [Group] {
    guard group.members.count > 1 else { return [group] }
    var sets = DisjointSets(group.members.count)
    var firstWith: [String: Int] = [:]
    var firstBeside: [UInt32: Int] = [:]
    for (place, member) in group.members.enumerated() {
      let profile = profiles[member]
      var shared = profile.titles.map { "title " + $0 } + profile.employers
      shared += Set(profile.context).subtracting(Namesakes.everyday).map { "country." + $0 }
      if let country = profile.country { shared.append("country." + country) }
      for word in shared { sets.join(firstWith.value(word) { place }, place) }
      for key in profile.company where key != profile.ownKey { sets.join(firstBeside.value(key) { place }, place) }
    }
    var byRoot: [Int: [Int]] = [:]
    for place in group.members.indices { byRoot[sets.root(place), default: []].append(group.members[place]) }
    return byRoot.keys.sorted().map { root in
      let members = byRoot[root]!
      var part = Group(members[0], profiles[members[0]], reason: "first named")
      for member in members.dropFirst() { part.add(member, profiles[member], reason: "same name") }
      return part
    }
  }

  /// A surname with its particles, but for the Arabic article: "dos Santos" is not "Santos", "al-Zarqawi" is "Zarqawi".
  private func surname(of index: Int) -> String? {
    guard let surname = name(index)?.surname, surname.count > 1, !["al", "el"].contains(surname[0]) else { return nil }
    return surname.dropLast().joined(separator: " ") + " " + SpellingKey.surname(surname[surname.count - 1])
  }

  /// How many people a surname alone is said to be kept apart from.
  private static let mostSeparations = 12
}

extension Dictionary {
  /// The value of `key`, made once.
  fileprivate mutating func value(_ key: Key, _ make: () -> Value) -> Value {
    if let known = self[key] { return known }
    let made = make()
    self[key] = made
    return made
  }
}
