/// One article: its text, what it says of itself, and all that was found in it.
///
/// The text never changes once read; every layer is made of ranges into it. Readers make documents, stages fill their
/// layers, the graph builder reads them.
public struct Document: Sendable {
  @usableFromInline var ownText: String
  @usableFromInline var ownBytes: [UInt8]
  /// Where the text lies, where it is not in memory.
  @usableFromInline var shelved: ShelvedText?

  /// The article's text, cleaned of site furniture: the title first, paragraphs parted by one blank line.
  @inlinable public var text: String { shelved.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ownText }
  /// The same text as UTF-8 bytes, which all ranges count.
  @inlinable public var utf8: [UInt8] { shelved?.bytes ?? ownBytes }
  /// `document.` and the first 12 hexadecimal digits of the text's SHA-256.
  public let id: String
  /// The text's SHA-256, 64 hexadecimal digits.
  public let sha256: String
  /// Where it came from, however the program was called: see docs/ANNOTATION.md. Sorted; identical texts are one document
  /// with several sources.
  public var sources: [String]
  /// What the article says of itself.
  public var metadata: Metadata
  /// The id of the article that this one copies, in whole or nearly; nil for an original, and until the documents of a run
  /// are brought together.
  public var copyOf: String?
  /// The headline, where it opens the text.
  public let titleRange: TextRange?
  /// The paragraphs, in order, without the line breaks that part them.
  public let paragraphs: [TextRange]

  /// Words and marks, in order, none overlapping.
  public var tokens: [Token] = []
  /// Sentences, in order, none overlapping, none crossing a paragraph.
  public var sentences: [Sentence] = []
  /// How each token stands in its sentence, one for each of `tokens`; empty where no stage reads trees.
  public var syntax: [Syntax] = []
  /// What the reader's attention says of "he" and "she", in order; empty where no stage reads it.
  package var regards: [Regard] = []
  /// Names, in order, none overlapping.
  public var names: [Name] = []
  /// Places that stand for an entity, in order.
  public var mentions: [Mention] = []
  /// The entities mentioned, in order of first mention.
  public var entities: [Entity] = []
  /// Times gone by that the text names, in order; one for each word that what names a time may begin with: "last" and "Monday".
  public var times: [TimeMention] = []
  /// Statements, in order of their first content.
  public var statements: [Statement] = []
  /// Roles, memberships and homes, in order.
  public var relations: [Relation] = []
  /// What actors do to each other, in the order of the text.
  public var deeds: [Deed] = []
  /// What the reader of a run should know.
  public var diagnostics: [Diagnostic] = []

  /// A document with empty layers.
  ///
  /// - Parameters:
  ///   - text: The whole text, title first where there is one.
  ///   - source: Where it came from; see `sources`.
  ///   - metadata: What the article says of itself. Where `title` opens the text as a paragraph, `titleRange` is found.
  public init(text: String, source: String, metadata: Metadata = Metadata()) {
    var text = text
    text.makeContiguousUTF8()
    let utf8 = Array(text.utf8)
    ownText = text
    ownBytes = utf8
    sha256 = SHA256(utf8).hex
    id = "document." + sha256.prefix(12)
    sources = [source]
    self.metadata = metadata
    paragraphs = Paragraphs.ranges(in: utf8)
    if let first = paragraphs.first, let title = metadata.title, !title.isEmpty,
      String(decoding: utf8[first.bytes], as: UTF8.self) == title
    {
      titleRange = first
    } else {
      titleRange = nil
    }
  }

  /// The name by which diagnostics speak of this document: the source that sorts first.
  public var source: String { sources.first ?? id }

  /// The text in `range`.
  public subscript(range: TextRange) -> Substring {
    if let shelved { return Substring(decoding: shelved.bytes[range.bytes], as: UTF8.self) }
    let view = ownText.utf8
    let start = view.index(view.startIndex, offsetBy: range.start)
    return ownText[start..<view.index(start, offsetBy: range.count)]
  }

  /// The text of a token.
  public subscript(token: Token) -> Substring { self[token.range] }
}
