/// A tie between two entities that no one need have spoken of.
public struct Relation: Hashable, Sendable {
  /// What ties them.
  public enum Kind: String, CaseIterable, Sendable {
    /// A person holds or held an office in an organization or country.
    case role
    /// A country or organization belongs to an organization.
    case member
    /// An organization or place lies in or belongs to a country.
    case part
  }

  /// What ties them: an edge without either cannot be built.
  public enum Evidence: Hashable, Sendable {
    /// A span of the document.
    case text(TextRange)
    /// The table that says so: "capitals of states".
    case rule(String)
  }

  /// What ties them.
  public let kind: Kind
  /// The first entity, as an `Entity.id` of the document.
  public var from: String
  /// The second.
  public var to: String
  /// The office, of a role: "foreign minister".
  public let role: String?
  /// Whether the office is held no more, of a role.
  public let isFormer: Bool
  /// What says so.
  public let evidence: Evidence

  /// A tie of `from` to `to`.
  public init(
    _ kind: Kind, from: String, to: String, role: String? = nil, isFormer: Bool = false, evidence: Evidence
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.role = role
    self.isFormer = isFormer
    self.evidence = evidence
  }
}
