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
    var pairs = KeyedPairs(count: long.count + known.count)
    // A table may have another spelling for the surname, so that the key is not the only form to compare.
    func forms(_ index: Int) -> Set<String> {
      index < long.count ? [long[index], SpellingKey.surname(long[index])] : [known[index - long.count]]
    }
    for index in 0..<(long.count + known.count) {
      for form in forms(index).sorted() {
        let letters = Array(form.utf8)
        pairs.add(KeyHash.of(letters), index)
        for place in letters.indices { pairs.add(KeyHash.of(letters[..<place] + letters[(place + 1)...]), index) }
      }
    }
    var others: [String: Set<String>] = [:]
    for (left, right) in pairs.pairs(largest: 64) where left < long.count && right >= long.count {
      let surname = known[right - long.count]
      if forms(left).contains(where: { EditDistance.isOne($0, surname) }) {
        others[long[left], default: []].insert(surname)
      }
    }
    for (orphan, all) in others where all.count == 1 { meant[orphan] = all.first }
  }
}
