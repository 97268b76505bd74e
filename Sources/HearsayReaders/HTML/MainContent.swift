/// Finds the article's own text in a page, by structure, by the names of the page's parts and by text density.
///
/// The ideas are those of the field: link density and text length of blocks (Kohlschütter et al., WSDM 2010), the
/// element that most of the prose stands in (Readability), neighbours deciding doubtful blocks (jusText), and sites'
/// common names for their parts (trafilatura). When in doubt, text is kept.
struct MainContent {
  private let page: Page
  private let root: Int
  private var dropped: [Bool]
  /// Bytes of prose in each node.
  private var prose: [Int]
  private let zones: [(zone: Zones.Zone, contentWords: Int)]

  /// The paragraphs of the page's main content, in order.
  static func paragraphs(of page: Page) -> [String] {
    guard let root = page.first(.body) ?? page.nodes.indices.first else { return [] }
    let content = MainContent(page, root: root)
    return content.chosenBlocks().map { String(decoding: $0.text, as: UTF8.self) }
  }

  private init(_ page: Page, root: Int) {
    self.page = page
    self.root = root
    zones = page.nodes.indices.map { Self.zone(of: $0, in: page) }
    dropped = Self.neverText(in: page)
    prose = Self.prose(of: page, blocks: page.blocks(in: root, dropped: dropped))
    dropBoilerplate()
    prose = Self.prose(of: page, blocks: page.blocks(in: root, dropped: dropped))
  }

  // MARK: Leaving out what is not the article

  private static func zone(of node: Int, in page: Page) -> (zone: Zones.Zone, contentWords: Int) {
    guard page.nodes[node].tag != .text, !page.nodes[node].content.isEmpty else { return (.none, 0) }
    let names = [page.value(.class, of: node), page.value(.id, of: node)].compactMap { $0 }.joined(separator: " ")
    return names.isEmpty ? (.none, 0) : Zones.known.zone(of: names)
  }

  private static func neverText(in page: Page) -> [Bool] {
    page.nodes.indices.map { page.nodes[$0].tag.isNeverText }
  }

  /// The bytes of prose in every node, from the blocks up.
  private static func prose(of page: Page, blocks: [Block]) -> [Int] {
    var prose = Array(repeating: 0, count: page.nodes.count)
    for block in blocks where block.isProse { prose[block.node] += block.count - block.linkCount }
    for node in page.nodes.indices.reversed() where page.nodes[node].parent >= 0 {
      prose[Int(page.nodes[node].parent)] += prose[node]
    }
    return prose
  }

  private mutating func dropBoilerplate() {
    let total = max(1, prose[root])
    var index = root + 1
    while index < Int(page.nodes[root].end) {
      if !dropped[index], isBoilerplate(index, share: Double(prose[index]) / Double(total)) { dropped[index] = true }
      index = dropped[index] ? Int(page.nodes[index].end) : index + 1
    }
  }

  private func isBoilerplate(_ node: Int, share: Double) -> Bool {
    let tag = page.nodes[node].tag
    if tag == .text { return false }
    switch tag {
    case .footer, .aside: if share < 0.4 { return true }
    case .form, .fieldset: if share < 0.2 { return true }
    case .noscript, .address, .label, .legend: if share < 0.1 { return true }
    case .details, .summary, .p: return isHidden(node) && share < 0.3
    default: break
    }
    if share < 0.3, isHidden(node) { return true }
    if let role = page.value(.role, of: node)?.lowercased(), share < 0.3,
      [
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog",
        "toolbar",
      ]
      .contains(role)
    {
      return true
    }
    switch zones[node].zone {
    case .drop: return share < 0.4 && tag != .html && tag != .body && tag != .main && !(tag == .article && share > 0.1)
    case .aside: return share < 0.15 && tag != .article && isMostlyLinks(node)
    default: return tag == .header && share == 0 && !holdsHeading(node)
    }
  }

  private func isHidden(_ node: Int) -> Bool {
    if page.value(.hidden, of: node) != nil || page.value(.ariaHidden, of: node) == "true" { return true }
    guard let style = page.value(.style, of: node)?.lowercased().filter({ $0 != " " }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private func isMostlyLinks(_ node: Int) -> Bool {
    let blocks = page.blocks(in: node, dropped: dropped)
    let count = blocks.reduce(0) { $0 + $1.count }
    let linkCount = blocks.reduce(0) { $0 + $1.linkCount }
    return linkCount * 2 > count || count < 60
  }

  private func holdsHeading(_ node: Int) -> Bool { page.subtree(of: node).contains { page.nodes[$0].tag == .h1 } }

  // MARK: Choosing where the article stands

  /// The blocks that are the article.
  private func chosenBlocks() -> [Block] {
    let total = prose[root]
    let blocks = filtered(page.blocks(in: container(), dropped: dropped))
    let found = blocks.reduce(0) { $0 + $1.count }
    if found >= 200 || found * 3 >= total && found > 0 { return blocks }
    let wider = filtered(page.blocks(in: root, dropped: dropped))
    let widerCount = wider.reduce(0) { $0 + $1.count }
    if widerCount > found * 2 { return wider }
    return blocks.isEmpty
      ? page.blocks(in: root, dropped: Self.neverText(in: page)).filter { $0.linkDensity < 0.5 } : blocks
  }

  /// The element that holds the article.
  private func container() -> Int {
    let total = prose[root]
    guard total > 0 else { return root }
    if let named = namedContainer(total: total) { return named }
    // Down to where the prose parts.
    var node = root
    descent: while true {
      var child = node + 1
      while child < Int(page.nodes[node].end) {
        if !dropped[child], prose[child] * 10 >= prose[node] * 9, page.nodes[child].tag.isBlock,
          ![.p, .li, .td, .blockquote, .ul, .ol, .dl, .pre].contains(page.nodes[child].tag)
        {
          node = child
          continue descent
        }
        child = Int(page.nodes[child].end)
      }
      return node
    }
  }

  /// The element that the page itself names as the article's: by microdata, by tag or by class.
  private func namedContainer(total: Int) -> Int? {
    var best: (node: Int, rank: Double)?
    for node in page.subtree(of: root)
    where !dropped[node] && page.nodes[node].tag != .text && page.nodes[node].tag.isBlock {
      let share = Double(prose[node]) / Double(total)
      guard share >= 0.35 else { continue }
      var hint = 0.0
      if page.value(.itemprop, of: node)?.lowercased().contains("articlebody") == true { hint = 3 }
      if page.nodes[node].tag == .article { hint = max(hint, 1.5) }
      if page.nodes[node].tag == .main || page.value(.role, of: node)?.lowercased() == "main" { hint = max(hint, 1) }
      if zones[node].zone == .content { hint = max(hint, zones[node].contentWords >= 2 ? 2 : 0.8) }
      guard hint > 0 else { continue }
      // How much of the prose it holds counts most: what is named so twice may be a teaser.
      let rank = share * 10 + hint
      if rank > best?.rank ?? 0 { best = (node, rank) }
    }
    return best?.node
  }

  // MARK: Leaving out blocks

  /// `blocks` without rows of links and without the headings over them.
  private func filtered(_ blocks: [Block]) -> [Block] {
    var kept: [Bool] = blocks.map { block in
      if block.linkDensity > 0.9 {
        return block.tag == .p && block.endsSentence && block.count > 60 || block.tag.isHeading
      }
      if block.linkDensity > 0.5 { return block.count > 80 && block.tag == .p && block.endsSentence }
      return true
    }
    // A heading over nothing that was kept is the heading of what was left out.
    for index in blocks.indices where kept[index] && blocks[index].tag.isHeading {
      let next = index + 1
      if next < blocks.count, !kept[next], blocks[next...].prefix(3).allSatisfy({ $0.linkDensity > 0.5 }) {
        kept[index] = false
      }
    }
    return blocks.indices.filter { kept[$0] }.map { blocks[$0] }
  }
}
