internal import HearsayCore

/// What follows a verb's particle, or a number, off the verb.
extension TreeContents {
  /// "asked Kyiv | for ships", "complained to the staff | about the smell", "appealed in May | for calm": the particle parted from
  /// its verb by a hearer, a time or an occasion.
  func topic(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard let entry = site.cue.entry, entry.words.count == 1, site.cue.shape != .passive, site.cue.modal == nil,
      !site.cue.isNegated,
      // "spoke to the mayor about the port": that they talked.
      entry.verb.lemma != "speak"
    else { return nil }
    let particles = CueTable.standard.particles(of: entry.verb)
    let end = site.cue.group.upperBound
    guard !particles.isEmpty, end < site.limit else { return nil }
    let object = tree.children(verb, "obj", "iobj").first { $0 >= end && tree.isNominal($0) }
    let beside = tree.children(verb, "obl", "advcl") + (object.map { tree.children($0, "nmod") } ?? [])
    for noun in beside where noun > end {
      guard let particle = tree.children(noun, "case", "mark").first, particle > end, particle < site.limit,
        particles.contains(words.lower[particle]), !isStretch(noun), mayPart(end..<particle, of: verb, hearer: object),
        let tokens = trimmed(particle..<wholeQuotation(tree.phrase(noun).upperBound, site)), tokens.count > 1
      else { continue }
      return ContentFinder.Found(pieces: [tokens], addressee: hearer(site), rule: .nounPhrase)
    }
    return nil
  }

  /// Whether nothing but a hearer, a time, a place or an occasion stands in `tokens`, between a verb and its particle.
  private func mayPart(_ tokens: Range<Int>, of verb: Int, hearer: Int?) -> Bool {
    guard !tokens.isEmpty, tokens.allSatisfy({ words.quotation[$0] < 0 }) else { return false }
    return tokens.allSatisfy { index in
      var at = index
      while let head = tree.head(at), head != verb, tokens.contains(head) { at = head }
      if words.isComma(index) || at == hearer { return true }
      return tree.head(at) == verb
        ? tree.isOne(at, of: "obl", "advmod", "punct", "iobj")
        : hearer == tree.head(at)
    }
  }

  /// Whether the noun at `index` only tells how long or what for: "for a year", "for instance".
  private func isStretch(_ index: Int) -> Bool {
    isTime(index)
      || words.isOne(
        index, of: "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
        "minutes", "time", "while", "instance", "example", "now")
  }

  /// "put the cost | at four million", "puts it | at 11 percent", "gave the cause | as a stroke": what somebody says a number or a
  /// fact is.
  func figure(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard site.cue.frames.contains(.at), site.cue.modal == nil, !site.cue.isNegated else { return nil }
    let isPassive = site.cue.shape == .passive
    let objects = tree.children(verb, "obj")
    let counted =
      isPassive || site.source.tokens.map { words.isOne($0.lowerBound, of: "which", "that") } ?? false
      ? tree.subject(verb) : objects.first { $0 > verb } ?? objects.first { words.isOne($0, of: "which") }
    guard let counted else { return nil }
    let isGiven = site.cue.entry?.verb.lemma == "give"
    let isFigure = Self.figures.contains(words.lower[counted])
    guard
      isGiven || isFigure || words.isOne(counted, of: "it", "that", "this", "which")
    else { return nil }
    for at in openings(of: verb) where isGiven == words.isOne(at, of: "as") {
      guard let value = tree.head(at),
        isGiven
          ? isFigure || Self.facts.contains(words.lower[counted]) || Self.facts.contains(words.lower[value])
          : at < words.count - 1 && words.quotation[at + 1] >= 0
            || (at + 1..<max(at + 1, value) + 1).contains(where: isNumber)
      else { continue }
      let stop = wholeQuotation(tree.phrase(value).upperBound, site)
      if isPassive || counted < verb {
        guard let whom = trimmed(tree.phrase(counted).lowerBound..<min(tree.phrase(counted).upperBound, verb)),
          let tokens = trimmed(at..<stop)
        else { continue }
        return ContentFinder.Found(pieces: [whom, tokens], rule: .nounPhrase)
      }
      let start = max(tree.phrase(counted).lowerBound, site.cue.group.upperBound)
      guard start < at, let tokens = trimmed(start..<stop) else { continue }
      return ContentFinder.Found(pieces: [tokens], rule: .nounPhrase)
    }
    return nil
  }

  /// Whether "at" or "as" follows the verb at `index` as its own or as part of what it takes: "put the cost | at four million".
  func takesFigure(_ index: Int) -> Bool { !openings(of: index).isEmpty }

  /// Each "at" and "as" before a noun in the phrase of the verb at `verb`, behind it.
  private func openings(of verb: Int) -> [Int] {
    (verb + 1..<max(verb + 1, tree.phrase(verb).upperBound)).filter { at in
      words.isOne(at, of: "at", "as") && tree.isOne(at, of: "case")
        && tree.head(at).map { tree.isOne($0, of: "obl", "nmod") && tree.isUnder($0, verb) } ?? false
    }
  }

  /// Whether the word at `index` is a number, a sum of money or a part of something: "$210m", "half", "hundreds".
  private func isNumber(_ index: Int) -> Bool {
    words.has(index, .number) || words.lower[index].hasSuffix("$") || words.isOne(index, of: "£", "€")
      || words.lower[index].utf8.contains { (0x30...0x39).contains($0) }
      || words.isOne(
        index, of: "half", "third", "thirds", "quarter", "quarters", "percent", "zero", "hundreds", "thousands",
        "dozens", "millions", "billions", "even")
  }

  /// What is told of a person or an event beside numbers.
  private static let facts: Set<String> = [
    "address", "cause", "causes", "danger", "date", "motive", "occupation", "place", "position", "reason", "reasons",
    "time",
  ]

  /// What is counted or measured.
  private static let figures: Set<String> = [
    "age", "amount", "bill", "budget", "chance", "chances", "cost", "costs", "count", "crowd", "damage", "damages",
    "dead",
    "death", "deaths", "debt", "debts", "deficit", "distance", "estimate", "figure", "figures", "growth", "height",
    "inflation",
    "lead", "length", "loss", "losses", "majority", "margin", "number", "numbers", "odds", "peak", "population",
    "price", "prices",
    "probability", "profit", "profits", "proportion", "rate", "ratio", "risk", "share", "size", "speed", "strength",
    "sum", "support",
    "tally", "toll", "total", "turnout", "unemployment", "value", "wealth", "weight", "worth",
  ]

  /// "did not say | which", "refused to say | by whom": a question word that stands for the whole question.
  func bareQuestion(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let start = site.cue.group.upperBound
    guard site.cue.isNegated, site.cue.frames.contains(.clause), site.cue.shape != .passive else { return nil }
    let asked = words.has(start, .preposition) ? start + 1 : start
    guard words.isOne(asked, of: "who", "whom", "what", "which", "why", "when", "where", "how"), asked < site.limit
    else { return nil }
    // "which town"
    let isPair = words.isOne(asked, of: "what", "which", "how") && tree.head(asked) == asked + 1
    let end = asked + (isPair ? 2 : 1)
    guard end >= site.limit || words.has(end, .mark) && words.quotation[end] < 0 else { return nil }
    return ContentFinder.Found(pieces: [start..<end], addressee: hearer(site), rule: .question)
  }
}
