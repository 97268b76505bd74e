import HearsayCore

/// Finds which places of many documents are spelled two ways: "Tartous" and "Tartus".
///
/// Names are compared that sound alike, or have one letter more, less or other. Two that the table knows are two ("Shanxi",
/// "Shaanxi"); others are one where nothing speaks against it and the name is long, or both lie in one country.
struct PlaceSpellings {
  private let groups: [Group]
  private let names: [String]
  private let isKnown: [Bool]

  /// - Parameters:
  ///   - groups: places, each of the profiles that give it one name.
  ///   - labels: their names, in the same order.
  init(_ groups: [Group], labels: [String]) {
    precondition(groups.count == labels.count, "\(groups.count) places have \(labels.count) names")
    self.groups = groups
    names = labels.map(Self.plain)
    isKnown = labels.map { PlaceTable.standard.place(named: $0) != nil }
  }

  /// A name as it is compared: "El Fasher" as "alfasher", "Sulaimaniyeh" as "sulaimaniyah".
  private static func plain(_ label: String) -> String {
    var words = Folding.key(label).split(separator: " ").map(String.init)
    if words.count > 1, words[0] == "el" { words[0] = "al" }
    let name = words.joined()
    return name.hasSuffix("eh") ? name.dropLast(2) + "ah" : name
  }

  /// The pairs of indices of places that are one, in order.
  func pairs() -> [(Int, Int)] {
    var keyed = KeyedPairs(count: names.count)
    for (index, name) in names.enumerated() where name.utf8.count >= Self.shortest {
      keyed.add(KeyHash.of(SpellingKey.sound(name).utf8, from: KeyHash.of("sound".utf8)), index)
      for key in KeyHash.ofNear(name) { keyed.add(key, index) }
    }
    return keyed.pairs(largest: 64).filter { areOne($0.0, $0.1) }
  }

  /// From how many letters on a name is compared at all.
  private static let shortest = 5

  private func areOne(_ left: Int, _ right: Int) -> Bool {
    if isKnown[left] && isKnown[right] { return false }
    let (mine, theirs) = (groups[left], groups[right])
    if !mine.countries.isEmpty, !theirs.countries.isEmpty, mine.countries.isDisjoint(with: theirs.countries) {
      return false
    }
    let here = (mine.countries.union(mine.context), theirs.countries.union(theirs.context))
    let isNear = !here.0.isDisjoint(with: here.1)
    let speakOfOthers = !here.0.isEmpty && !here.1.isEmpty && !isNear
    let shorter = min(names[left].utf8.count, names[right].utf8.count)
    if names[left] == names[right] { return !speakOfOthers }
    if SpellingKey.sound(names[left]) == SpellingKey.sound(names[right]) {
      // "Paktia" and "Paktiya" are but two ways to write one sound.
      let isOneSpelling = shorter >= 6 && SpellingKey.part(names[left]) == SpellingKey.part(names[right])
      return isNear || ((isOneSpelling || shorter >= NamePart.longName) && !speakOfOthers)
    }
    // "Albania" is a slip of "Albany" to nobody: words that news has often are other words.
    let isCommon = [left, right].allSatisfy { CommonWords.standard.contains(names[$0]) }
    // A name of eight letters that differs within is seldom another's: "Badakshan" and "Badakhshan".
    let isLong = shorter >= 8 && !speakOfOthers
    if isCommon || !(isNear || isLong) || !EditDistance.isOne(names[left], names[right]) { return false }
    if shorter >= NamePart.longName { return true }
    // "Hafun" and "Halfun" of Somalia: short names need a letter more, not at the beginning, and no row of the table.
    return !isKnown[left] && !isKnown[right] && names[left].utf8.first == names[right].utf8.first
      && names[left].utf8.count != names[right].utf8.count
  }
}
