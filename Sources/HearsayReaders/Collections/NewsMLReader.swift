import HearsayCore

/// Reads NewsML 1.0 to 1.2: an article for each `NewsItem`, of the first part of it that has text.
enum NewsMLReader: XMLCollection {
  static let records: Set<String> = ["NewsItem"]

  static func record(_ record: XMLTree, in frame: XMLTree, nesting: Int) -> XMLRecord? {
    func words(_ name: String) -> String? { record.words(of: record.first(name, in: 0)) }
    var found = XMLRecord(id: words("PublicIdentifier") ?? words("NewsItemId"))
    let party =
      record.first("Provider", in: 0).flatMap { record.first("Party", in: $0) }
      ?? record.first("Source", in: 0).flatMap { record.first("Party", in: $0) }
    found.metadata.outlet =
      words("CreditLine") ?? party.flatMap { record.attribute("FormalName", of: $0) } ?? words("ProviderId")
    found.metadata.published =
      ["DateId", "FirstCreated", "ThisRevisionCreated"].lazy
      .compactMap { words($0).flatMap(PrintedDate.date) }.first
    let language = record.first("Language", in: 0).flatMap { record.attribute("FormalName", of: $0) }
    found.metadata.language = LanguageCode.code(language)
    found.metadata.title = words("HeadLine") ?? words("Headline")
    // A picture's item has text too, in a part of its own role; the main part comes first by the standard.
    for content in record.subtree(of: 0) where record.nodes[content].name == "DataContent" {
      guard record.words(of: content) != nil else { continue }
      if record.children(of: content).isEmpty {
        let bytes = record.bytes(of: content)
        found.body = HTMLReader.matches(bytes[...]) ? .html(bytes) : .text(bytes)
      } else {
        let article = NITF.article(record, in: content, nesting: nesting)
        found.metadata.title = found.metadata.title ?? article.metadata.title
        found.body = article.body
      }
      break
    }
    return found
  }
}
