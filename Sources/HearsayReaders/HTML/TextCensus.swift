/// How much text of which kind each element of a page holds.
struct TextCensus {
  /// What one element holds, everything below it counted.
  struct Count {
    /// Bytes of prose that are no links.
    var prose = 0
    /// Bytes of text of any kind.
    var text = 0
    /// Bytes of links.
    var link = 0
    /// Blocks that are links and nothing else.
    var linkBlocks = 0
  }

  private let counts: [Count]

  /// Counts `blocks` of `page`; linear.
  init(_ page: Page, blocks: [Block]) {
    var counts = Array(repeating: Count(), count: page.nodes.count)
    for block in blocks {
      counts[block.node].prose += block.weight
      counts[block.node].text += block.count
      counts[block.node].link += block.linkCount
      if block.isLinkOnly, block.count >= 10 { counts[block.node].linkBlocks += 1 }
    }
    // Backwards, so that an element is complete before it is added to the one round it.
    for node in page.nodes.indices.reversed() where page.nodes[node].parent >= 0 {
      let parent = Int(page.nodes[node].parent)
      counts[parent].prose += counts[node].prose
      counts[parent].text += counts[node].text
      counts[parent].link += counts[node].link
      counts[parent].linkBlocks += counts[node].linkBlocks
    }
    self.counts = counts
  }

  /// What `node` holds.
  subscript(node: Int) -> Count { counts[node] }
}
