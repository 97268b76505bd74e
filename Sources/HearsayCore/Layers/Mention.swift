/// A place in the text that stands for an entity. A mention is not an entity: linking can be redone.
public struct Mention: Hashable, Sendable {
  /// How the text refers.
  public enum Form: String, CaseIterable, Sendable {
    /// The full name.
    case name
    /// A surname or a shortened name.
    case short
    /// The initials of a longer name.
    case acronym
    /// A country's adjective: "Russian".
    case adjective
    /// A country's people: "Russians".
    case demonym
    /// A capital or seat that stands for its government: "Moscow replied".
    case metonym
    /// A description: "the diplomat".
    case role
    /// A pronoun.
    case pronoun
  }

  /// Where it stands.
  public let range: TextRange
  /// How the text refers.
  public let form: Form
  /// The entity, as an `Entity.id` of the document.
  public var entity: String
  /// How sure the linking is, 0...1.
  public let confidence: Double
  /// The rule that linked it, in a few words: "surname of a person named before".
  public let rule: String

  /// A mention of `entity` at `range`.
  public init(_ range: TextRange, form: Form, entity: String, confidence: Double, rule: String) {
    self.range = range
    self.form = form
    self.entity = entity
    self.confidence = confidence
    self.rule = rule
  }
}
