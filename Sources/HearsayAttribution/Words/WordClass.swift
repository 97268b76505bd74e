/// What a word may do in a clause, as far as the word alone tells. A word may have several classes: "that", "after".
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let determiner = WordClass(rawValue: 1 << 0)
  static let possessive = WordClass(rawValue: 1 << 1)
  static let subject = WordClass(rawValue: 1 << 2)
  static let object = WordClass(rawValue: 1 << 3)
  static let be = WordClass(rawValue: 1 << 4)
  static let have = WordClass(rawValue: 1 << 5)
  static let `do` = WordClass(rawValue: 1 << 6)
  static let modal = WordClass(rawValue: 1 << 7)
  static let negation = WordClass(rawValue: 1 << 8)
  static let preposition = WordClass(rawValue: 1 << 9)
  static let coordinator = WordClass(rawValue: 1 << 10)
  static let subordinator = WordClass(rawValue: 1 << 11)
  static let relative = WordClass(rawValue: 1 << 12)
  static let question = WordClass(rawValue: 1 << 13)
  static let adverb = WordClass(rawValue: 1 << 14)
  static let weekday = WordClass(rawValue: 1 << 15)
  static let month = WordClass(rawValue: 1 << 16)
  static let time = WordClass(rawValue: 1 << 17)
  static let verb = WordClass(rawValue: 1 << 18)
  static let capitalized = WordClass(rawValue: 1 << 19)
  static let number = WordClass(rawValue: 1 << 20)
  static let mark = WordClass(rawValue: 1 << 21)
  /// What neither speaks nor is written to speak: "crisis", "factors".
  static let abstract = WordClass(rawValue: 1 << 22)
  /// Who and what attacks with weapons, or is attacked with them: "gunmen", "convoy".
  static let armed = WordClass(rawValue: 1 << 23)

  /// Forms of "be", "have" and "do", and the modal verbs.
  static let auxiliary: WordClass = [.be, .have, .do, .modal]

  /// The class that the table calls `name`.
  init?(name: String) {
    if name == "abstract" {
      self = .abstract
      return
    }
    if name == "armed" {
      self = .armed
      return
    }
    guard let index = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt32(index))
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let names = [
    "determiner", "possessive", "subject", "object", "be", "have", "do", "modal", "negation", "preposition",
    "coordinator", "subordinator", "relative", "question", "adverb", "weekday", "month", "time", "verb",
  ]
}
