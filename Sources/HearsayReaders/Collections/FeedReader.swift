import HearsayCore

/// Reads feeds: RSS 0.9 to 2.0 and Atom. The text of an item is its `content:encoded` or `content`, where it has one, else
/// its description.
enum FeedReader: XMLCollection {
  static let records: Set<String> = ["item", "entry"]
  static let mayNest = false

  static func record(_ record: XMLTree, in frame: XMLTree, nesting: Int) -> XMLRecord? {
    let isAtom = record.nodes[0].name == "entry"
    var found = XMLRecord()
    let link = isAtom ? atomLink(record) : rssLink(record)
    found.id =
      record.words(of: record.element(isAtom ? "id" : "guid", of: 0)) ?? record.attribute("rdf:about", of: 0) ?? link
    found.metadata.title = record.element("title", of: 0).flatMap { plain(record, $0) }
    found.metadata.url = link
    found.metadata.published =
      ["pubDate", "published", "issued", "dc:date", "dc:issued", "dc:created", "updated", "date"]
      .lazy.compactMap { record.words(of: record.element($0, of: 0)).flatMap(PrintedDate.date) }.first
    found.metadata.outlet = outlet(of: record, in: frame, isAtom: isAtom)
    found.metadata.language = language(of: frame)
    found.body = isAtom ? atomBody(record, nesting: nesting) : rssBody(record)
    return found
  }

  // MARK: The text

  private static func rssBody(_ record: XMLTree) -> XMLRecord.Body? {
    for name in ["content:encoded", "atom:content", "description", "atom:summary"] {
      guard let node = record.element(name, of: 0), record.words(of: node) != nil else { continue }
      return .html(record.bytes(of: node))
    }
    return nil
  }

  private static func atomBody(_ record: XMLTree, nesting: Int) -> XMLRecord.Body? {
    for name in ["content", "summary"] {
      guard let node = record.element(name, of: 0), record.words(of: node) != nil else { continue }
      let type = record.attribute("type", of: node)?.lowercased() ?? "text"
      if type == "xhtml" || type.hasSuffix("+xml") || type.hasSuffix("/xml") {
        return .page(record.page(of: node, nesting: nesting))
      }
      if type.hasPrefix("text/") && type != "text/html" || type == "text" {
        // Markup in what is declared as plain text is a mistake that many make.
        let bytes = record.bytes(of: node)
        return HTMLReader.matches(bytes[...]) ? .html(bytes) : .text(bytes)
      }
      guard type == "html" || type == "text/html" else { continue }
      return .html(record.bytes(of: node))
    }
    return nil
  }

  /// The text of an element that may hold markup, escaped or not, on one line.
  private static func plain(_ tree: XMLTree, _ node: Int) -> String? {
    guard let words = tree.words(of: node) else { return nil }
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return words }
    let plain = FlatMarkup.paragraphs(of: Array(words.utf8)).joined(separator: " ")
    return plain.isEmpty ? nil : plain
  }

  // MARK: What it says of itself

  private static func rssLink(_ record: XMLTree) -> String? {
    let guid = record.element("guid", of: 0)
    let isLink = guid.map { record.attribute("isPermaLink", of: $0)?.lowercased() != "false" } ?? false
    let candidates = [
      record.words(of: record.element("link", of: 0)), isLink ? record.words(of: guid) : nil, atomLink(record),
      record.attribute("rdf:about", of: 0),
    ]
    return candidates.compactMap(\.self).first(where: isAddress)
  }

  private static func atomLink(_ record: XMLTree) -> String? {
    let links = record.children(of: 0, "link", "atom:link").filter {
      ["alternate", nil].contains(record.attribute("rel", of: $0)?.lowercased())
    }
    return links.lazy.compactMap { record.attribute("href", of: $0) }.first(where: isAddress)
  }

  private static func isAddress(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

  private static func outlet(of record: XMLTree, in frame: XMLTree, isAtom: Bool) -> String? {
    if let source = record.element("source", of: 0) {
      // RSS names the feed that an item was taken from in the element, Atom in a title inside it.
      let title = record.child("title", of: source)
      if let name = title == nil ? plain(record, source) : title.flatMap({ plain(record, $0) }) { return name }
    }
    if let name = record.words(of: record.element("dc:publisher", of: 0)) { return name }
    guard !frame.nodes.isEmpty else { return nil }
    let channel = isAtom ? 0 : frame.first("channel", in: 0) ?? 0
    return frame.child("title", of: channel).flatMap { plain(frame, $0) }
  }

  private static func language(of frame: XMLTree) -> String? {
    guard !frame.nodes.isEmpty else { return nil }
    let declared =
      frame.attribute("xml:lang", of: 0)
      ?? frame.first("language", in: 0).flatMap { frame.words(of: $0) }
    return LanguageCode.code(declared)
  }
}
