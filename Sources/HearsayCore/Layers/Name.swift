/// A span that names someone or something, as printed: no title before it, no possessive after it.
public struct Name: Hashable, Sendable {
  /// What a name may name.
  public enum Kind: String, CaseIterable, Sendable {
    /// A person.
    case person
    /// A company, agency, ministry, party, alliance, armed group or outlet.
    case organization
    /// A country, city or region.
    case place
  }

  /// Where it stands.
  public let range: TextRange
  /// What it names.
  public let kind: Kind
  /// How sure the reader is, 0...1.
  public let confidence: Double

  /// A name at `range`.
  public init(_ range: TextRange, kind: Kind, confidence: Double) {
    self.range = range
    self.kind = kind
    self.confidence = confidence
  }
}
