import HearsayCore

/// Reads NITF, the IPTC's language for the text of an article.
enum NITFReader: XMLCollection {
  static let records: Set<String> = ["nitf"]
  static let isOneArticle = true

  static func record(_ record: XMLTree, in frame: XMLTree, nesting: Int) -> XMLRecord? {
    NITF.article(record, in: 0, nesting: nesting)
  }
}

/// An article in NITF, or in XHTML, which NITF's body is much like; alone, or inside of NewsML.
enum NITF {
  /// What `node` holds, which is a `nitf` or `html` element, has one, or has paragraphs of its own.
  static func article(_ tree: XMLTree, in node: Int, nesting: Int) -> XMLRecord {
    let root = ["nitf", "html"].lazy.compactMap { tree.first($0, in: node) }.first ?? node
    var found = XMLRecord()
    if let document = tree.first("doc-id", in: root) { found.id = tree.attribute("id-string", of: document) }
    let headline = tree.first("hl1", in: root) ?? tree.first("hedline", in: root)
    found.metadata.title = tree.words(of: headline) ?? tree.words(of: tree.first("title", in: root))
    let issued = tree.first("date.issue", in: root).flatMap { tree.attribute("norm", of: $0) }
    let dated = tree.first("story.date", in: root).flatMap { tree.attribute("norm", of: $0) }
    let printed = tree.first("pubdata", in: root).flatMap { tree.attribute("date.publication", of: $0) }
    found.metadata.published = [issued, dated, printed].lazy.compactMap { $0.flatMap(PrintedDate.date) }.first
    found.metadata.outlet = outlet(tree, root)
    let body = tree.first("body.content", in: root) ?? tree.child("body", of: root) ?? root
    guard tree.words(of: body) != nil else { return found }
    found.body = .page(tree.page(of: body, nesting: nesting, name: tag))
    return found
  }

  private static func outlet(_ tree: XMLTree, _ root: Int) -> String? {
    let distributor = tree.words(of: tree.first("distributor", in: root))
    let paper = tree.first("pubdata", in: root).flatMap { tree.attribute("name", of: $0) }
    let holder = tree.first("doc.copyright", in: root).flatMap { tree.attribute("holder", of: $0) }
    return [paper, distributor, holder].compactMap(\.self).first { !$0.isEmpty }
  }

  /// The element of a page that NITF's `name` is like; nil where it holds nothing of the article.
  private static func tag(_ name: String) -> String? {
    switch name {
    case "block", "bq", "body.content": "div"
    case "hl1", "hedline", "media", "nitf-table", "byline", "distributor", "dateline", "head", "body.head", "body.end":
      nil
    default: name
    }
  }
}
