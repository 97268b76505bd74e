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
    var blocks: [String: [Int]] = [:]
    for (index, name) in names.enumerated() { for key in Self.keys(name) { blocks[key, default: []].append(index) } }
    var found: Set<[Int]> = []
    // A key that many share says nothing.
    for block in blocks.values where block.count > 1 && block.count <= 64 {
      for (position, left) in block.enumerated() {
        for right in block[(position + 1)...] where Self.areSpellings(names[left], names[right]) {
          found.insert([left, right])
        }
      }
    }
    return found.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
  }

  private static func keys(_ name: [Substring]) -> Set<String> {
    guard name.count > 1 || name[0].utf8.count >= 6 else { return [] }
    var keys: Set<String> = ["=" + name.map { sound($0) }.joined(separator: " ")]
    if name.count > 2 || (name.count == 2 && name.allSatisfy { $0.utf8.count >= 5 }) {
      for index in name.indices {
        var rest = name
        rest[index] = "*"
        keys.insert(rest.joined(separator: " "))
      }
    }
    return keys
  }

  private static func sound(_ word: Substring) -> String {
    isOwn(word) ? SpellingKey.sound(String(word)) : String(word)
  }

  /// Whether a word can be misspelled: it is no common one, no country, and has no digit.
  private static func isOwn(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { (0x61...0x7A).contains($0) } && !CommonWords.standard.contains(word)
  }

  static func areSpellings(_ left: [Substring], _ right: [Substring]) -> Bool {
    guard left.count == right.count, left != right else { return false }
    return zip(left, right).allSatisfy { a, b in
      if a == b { return true }
      guard isOwn(a) || isOwn(b), !a.hasPrefix("@"), !b.hasPrefix("@") else { return false }
      let shorter = min(a.utf8.count, b.utf8.count)
      let isSound = SpellingKey.sound(String(a)) == SpellingKey.sound(String(b))
      return isSound ? shorter >= 4 : left.count > 1 && shorter >= 5 && EditDistance.isOne(String(a), String(b))
    }
  }
}
