import HearsayCore

/// What is remembered of an entity of one document: enough to tell whether it is the same as another document's.
struct Profile: Sendable {
  /// A name and how often it stands in the text.
  struct Form: Sendable {
    let name: String
    let count: Int
  }

  /// The document, as an index into the order of addition.
  let document: Int
  /// The id that the document gives it.
  let entity: String
  let kind: Entity.Kind
  /// The label, as an index into the labels of all profiles.
  let labelIndex: Int
  let label: String
  /// How often the label stands in the text as a name; 0 where a table or a rule gives it.
  let labelCount: Int
  /// Its other names in the text.
  let otherForms: [Form]
  /// The initials among them.
  let acronyms: [String]
  /// The country that it belongs to, as far as the document says.
  let country: String?
  /// The organizations that it holds an office in, by the document's ids.
  let employers: [String]
  /// What stands before its name: "prime minister", "spokesman".
  let titles: Set<String>
  /// How high the highest of its offices is.
  let standing: Standing
  /// What "Mr" or "Mrs" before its name says.
  let gender: Gender?
  /// The countries that the document speaks of, most often mentioned first; at most `Profile.contextLimit`.
  let context: [String]
  /// People and organizations that the document names, as hashes of their keys, sorted; at most `Profile.companyLimit`. All
  /// entities of a document share this list: `ownKey` is in it.
  let company: [UInt32]
  /// Its own key among `company`.
  let ownKey: UInt32?
  let mentions: Int
  let confidence: Double

  /// How many countries of a document are remembered.
  static let contextLimit = 4
  /// How many neighbours are remembered.
  static let companyLimit = 24
}

/// How high an office is: a surname alone is likelier that of a head of state than of an envoy.
enum Standing: UInt8, Comparable, Sendable {
  case none, minister, leader

  static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }

  /// - Parameter office: in lower case: "prime minister".
  init(office: String) {
    let words = office.split(separator: " ").map(String.init)
    if words.contains(where: Lexicon.lowerRank.contains) {
      self = .none
    } else if Lexicon.leadingOffice.contains(office) {
      self = .leader
    } else {
      self = words.last.map(Lexicon.ministerialWord.contains) == true ? .minister : .none
    }
  }
}

/// The labels of all profiles, each kept once, with what is made of it again and again.
struct LabelPool: Sendable {
  private var indices: [String: Int] = [:]
  private(set) var labels: [String] = []
  /// The key by which a neighbour of that label is recognised, as a person and as an organization; nil where none is made yet.
  private var keys: [(person: UInt32??, organization: UInt32?)] = []

  /// The index of `label`.
  mutating func index(of label: String) -> Int {
    if let index = indices[label] { return index }
    indices[label] = labels.count
    labels.append(label)
    keys.append((nil, nil))
    return labels.count - 1
  }

  /// `text` itself, with the storage of an equal one that is kept already.
  mutating func shared(_ text: String) -> String {
    text.utf8.count <= 15 ? text : labels[index(of: text)]
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

/// FNV-1a, 64 bits.
enum KeyHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  static func of(_ bytes: some Sequence<UInt8>, from seed: UInt64 = seed) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
