/// Someone or something in the world that documents speak of.
public struct Entity: Hashable, Sendable {
  /// What an entity is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A human being, named.
    case person
    /// A company, agency, ministry, party, alliance, armed group or outlet.
    case organization
    /// A state of ISO 3166-1, XK, or a former state of ISO 3166-3.
    case country
    /// A city or region.
    case place
  }

  /// `person.antony-blinken`, `country.KZ`: an XML NMTOKEN, made from content alone.
  public var id: String
  /// What it is.
  public var kind: Kind
  /// The name to show.
  public var label: String
  /// Every other name it goes by in the text, sorted, without the label.
  public var aliases: [String]
  /// The ISO 3166 code of the country that it is or belongs to, where the text or a table says so.
  public var country: String?
  /// The id of the Wikidata item that it is, where a person has said so; tables are asked when a graph is made.
  public var wikidata: String?
  /// What a reader should know: "shares its name with person.ned-price".
  public var note: String?
  /// How sure the reader is that there is such an entity, 0...1.
  public var confidence: Double

  /// An entity.
  public init(
    id: String, kind: Kind, label: String, aliases: [String] = [], country: String? = nil,
    wikidata: String? = nil, note: String? = nil, confidence: Double = 1
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.aliases = aliases
    self.country = country
    self.wikidata = wikidata
    self.note = note
    self.confidence = confidence
  }
}
