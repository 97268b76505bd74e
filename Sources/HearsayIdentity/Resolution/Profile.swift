import HearsayCore

/// What is remembered of an entity of one document: enough to tell whether it is the same as another document's.
struct Profile: Sendable {
  /// The document, as an index into the order of addition.
  let document: Int
  /// The id that the document gives it.
  let entity: String
  let kind: Entity.Kind
  let label: String
  /// Its names in the text, the label among them, each with how often it stands there.
  let forms: [String: Int]
  /// The initials among them.
  let acronyms: [String]
  /// The country that it belongs to, as far as the document says.
  let country: String?
  /// The organizations that it holds an office in, by the document's ids.
  let employers: [String]
  /// What stands before its name: "prime minister", "spokesman".
  let titles: Set<String>
  /// What "Mr" or "Mrs" before its name says.
  let gender: Gender?
  /// The countries that the document speaks of, most often mentioned first; at most `Profile.contextLimit`.
  let context: [String]
  /// People and organizations named beside it, as hashes of their keys, sorted; at most `Profile.companyLimit`.
  let company: [UInt64]
  let mentions: Int
  let confidence: Double

  /// How many countries of a document are remembered.
  static let contextLimit = 4
  /// How many neighbours are remembered.
  static let companyLimit = 24

  /// A key by which the same neighbour is recognised in another document.
  static func companyKey(_ entity: Entity) -> UInt64? {
    switch entity.kind {
    case .person: PersonName(entity.label).isFull ? hash("p " + SpellingKey.person(PersonName(entity.label))) : nil
    case .organization: hash("o " + SpellingKey.organization(entity.label))
    case .country, .place: nil
    }
  }

  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
