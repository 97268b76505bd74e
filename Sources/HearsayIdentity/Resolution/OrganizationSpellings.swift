/// Finds which names of organizations are spellings of one: "Yediot Aharonot" and "Yedioth Ahronoth".
///
/// Two names are compared that sound alike, or have all words but one in common. They are one where the words that differ are not
/// both common ones ("Council", "Counsel") and differ by a letter or in sound.
struct OrganizationSpellings {
  private let names: [[Substring]]

  /// - Parameter keys: names as `SpellingKey.organization` leaves them.
  init(_ keys: [String]) { names = keys.map { $0.split(separator: " ") } }

  /// The pairs of indices of names that are spellings of one, in order.
  func pairs() -> [(Int, Int)] {
    var keyed = KeyedPairs(count: names.count)
    for (index, name) in names.enumerated() {
      for key in Self.keys(name) { keyed.add(KeyHash.of(key.utf8), index) }
    }
    return keyed.pairs(largest: 64).filter { Self.areSpellings(names[$0.0], names[$0.1]) }
  }

  private static func keys(_ name: [Substring]) -> Set<String> {
    guard name.count > 1 || name[0].utf8.count >= 6 else { return [] }
    var keys: Set<String> = ["=" + name.map { sound($0) }.joined(separator: " ")]
    // "World Organization for Animal Health", "World Animal Health Organization"
    if name.count > 2 { keys.insert("~" + name.sorted().joined(separator: " ")) }
    // "Delta Airlines", "Delta Air Lines"
    if name.count > 1, name.joined().utf8.count >= longWord { keys.insert("+" + name.joined()) }
    if name.count == 1, name[0].utf8.count >= longWord { keys.insert("^" + name[0].prefix(6)) }
    if name.count > 2 || (name.count == 2 && name.allSatisfy { $0.utf8.count >= 5 }) {
      for index in name.indices {
        var rest = name
        rest[index] = "*"
        keys.insert(rest.joined(separator: " "))
      }
    }
    return keys
  }

  /// From how many letters on a slip is believed in a name of one word.
  private static let longWord = 10

  private static func sound(_ word: Substring) -> String {
    isOwn(word) ? SpellingKey.sound(String(word)) : String(word)
  }

  /// Whether a word can be misspelled: it is no common one, no country, and has no digit.
  private static func isOwn(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { (0x61...0x7A).contains($0) } && !CommonWords.standard.contains(word)
  }

  /// Whether a word is the other's initial, "N" of "Nawaz", the noun that it is the adjective of, "Provision" and "Provisional", or
  /// its singular, "Election" and "Elections".
  private static func isShort(_ word: Substring, for other: Substring) -> Bool {
    guard other.hasPrefix(word), !other.hasPrefix("@") else {
      return other == word.dropLast() + "al" && word.hasSuffix("e")
    }
    return word.utf8.count == 1 && isOwn(other) || word.utf8.count >= 6 && (other == word + "al" || other == word + "s")
  }

  private static func isGeneric(_ name: [Substring]) -> Bool {
    name.allSatisfy { $0.hasPrefix("@") || Lexicon.genericOrganizationWord.contains(String($0)) }
  }

  /// Whether two names have the same letters, ten at least, with blanks elsewhere.
  static func arePartedElsewhere(_ left: [Substring], _ right: [Substring]) -> Bool {
    left.count != right.count && left.joined() == right.joined() && left.joined().utf8.count >= longWord
  }

  static func areSpellings(_ left: [Substring], _ right: [Substring]) -> Bool {
    if arePartedElsewhere(left, right) { return true }
    guard left.count == right.count, left != right else { return false }
    if left.count > 2, left.sorted() == right.sorted() { return left.count > 3 || !isGeneric(left) }
    return zip(left, right).allSatisfy { a, b in
      if a == b { return true }
      if left.count > 2, isShort(a, for: b) || isShort(b, for: a) { return true }
      guard isOwn(a) || isOwn(b), !a.hasPrefix("@"), !b.hasPrefix("@") else { return false }
      let shorter = min(a.utf8.count, b.utf8.count)
      let isSound = SpellingKey.sound(String(a)) == SpellingKey.sound(String(b))
      return isSound
        ? shorter >= 4
        : shorter >= (left.count > 1 ? 5 : longWord) && EditDistance.isOne(String(a), String(b))
    }
  }
}
