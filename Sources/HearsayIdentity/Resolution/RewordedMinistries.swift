import HearsayCore

/// Finds ministries and departments of one state whose names differ by one word that means the same: "Russian Foreign Ministry" and,
/// as a machine rewords it, "Russian International Ministry".
struct RewordedMinistries {
  private let names: [[Substring]]

  /// - Parameter keys: names as `SpellingKey.organization` leaves them.
  init(_ keys: [String]) { names = keys.map { $0.split(separator: " ") } }

  /// The pairs of indices of names that are one, in order.
  func pairs() -> [(Int, Int)] {
    var keyed = KeyedPairs(count: names.count)
    for (index, name) in names.enumerated() {
      guard name.count >= 3, name[0].hasPrefix("@"), name.contains("ministry") || name.contains("department") else {
        continue
      }
      for place in name.indices.dropFirst() where name[place] != "ministry" && name[place] != "department" {
        var rest = name
        rest[place] = "*"
        keyed.add(KeyHash.of(rest.joined(separator: " ").utf8), index)
      }
    }
    return keyed.pairs(largest: 64).filter { left, right in
      let different = zip(names[left], names[right]).filter { $0 != $1 }
      guard names[left].count == names[right].count, different.count == 1 else { return false }
      let (mine, theirs) = (String(different[0].0), String(different[0].1))
      return RewordedNames.areSynonyms(mine, theirs)
    }
  }
}
