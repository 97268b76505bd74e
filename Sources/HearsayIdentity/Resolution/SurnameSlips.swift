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
      for key in KeyHash.ofNear(name) { entries.append((key, Int32(index))) }
    }
    entries.sort { $0.key < $1.key }
    var others: [String: Set<String>] = [:]
    for orphan in long {
      // A table may have another spelling for the surname, so that the key is not the only form to compare.
      for form in Set([orphan, SpellingKey.surname(orphan)]).sorted() {
        for key in KeyHash.ofNear(form) {
          var place = entries.partitioningIndex { $0.key >= key }
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
}
