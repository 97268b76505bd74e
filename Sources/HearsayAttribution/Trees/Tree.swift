internal import HearsayCore

/// The dependency trees of a document's sentences, with what rules ask of them: children, phrases, subjects.
///
/// Tokens are counted as in `Document.tokens`. Nothing here knows of verbs of saying.
struct Tree: Sendable {
  /// The head of each token, or -1 for a sentence's root.
  private let heads: [Int]
  private let syntax: [Syntax]
  /// The children of all tokens, in order, and where those of each begin.
  private let children: [Int]
  private let firstChild: [Int]
  /// The tokens from the leftmost to the rightmost of each token's phrase.
  private let spans: [Range<Int>]
  /// Days of the week that the tree takes for subjects: "The ministry | Friday said".
  private let days: Set<Int>

  /// The trees of `document`; nil where no stage has read them.
  init?(_ document: Document) {
    guard !document.syntax.isEmpty, document.syntax.count == document.tokens.count else { return nil }
    syntax = document.syntax
    let heads = syntax.map { $0.head ?? -1 }
    var counts = Array(repeating: 0, count: heads.count + 1)
    for head in heads where head >= 0 { counts[head + 1] += 1 }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    firstChild = counts
    var children = Array(repeating: 0, count: counts.last ?? 0)
    for (index, head) in heads.enumerated() where head >= 0 {
      children[counts[head]] = index
      counts[head] += 1
    }
    var spans = heads.indices.map { $0..<$0 + 1 }
    for index in heads.indices {
      var at = heads[index]
      // A tree is no deeper than its sentence is long: whatever goes on longer is none.
      var steps = 0
      while at >= 0, steps < 500 {
        let span = spans[at]
        if span.contains(index) { break }
        spans[at] = min(span.lowerBound, index)..<max(span.upperBound, index + 1)
        at = heads[at]
        steps += 1
      }
    }
    days = Set(
      heads.indices.filter { index in
        document.syntax[index].relation == "nsubj"
          && Self.weekdays.contains(String(decoding: document.utf8[document.tokens[index].range.bytes], as: UTF8.self))
      })
    self.heads = heads
    self.children = children
    self.spans = spans
  }

  /// The token that `index` hangs from; nil for a root.
  func head(_ index: Int) -> Int? { heads[index] >= 0 ? heads[index] : nil }

  /// The tokens that hang from `index`, in order.
  func children(_ index: Int) -> ArraySlice<Int> { children[firstChild[index]..<firstChild[index + 1]] }

  /// The tokens that hang from `index` by one of `relations`, in order. A relation without a subtype stands for all of
  /// its subtypes.
  func children(_ index: Int, _ relations: String...) -> [Int] {
    children(index).filter { child in relations.contains { isA(child, $0) } }
  }

  /// The tokens of the phrase that `index` heads, from its first to its last.
  func phrase(_ index: Int) -> Range<Int> { spans[index] }

  /// The phrase that `index` heads, without what stands behind it from the first child on that hangs by one of `relations`.
  func phrase(_ index: Int, before relations: String...) -> Range<Int> {
    let span = phrase(index)
    let stop = children(index).filter { child in relations.contains { isA(child, $0) } }.map { phrase($0).lowerBound }
      .filter { $0 > index }.min()
    return span.lowerBound..<max(index + 1, min(span.upperBound, stop ?? span.upperBound))
  }

  /// Whether `index` hangs from its head by one of `relations`.
  func isOne(_ index: Int, of relations: String...) -> Bool { relations.contains { isA(index, $0) } }

  /// How `index` hangs from its head.
  func relation(_ index: Int) -> String { syntax[index].relation }

  /// What kind of word `index` is.
  func partOfSpeech(_ index: Int) -> Syntax.PartOfSpeech { syntax[index].partOfSpeech }

  /// Whether `index` is a noun, a name or a pronoun.
  func isNominal(_ index: Int) -> Bool { [.noun, .properNoun, .pronoun].contains(partOfSpeech(index)) }

  /// Whether `descendant` is `ancestor` or stands below it.
  func isUnder(_ descendant: Int, _ ancestor: Int) -> Bool {
    var at = descendant
    while at >= 0 {
      if at == ancestor { return true }
      // The phrase of a token holds all that is below it.
      if !spans[at].contains(descendant) { return false }
      at = heads[at]
    }
    return false
  }

  /// The word that heads the nearest clause around `index`: a verb, or what is said with a copula.
  func clause(around index: Int) -> Int? {
    var at = index
    while heads[at] >= 0 {
      at = heads[at]
      if partOfSpeech(at) == .verb || !children(at, "cop", "nsubj").isEmpty { return at }
    }
    return at == index ? nil : at
  }

  /// The subject of the verb at `index` as a head word, its own only.
  ///
  /// Of several before the verb the nearest: what stands farther off is a dateline or hangs loosely.
  func subject(_ index: Int) -> Int? {
    var found = children(index, "nsubj").filter { !isA($0, "nsubj:outer") }
    // "The ministry Friday said": the day is no subject beside another.
    // "apologised, and as late as Monday refused to go": nor of a verb that shares one.
    if found.count > 1 && found.contains(where: { !days.contains($0) }) || isOne(index, of: "conj") {
      found.removeAll(where: days.contains)
    }
    return found.last { $0 < index } ?? found.first
  }

  /// The token of `phrase` that the others hang from: the first whose head stands outside.
  ///
  /// - Precondition: `phrase` is not empty.
  func head(of phrase: Range<Int>) -> Int {
    let roots = phrase.filter { !phrase.contains(heads[$0]) && !isA($0, "punct") && !isA($0, "case") }
    // Of several the first that is no part of a name or a modifier of what lies outside.
    let free = roots.first { !["flat", "compound", "det", "amod", "nummod"].contains(syntax[$0].relation) }
    return free ?? roots.first ?? phrase.lowerBound
  }

  private static let weekdays: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private func isA(_ index: Int, _ relation: String) -> Bool {
    let own = syntax[index].relation
    return own == relation
      || (own.utf8.count > relation.utf8.count && own.hasPrefix(relation)
        && own.utf8[own.utf8.index(own.utf8.startIndex, offsetBy: relation.utf8.count)] == UInt8(ascii: ":"))
  }
}
