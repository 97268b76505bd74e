internal import HearsayCore

/// What is said before its verb: "…, he said".
extension TreeContents {
  /// "…, he said": the sentence that the cue's clause interrupts or closes.
  func host(of site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard tree.isOne(verb, of: "parataxis", "advcl", "dep", "discourse") || isAside(verb), let host = tree.head(verb),
      let subject = tree.subject(verb),
      // "The port was closed, it was announced on Monday."
      site.cue.shape == .finite || site.cue.shape == .passive && words.isOne(subject, of: "it"),
      site.cue.frames.contains(.clause) || site.cue.frames.contains(.that),
      tree.children(verb, "obj").allSatisfy({ $0 < verb })
    else { return nil }
    let own = tree.phrase(verb)
    // "The mayor left; officials | denied closing it": a sentence of its own.
    if words.isOne(own.lowerBound, of: ";") || words.isOne(own.lowerBound - 1, of: ";"),
      !tree.children(verb, "obj", "xcomp", "ccomp", "obl").allSatisfy({ $0 < verb })
    {
      return nil
    }
    // "as many have pointed out, …": only "as" makes an adverbial clause the speaker's.
    if tree.isOne(verb, of: "advcl") {
      let first = own.first { !words.has($0, .mark) } ?? own.lowerBound
      // "as it cannot respond": a reason, and no report.
      guard words.isOne(first, of: "as"), tree.children(verb, "ccomp", "obj").isEmpty, !site.cue.isNegated,
        site.cue.modal == nil
      else { return nil }
    }
    let whole = tree.phrase(host)
    var pieces: [Range<Int>] = []
    let start = max(whole.lowerBound, site.floor)
    if start < own.lowerBound, let piece = trimmed(start..<own.lowerBound) { pieces.append(piece) }
    let sources = TreeSources(words: words, tree: tree)
    // "…, police said, | and added that": of what is said next.
    let isAdded = tree.children(host, "conj", "advcl").contains { $0 > verb && sources.resumed(by: $0) == verb }
    // "…, police revealed | on Saturday": a time that hangs from the wrong verb is no content.
    if own.upperBound < whole.upperBound, !isAdded,
      pieces.isEmpty || words.isComma(own.upperBound - 1) || words.isComma(own.upperBound)
        || words.hasVerb(own.upperBound..<whole.upperBound),
      let piece = trimmed(own.upperBound..<wholeQuotation(whole.upperBound, site))
    {
      pieces.append(piece)
    }
    guard !pieces.isEmpty, pieces.reduce(0, { $0 + $1.count }) >= 2 else { return nil }
    return ContentFinder.Found(pieces: pieces, addressee: hearer(site), rule: .clauseBefore)
  }

  /// Whether the tree takes a clause for one in a row that no word joins to the one before and that says nothing itself: "The
  /// port was closed, the ministry | said late on Thursday, and".
  private func isAside(_ verb: Int) -> Bool {
    tree.isOne(verb, of: "conj") && tree.children(verb, "cc", "ccomp", "obj", "xcomp").isEmpty
      && words.isComma(tree.phrase(verb).lowerBound == verb ? verb - 1 : tree.phrase(verb).lowerBound)
  }

  /// "…, he said", where the clause hangs from the verb.
  func before(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard site.cue.shape == .finite, site.cue.frames.contains(.clause) || site.cue.frames.contains(.that),
      tree.children(verb, "obj").allSatisfy({ $0 < verb })
    else { return nil }
    let question = leftOpen(by: site)
    guard let clause = question ?? tree.children(verb, "ccomp").first(where: { $0 < verb }) else { return nil }
    let span = tree.phrase(clause)
    let stop = min(site.start, verb)
    let start = max(site.floor, min(span.lowerBound, tree.phrase(verb).lowerBound))
    guard start < stop, clause < stop, let piece = trimmed(start..<stop) else { return nil }
    return ContentFinder.Found(
      pieces: [piece], addressee: hearer(site), rule: question == nil ? .clauseBefore : .question)
  }

  /// The question before a verb that leaves it open: "Whether it would open, | the minister did not say".
  private func leftOpen(by site: ContentFinder.Site) -> Int? {
    let verb = site.cue.verb
    guard site.cue.isNegated, tree.children(verb, "ccomp").isEmpty else { return nil }
    return tree.children(verb, "advcl", "csubj", "obj", "dislocated").first { clause in
      let first = tree.phrase(clause).lowerBound
      return clause < verb && words.isComma(site.start - 1)
        && words.isOne(first, of: "whether", "how", "why", "what", "who", "where")
    }
  }

  /// "Whether it would open | the minister did not say": the question that stands before the speaker without a comma, whatever the
  /// tree makes of it.
  func openQuestion(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let end = site.cue.group.upperBound
    guard site.cue.isNegated, site.cue.shape == .finite, site.cue.frames.contains(.clause), site.source.tokens != nil,
      !site.source.isInverted, !site.source.isShared,
      end >= site.limit || words.isTerminal(end) || words.isOne(end, of: ";"),
      let first = (site.floor..<max(site.floor, site.start)).last(where: { words.isOne($0, of: ";") }).map({ $0 + 1 })
        ?? (site.floor < site.start ? site.floor : nil),
      words.isOne(first, of: "whether", "how", "why", "what", "who", "where", "when", "which"),
      let tokens = trimmed(first..<site.start), tokens.count > 1
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], rule: .question)
  }
}
