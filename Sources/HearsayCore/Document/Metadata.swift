/// What an article says of itself, beside its text. What is unknown is nil, never guessed.
public struct Metadata: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// The newspaper, agency or site.
  public var outlet: String?
  /// The day it was published, by its own account.
  public var published: CalendarDate?
  /// Where it stands on the web: the canonical address.
  public var url: String?
  /// The language as an ISO 639-1 code.
  public var language: String?

  /// Metadata, of which any part may be unknown.
  public init(
    title: String? = nil, outlet: String? = nil, published: CalendarDate? = nil, url: String? = nil,
    language: String? = nil
  ) {
    self.title = title
    self.outlet = outlet
    self.published = published
    self.url = url
    self.language = language
  }
}
