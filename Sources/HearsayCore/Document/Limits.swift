/// How much of anything is taken in, so that no document, however made, uses up the machine.
///
/// Each has a name, by which diagnostics speak of it and `--limit NAME=VALUE` changes it: see `Limits.table`.
public struct Limits: Sendable, Hashable {
  /// The most bytes of one article, unpacked.
  public var articleBytes = 5_000_000
  /// The most bytes of one feed, one file of NewsML or NITF, one EPUB, unpacked: these are held in memory whole.
  public var feedBytes = 50_000_000
  /// How many times its own size packed data may unpack to, beyond the first 16 MB.
  public var expansion = 200
  /// How many times data may be packed in packed data.
  public var packings = 2
  /// The most articles and other records of one file or archive.
  public var records = 100_000_000
  /// The most elements that may stand one in another in a page; what lies deeper is read without its markup.
  public var nesting = 2_000
  /// The most attributes of one tag; the rest of the tag is passed over.
  public var attributes = 1_000
  /// The most values that may stand one in another in a line of JSON.
  public var jsonNesting = 200
  /// The most tokens of one sentence; a longer one is parted.
  public var sentenceTokens = 500
  /// The most people, organizations and places of one article that are followed up.
  public var entities = 10_000

  /// The limits that Hearsay has unless told otherwise.
  public init() {}

  /// The most bytes that one line of JSON may have; escapes and the other fields come on top of the article.
  public var lineBytes: Int { articleBytes * 2 + 65_536 }
}

extension Limits {
  /// One of the limits: its name, what it bounds, and what it may be.
  public struct Row: Sendable {
    /// The name, as `--limit` takes it.
    public let name: String
    /// What it bounds.
    public let caption: String
    /// The values that it may have.
    public let range: ClosedRange<Int>
    /// Where it stands.
    public let value: any WritableKeyPath<Limits, Int> & Sendable
  }

  /// Every limit, in the order in which a document meets them.
  public static let table: [Row] = [
    // The parsers count bytes in 32 bits.
    Row(
      name: "article-bytes", caption: "bytes of one article, unpacked", range: 1...1_000_000_000, value: \.articleBytes),
    Row(
      name: "feed-bytes", caption: "bytes of one feed, one file of NewsML or NITF, one EPUB, unpacked",
      range: 1...1_000_000_000, value: \.feedBytes),
    Row(
      name: "expansion", caption: "times its own size that packed data may unpack to, beyond the first 16 MB",
      range: 1...1_000_000, value: \.expansion),
    Row(name: "packings", caption: "times that data may be packed in packed data", range: 0...16, value: \.packings),
    Row(name: "records", caption: "records of one file or archive", range: 1...Int.max, value: \.records),
    Row(
      name: "nesting", caption: "elements of a page that may stand one in another", range: 1...10_000, value: \.nesting),
    Row(name: "attributes", caption: "attributes of one tag", range: 1...1_000_000, value: \.attributes),
    Row(
      name: "json-nesting", caption: "values of JSON that may stand one in another", range: 1...2_000,
      value: \.jsonNesting),
    Row(
      name: "sentence-tokens", caption: "tokens of one sentence; a longer one is parted", range: 200...1_000_000,
      value: \.sentenceTokens),
    Row(
      name: "entities", caption: "people, organizations and places of one article that are followed up",
      range: 1...100_000_000, value: \.entities),
  ]
}
