/// Finds which full names of people are spellings of one name.
///
/// Names that sound alike, have one letter more, less or other, or their given names in another order, are compared;
/// nothing else is, so that time grows near linearly with the number of names. Two given names that tables know as two, "Hassan" and
/// "Hussein", "Maria" and "Mario", are never one. A slip or a spelling that no table knows needs something else in common: a country, an
/// employer, a neighbour, or a name so long that chance is no explanation.
struct SpellingJoiner {
  /// A name and what all that bear it say together.
  struct Bearer {
    let name: PersonName
    let group: Group
  }

  private let bearers: [Bearer]
  private var sets: DisjointSets

  /// - Parameter bearers: One for each name, in the order of their keys.
  init(_ bearers: [Bearer]) {
    self.bearers = bearers
    sets = DisjointSets(bearers.count)
    join()
  }

  /// The bearers that are one, each with the first of them.
  mutating func roots() -> [Int] { bearers.indices.map { sets.root($0) } }

  private mutating func join() {
    var blocks: [UInt64: [Int]] = [:]
    for (index, bearer) in bearers.enumerated() {
      for key in Self.keys(bearer.name) { blocks[key, default: []].append(index) }
    }
    var pairs: Set<[Int]> = []
    for block in blocks.values where block.count > 1 {
      // A block is small, or its key says nothing.
      guard block.count <= Self.largestBlock else { continue }
      for (position, left) in block.enumerated() {
        for right in block[(position + 1)...] where left != right { pairs.insert([left, right]) }
      }
    }
    for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) where areOne(pair[0], pair[1]) {
      sets.join(pair[0], pair[1])
    }
  }

  /// How many names may share a key and still be compared with each other.
  private static let largestBlock = 64

  /// The keys under which a name is compared with others: its sounds, and its surname or given name without one letter.
  private static func keys(_ name: PersonName) -> Set<UInt64> {
    let surname = name.surname.joined()
    var keys: Set<UInt64> = []
    func add(_ parts: String...) { keys.insert(hash(parts.joined(separator: " "))) }
    add(
      "sound",
      (name.given.map(SpellingKey.given).map(SpellingKey.sound)
        + name.surname.map(SpellingKey.surname).map(SpellingKey.sound)).sorted().joined(separator: " "))
    add("letters", name.parts.map(SpellingKey.sound).sorted().joined(separator: " "))
    let given = name.given.map(SpellingKey.given).joined(separator: " ")
    let spelled = SpellingKey.surname(surname)
    for shorter in Set(deletions(surname, atLeast: 5) + deletions(spelled, atLeast: 5)) {
      add("surname", given, shorter)
    }
    for shorter in deletions(name.given.joined(separator: " "), atLeast: 5) { add("given", shorter, spelled) }
    // More than one slip in a given name: "Olusegun" and "Olesgun".
    if let first = name.given.first, first.utf8.count >= Self.longName {
      add("initial", String(first.prefix(1)), spelled)
    }
    // "Yayi Boni" and "Thomas Yayi Boni": the last two parts.
    if name.parts.count >= 2 {
      add("last", SpellingKey.sound(SpellingKey.given(name.parts[name.parts.count - 2])), SpellingKey.sound(spelled))
    }
    return keys
  }

  /// From how many letters on two slips are believed.
  private static let longName = 7

  /// `text`, and `text` without each of its letters in turn, where it has so many.
  private static func deletions(_ text: String, atLeast count: Int) -> [String] {
    let letters = Array(text)
    guard letters.count >= count else { return [] }
    return [text] + letters.indices.map { String(letters[..<$0] + letters[($0 + 1)...]) }
  }

  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  // MARK: Comparison

  /// How two parts of names differ.
  private enum Difference: Int, Comparable {
    case none, sound, slip, slips, other
    static func < (left: Difference, right: Difference) -> Bool { left.rawValue < right.rawValue }
  }

  private func areOne(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (bearers[left], bearers[right])
    if let mine = a.name.suffix, let theirs = b.name.suffix, mine != theirs { return false }
    if a.group.conflicts(with: b.group) { return false }
    guard let (given, surname) = difference(a.name, b.name) else { return false }
    let support = a.group.support(b.group)
    // A country that both speak of makes a slip likelier than a namesake.
    let isNear = support > 0 || a.group.sharesContext(with: b.group)
    switch (given, surname) {
    case (.other, _), (_, .other): return false
    case (.none, .none): return true
    case (.sound, .none), (.none, .sound):
      // "Yousaf Gilani", "Reed": short names sound alike by chance.
      let length = [a.name, b.name].map { (surname == .sound ? $0.surname : $0.given).joined().utf8.count }.max()!
      return isNear || length >= 6 || (surname == .none && length >= 5)
    case (.sound, .sound): return isNear || a.name.parts.joined().utf8.count >= 12
    case (.slip, .none), (.none, .slip): return isNear
    case (.slips, .none): return support > 0 && a.name.surname.joined().utf8.count >= Self.longName
    case (.slips, _), (_, .slips): return false
    default: return support >= 2
    }
  }

  /// How the given names and the surnames of two names differ; nil where they cannot be compared.
  private func difference(_ left: PersonName, _ right: PersonName) -> (given: Difference, surname: Difference)? {
    let surname = Self.difference(left.surname.joined(), right.surname.joined(), isGiven: false)
    if left.given.count == right.given.count {
      let inOrder = zip(left.given, right.given).map { Self.difference($0, $1, isGiven: true) }.max() ?? .none
      if inOrder < .other { return (inOrder, surname) }
      // "Mohammed Ali", "Ali Mohamed"
      let (mine, theirs) = (left.given.map(SpellingKey.given).sorted(), right.given.map(SpellingKey.given).sorted())
      return mine == theirs ? (.none, surname) : (.other, surname)
    }
    // One has a name more: "Abdul Latif Hakimi" and "Latif Hakimi". The last given names must be the same.
    let count = min(left.given.count, right.given.count)
    let ends = zip(left.given.suffix(count), right.given.suffix(count)).map { Self.difference($0, $1, isGiven: true) }
      .max()
    guard let ends, ends < .slip else { return nil }
    // "Yayi Boni" and "Thomas Yayi Boni": where the first name left is no usual one, few others have both.
    let isRare =
      count == 1 && ends == .none && !(left.given.suffix(1) + right.given.suffix(1)).contains(where: Gender.isKnown)
    return (isRare ? .sound : .slip, surname)
  }

  private static func difference(_ left: String, _ right: String, isGiven: Bool) -> Difference {
    if left == right { return .none }
    let variants = NameVariants.standard
    let (mine, theirs) =
      isGiven ? (variants.given(left), variants.given(right)) : (variants.surname(left), variants.surname(right))
    if let mine, mine == theirs { return .none }
    if mine != nil, theirs != nil { return .other }
    let spell = isGiven ? SpellingKey.given : SpellingKey.surname
    if spell(left) == spell(right) { return .none }
    // Both are names of their own: "Karin" and "Karen", "Alan" and "Alana".
    if isGiven, Gender.isKnown(left), Gender.isKnown(right) { return .other }
    if left.utf8.count == 1 || right.utf8.count == 1 { return .other }
    if SpellingKey.sound(spell(left)) == SpellingKey.sound(spell(right))
      || SpellingKey.sound(left) == SpellingKey.sound(right)
    {
      return .sound
    }
    let shorter = min(left.utf8.count, right.utf8.count)
    if shorter >= 5, EditDistance.isOne(left, right) || EditDistance.isOne(spell(left), spell(right)) { return .slip }
    return shorter >= longName && EditDistance.isTwo(left, right) ? .slips : .other
  }
}

/// How many letters two words differ by.
enum EditDistance {
  /// Whether leaving out a letter of the one or the other makes of them two words that `isOne` joins, or equal ones.
  static func isTwo(_ left: String, _ right: String) -> Bool {
    func shorter(_ text: String) -> [String] {
      let letters = Array(text)
      return letters.indices.map { String(letters[..<$0] + letters[($0 + 1)...]) }
    }
    return shorter(left).contains { $0 == right || isOne($0, right) }
      || shorter(right).contains { $0 == left || isOne(left, $0) }
  }

  /// Whether one letter more, less or other, or two changed about, is all that parts two words.
  static func isOne(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    if abs(a.count - b.count) > 1 || a == b { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var (endA, endB) = (a.count, b.count)
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    if endA - start <= 1, endB - start <= 1 { return true }
    return endA - start == 2 && endB - start == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
  }
}
