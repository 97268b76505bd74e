/// Finds the article's own text in a page, by structure, by the names of the page's parts and by text density.
///
/// The ideas are those of the field: link density and text length of blocks (Kohlschütter et al., WSDM 2010), the
/// element that most of the prose stands in (Readability), neighbours deciding doubtful blocks (jusText), and sites'
/// common names for their parts (trafilatura). When in doubt, text is kept.
struct MainContent {
  private let page: Page
  private let root: Int
  private let dropped: [Bool]
  private let zones: [(zone: Zones.Zone, contentWords: Int)]
  private let blocks: [Block]
  private let census: TextCensus

  /// Bytes from which an article counts as found.
  private static let enough = 200
  /// The least share of the page's prose that the article's element holds.
  private static let leastShare = 0.35

  /// The paragraphs of the page's main content, in order.
  static func paragraphs(of page: Page) -> [String] {
    guard let root = page.first(.body) ?? page.nodes.indices.first else { return [] }
    return MainContent(page, root: root).chosen().map { String(decoding: $0.text, as: UTF8.self) }
  }

  private init(_ page: Page, root: Int) {
    self.page = page
    self.root = root
    zones = page.nodes.indices.map { Self.zone(of: $0, in: page) }
    dropped = Boilerplate(page, root: root, zones: zones.map(\.zone)).dropped
    blocks = page.blocks(in: root, dropped: dropped)
    census = TextCensus(page, blocks: blocks)
  }

  private static func zone(of node: Int, in page: Page) -> (zone: Zones.Zone, contentWords: Int) {
    guard page.nodes[node].tag != .text, !page.nodes[node].content.isEmpty else { return (.none, 0) }
    let names = [page.value(.class, of: node), page.value(.id, of: node)].compactMap { $0 }.joined(separator: " ")
    return names.isEmpty ? (.none, 0) : Zones.known.zone(of: names)
  }

  /// The blocks that are the article; more of the page where little was found, down to all of it.
  private func chosen() -> [Block] {
    let container = self.container()
    let inside = page.subtree(of: container)
    let first = blocks.firstIndex { inside.contains($0.node) } ?? 0
    let found = filtered(lede(before: first) + blocks.filter { inside.contains($0.node) })
    let count = found.reduce(0) { $0 + $1.count }
    if count >= Self.enough { return found }
    let wider = filtered(blocks)
    if wider.reduce(0, { $0 + $1.count }) > count * 2 { return wider }
    if !found.isEmpty { return found }
    return page.blocks(in: root, dropped: page.nodes.map(\.tag.isNeverText)).filter { $0.linkDensity < 0.5 }
  }

  /// The element that holds the article: much of the page's prose, little else, and best of all named so.
  private func container() -> Int {
    let total = Double(census[root].prose)
    guard total > 0 else { return root }
    var best = (node: root, rank: 0.0)
    for node in page.subtree(of: root)
    where !dropped[node] && census[node].prose > 0 && isContainer(page.nodes[node].tag) {
      let share = Double(census[node].prose) / total
      guard share >= Self.leastShare else { continue }
      let purity = Double(census[node].prose) / Double(max(1, census[node].text))
      // A missed paragraph is worse than a menu too many, so the share weighs most: docs/MEASUREMENTS.md#article-text.
      let rank = share * 12 + purity * 4 + hint(of: node)
      if rank > best.rank { best = (node, rank) }
    }
    return best.node
  }

  private func isContainer(_ tag: Tag) -> Bool {
    guard tag.isBlock, !tag.isHeading else { return false }
    return ![.p, .li, .blockquote, .pre, .ul, .ol, .dl, .dd, .dt, .figure].contains(tag)
  }

  /// How plainly the page names `node` as its article's, by microdata, by tag or by class: 0...3.
  private func hint(of node: Int) -> Double {
    var hint = 0.0
    if page.value(.itemprop, of: node)?.lowercased().contains("articlebody") == true { hint = 3 }
    if page.nodes[node].tag == .article { hint = max(hint, 1.5) }
    if page.nodes[node].tag == .main || page.value(.role, of: node)?.lowercased() == "main" { hint = max(hint, 1) }
    if zones[node].zone == .content { hint = max(hint, zones[node].contentWords >= 2 ? 2 : 0.8) }
    return hint
  }

  /// What stands between the headline and the article's element and is prose or a heading of some length: the lede has
  /// often an element of its own.
  private func lede(before first: Int) -> [Block] {
    guard let heading = blocks[..<first].lastIndex(where: { $0.tag == .h1 }), first - heading <= 12 else { return [] }
    return blocks[heading..<first].filter { block in
      block.isProse
        || block.tag.isHeading && block.linkCount == 0 && Words.count(String(decoding: block.text, as: UTF8.self)) >= 4
    }
  }

  /// `blocks` without rows of links and without the headings over them.
  private func filtered(_ blocks: [Block]) -> [Block] {
    var kept: [Bool] = blocks.map { block in
      if block.tag == .h1 { return true }
      if block.linkDensity > 0.5 { return block.tag == .p && block.endsSentence && block.count > 60 }
      return true
    }
    for index in blocks.indices where blocks[index].tag.isHeading && blocks[index].tag != .h1 {
      let next = blocks[(index + 1)...].prefix(2)
      if blocks[index].isLinkOnly {
        // A headline that is a link is the article's where its text follows: in blogs, and in articles of several parts.
        kept[index] = next.contains { $0.isProse && $0.count > 200 }
      } else if !next.isEmpty, next.allSatisfy({ $0.linkDensity > 0.5 }) {
        kept[index] = false
      }
    }
    var result = blocks.indices.filter { kept[$0] }.map { blocks[$0] }
    // What a list of links left behind: a heading, or a few words that do for one, over nothing.
    while let last = result.last, isHeadingOfNothing(last) { result.removeLast() }
    return result
  }

  /// Bytes up to which the last words of a page's content are taken for the heading of something left out.
  private static let shortHeading = 50

  private func isHeadingOfNothing(_ block: Block) -> Bool {
    block.tag.isHeading && block.tag != .h1
      || [.div, .section, .center].contains(block.tag) && block.count < Self.shortHeading && !block.endsSentence
  }
}
