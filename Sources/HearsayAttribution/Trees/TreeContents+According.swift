internal import HearsayCore

/// What stands around "according to".
extension TreeContents {
  /// "According to him, …": the clause around the phrase.
  func according(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    guard let noun = tree.head(site.cue.group.lowerBound), noun > site.cue.group.lowerBound,
      var clause = tree.head(noun)
    else { return nil }
    // "It is one of ten and the first in May, | according to him": all that the subject does and is.
    // "Ten died and one was rescued, | according to him": without a comma both.
    while tree.isOne(clause, of: "conj"), let head = tree.head(clause),
      tree.subject(clause) == nil
        || !words.isComma(tree.phrase(clause).lowerBound - 1)
          && !words.isComma(tree.phrase(clause).lowerBound)
    {
      clause = head
    }
    // "It was too early to say when it would open, | according to him": all of it.
    while clause < noun, tree.isOne(clause, of: "ccomp"), let head = tree.head(clause), tree.subject(head) == nil,
      let main = tree.head(head), tree.isOne(head, of: "xcomp", "csubj")
    {
      clause = main
    }
    let own = tree.phrase(noun)
    let whole = tree.phrase(clause)
    guard own.lowerBound <= site.cue.group.lowerBound else { return nil }
    var pieces: [Range<Int>] = []
    if whole.lowerBound < own.lowerBound, let piece = trimmed(whole.lowerBound..<own.lowerBound) {
      pieces.append(piece)
    }
    let rest = pieces.isEmpty ? pastTime(own.upperBound) : own.upperBound
    // "…, according to the report, | made public on Monday"
    let maker = words.isComma(rest) ? rest + 1 : rest
    let isOfSource =
      !pieces.isEmpty && maker < whole.upperBound
      && words.isOfMaking(maker)
    if rest < whole.upperBound, !isOfSource, !isContrast(at: rest, in: whole, after: pieces),
      let piece = trimmed(rest..<wholeQuotation(whole.upperBound, site))
    {
      pieces.append(piece)
    }
    guard pieces.contains(where: { words.hasVerb($0) }) else { return nil }
    return ContentFinder.Found(pieces: pieces, rule: .according)
  }

  /// `index`, or the comma after a time that stands there: "according to him | on Saturday, the port was closed".
  private func pastTime(_ index: Int) -> Int {
    guard words.isOne(index, of: "on", "in"), words.has(index + 1, [.weekday, .month]),
      let comma = (index + 2..<index + 5).first(where: { words.isComma($0) })
    else { return index }
    return comma
  }

  /// Whether the reporter goes on at `index`: "…, according to him, | but the mayor disagrees".
  private func isContrast(at index: Int, in whole: Range<Int>, after pieces: [Range<Int>]) -> Bool {
    let first = words.isComma(index) ? index + 1 : index
    guard !pieces.isEmpty, first < whole.upperBound, words.isOne(first, of: "but", "while", "although", "though"),
      let verb = tree.head(first)
    else { return false }
    return tree.subject(verb) != nil
  }
}
