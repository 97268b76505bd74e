/// Finds which full names of people are spellings of one name.
///
/// Names that sound alike, have one letter more, less or other, or their given names in another order, are compared;
/// nothing else is, so that time grows near linearly with the number of names. Two given names that tables know as two, "Hassan" and
/// "Hussein", "Maria" and "Mario", are never one. A slip or a spelling that no table knows needs something else in common: a country, an
/// employer, a neighbour, or a name so long that chance is no explanation.
struct SpellingJoiner {
  /// A name in parts that are compared, and the surname in one.
  fileprivate struct Spelled {
    let name: PersonName
    let given: [NamePart]
    let surname: NamePart
  }

  private let names: [Spelled]
  private let group: (Int) -> Group
  /// The names that have a surname, by its one spelling.
  private let bearersOfSurname: [String: [Int]]
  /// What the bearers of a name say together, made where it is asked for.
  private var groups: [Int: Group] = [:]
  private var sets: DisjointSets

  /// - Parameters:
  ///   - names: Each once, in the order of their keys.
  ///   - group: What all that bear the name of an index say together.
  init(_ names: [PersonName], group: @escaping (Int) -> Group) {
    var parts = NameParts()
    var pairs = KeyedPairs(count: names.count)
    self.names = names.map { name in
      Spelled(name: name, given: name.given.map { parts.part($0) }, surname: parts.part(name.surname.joined()))
    }
    self.group = group
    bearersOfSurname = Dictionary(grouping: self.names.indices) { [names = self.names] in
      names[$0].surname.spelled.surname
    }
    sets = DisjointSets(names.count)
    for (index, name) in self.names.enumerated() {
      Self.addKeys(of: name, surname: name.name.surname.map { parts.part($0) }, index, to: &pairs)
    }
    let ones = pairs.pairs(largest: Self.largestBlock).filter { areOne($0.0, $0.1) }
    for (left, right) in Self.withoutBridges(ones, self.names) { sets.join(left, right) }
    groups = [:]
  }

  /// The names that are one, each with the first of them.
  mutating func roots() -> [Int] { names.indices.map { sets.root($0) } }

  /// How many letters a name has at least of which two may have changed places.
  private static let shortestShuffled = 10

  /// How many names may share a key and still be compared with each other.
  private static let largestBlock = 64

  // MARK: Keys

  /// The keys under which a name is compared with others: its sounds, and its surname or given name without one letter.
  private static func addKeys(of name: Spelled, surname: [NamePart], _ index: Int, to pairs: inout KeyedPairs) {
    func add(_ kind: String, _ parts: [String]) { pairs.add(hash(kind, parts), index) }
    add("whole", [name.letters])
    // "Chiang Pin-kung" and "Chiang Ping-kun"
    if name.letters.utf8.count >= shortestShuffled {
      add("shuffled", [String(decoding: name.letters.utf8.sorted(), as: UTF8.self)])
    }
    // "Gholam Reza" and "Gholamreza", and three parts of which one has a slip.
    if name.name.parts.count > 2 {
      for place in name.name.parts.indices {
        var parts = (name.given.map(\.spelled.given) + surname.map(\.spelled.surname))
        parts.remove(at: place)
        add("but one", parts)
      }
    }
    let sounds = name.given.map(\.soundOfSpelled.given) + surname.map(\.soundOfSpelled.surname)
    add("sound", sounds.sorted())
    add("letters", (name.given + surname).map(\.sound).sorted())
    let given = name.given.map(\.spelled.given)
    let spelled = name.surname.spelled.surname
    let begun = hash("surname", given)
    for text in name.surname.text == spelled ? [spelled] : [name.surname.text, spelled] {
      addDeletions(text, from: begun, index, to: &pairs)
    }
    addDeletions(name.given.map(\.text).joined(separator: " "), from: hash("given", [spelled]), index, to: &pairs)
    // More than one slip in a given name: "Olusegun" and "Olesgun".
    if let first = name.given.first?.text, first.utf8.count >= NamePart.longName {
      add("initial", [String(first.prefix(1)), spelled])
    }
    // "Ronald Allen Schultz" and "Ronald Schulz"
    if let first = given.first {
      add("outer", [first, name.surname.soundOfSpelled.surname])
      if given.count > 1 { addDeletions(name.surname.text, from: hash("surname", [first]), index, to: &pairs) }
    }
    // "Abdullahi Yusuf Ahmed" and "Abdullahi Yusuf": the first two parts.
    let parts = name.name.parts
    if parts.count < 4, parts.count > 1 { add("cut", [SpellingKey.given(parts[0]), SpellingKey.surname(parts[1])]) }
    // "Desi" and "Desire"
    if let first = name.given.first?.text, first.utf8.count >= 4 { add("begun", [String(first.prefix(4)), spelled]) }
    // "Yayi Boni" and "Thomas Yayi Boni": the last two parts.
    if let before = (name.given + surname).dropLast().last {
      add("last", [before.soundOfSpelled.given, name.surname.soundOfSpelled.surname])
      add("last", [before.soundOfG, name.surname.soundOfG])
    }
  }

  /// `text`, and `text` without each of its letters in turn, where it has five.
  private static func addDeletions(_ text: String, from seed: UInt64, _ index: Int, to pairs: inout KeyedPairs) {
    guard text.utf8.count >= 5 else { return }
    for key in KeyHash.ofNear(text, from: seed) { pairs.add(key, index) }
  }

  private static func hash(_ kind: String, _ parts: [String]) -> UInt64 {
    parts.reduce(KeyHash.of(kind.utf8)) { KeyHash.of($1.utf8, from: KeyHash.of([0x20], from: $0)) }
  }

  /// `pairs` without those by which a shorter name would make one of two longer ones: "Almallah Dabas" is neither "Moutaz Almallah
  /// Dabas" nor his brother.
  private static func withoutBridges(_ pairs: [(Int, Int)], _ names: [Spelled]) -> [(Int, Int)] {
    var longer: [Int: [Int]] = [:]
    for (left, right) in pairs where names[left].given.count != names[right].given.count {
      let (short, long) = names[left].given.count < names[right].given.count ? (left, right) : (right, left)
      longer[short, default: []].append(long)
    }
    let bridges = longer.filter { _, many in
      many.contains { a in many.contains { b in a != b && difference(names[a], names[b]) == nil } }
    }
    return pairs.filter { left, right in
      !(bridges[left]?.contains(right) ?? false) && !(bridges[right]?.contains(left) ?? false)
    }
  }

  // MARK: Comparison

  private mutating func bearers(_ index: Int) -> Group {
    if let known = groups[index] { return known }
    let made = group(index)
    groups[index] = made
    return made
  }

  private mutating func areOne(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (names[left], names[right])
    if let mine = a.name.suffix, let theirs = b.name.suffix, mine != theirs { return false }
    if Self.isCutShort(a, b) || Self.isCutShort(b, a) {
      let (mine, theirs) = (bearers(left), bearers(right))
      return !mine.conflicts(with: theirs) && mine.support(theirs) >= 2
    }
    guard let (given, surname) = Self.difference(a, b), given < .other, surname < .slips else { return false }
    if given == .slips, surname > .none { return false }
    let (mine, theirs) = (bearers(left), bearers(right))
    if mine.conflicts(with: theirs) { return false }
    let support = mine.support(theirs)
    // A country that both speak of makes a slip likelier than a namesake.
    let isNear = support > 0 || mine.sharesContext(with: theirs)
    switch (given, surname) {
    case (.none, .none): return true
    case (.sound, .none), (.none, .sound):
      // "Yousaf Gilani", "Reed": short names sound alike by chance.
      let length = [a, b].map { surname == .sound ? $0.surname.text.utf8.count : $0.lettersOfGiven }.max()!
      return isNear || length >= 6 || (surname == .none && length >= 5)
    case (.sound, .sound): return isNear || a.name.parts.joined().utf8.count >= 12
    case (.slip, .none):
      // "Willian" and "William": a long name that is no other's needs nothing more.
      return isNear || (a.lettersOfGiven >= NamePart.longName && isRareSurname(left, right))
    case (.none, .slip):
      // "Shryock" and "Shyrock": long surnames that few have and nobody else here need nothing more either.
      // "Amiin" is not "Kamin": what short names begin with is heard.
      let isHeard = a.surname.text.utf8.first == b.surname.text.utf8.first
      return isNear && (isHeard || min(a.surname.text.utf8.count, b.surname.text.utf8.count) >= NamePart.longName)
        || ([a, b].allSatisfy {
          $0.surname.text.utf8.count >= NamePart.longName && !CommonSurnames.standard.contains($0.surname.text)
        } && isRareSurname(left, right) && isRareSurname(right, left))
    case (.slips, .none):
      return a.surname.text.utf8.count >= NamePart.longName && (support > 0 || isRareSurname(left, right))
    default: return support >= 2
    }
  }

  /// Whether one is the other, of three parts, without the last: "Abdullahi Yusuf" and "Abdullahi Yusuf Ahmed".
  private static func isCutShort(_ short: Spelled, _ long: Spelled) -> Bool {
    let (few, many) = (short.name.parts, long.name.parts)
    return few.count == 2 && many.count == 3 && few[0] == many[0]
      && SpellingKey.surname(few[1]) == SpellingKey.surname(many[1])
  }

  /// Whether two names have a surname that nobody else has, but for those whose given names begin as theirs do.
  private func isRareSurname(_ left: Int, _ right: Int) -> Bool {
    let initials = [left, right].map { names[$0].given.first?.text.first }
    guard initials[0] == initials[1] else { return false }
    return bearersOfSurname[names[left].surname.spelled.surname, default: []].allSatisfy {
      names[$0].given.first?.text.first == initials[0]
    }
  }

  /// The first of two given names that is often left out.
  private static let oftenLeftOut = SpellingKey.given("muhammad")

  /// How the given names and the surnames of two names differ; nil where they cannot be compared.
  private static func difference(
    _ left: Spelled, _ right: Spelled
  ) -> (given: NamePart.Difference, surname: NamePart.Difference)? {
    let found = differenceOfParts(left, right)
    // "Chiang Pin-kung" and "Chiang Ping-kun": part by part two slips, as a whole one.
    let isWhole = found.map { $0.given > .sound && $0.surname == .none } ?? true
    return isWhole && left.letters.utf8.count >= shortestShuffled && areShuffled(left, right) ? (.sound, .none) : found
  }

  private static func differenceOfParts(
    _ left: Spelled, _ right: Spelled
  ) -> (given: NamePart.Difference, surname: NamePart.Difference)? {
    // "Ahmadinejad" and "Ahmadi-Nejad": the same letters, parted elsewhere.
    if left.letters == right.letters || left.spelledLetters == right.spelledLetters { return (.none, .none) }
    let surname = left.surname.difference(from: right.surname, isGiven: false)
    if surname == .other { return nil }
    if left.given.count == right.given.count, left.given.count > 1, let one = differenceOfOne(left, right) {
      return (surname == .none ? one : .none, surname == .none ? .none : one)
    }
    if left.given.count == right.given.count {
      let inOrder = zip(left.given, right.given).map { $0.difference(from: $1, isGiven: true) }.max() ?? .none
      if inOrder < .other { return (inOrder, surname) }
      // "Mohammed Ali", "Ali Mohamed"
      let (mine, theirs) = (left.given.map(\.spelled.given).sorted(), right.given.map(\.spelled.given).sorted())
      return mine == theirs ? (.none, surname) : nil
    }
    // One has a name more: "Abdul Latif Hakimi" and "Latif Hakimi". The last given names must be the same.
    let count = min(left.given.count, right.given.count)
    let ends = zip(left.given.suffix(count), right.given.suffix(count)).map { $0.difference(from: $1, isGiven: true) }
      .max()
    // "Ronald Allen Schultz" and "Ronald Schulz": the names between are often left out.
    if surname > .none, zip(left.given, right.given).allSatisfy({ $0.text == $1.text }) { return (.none, surname) }
    guard let ends, ends < .slip else { return nil }
    // "Yayi Boni" and "Thomas Yayi Boni": where the first name left is no usual one, few others have both.
    // "Mohammad Baqer Qalibaf" is often "Baqer Qalibaf".
    let more = (left.given.count > right.given.count ? left : right).given.dropLast(count)
    if more.count == 1, more[0].spelled.given == Self.oftenLeftOut { return (.sound, surname) }
    let isRare =
      count == 1 && ends == .none && !(left.given.suffix(1) + right.given.suffix(1)).contains(where: \.isKnownGiven)
    return (isRare ? .sound : .slip, surname)
  }

  /// Whether two names have the same letters, and their parts the same initials, and no part that differs is two known given names.
  private static func areShuffled(_ left: Spelled, _ right: Spelled) -> Bool {
    guard left.given.count == right.given.count, EditDistance.isShuffled(left.letters, right.letters) else {
      return false
    }
    return zip(left.given + [left.surname], right.given + [right.surname]).allSatisfy { a, b in
      a.text.utf8.first == b.text.utf8.first && (a.text == b.text || !(a.isKnownGiven && b.isKnownGiven))
    }
  }

  /// Two names of three parts or more of which but one differs, by a letter: as good as alike in sound, for who else has the others?
  private static func differenceOfOne(_ left: Spelled, _ right: Spelled) -> NamePart.Difference? {
    let pairs = zip(left.given + [left.surname], right.given + [right.surname])
    let unequal = pairs.filter { $0.spelled != $1.spelled || $0.text != $1.text }
      .filter { $0.difference(from: $1, isGiven: true) != .none }
    guard unequal.count == 1, let (a, b) = unequal.first, min(a.text.utf8.count, b.text.utf8.count) >= 3,
      !(a.isKnownGiven && b.isKnownGiven), a.variants.given == nil || b.variants.given == nil,
      EditDistance.isOne(a.text, b.text)
        || (min(a.text.utf8.count, b.text.utf8.count) >= 8 && EditDistance.isTwo(a.text, b.text))
    else { return nil }
    return min(a.text.utf8.count, b.text.utf8.count) >= 4 ? .sound : .slip
  }
}

extension SpellingJoiner.Spelled {
  /// All its letters without blanks, in the spelling that a table has for them.
  fileprivate var letters: String {
    given.map { $0.variants.given ?? $0.text }.joined() + (surname.variants.surname ?? surname.text)
  }
  /// The same in the one spelling of transliterations.
  fileprivate var spelledLetters: String { given.map(\.spelled.given).joined() + surname.spelled.surname }
  fileprivate var lettersOfGiven: Int { given.reduce(0) { $0 + $1.text.utf8.count } }
}
