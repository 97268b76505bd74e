import HearsayCore

/// An article as a reader found it, on its way to a `Document`: paragraphs still with furniture among them.
///
/// Both plain text and pages go this way, so that the same article gives the same text from either.
struct ArticleText {
  /// The paragraphs, in order, blanks collapsed.
  var paragraphs: [String]
  /// What is known of the article so far.
  var metadata: Metadata

  /// Words from which a paragraph that ends as a sentence is taken for the article's body.
  private static let bodyWords = 12
  /// Words from which a paragraph that comes again is a mistake and no refrain.
  private static let repeatedWords = 8

  /// The article's text, title first, paragraphs parted by one blank line, cleaned; and all that it says of itself.
  ///
  /// A page's `paragraphs` have lost their menus before; what is short there may be a table's cell.
  static func cleaned(
    _ paragraphs: [String], metadata: Metadata = Metadata(), isPage: Bool = false
  ) -> (text: String, metadata: Metadata) {
    var article = ArticleText(paragraphs: paragraphs, metadata: metadata)
    article.dropDebris()
    article.takeStamps()
    if !isPage { article.dropMenus() }
    article.dropFurniture()
    article.placeTitle()
    article.dropRepetitions()
    article.readDateline()
    return (article.paragraphs.joined(separator: "\n\n"), article.metadata)
  }

  /// What a text that must not be changed says of itself.
  static func metadata(of text: String) -> Metadata {
    cleaned(LineJoiner.paragraphs(of: text)).metadata
  }

  /// The paragraphs from the first to the last that is certainly the article's; none where none is.
  private var body: Range<Int> {
    func isBody(_ text: String) -> Bool { Words.count(text) >= Self.bodyWords && SentenceEnd.ends(text) }
    guard let first = paragraphs.firstIndex(where: isBody), let last = paragraphs.lastIndex(where: isBody)
    else { return paragraphs.count..<paragraphs.count }
    return first..<last + 1
  }

  private mutating func keep(_ isKept: (Int, String) -> Bool) {
    paragraphs = paragraphs.enumerated().filter { isKept($0, $1) }.map(\.element)
  }

  private mutating func dropDebris() {
    keep { _, text in !Debris.isRunOfNames(text) && !Debris.isRowOfLinks(text) }
  }

  /// Takes the lines of dates out of what stands before and after the body, where no timeline can be meant.
  private mutating func takeStamps() {
    let body = self.body
    var published: CalendarDate?
    keep { index, text in
      guard !body.contains(index) else { return true }
      if let stamp = Stamp(text) {
        if index < body.lowerBound || published == nil { published = published ?? stamp.published }
        return false
      }
      if index < body.lowerBound, published == nil { published = Stamp.published(inByline: text) }
      return true
    }
    metadata.published = metadata.published ?? published
  }

  private mutating func dropFurniture() {
    let furniture = Furniture.known
    keep { _, text in !furniture.isFurniture(text) }
    paragraphs = paragraphs.map(furniture.trimmedEnd).filter { !$0.isEmpty }
  }

  /// Drops rows of four and more paragraphs of one or two words before and after the body: menus, lists of topics.
  private mutating func dropMenus() {
    let body = self.body
    guard !body.isEmpty else { return }
    func isItem(_ index: Int) -> Bool {
      !body.contains(index) && Words.count(paragraphs[index]) <= 2 && !SentenceEnd.ends(paragraphs[index])
    }
    var dropped: Set<Int> = []
    var index = 0
    while index < paragraphs.count {
      var end = index
      while end < paragraphs.count, isItem(end) { end += 1 }
      if end - index >= 4 { dropped.formUnion(index..<end) }
      index = max(end, index + 1)
    }
    keep { index, _ in !dropped.contains(index) }
  }

  /// Puts the title first, once; finds it where it is not known.
  private mutating func placeTitle() {
    if let title = metadata.title.map({ Words.collapsed($0) }), !title.isEmpty {
      metadata.title = title
    } else {
      metadata.title = foundTitle()
    }
    guard let title = metadata.title else { return }
    let folded = Words.folded(title)
    // The body may begin with the title again, after a kicker or a picture's caption.
    keep { index, text in index > 12 || text.utf8.count > title.utf8.count + 8 || Words.folded(text) != folded }
    paragraphs.insert(title, at: 0)
  }

  private mutating func foundTitle() -> String? {
    let head = paragraphs.prefix(10)
    for (index, text) in head.enumerated() where Headline.looksLikeHeadline(text) {
      // A headline printed twice is surely one, whatever stands before it.
      if head.dropFirst(index + 1).contains(text) { return text }
    }
    guard let first = paragraphs.first else { return nil }
    if Headline.isHeadline(at: 0, of: paragraphs) { return first }
    if Words.count(first) <= 2, !SentenceEnd.ends(first), paragraphs.count > 2,
      Headline.isHeadline(at: 1, of: paragraphs)
    {
      // The section's name stands above the headline.
      let title = paragraphs[1]
      paragraphs.removeFirst()
      return title
    }
    return nil
  }

  /// Drops what comes a second time: paragraphs of some length anywhere, short ones right after themselves.
  private mutating func dropRepetitions() {
    var seen: Set<String> = []
    var previous = ""
    keep { _, text in
      let folded = Words.folded(text)
      defer { previous = folded }
      if !folded.isEmpty, folded == previous { return false }
      return Words.count(text) < Self.repeatedWords || seen.insert(folded).inserted
    }
  }

  private mutating func readDateline() {
    let first = metadata.title == nil ? 0 : 1
    for paragraph in paragraphs.dropFirst(first).prefix(4) {
      guard let dateline = Dateline(paragraph) else { continue }
      metadata.outlet = metadata.outlet ?? dateline.outlet
      metadata.published = metadata.published ?? dateline.published
      return
    }
  }
}
