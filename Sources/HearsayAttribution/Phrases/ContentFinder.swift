internal import HearsayCore

/// Finds what a cue says: the clause or the quotation after it, before it, or on both sides.
struct ContentFinder: Sendable {
  /// What was found for one cue.
  struct Found: Hashable, Sendable {
    var pieces: [Range<Int>]
    var addressee: Range<Int>?
    var rule: Rule
  }

  /// A cue with its speaker and the stretch of text that may belong to it.
  struct Site: Sendable {
    let cue: Cue
    let source: SourceFinder.Found
    /// Where its clause begins: the source's or the group's first token.
    let start: Int
    /// The last token that may be content, exclusive: another cue's clause begins there.
    var limit: Int
    /// The first token that may be content.
    var floor: Int
    let passage: Range<Int>
  }

  let words: Words
  let phrases: NounPhrases
  let includesCriticism: Bool
  private let trees: TreeContents?

  init(words: Words, includesCriticism: Bool) {
    self.words = words
    self.includesCriticism = includesCriticism
    phrases = NounPhrases(words: words)
    trees = words.tree.map { TreeContents(words: words, tree: $0) }
  }

  /// The content of the cue at `site`, nil where nothing is said.
  func content(of site: Site) -> Found? {
    if site.cue.shape == .according { return trees?.according(site) ?? according(site) }
    let right = rightSide(site)
    let left = leftSide(site)
    if let left, left.rule == .quotationBefore,
      words.quotation[left.pieces[0].lowerBound] >= 0 || right.content?.isParenthetical != false
    {
      var found = left
      found.addressee = right.addressee
      if let more = continuation(site, right) { found.pieces.append(more) }
      return found
    }
    if let trees, right.content.map({ $0.rule != .quotationAfter && !$0.isParenthetical }) ?? true,
      let found = trees.clause(of: site) ?? trees.infinitive(site) ?? nounPhrase(site)
        ?? trees.phrase(site, includesCriticism: includesCriticism)
    {
      return found
    }
    if let content = right.content {
      var found = Found(pieces: [content.tokens], addressee: right.addressee, rule: content.rule)
      // "Back in Virginia, Mr. Clarke said, he decided": what stands before belongs to what was said.
      if content.isParenthetical, content.rule == .bareClause, !site.source.isInverted, words.isComma(site.start - 1) {
        let comma = site.start - 1
        let start = clauseStart(before: comma, site)
        if start < comma { found.pieces.insert(start..<comma, at: 0) }
      }
      return found
    }
    if var left, isClosed(right.end, site),
      site.cue.frames.contains(.clause) || site.cue.frames.contains(.that) || site.cue.frames.contains(.question)
    {
      left.addressee = right.addressee
      return left
    }
    return relative(site) ?? nounPhrase(site)
  }

  /// "…, which the Kremlin has denied": the clause before "which".
  func relative(_ site: Site) -> Found? {
    let which = site.start - 1
    guard which > site.floor + 1, words.isOne(which, of: "which"), words.isComma(which - 1), site.cue.shape == .finite,
      site.cue.frames.contains(.object), isClosed(site.cue.group.upperBound, site)
    else { return nil }
    let before = site.floor..<which - 1
    let start = before.last { words.isOne($0, of: "that") }.map { $0 + 1 } ?? clauseStart(before: which - 1, site)
    return words.hasVerb(start..<which - 1) ? Found(pieces: [start..<which - 1], rule: .clauseBefore) : nil
  }

  /// Whether nothing that a verb could take follows its clause at `index`: "…, he said on Friday."
  func isClosed(_ index: Int, _ site: Site) -> Bool {
    index >= site.limit || words.has(index, [.mark, .preposition, .weekday, .time, .relative, .coordinator])
      || words.isAdverb(index) || words.isOne(index, of: "when", "while", "that", "if", "what")
      || words.quotation[index] >= 0
  }
}
