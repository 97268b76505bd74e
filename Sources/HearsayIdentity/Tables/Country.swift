/// A row of the country table: a state, a territory with a code of its own, or a former state.
public struct Country: Hashable, Sendable {
  /// What the entry is.
  public enum Status: String, Sendable {
    /// A sovereign state, or one that most news treats so (XK, TW, PS).
    case state
    /// An entry of ISO 3166 that is no sovereign state.
    case territory
    /// A state that ended.
    case dissolved
    /// A state that goes on under another code.
    case renamed
  }

  /// A capital and the years in which it was one.
  public struct Capital: Hashable, Sendable {
    /// Its names and spellings, the usual one first.
    public let names: [String]
    /// The first year, nil where it does not matter.
    public let since: Int?
    /// The last year, nil where it is the capital now.
    public let until: Int?
  }

  /// ISO 3166-1 alpha-2, `XK`, or ISO 3166-3 alpha-4 of a former state: what the node's id ends with.
  public let code: String
  /// ISO 3166-1 alpha-2 (of former states: the withdrawn one).
  public let alpha2: String?
  /// ISO 3166-1 alpha-3; none for XK.
  public let alpha3: String?
  /// What the entry is.
  public let status: Status
  /// The usual short name.
  public let name: String
  /// Other names and spellings.
  public let names: [String]
  /// Names under earlier rule.
  public let formerNames: [String]
  /// "Kazakh", "Kazakhstani".
  public let adjectives: [String]
  /// One of its people.
  public let demonyms: [String]
  /// Its people.
  public let plurals: [String]
  /// Its capitals, in the table's order.
  public let capitals: [Capital]
  /// Places beside the capital that stand for its government: "Kremlin".
  public let seats: [String]
  /// The id of its Wikidata item.
  public let wikidata: String?
  /// The codes of the states that came after a former one.
  public let successors: [String]

  /// The id of the country's node: `country.KZ`.
  public var id: String { "country." + code }
}
