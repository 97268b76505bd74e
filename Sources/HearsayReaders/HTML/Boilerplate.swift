/// Marks what is certainly, or by its own name, not a page's article: menus, comments, teasers, forms, what is hidden.
///
/// No mark goes to what holds much of the page's prose, however it is called.
struct Boilerplate {
  private let page: Page
  private let root: Int
  private let census: TextCensus
  private let total: Double
  /// Whether a node and all in it are left out.
  private(set) var dropped: [Bool]

  /// The greatest share of the page's prose that may be left out with one part, by why it is.
  ///
  /// How they were set: docs/MEASUREMENTS.md#article-text.
  private enum Share {
    static let unclosed = 0.5
    static let named = 0.4
    static let sectioning = 0.4
    static let hidden = 0.3
    static let form = 0.2
    static let aside = 0.15
    static let minor = 0.1
  }

  /// Marks the nodes of `page`, of whose parts `zones` tells the names.
  init(_ page: Page, root: Int, zones: [Zones.Zone]) {
    self.page = page
    self.root = root
    dropped = page.nodes.map(\.tag.isNeverText)
    census = TextCensus(page, blocks: page.blocks(in: root, dropped: dropped))
    total = Double(max(1, census[root].prose))
    var index = root + 1
    while index < Int(page.nodes[root].end) {
      if !dropped[index], page.nodes[index].tag != .text {
        dropped[index] = isBoilerplate(index, zone: zones[index])
        if !dropped[index] { dropTeasers(in: index) }
      }
      index = dropped[index] ? Int(page.nodes[index].end) : index + 1
    }
  }

  private func isBoilerplate(_ node: Int, zone: Zones.Zone) -> Bool {
    let tag = page.nodes[node].tag
    let share = Double(census[node].prose) / total
    if tag.isSeldomText { return share < Share.unclosed }
    if share < Share.hidden, isHidden(node) || hasBoilerplateRole(node) { return true }
    switch tag {
    case .footer, .aside: if share < Share.sectioning { return true }
    case .form, .fieldset: if share < Share.form { return true }
    case .noscript, .address, .label, .legend: if share < Share.minor { return true }
    case .html, .body, .main, .p: return false
    case .header:
      // A header with the headline in it is the article's; the headline stands near its beginning.
      let beginning = page.subtree(of: node).prefix(1_000)
      if census[node].prose == 0, !beginning.contains(where: { page.nodes[$0].tag == .h1 }) { return true }
    default: break
    }
    switch zone {
    case .drop: return share < (tag == .article ? Share.minor : Share.named)
    case .aside: return share < Share.aside && tag != .article && isMostlyLinks(node)
    case .content, .none: return false
    }
  }

  private func isMostlyLinks(_ node: Int) -> Bool {
    census[node].link * 2 > census[node].text || census[node].text < 60
  }

  private func isHidden(_ node: Int) -> Bool {
    if page.value(.hidden, of: node) != nil || page.value(.ariaHidden, of: node) == "true" { return true }
    guard let style = page.value(.style, of: node)?.lowercased().filter({ $0 != " " }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog",
    "toolbar",
  ]

  private func hasBoilerplateRole(_ node: Int) -> Bool {
    page.value(.role, of: node).map { Self.roles.contains($0.lowercased()) } ?? false
  }

  /// The least number of parts that make a list of teasers, and the most bytes of text in one.
  private static let teasers = (least: 3, bytes: 450)

  /// Drops the children of `node` that are a list of teasers: three or more of one make, most with a headline that is a
  /// link and nothing else, each short.
  private mutating func dropTeasers(in node: Int) {
    guard census[node].linkBlocks >= Self.teasers.least else { return }
    var alike: [String: [Int]] = [:]
    var child = node + 1
    while child < Int(page.nodes[node].end) {
      let tag = page.nodes[child].tag
      if tag.isBlock, !dropped[child], census[child].text > 0, census[child].text <= Self.teasers.bytes {
        let make =
          page.value(.class, of: child)?.utf8.split(whereSeparator: \.isBlank).first.map { String($0) ?? "" } ?? ""
        alike[tag.rawValue + "." + make, default: []].append(child)
      }
      child = Int(page.nodes[child].end)
    }
    for group in alike.values where group.count >= Self.teasers.least {
      let linked = group.count { census[$0].linkBlocks > 0 }
      let prose = group.reduce(0) { $0 + census[$1].prose }
      if linked * 5 >= group.count * 4, Double(prose) < Share.sectioning * total {
        for child in group { dropped[child] = true }
      }
    }
  }
}
