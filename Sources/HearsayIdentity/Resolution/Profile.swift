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
  /// The offices of the ministries that the document names: "defense minister" for the Defense Ministry.
  let spoken: Set<String>
  /// How high the highest of its offices is.
  let standing: Standing
  /// Whether "Mr" or an office stands before its name.
  let isAddressed: Bool
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
