/// How much a reader takes in, so that no document, however made, uses up the machine.
public struct ReaderLimits: Sendable, Hashable {
  /// The most bytes that one article may have, as it lies in its file: 5 MB. Not over 1,000,000,000, since parsers count
  /// bytes in 32 bits.
  public var articleBytes = 5_000_000
  /// The most bytes that one line of JSON may have; escapes and the other fields come on top of the article.
  public var lineBytes: Int { articleBytes * 2 + 65_536 }
  /// The most elements that may stand one in another in a page; what lies deeper is read without its markup.
  public var nesting = 2_000
  /// The most attributes that one tag may have; the rest of the tag is passed over.
  public var attributes = 1_000
  /// The most values that may stand one in another in a line of JSON.
  public var jsonNesting = 200

  /// The limits that Hearsay has unless told otherwise.
  public init() {}
}
