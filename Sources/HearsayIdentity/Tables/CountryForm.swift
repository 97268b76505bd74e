/// A way to write a country.
public struct CountryForm: Hashable, Sendable {
  /// What kind of word it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// A name, or a former one.
    case name
    /// "Russian".
    case adjective
    /// "Russians"; "Briton".
    case demonym
    /// The capital, now or once.
    case capital
    /// A seat of government: "Kremlin".
    case seat
  }

  /// What a form may mean beside the country.
  public enum Reading: String, CaseIterable, Sendable {
    /// Another country of the table.
    case country
    /// A person's name: "Jordan".
    case person
    /// Another place: "Georgia" the state of the US.
    case place
    /// A region larger than the country: "America".
    case region
    /// A people elsewhere: "Indians".
    case people
    /// An organization: "The Hague".
    case organization
    /// Another word: "Turkey".
    case word
    /// The capital's status is in dispute.
    case disputed
  }

  /// The country's code.
  public let code: String
  /// What kind of word it is.
  public let kind: Kind
  /// What else it may mean.
  public let readings: [Reading]
}
