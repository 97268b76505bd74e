internal import HearsayCore

/// Finds by commas who says what stands around them, where the tree takes the speaker for a part of it: "The port was closed, Anna
/// Lund, head of the union, announced in Malmo on Friday", "The port, the daily Globe claimed in May, had been sold".
struct AsideFinder: Sendable {
  /// A clause of saying between commas, or from one to the end of its sentence.
  struct Aside: Hashable, Sendable {
    /// Who speaks.
    var source: Range<Int>
    /// What is said: before the clause, and behind it where it goes on.
    var pieces: [Range<Int>]
  }

  let words: Words

  /// The aside of `cue` in the sentence `tokens`; nil where there is none.
  func aside(of cue: Cue, in tokens: Range<Int>) -> Aside? {
    aside(cue.group, takesHearer: cue.frames.contains(.addressee), in: tokens)
  }

  /// The aside whose verb group is `group`, in the sentence `tokens`; nil where there is none.
  ///
  /// - Parameter takesHearer: Whether a hearer may follow the verb: "told the meeting".
  func aside(_ group: Range<Int>, takesHearer: Bool, in tokens: Range<Int>) -> Aside? {
    guard let tree = words.tree, words.quotation[group.lowerBound] < 0,
      tree.children(group.upperBound - 1, "ccomp", "xcomp", "obj").allSatisfy({ $0 < group.lowerBound }),
      let source = source(before: group.lowerBound, from: tokens.lowerBound, tree)
    else { return nil }
    let said = tokens.lowerBound..<source.lowerBound - 1
    guard !said.isEmpty, words.quotation[said.upperBound - 1] < 0, !opensAnother(said.lowerBound) else { return nil }
    let hearer = takesHearer ? endOfHearer(from: group.upperBound, to: tokens.upperBound, tree) : group.upperBound
    let end = endOfTimes(from: hearer, to: tokens.upperBound, tree)
    if end >= tokens.upperBound || words.isTerminal(end) {
      // "In May, Anna Lund announced": nothing is said there.
      return hasClause(said, tree) ? Aside(source: source, pieces: [said]) : nil
    }
    guard words.isComma(end), end + 1 < tokens.upperBound else { return nil }
    var last = tokens.upperBound
    while last > end + 1, words.isTerminal(last - 1) { last -= 1 }
    let rest = end + 1..<last
    // "The port, … , | had been sold", "It was, … , the only port": neither stands alone.
    let opensWithVerb =
      words.has(rest.lowerBound, .auxiliary)
      || tree.partOfSpeech(rest.lowerBound) == .verb && words.isVerb(rest.lowerBound)
    let isParted =
      !hasClause(said, tree) && opensWithVerb && tree.isNominal(said.upperBound - 1)
      || words.has(said.upperBound - 1, [.be, .modal, .have])
    return isParted && !rest.isEmpty ? Aside(source: source, pieces: [said, rest]) : nil
  }

  /// The speaker right before `verb`, behind a comma, with what a pair of commas tells of them.
  private func source(before verb: Int, from floor: Int, _ tree: Tree) -> Range<Int>? {
    guard verb - 1 > floor else { return nil }
    var last = verb - 1
    if words.isComma(last) {
      guard let comma = comma(before: last, from: floor), comma + 1 < last else { return nil }
      last = comma
    }
    guard let comma = comma(before: last, from: floor), comma > floor, last - comma < 16 else { return nil }
    let core = comma + 1..<(words.isComma(last) ? last : last + 1)
    guard !core.isEmpty, words.has(core.lowerBound, [.determiner, .possessive, .capitalized, .subject]),
      core.contains(where: { tree.isNominal($0) }),
      !words.has(core.lowerBound, [.weekday, .month, .relative, .preposition]),
      core.allSatisfy({ words.quotation[$0] < 0 && (!words.isVerb($0) || tree.isOne($0, of: "acl", "amod")) }),
      core.contains(where: { words.has($0, [.capitalized, .subject]) || Occasion.isText(words.lower[$0]) })
    else { return nil }
    var end = verb
    while words.has(end - 1, .mark) { end -= 1 }
    return core.lowerBound..<end
  }

  private func comma(before index: Int, from floor: Int) -> Int? {
    (floor..<index).last { words.isComma($0) && words.quotation[$0] < 0 }
  }

  /// Where a hearer ends that follows the verb: "told | the daily Globe".
  private func endOfHearer(from start: Int, to end: Int, _ tree: Tree) -> Int {
    guard start < end, words.has(start, [.determiner, .possessive, .capitalized, .object]) || tree.isNominal(start)
    else {
      return start
    }
    var at = start
    while at < end, at - start < 8, words.quotation[at] < 0,
      !words.has(at, [.mark, .coordinator, .relative, .weekday, .month]),
      !words.has(at, .preposition) || words.isOne(at, of: "of"), !words.isVerb(at)
    { at += 1 }
    return at
  }

  /// Where the times and places end that follow the verb: "in Malmo on Friday".
  private func endOfTimes(from start: Int, to end: Int, _ tree: Tree) -> Int {
    guard start < end else { return start }
    guard words.has(start, [.preposition, .weekday, .time]) || words.isOne(start, of: "late", "early", "last") else {
      return start
    }
    var at = start
    while at < end, at - start < 14, !words.has(at, .mark), words.quotation[at] < 0, !words.isVerb(at),
      tree.partOfSpeech(at) != .verb,
      !words.has(at, [.coordinator, .relative, .subject]) || words.isOne(at, of: "that")
    { at += 1 }
    return at
  }

  private func hasClause(_ tokens: Range<Int>, _ tree: Tree) -> Bool {
    tokens.contains { index in
      (words.isVerb(index) || tree.partOfSpeech(index) == .verb) && !tree.isOne(index, of: "acl", "amod", "xcomp")
        && !words.lower[index].hasSuffix("ing")
    }
  }

  /// Whether a clause opens at `index` that hangs from what comes: "When the port closed, Anna Lund said".
  private func opensAnother(_ index: Int) -> Bool {
    words.isOne(
      index, of: "when", "while", "as", "after", "before", "although", "though", "if", "since", "because", "until",
      "once", "whereas", "having", "that", "who", "which")
  }
}
