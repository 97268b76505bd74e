/// Which surnames that stand alone and that nobody bears are another's but for a letter: "Zaraqawi" and "Zarqawi".
struct SurnameSlips {
  /// The key of the one surname that each is a slip of.
  private(set) var meant: [String: String] = [:]

  /// - Parameters:
  ///   - orphans: surnames that nobody bears, as `Folding.key` leaves names.
  ///   - surnames: the keys of those that someone bears.
  init(_ orphans: [String], of surnames: [String]) {
    let long = Set(orphans.filter { $0.utf8.count >= NamePart.longName && !CommonSurnames.standard.contains($0) })
      .sorted()
    if long.isEmpty { return }
    let known = surnames.filter { $0.utf8.count >= NamePart.longName && !CommonSurnames.standard.contains($0) }.sorted()
    // The known ones alone are sorted, so that they are not compared with each other.
    var entries: [(key: UInt64, index: Int32)] = []
    entries.reserveCapacity(known.count * 9)
    for (index, name) in known.enumerated() {
      for key in Self.keys(name) { entries.append((key, Int32(index))) }
    }
    entries.sort { $0.key < $1.key }
    var others: [String: Set<String>] = [:]
    for orphan in long {
      // A table may have another spelling for the surname, so that the key is not the only form to compare.
      for form in Set([orphan, SpellingKey.surname(orphan)]).sorted() {
        for key in Self.keys(form) {
          var place = Self.first(key, in: entries)
          while place < entries.count, entries[place].key == key {
            let surname = known[Int(entries[place].index)]
            if EditDistance.isOne(form, surname) { others[orphan, default: []].insert(surname) }
            place += 1
          }
        }
      }
    }
    for (orphan, all) in others where all.count == 1 { meant[orphan] = all.first }
  }

  /// A name, and the name without each of its letters in turn.
  private static func keys(_ name: String) -> [UInt64] {
    let letters = Array(name.utf8)
    return [KeyHash.of(letters)] + letters.indices.map { KeyHash.of(letters[..<$0] + letters[($0 + 1)...]) }
  }

  /// Where the entries of `key` begin.
  private static func first(_ key: UInt64, in entries: [(key: UInt64, index: Int32)]) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
