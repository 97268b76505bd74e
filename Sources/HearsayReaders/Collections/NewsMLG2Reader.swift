import HearsayCore

/// Reads NewsML-G2: an article for each `newsItem` with text, whether it stands alone or in a message.
enum NewsMLG2Reader: XMLCollection {
  static let records: Set<String> = ["newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"]
  static let isOneArticle = true

  static func record(_ record: XMLTree, in frame: XMLTree, nesting: Int) -> XMLRecord? {
    guard record.nodes[0].name == "newsItem" else { return nil }
    var found = XMLRecord(id: record.attribute("guid", of: 0))
    let item = record.child("itemMeta", of: 0)
    let content = record.child("contentMeta", of: 0)
    found.metadata.title =
      [content.flatMap { record.child("headline", of: $0) }, item.flatMap { record.child("title", of: $0) }]
      .lazy.compactMap { record.words(of: $0) }.first
    found.metadata.outlet = outlet(record, item, content)
    let dates =
      [content.flatMap { record.child("contentCreated", of: $0) }]
      + ["firstCreated", "versionCreated"].map { name in item.flatMap { record.child(name, of: $0) } }
    // When it was made comes before when its file was.
    found.metadata.published = dates.lazy.compactMap { record.words(of: $0).flatMap(PrintedDate.date) }.first
    found.metadata.url = ["link", "remoteInfo"].lazy.compactMap { name in
      item.flatMap { record.child(name, of: $0) }.flatMap { record.attribute("href", of: $0) }
    }.first { $0.hasPrefix("http") }
    let language = content.flatMap { record.child("language", of: $0) }.flatMap { record.attribute("tag", of: $0) }
    found.metadata.language = LanguageCode.code(language ?? record.attribute("xml:lang", of: 0))
    guard let set = record.child("contentSet", of: 0) else { return found }
    if let inner = record.child("inlineXML", of: set) {
      let article = NITF.article(record, in: inner, nesting: nesting)
      found.metadata.title = found.metadata.title ?? article.metadata.title
      found.metadata.outlet = found.metadata.outlet ?? article.metadata.outlet
      found.metadata.published = found.metadata.published ?? article.metadata.published
      found.body = article.body
    } else if let inner = record.child("inlineData", of: set), record.words(of: inner) != nil {
      let bytes = record.bytes(of: inner)
      let type = record.attribute("contenttype", of: inner)?.lowercased() ?? ""
      found.body = type.contains("html") || HTMLReader.matches(bytes[...]) ? .html(bytes) : .text(bytes)
    }
    return found
  }

  private static func outlet(_ record: XMLTree, _ item: Int?, _ content: Int?) -> String? {
    let parties = [
      content.flatMap { record.child("creditline", of: $0) }, content.flatMap { record.child("infoSource", of: $0) },
      item.flatMap { record.child("provider", of: $0) },
    ].compactMap(\.self)
    for party in parties {
      if let name = record.words(of: record.child("name", of: party) ?? party) ?? record.attribute("literal", of: party)
      {
        return name
      }
    }
    // A code in a vocabulary: "nprov:AFP".
    return parties.lazy.compactMap { record.attribute("qcode", of: $0)?.split(separator: ":").last.map(String.init) }
      .first
  }
}
