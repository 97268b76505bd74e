/// What a page's JSON-LD says of its article (https://schema.org/Article), in the first object that is one.
struct LinkedData {
  /// The headline.
  private(set) var headline: String?
  /// The publisher's name.
  private(set) var publisher: String?
  /// When it was published, as written.
  private(set) var published: String?
  /// The article's address.
  private(set) var url: String?
  /// The article's text, where the page gives it whole.
  private(set) var body: String?

  /// Reads every script of the page that is JSON-LD.
  init(_ page: Page) {
    for node in page.nodes.indices where page.nodes[node].tag == .script {
      guard page.value(.type, of: node)?.lowercased().hasPrefix("application/ld+json") == true else { continue }
      let bytes = page.subtree(of: node).filter { page.nodes[$0].tag == .text }.flatMap { page.bytes(of: $0) }
      guard let value = try? JSONParser.value(of: bytes[...], isLenient: true) else { continue }
      read(value)
    }
  }

  private static let types = [
    "NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "Report", "TechArticle", "ScholarlyArticle",
    "SocialMediaPosting", "AdvertiserContentArticle",
  ]

  /// Looks through lists and `@graph` for articles, and takes what the first of them says.
  private mutating func read(_ value: JSONValue) {
    for element in value.elements {
      if let graph = element["@graph"] { read(graph) }
      if let main = element["mainEntity"] { read(main) }
      let types = element["@type"]?.elements.compactMap(\.string) ?? []
      guard types.contains(where: Self.types.contains) else { continue }
      headline = headline ?? text(element["headline"]) ?? text(element["name"])
      publisher = publisher ?? name(element["publisher"]) ?? name(element["sourceOrganization"])
      published = published ?? text(element["datePublished"])
      url =
        url ?? text(element["url"]) ?? text(element["mainEntityOfPage"]) ?? text(element["mainEntityOfPage"]?["@id"])
      body = body ?? text(element["articleBody"])
    }
  }

  private func text(_ value: JSONValue?) -> String? {
    guard let text = value?.elements.first?.string, text.utf8.contains(where: { !$0.isBlank }) else { return nil }
    return text
  }

  private func name(_ value: JSONValue?) -> String? { text(value) ?? text(value?.elements.first?["name"]) }
}
