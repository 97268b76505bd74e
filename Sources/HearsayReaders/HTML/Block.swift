/// A stretch of a page's text between two line breaks that its layout makes.
struct Block {
  /// The text, UTF-8, blanks collapsed.
  var text: [UInt8] = []
  /// Bytes of `text` that are links, not counting blanks.
  var linkCount = 0
  /// Bytes of `text`, not counting blanks.
  var count = 0
  /// The innermost block element round it.
  var node = 0
  /// What that element, or the one round it that says more, is: a heading, a list's item, a cell.
  var tag = Tag.div

  /// Share of the text that is links, 0...1.
  var linkDensity: Double { count == 0 ? 0 : Double(linkCount) / Double(count) }

  /// Whether the text ends as a sentence does.
  var endsSentence: Bool { SentenceEnd.ends(String(decoding: text.suffix(24), as: UTF8.self)) }

  /// Bytes from which a block reads as prose, if it ends as a sentence, and if it does not.
  private static let proseCounts = (sentence: 40, other: 100)

  /// Whether it reads as prose: of some length, few links.
  var isProse: Bool {
    count >= Self.proseCounts.sentence && linkDensity < 0.4 && !tag.isHeading
      && (count >= Self.proseCounts.other || endsSentence)
  }

  /// Whether it is a link or a few and nothing else.
  var isLinkOnly: Bool { linkDensity > 0.9 }

  /// How much it tells of where the article stands: its bytes that are no links, by half for short paragraphs.
  var weight: Int {
    if isProse { return count - linkCount }
    return tag == .p && linkCount == 0 && count >= 15 ? count / 2 : 0
  }
}

extension Page {
  /// The blocks of `root` in order, without what stands in `dropped` nodes; one walk, no recursion.
  func blocks(in root: Int, dropped: [Bool]) -> [Block] {
    var blocks: [Block] = []
    var block = Block()
    // Elements that are open: where they end, whether they break the line, whether they are links.
    var open: [(end: Int, isBlock: Bool, isLink: Bool)] = []
    var openBlocks: [Int] = [root]
    var links = 0
    var pendingBreaks = 0
    func flush() {
      while block.text.last == 0x20 { block.text.removeLast() }
      if !block.text.isEmpty { blocks.append(block) }
      block = Block()
      block.node = openBlocks[openBlocks.count - 1]
      block.tag = tag(of: block.node)
      pendingBreaks = 0
    }
    flush()
    var index = root
    let end = Int(nodes[root].end)
    while index < end {
      while let last = open.last, index >= last.end {
        open.removeLast()
        if last.isLink { links -= 1 }
        if last.isBlock {
          openBlocks.removeLast()
          flush()
        }
      }
      let node = nodes[index]
      if dropped[index] {
        if node.tag.isBlock { flush() } else if !block.text.isEmpty { block.appendBlank() }
        index = Int(node.end)
        continue
      }
      switch node.tag {
      case .text:
        if pendingBreaks > 0, let next = bytes(of: index).first(where: { !$0.isBlank }),
          pendingBreaks > 1 || block.endsLine(before: next)
        {
          flush()
        }
        let added = block.append(bytes(of: index), isLink: links > 0)
        if added { pendingBreaks = 0 }
      case .br:
        pendingBreaks += 1
        block.appendBlank()
      case .hr: flush()
      default:
        open.append((Int(node.end), node.tag.isBlock, node.tag == .a))
        if node.tag == .a { links += 1 }
        if node.tag.isBlock {
          openBlocks.append(index)
          flush()
        }
      }
      index += 1
    }
    flush()
    return blocks
  }

  /// What `node` is for reading: of the elements round it the nearest that says so, four levels up at most.
  private func tag(of node: Int) -> Tag {
    var place = node
    for _ in 0..<4 where place >= 0 {
      let tag = nodes[place].tag
      switch tag {
      case .p, .li, .td, .th, .dd, .dt, .figcaption, .caption, .blockquote, .pre, .address: return tag
      case let tag where tag.isHeading: return tag
      case .div, .section, .center: place = Int(nodes[place].parent)
      default: return nodes[node].tag
      }
    }
    return nodes[node].tag
  }
}

extension Block {
  /// Bytes up to which a line that is broken off may be a headline, a date or a name by itself.
  private static let shortLine = 80

  /// Whether a single line break before a text that begins with `next` parts two paragraphs, and no line of verse or
  /// one that a writer broke to fit.
  func endsLine(before next: UInt8) -> Bool { !next.isLowercase && (count <= Self.shortLine || endsSentence) }

  mutating func appendBlank() {
    if let last = text.last, last != 0x20 { text.append(0x20) }
  }

  /// Appends text with its blanks collapsed; whether any of it was visible.
  mutating func append(_ bytes: ArraySlice<UInt8>, isLink: Bool) -> Bool {
    var visible = 0
    for byte in bytes {
      if byte.isBlank {
        appendBlank()
      } else {
        text.append(byte)
        visible += 1
      }
    }
    count += visible
    if isLink { linkCount += visible }
    return visible > 0
  }
}
