import HearsayCore

/// What a page says of its article: in JSON-LD, in `meta` elements, in its markup.
struct PageMetadata {
  private let page: Page
  private var named: [String: String] = [:]
  private let linked: LinkedData

  /// The metadata of `page`, with the article's text where JSON-LD gives that.
  static func metadata(of page: Page) -> (metadata: Metadata, body: String?) {
    let found = PageMetadata(page)
    let outlet = found.outlet
    let metadata = Metadata(
      title: found.title(outlet: outlet), outlet: outlet, published: found.published, url: found.url,
      language: found.language)
    return (metadata, found.linked.body)
  }

  private init(_ page: Page) {
    self.page = page
    linked = LinkedData(page)
    for node in page.nodes.indices where page.nodes[node].tag == .meta {
      guard let content = page.value(.content, of: node).map({ Words.collapsed($0) }), !content.isEmpty else {
        continue
      }
      for key in [page.value(.property, of: node), page.value(.name, of: node), page.value(.itemprop, of: node)] {
        if let key = key?.lowercased(), named[key] == nil { named[key] = content }
      }
    }
  }

  private func first(_ keys: [String]) -> String? { keys.lazy.compactMap { named[$0] }.first }

  // MARK: Title

  private func title(outlet: String?) -> String? {
    let headings = page.nodes.indices.filter { page.nodes[$0].tag == .h1 }.map { page.text(of: $0) }.filter {
      !$0.isEmpty
    }
    let declared = [
      linked.headline,
      first(["og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "title"]),
      page.first(.title).map { page.text(of: $0) },
    ].compactMap { $0 }.map { Self.unescaped(Words.collapsed($0)) }.filter { !$0.isEmpty }
    // The headline that readers see is the title, where what the page declares agrees: it has no site's name in it.
    for title in declared {
      if let heading = headings.first(where: { Self.agree($0, title) }) { return heading }
    }
    if let title = declared.first { return Self.withoutSite(title, outlet: outlet) }
    return headings.count == 1 ? headings[0] : nil
  }

  /// Whether a heading is the title that is declared, but for the site's name.
  private static func agree(_ heading: String, _ title: String) -> Bool {
    let (short, long) = (Words.folded(heading), Words.folded(title))
    return short == long || short.utf8.count >= 10 && long.hasPrefix(short)
      || long.utf8.count >= 10 && short.hasPrefix(long)
  }

  /// `title` without the site's name behind or before it: "Title - Site", "Title | Section | Site", "Site: Title".
  static func withoutSite(_ title: String, outlet: String?) -> String {
    var pieces = [title]
    for separator in [" | ", " \u{2013} ", " \u{2014} ", " - ", " \u{00BB} ", " \u{00B7} ", " :: ", " \u{2022} "] {
      pieces = pieces.flatMap { $0.split(separator: separator).map(String.init) }
      guard pieces.count > 1 else { continue }
      if let outlet {
        let site = Words.folded(outlet)
        let left = pieces.filter { Words.folded($0) != site }
        if left.count < pieces.count, let longest = left.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
      }
      // Bars part nothing but titles from sites; dashes stand in titles too, so only a short last piece goes.
      if separator == " | " || separator == " \u{00BB} " || separator == " :: " {
        return pieces.max { $0.utf8.count < $1.utf8.count } ?? title
      }
      if Words.count(pieces[0]) >= 4, Words.count(pieces[pieces.count - 1]) <= 3, pieces.count == 2 { return pieces[0] }
      return title
    }
    return title
  }

  /// `text` without character references that were escaped twice.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return [
      ("&quot;", "\""), ("&#039;", "'"), ("&#39;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "),
      ("&#8217;", "\u{2019}"), ("&#8216;", "\u{2018}"), ("&#8220;", "\u{201C}"), ("&#8221;", "\u{201D}"),
      ("&#8211;", "\u{2013}"), ("&#8212;", "\u{2014}"), ("&amp;", "&"),
    ].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  // MARK: The rest

  private var outlet: String? {
    let name =
      linked.publisher
      ?? first([
        "og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title",
        "citation_publisher", "publisher",
      ])
    return name.map(Self.unescaped)
  }

  private var published: CalendarDate? {
    let keys = [
      "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
      "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
      "citation_publication_date",
      "citation_date", "citation_online_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
      "publish-date",
      "publish_date", "publication_date", "published_date", "date", "cxenseparse:recs:publishtime", "article.published",
      "article:post_date", "rnews:datepublished", "shareaholic:article_published_time", "created",
      "iso-8601-publish-date",
    ]
    for text in [linked.published].compactMap({ $0 }) + keys.compactMap({ named[$0] }) {
      if let date = PrintedDate.date(text) { return date }
    }
    return timeElement
  }

  /// The day of the `time` element that says it is the publication's, or of the only day that all of them give.
  private var timeElement: CalendarDate? {
    var days: Set<CalendarDate> = []
    for node in page.nodes.indices where page.nodes[node].tag != .text {
      let property = page.value(.itemprop, of: node)?.lowercased() ?? ""
      let text = page.value(.datetime, of: node) ?? page.value(.content, of: node)
      if property.contains("datepublished") || page.value(.pubdate, of: node) != nil {
        if let date = PrintedDate.date(text ?? page.text(of: node)) { return date }
      }
      if page.nodes[node].tag == .time, !property.contains("modified"),
        let date = PrintedDate.date(text ?? page.text(of: node))
      {
        days.insert(date)
      }
    }
    return days.count == 1 ? days.first : nil
  }

  private var url: String? {
    let canonical = page.nodes.indices.first { node in
      page.nodes[node].tag == .link && page.value(.rel, of: node)?.lowercased() == "canonical"
    }.flatMap { page.value(.href, of: $0) }
    return [canonical, named["og:url"], linked.url].compactMap { $0 }.first {
      $0.hasPrefix("http://") || $0.hasPrefix("https://")
    }
  }

  private var language: String? {
    let declared =
      page.first(.html).flatMap { page.value(.lang, of: $0) ?? page.value(.xmlLang, of: $0) } ?? named["og:locale"]
      ?? named["language"]
    return LanguageCode.code(declared)
  }
}
