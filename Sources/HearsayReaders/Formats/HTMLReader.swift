import HearsayCore

/// Reads web pages: the article's own text, and what the page says of it.
enum HTMLReader {
  /// Whether a text is a page: it opens with a tag that pages have, or holds several.
  static func matches(_ head: ArraySlice<UInt8>) -> Bool {
    let lower = head.prefix(16_384).map(\.lowercased)
    let opensWithTag = lower.first { !$0.isBlank } == UInt8(ascii: "<")
    var opening = 0
    for index in lower.indices where lower[index] == UInt8(ascii: "<") {
      let rest = lower[(index + 1)...]
      if rest.starts(with: "!doctype html".utf8) || rest.starts(with: "html".utf8) && isEnd(rest.dropFirst(4).first) {
        return true
      }
      let name = rest.prefix { $0.isLetter || $0.isDigit }
      guard isEnd(rest.dropFirst(name.count).first), Self.telling.contains(String(decoding: name, as: UTF8.self)) else {
        continue
      }
      opening += 1
      if opening >= (opensWithTag ? 1 : 3) { return !lower.drop(while: \.isBlank).starts(with: "<?xml".utf8) }
    }
    return false
  }

  private static func isEnd(_ byte: UInt8?) -> Bool { byte.map { $0.isBlank || $0 == 0x3E || $0 == 0x2F } ?? false }

  private static let telling: Set<String> = [
    "head", "body", "meta", "title", "script", "style", "div", "p", "br", "article", "section", "table", "ul", "ol",
    "h1",
    "h2", "h3", "span", "a", "b", "i", "em", "strong", "img", "blockquote", "font", "center", "main", "figure",
  ]

  /// The article of a page or a part of one.
  ///
  /// - Parameter declared: What is known of it from elsewhere, which goes before what the page says.
  static func article(_ utf8: [UInt8], limits: Limits, declared: Metadata = Metadata()) -> ArticleContent {
    let page = PageParser.html(utf8, limits: limits)
    if page.isCutByDepth {
      var known = declared
      known.fill(from: PageMetadata.metadata(of: page).metadata)
      let (text, metadata) = ArticleText.cleaned(FlatMarkup.paragraphs(of: utf8), metadata: known, isPage: true)
      return ArticleContent(
        text: text, metadata: metadata,
        note: "elements nested over \(limits.nesting) deep: the text was read without regard to the markup; "
          + "allow more by --limit nesting=NUMBER")
    }
    let content = article(page, declared: declared)
    guard content.text.isEmpty else { return content }
    // A comment or a script whose end is missing takes in all that follows; what stands in it is text all the same.
    let flat = ArticleText.cleaned(FlatMarkup.paragraphs(of: utf8), metadata: content.metadata, isPage: true)
    guard flat.text.utf8.count >= leastFlat, LetterCheck.reason(against: flat.text) == nil else { return content }
    return ArticleContent(
      text: flat.text, metadata: flat.metadata, note: "broken markup: the text was read without regard to it")
  }

  /// Bytes of text from which a page without any main content is read for what stands in it.
  private static let leastFlat = 200

  /// The article of a page that was parsed.
  static func article(_ page: Page, declared: Metadata = Metadata()) -> ArticleContent {
    let (found, body) = PageMetadata.metadata(of: page)
    var metadata = declared
    metadata.fill(from: found)
    var paragraphs = MainContent.paragraphs(of: page)
    if let body, paragraphs.reduce(0, { $0 + $1.utf8.count }) * 2 < body.utf8.count {
      // The page shows less than half of what it declares: its text is put there by a script.
      paragraphs = body.utf8.split(separator: 0x0A).flatMap { FlatMarkup.paragraphs(of: Array($0)) }
    }
    metadata.title = metadata.title.map { shown($0, in: paragraphs) }
    let cleaned = ArticleText.cleaned(paragraphs, metadata: metadata, isPage: true)
    let isBare = paragraphs.isEmpty
    return ArticleContent(
      text: isBare ? "" : cleaned.text, metadata: cleaned.metadata,
      note: isBare
        ? "no text in the page: its article may be made by a script" : page.hasCutTags ? MarkupBounds.note : nil)
  }

  /// The part of a declared title that the page shows as a paragraph near its start, as in "Site: Title"; else all.
  private static func shown(_ title: String, in paragraphs: [String]) -> String {
    let pieces = [": ", " - ", " \u{2013} ", " \u{2014} ", " | "].flatMap {
      title.split(separator: $0).map(String.init)
    }
    let head = Set(paragraphs.prefix(6).map { Words.folded($0) })
    if head.contains(Words.folded(title)) { return title }
    return pieces.first { Words.count($0) >= 3 && head.contains(Words.folded($0)) } ?? title
  }
}
