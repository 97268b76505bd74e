import HearsayCore

/// One article of an XML file that may hold many, as its language's reader found it.
struct XMLRecord {
  /// Its text: markup as HTML, a page, or plain text.
  enum Body {
    case html([UInt8])
    case page(Page)
    case text([UInt8])
  }

  /// What it is called in the file; nil where it has no id.
  var id: String?
  /// What is known of it beside its text.
  var metadata = Metadata()
  /// Its text; nil where it has none.
  var body: Body?
}

/// A language of XML whose files hold articles.
protocol XMLCollection: CollectionReader {
  /// The elements that hold one article each.
  static var records: Set<String> { get }
  /// Whether a file of one record is that article, without a name of its own.
  static var isOneArticle: Bool { get }
  /// Whether a record may stand in another: where not, its beginning ends the one before, whose end is missing.
  static var mayNest: Bool { get }
  /// What `record` says, in the file that `frame` surrounds it with; nil where it is no article at all.
  static func record(_ record: XMLTree, in frame: XMLTree, nesting: Int) -> XMLRecord?
}

extension XMLCollection {
  static var isOneArticle: Bool { false }
  static var mayNest: Bool { true }

  static func read(_ bytes: ByteReader, _ maker: ArticleMaker, _ body: (Reading) throws -> Void) rethrows {
    let limits = maker.limits
    let raw = bytes.take(limits.feedBytes + 1)
    guard raw.count <= limits.feedBytes else {
      return try body(
        maker.skipped(
          "over the limit of \(limits.feedBytes) bytes for one feed: split it, or allow more by "
            + "--limit feed-bytes=NUMBER"))
    }
    if case .bomb? = bytes.fault { return }
    let decoded = TextDecoder(raw, declared: DeclaredEncoding.name(in: raw.prefix(DeclaredEncoding.reach)))
    // Blanks before the declaration are against the rules, and common.
    let clean = CleanText.cleaned(decoded.utf8)
    let markup = Array(clean.drop { $0.isBlank })
    let utf8 = MarkupBounds.bounded(markup, attributes: limits.attributes)
    if utf8.count < markup.count { try body(maker.note(MarkupBounds.note)) }
    let parser = XMLRecordParser(records: records, mayNest: mayNest, limits: limits)
    let notes = [decoded.note].compactMap(\.self)
    var number = 0
    // A record waits until the next one begins: a file of one is told from a file of many.
    var waiting: XMLRecord?
    var isFull = false
    try parser.parse(utf8) { tree in
      guard let record = record(tree, in: parser.frame, nesting: limits.nesting) else { return true }
      if let first = waiting {
        number += 1
        try body(reading(first, maker, maker.name(first.id, number: number), notes))
      }
      waiting = record
      isFull = number + 1 > limits.records
      return !isFull
    }
    if isFull { return try body(maker.tooMany) }
    if let last = waiting {
      number += 1
      var notes = notes
      if parser.isCut { notes.append("the file ends in the middle of it") }
      let name = isOneArticle && number == 1 ? maker.source : maker.name(last.id, number: number)
      try body(reading(last, maker, name, notes))
    }
    if parser.isTooLarge {
      try body(
        maker.skipped(
          "one record takes more memory than \(limits.feedBytes) bytes of XML should: the rest is left out; "
            + "allow more by --limit feed-bytes=NUMBER")
      )
    } else if number == 0 {
      try body(maker.skipped("no article in it"))
    } else if parser.isBroken, !parser.isCut {
      try body(maker.note("not well-formed XML: read as far as it makes sense"))
    }
  }

  private static func reading(_ record: XMLRecord, _ maker: ArticleMaker, _ name: String, _ notes: [String]) -> Reading
  {
    var content: ArticleContent
    switch record.body {
    case .html(let html): content = HTMLReader.article(html, limits: maker.limits, declared: record.metadata)
    case .page(let page):
      let blocks = page.blocks(in: 0, dropped: page.nodes.map(\.tag.isNeverText))
      let paragraphs = blocks.map { String(decoding: $0.text, as: UTF8.self) }
      let (text, metadata) = ArticleText.cleaned(paragraphs, metadata: record.metadata, isPage: true)
      content = ArticleContent(text: paragraphs.isEmpty ? "" : text, metadata: metadata)
    case .text(let text):
      let paragraphs = LineJoiner.paragraphs(of: String(decoding: text, as: UTF8.self))
      let (joined, metadata) = ArticleText.cleaned(paragraphs, metadata: record.metadata)
      content = ArticleContent(text: paragraphs.isEmpty ? "" : joined, metadata: metadata)
    case nil: content = ArticleContent(text: "")
    }
    if content.text.isEmpty { content.note = content.note ?? "no text in it" }
    return maker.reading(content, name, notes: notes)
  }
}
