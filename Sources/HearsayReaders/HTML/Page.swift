/// A page's elements and text in document order, in arrays: light to build, and walked without recursion however deep.
struct Page {
  /// An element or a piece of text.
  struct Node {
    let tag: Tag
    /// The index of the element that holds it; -1 for the root.
    let parent: Int32
    /// The index after the last node in it.
    var end: Int32
    /// For text its bytes in `text`, for an element its attributes in `attributes`.
    var content: Range<Int32>
  }

  /// The attributes that reading looks at.
  enum Attribute: String, CaseIterable {
    case `class`, id, role, itemprop, property, name, content, rel, href, datetime, lang, type, style, hidden
    case ariaHidden = "aria-hidden"
    case xmlLang = "xml:lang"
    case pubdate

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
  }

  /// Nodes, each before what it holds.
  fileprivate(set) var nodes: [Node] = []
  /// All text, UTF-8.
  fileprivate(set) var text: [UInt8] = []
  /// All attributes that are looked at.
  fileprivate(set) var attributes: [(name: Attribute, value: String)] = []
  /// Whether elements stood deeper than the limit, and the page was left there.
  fileprivate(set) var isCutByDepth = false
  /// Whether a tag had more attributes than the limit, and the rest were passed over.
  fileprivate(set) var hasCutTags = false

  /// The text bytes of a text node.
  func bytes(of node: Int) -> ArraySlice<UInt8> {
    let range = nodes[node].content
    return text[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The value of an element's attribute, or nil.
  func value(_ name: Attribute, of node: Int) -> String? {
    guard nodes[node].tag != .text else { return nil }
    let range = nodes[node].content
    return attributes[Int(range.lowerBound)..<Int(range.upperBound)].first { $0.name == name }?.value
  }

  /// The indices of the nodes in `node`, itself first.
  func subtree(of node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  /// The beginning of the text in `node`, blanks collapsed: enough for any title or date. What elements that stand one in
  /// another hold is not read whole for each of them.
  func text(of node: Int) -> String {
    var bytes: [UInt8] = []
    for index in subtree(of: node).prefix(1_000) where nodes[index].tag == .text {
      bytes += self.bytes(of: index).prefix(2_000)
      if bytes.count > 2_000 { break }
    }
    return String(decoding: Words.collapsed(bytes), as: UTF8.self)
  }

  /// The first element called `tag`.
  func first(_ tag: Tag) -> Int? { nodes.firstIndex { $0.tag == tag } }
}

/// Builds a `Page` from what a parser meets.
struct PageBuilder {
  private(set) var page = Page()
  private var open: [Int32] = []
  private let nesting: Int

  /// A builder that goes no deeper than `nesting` elements.
  ///
  /// - Parameter hasCutTags: Whether tags were cut off.
  init(nesting: Int, hasCutTags: Bool = false) {
    self.nesting = nesting
    page.hasCutTags = hasCutTags
  }

  /// An element begins. False where it stands too deep, and parsing should stop.
  mutating func begin(_ tag: Tag, attributes: [(name: Page.Attribute, value: String)]) -> Bool {
    guard open.count < nesting else {
      page.isCutByDepth = true
      return false
    }
    let start = Int32(page.attributes.count)
    page.attributes += attributes
    let index = Int32(page.nodes.count)
    page.nodes.append(
      Page.Node(tag: tag, parent: open.last ?? -1, end: index + 1, content: start..<Int32(page.attributes.count)))
    open.append(index)
    return true
  }

  /// The innermost open element ends.
  mutating func end() {
    guard let index = open.popLast() else { return }
    page.nodes[Int(index)].end = Int32(page.nodes.count)
  }

  /// Text follows.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = Int32(page.text.count)
    page.text.append(contentsOf: bytes)
    let end = Int32(page.text.count)
    if let last = page.nodes.indices.last, page.nodes[last].tag == .text, page.nodes[last].parent == open.last ?? -1 {
      page.nodes[last].content = page.nodes[last].content.lowerBound..<end
      return
    }
    let index = Int32(page.nodes.count)
    page.nodes.append(Page.Node(tag: .text, parent: open.last ?? -1, end: index + 1, content: start..<end))
  }

  /// The page, with every element ended.
  mutating func finished() -> Page {
    while !open.isEmpty { end() }
    return page
  }
}
