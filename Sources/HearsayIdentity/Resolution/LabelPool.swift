import HearsayCore

/// The labels of all profiles, each kept once, with what is made of it again and again.
struct LabelPool: Sendable {
  private var indices: [String: Int] = [:]
  private(set) var labels: [String] = []
  /// The key by which a neighbour of that label is recognised, as a person and as an organization; nil where none is made yet.
  private var keys: [(person: UInt32??, organization: UInt32?)] = []
  /// The country that a person of that label has led, as an index into those of the table of leaders; -1 where none, -2 where it has
  /// not been looked for.
  private var leaders: [Int16] = []

  /// The index of `label`.
  mutating func index(of label: String) -> Int {
    if let index = indices[label] { return index }
    indices[label] = labels.count
    labels.append(label)
    keys.append((nil, nil))
    leaders.append(-2)
    return labels.count - 1
  }

  /// `text` itself, with the storage of an equal one that is kept already.
  mutating func shared(_ text: String) -> String {
    text.utf8.count <= 15 ? text : labels[index(of: text)]
  }

  /// The country that a person called as the label at `index` has led, by the table of leaders.
  mutating func leaderCountry(_ index: Int) -> String? {
    let table = LeaderTable.standard
    if leaders[index] == -2 {
      let country = table.country(of: PersonName(labels[index])).flatMap { table.countries.firstIndex(of: $0) }
      leaders[index] = Int16(country ?? -1)
    }
    return leaders[index] < 0 ? nil : table.countries[Int(leaders[index])]
  }

  /// The standing that the table of leaders gives whom it calls, in full, as the label at `index`.
  func standing(_ index: Int, _ led: String?) -> Standing {
    led != nil && labels[index].contains(" ") ? .minister : .none
  }

  /// A key by which the same neighbour is recognised in another document.
  mutating func companyKey(_ index: Int, _ kind: Entity.Kind) -> UInt32? {
    switch kind {
    case .person:
      if let key = keys[index].person { return key }
      let name = PersonName(labels[index])
      let key = name.isFull ? Self.hash("p " + SpellingKey.person(name)) : nil
      keys[index].person = .some(key)
      return key
    case .organization:
      if let key = keys[index].organization { return key }
      let key = Self.hash("o " + SpellingKey.organization(labels[index]))
      keys[index].organization = key
      return key
    case .country, .place: return nil
    }
  }

  private static func hash(_ text: String) -> UInt32 {
    let hash = KeyHash.of(text.utf8)
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
