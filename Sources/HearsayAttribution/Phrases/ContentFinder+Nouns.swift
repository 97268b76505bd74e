internal import HearsayCore

/// Noun phrases as content.
extension ContentFinder {
  /// "announced a plan", "criticized Kyiv": a noun phrase as content.
  func nounPhrase(_ site: Site) -> Found? {
    let frames = site.cue.frames
    let at = site.cue.group.upperBound
    guard at < site.limit, site.cue.modal == nil, !site.cue.isNegated || deniesToo(site.cue),
      site.cue.shape == .finite || site.cue.shape == .gerund || site.cue.shape == .infinitive,
      !site.source.isInverted
    else { return nil }
    if frames.contains(.order), words.lower[at - 1] == "on" || words.lower[at - 1] == "to",
      let hearer = phrases.phrase(at: at, to: site.limit)
    {
      return Found(pieces: [at..<phraseEnd(after: at, site)], addressee: hearer, rule: .infinitive)
    }
    if frames.contains(.gerund), words.lower[at].hasSuffix("ing") {
      return Found(pieces: [at..<phraseEnd(after: at, site)], rule: .infinitive)
    }
    let isCriticism = !frames.isDisjoint(with: [.target, .as, .of, .name])
    guard isCriticism || !frames.isDisjoint(with: [.object, .topic]) else { return nil }
    let opens = phrases.beginsPhrase(at) || opening(at) != nil || (frames.contains(.topic) && !words.has(at, .mark))
    guard opens, !words.isTerminal(at), !words.isComma(at) else { return nil }
    var stop = phraseEnd(after: at, site)
    if frames.contains(.name) {
      // "called him a liar", not "called him on Friday": something must say what he is called.
      guard let named = naming(at, stop, site) else { return nil }
      stop = named
    }
    return Found(pieces: [at..<stop], rule: isCriticism ? .criticism : .nounPhrase)
  }

  /// Whether not to have said it tells as much as to have said it: "did not deny the claim", "does not accuse Moscow of lying".
  ///
  /// Not of two verbs at once: "has neither welcomed nor condemned the plan".
  func deniesToo(_ cue: Cue) -> Bool {
    guard let verb = cue.entry?.verb else { return false }
    if verb.act == .deny { return true }
    return [.accuse, .criticize, .praise].contains(verb.act) && !verb.frames.isDisjoint(with: [.target, .of])
      && cue.group.contains { words.isOne($0, of: "not", "n't", "never") }
  }

  /// Where "called him | a liar" ends, nil where nobody is called anything.
  func naming(_ start: Int, _ stop: Int, _ site: Site) -> Int? {
    if let quotation = (start..<min(start + 16, site.limit)).first(where: { opening($0) != nil }),
      mayBeNamed(start..<quotation)
    {
      return max(quoteEnd(quotation, site), stop)
    }
    guard let object = phrases.phrase(at: start, to: site.limit), object.upperBound < stop else { return nil }
    let next = object.upperBound
    // "dubbed | the first | two seasons": what is taken for whom belongs to what is taken for the name.
    if let tree = words.tree, tree.isOne(next - 1, of: "amod", "nummod", "det"), (tree.head(next - 1) ?? 0) >= next {
      return nil
    }
    let isNaming =
      !words.has(next, [.mark, .preposition, .weekday, .time, .coordinator, .relative])
      && !words.isOne(next, of: "to", "when")
    return isNaming ? stop : nil
  }

  /// Whether what stands in `tokens` before a quotation is one thing that it names: no comma, or a pair around what is told of it
  /// ("called the plan, which would cost millions, | “a farce”").
  private func mayBeNamed(_ tokens: Range<Int>) -> Bool {
    let commas = tokens.filter { words.isComma($0) && words.quotation[$0] < 0 }
    return commas.isEmpty || commas.count == 2 && commas[1] == tokens.upperBound - 1 && commas[0] > tokens.lowerBound
  }
}
