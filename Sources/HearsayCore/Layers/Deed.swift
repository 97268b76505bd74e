/// What one actor did to or with another, as a text plainly states it: Moscow invaded Kyiv's land, two ministers met.
///
/// A deed is no statement: the article itself says so, not somebody in it.
public struct Deed: Hashable, Sendable {
  /// What was done.
  public enum Kind: String, CaseIterable, Sendable {
    /// They met, or one received the other.
    case meets
    /// They talked by telephone.
    case calls
    /// One accused or blamed the other.
    case accuses
    /// One backed or endorsed the other.
    case supports
    /// One imposed sanctions on the other.
    case sanctions
    /// One sent its army into the other.
    case invades
    /// One attacked the other by arms.
    case attacks
    /// One arrested or detained the other.
    case arrests
    /// One appointed the other to an office.
    case appoints
    /// One dismissed the other from an office.
    case dismisses
    /// One joined the other or is a part of it.
    case belongs
  }

  /// What was done.
  public let kind: Kind
  /// Who did it, as an `Entity.id` of the document.
  public var from: String
  /// To or with whom.
  public var to: String
  /// The words that state it, from the first of both actors and the verb to the last.
  public let range: TextRange

  /// A deed of `from` to `to`.
  public init(_ kind: Kind, from: String, to: String, range: TextRange) {
    self.kind = kind
    self.from = from
    self.to = to
    self.range = range
  }
}
