import HearsayCore

/// A format that articles come in: a row of `InputFormat.table`.
public struct InputFormat: Sendable {
  /// A short name: "warc".
  public let name: String
  /// What it is.
  public let title: String
  /// Where it is specified.
  public let specification: String
  /// What documents of it are called, after the file's name; nil where a file is one document.
  public let record: String?
  /// Whether a file that begins so is of this format.
  let matches: @Sendable (FormatHead) -> Bool
  /// How it is read.
  let door: Door

  /// The ways in which files are read.
  enum Door: Sendable {
    /// It packs another format.
    case packing(@Sendable (ByteReader, Limits) -> any ByteStream)
    /// It holds many articles, and is read as a stream.
    case collection(any CollectionReader.Type)
    /// It is one article in text.
    case article(@Sendable ([UInt8], Limits, Metadata) -> ArticleContent)
  }

  /// Every format, of which a file has the first that matches. What is in bytes comes before what is in characters.
  public static let table: [InputFormat] = [
    InputFormat(
      name: "gzip", title: "any of these, packed by gzip, in one member or many",
      specification: "https://www.rfc-editor.org/rfc/rfc1952", record: nil,
      matches: { $0.raw.starts(with: [0x1F, 0x8B]) },
      door: .packing { InflateStream($0, limits: $1) }),
    InputFormat(
      name: "zstd", title: "any of these, packed by Zstandard", specification: "https://www.rfc-editor.org/rfc/rfc8878",
      record: nil,
      matches: {
        // A frame, or one that is to be passed over, as some writers put first.
        $0.raw.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
          || $0.raw.count > 4 && $0.raw.dropFirst().starts(with: [0x2A, 0x4D, 0x18]) && $0.raw.first! & 0xF0 == 0x50
      },
      door: .packing { ZstdStream($0, limits: $1) }),
    InputFormat(
      name: "epub", title: "an EPUB, an article a chapter", specification: "https://www.w3.org/TR/epub-33/",
      record: "chapter's path in the book",
      matches: { $0.raw.starts(with: [0x50, 0x4B, 0x03, 0x04]) }, door: .collection(EPUBReader.self)),
    InputFormat(
      name: "warc", title: "a web archive, an article for each page that was fetched",
      specification: "https://iipc.github.io/warc-specifications/", record: "WARC-Record-ID, else its number",
      matches: { $0.raw.drop { $0.isBlank }.starts(with: "WARC/".utf8) }, door: .collection(WARCReader.self)),
    InputFormat(
      name: "jsonl", title: "JSON Lines: an object a line with text or html", specification: "https://jsonlines.org",
      record: "id, else the line's number", matches: \.isJSONLines, door: .collection(JSONLinesReader.self)),
    InputFormat(
      name: "rss", title: "RSS 0.9 to 2.0, an article an item",
      specification: "https://www.rssboard.org/rss-specification",
      record: "guid, else link, else its number", matches: { $0.root == "rss" || $0.root == "RDF" },
      door: .collection(FeedReader.self)),
    InputFormat(
      name: "atom", title: "Atom, an article an entry", specification: "https://www.rfc-editor.org/rfc/rfc4287",
      record: "id, else link, else its number", matches: { $0.root == "feed" || $0.root == "entry" },
      door: .collection(FeedReader.self)),
    InputFormat(
      name: "newsml-g2", title: "NewsML-G2", specification: "https://iptc.org/standards/newsml-g2/",
      record: "guid, else its number", matches: { $0.root == "newsMessage" || $0.root == "newsItem" },
      door: .collection(NewsMLG2Reader.self)),
    InputFormat(
      name: "newsml", title: "NewsML 1", specification: "https://iptc.org/standards/newsml-1/",
      record: "PublicIdentifier, else NewsItemId, else its number",
      matches: { $0.root == "NewsML" || $0.root == "NewsItem" }, door: .collection(NewsMLReader.self)),
    InputFormat(
      name: "nitf", title: "NITF", specification: "https://iptc.org/standards/nitf/", record: "doc-id, else its number",
      matches: { $0.root == "nitf" }, door: .collection(NITFReader.self)),
    InputFormat(
      name: "html", title: "a page of the web", specification: "https://html.spec.whatwg.org", record: nil,
      matches: { HTMLReader.matches($0.text) }, door: .article { HTMLReader.article($0, limits: $1, declared: $2) }),
    InputFormat(
      name: "xml", title: "any other XML with paragraphs in it", specification: "https://www.w3.org/TR/xml/",
      record: nil,
      matches: { XMLReader.matches($0.text) }, door: .article { XMLReader.article($0, limits: $1, declared: $2) }),
    InputFormat(
      name: "text", title: "plain text, in UTF-8, UTF-16 or Windows-1252", specification: "https://www.unicode.org",
      record: nil, matches: { _ in true }, door: .article { text, _, _ in PlainTextReader.article(text) }),
  ]

  /// The format of a file that begins with `head`; nil where that is no text and none of the formats in bytes.
  static func of(_ head: FormatHead) -> InputFormat? {
    guard let first = table.first(where: { $0.matches(head) }) else { return nil }
    if case .article = first.door, BinaryCheck.reason(against: head.raw) != nil { return nil }
    return first
  }
}
