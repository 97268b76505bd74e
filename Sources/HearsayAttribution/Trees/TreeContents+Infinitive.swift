internal import HearsayCore

/// What is told by an infinitive or a form in -ing.
extension TreeContents {
  /// "urged Kyiv to …", "vowed to …", "denied taking …"
  func infinitive(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    let frames = site.cue.frames
    if let found = raised(site) ?? ordered(site) { return found }
    guard !frames.isDisjoint(with: [.order, .infinitive, .gerund]),
      site.cue.shape != .passive || site.cue.entry?.verb.act == .ask
    else { return nil }
    let object = tree.children(verb, "obj", "iobj", "obl").first { $0 > verb && tree.isNominal($0) }
    for clause in tree.children(verb, "xcomp", "ccomp", "advcl") where clause > verb {
      let span = tree.phrase(clause)
      var start = max(span.lowerBound, site.cue.group.upperBound)
      guard start < span.upperBound else { continue }
      // "explained | why they had left", where the question word hangs from the verb.
      if start > site.cue.group.upperBound, tree.head(start - 1) == verb, opening(start - 1, span) == .question {
        start -= 1
      }
      if opening(start, span) == .infinitive {
        if frames.contains(.order), let object, object < clause {
          let first = max(tree.phrase(object).lowerBound, site.cue.group.upperBound)
          guard first < tree.phrase(object).upperBound else { continue }
          let hearer = first..<tree.phrase(object).upperBound
          guard hearer.lowerBound < start,
            let tokens = trimmed(hearer.lowerBound..<pastCondition(span.upperBound, of: verb))
          else { continue }
          return ContentFinder.Found(pieces: [tokens], addressee: trimmed(hearer), rule: .infinitive)
        }
        if frames.contains(.infinitive), let tokens = trimmed(start..<pastCondition(span.upperBound, of: verb)) {
          return ContentFinder.Found(pieces: [tokens], rule: .infinitive)
        }
      }
      // "denied the charges, | saying they were late": another verb of the speaker's.
      if frames.contains(.gerund), words.lower[clause].hasSuffix("ing"), !words.isComma(start),
        !words.isComma(start - 1)
      {
        // "recalled thinking “it is over”"
        let isThought =
          start == clause && clause + 1 < span.upperBound && words.quotation[clause] < 0
          && words.quotation[clause + 1] >= 0
        // "recalled | her mother telling her"
        if !isThought, let whom = tree.children(verb, "obj").first(where: { $0 > verb && $0 < clause }),
          tree.phrase(whom).upperBound == start
        {
          start = max(tree.phrase(whom).lowerBound, site.cue.group.upperBound)
        }
        let end = isThought ? wholeQuotation(span.upperBound, site) : span.upperBound
        if let tokens = trimmed((isThought ? clause + 1 : start)..<end) {
          return ContentFinder.Found(pieces: [tokens], rule: .infinitive)
        }
      }
    }
    return nil
  }

  /// "was told | to leave", "was told by the mayor | to leave", "was warned | against leaving".
  private func ordered(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    guard site.cue.shape == .passive, site.cue.frames.contains(.order), site.cue.modal == nil,
      // "Asked to explain it, he said", "was invited to attend": by nobody whom the text names.
      site.source.tokens != nil || site.cue.entry?.verb.act != .ask && !tree.isOne(site.cue.verb, of: "advcl")
    else { return nil }
    let start = site.source.tokens.map { max($0.upperBound, site.cue.group.upperBound) } ?? site.cue.group.upperBound
    for clause in tree.children(site.cue.verb, "xcomp", "ccomp", "advcl", "obl") where clause > start {
      let span = tree.phrase(clause)
      guard span.lowerBound >= start,
        opening(span.lowerBound, span) == .infinitive
          || words.quotation[span.lowerBound] >= 0 && opening(span.lowerBound + 1, span) == .infinitive
          || site.cue.entry?.verb.act == .warn && isWarned(by: site.cue, span.lowerBound),
        let tokens = trimmed(span.lowerBound..<pastCondition(span.upperBound, of: site.cue.verb))
      else { continue }
      return ContentFinder.Found(pieces: [tokens], rule: .infinitive)
    }
    return nil
  }

  /// The one who is told something: "| Kyiv was told that".
  func hearerBefore(_ site: ContentFinder.Site) -> Range<Int>? {
    guard site.cue.shape == .passive, !site.cue.frames.isDisjoint(with: [.addressee, .order]),
      let subject = tree.subject(site.cue.verb), subject < site.cue.verb,
      !words.isOne(subject, of: "who", "which", "that", "it")
    else { return nil }
    let span = tree.phrase(subject)
    return trimmed(span.lowerBound..<min(span.upperBound, site.cue.group.lowerBound))
  }

  /// "warned Kyiv | against joining", "warned Kyiv | about a war": of what somebody is warned, or what they are urged not to do.
  func against(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard !site.cue.frames.isDisjoint(with: [.addressee, .order]), site.cue.shape != .passive,
      let object = tree.children(verb, "obj", "iobj").first(where: { $0 > verb && tree.isNominal($0) }),
      let (deed, start) = tree.children(verb, "obl", "advcl").lazy.compactMap({ child -> (Int, Int)? in
        guard child > object else { return nil }
        return tree.children(child, "case", "mark").first(where: { isWarned(by: site.cue, $0) }).map { (child, $0) }
      }).first
    else { return nil }
    let span = tree.phrase(deed)
    guard tree.phrase(object).upperBound <= start,
      let hearer = trimmed(
        max(tree.phrase(object).lowerBound, site.cue.group.upperBound)..<tree.phrase(object).upperBound),
      let tokens = trimmed(start..<wholeQuotation(span.upperBound, site))
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], addressee: hearer, rule: .infinitive)
  }

  /// Whether the preposition at `index` opens what the verb of `cue` warns of or urges against.
  private func isWarned(by cue: Cue, _ index: Int) -> Bool {
    words.isOne(index, of: "against") || (cue.entry?.verb.act == .warn && words.isOne(index, of: "about", "of"))
  }

  /// `end`, or the end of the condition that follows there: "threatened to leave | if he lost".
  private func pastCondition(_ end: Int, of verb: Int) -> Int {
    let condition = tree.children(verb, "advcl").first { child in
      tree.phrase(child).lowerBound == end && words.isOne(end, of: "if", "unless")
    }
    return condition.map { tree.phrase($0).upperBound } ?? end
  }

  /// "found | the law to be void", "the crew was reported to have left": a clause whose verb is an infinitive of "be" or
  /// "have", and whose subject stands beside the cue.
  private func raised(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    let lemma = site.cue.entry?.verb.lemma
    guard site.cue.frames.contains(.clause) || lemma == "find", site.cue.modal == nil, !site.cue.isNegated else {
      return nil
    }
    for clause in tree.children(verb, "xcomp", "ccomp") where clause > verb {
      let span = tree.phrase(clause)
      guard let to = span.first(where: { words.isOne($0, of: "to") && tree.isUnder($0, clause) }),
        words.isOne(to + 1, of: "be", "have"), to >= site.cue.group.upperBound
      else { continue }
      if site.cue.shape == .passive {
        guard to == site.cue.group.upperBound, ["say", "report", "claim", "allege", "rumor", "rumour"].contains(lemma),
          let subject = tree.subject(verb), subject < verb, let whom = trimmed(tree.phrase(subject)),
          let tokens = trimmed(to..<wholeQuotation(span.upperBound, site))
        else { continue }
        return ContentFinder.Found(pieces: [whom, tokens], rule: .infinitive)
      }
      let object = tree.children(verb, "obj").first { $0 > verb && $0 < to } ?? tree.subject(clause)
      guard let object, object < to, let start = trimmed(tree.phrase(object))?.lowerBound,
        start == site.cue.group.upperBound, let tokens = trimmed(start..<wholeQuotation(span.upperBound, site))
      else { continue }
      return ContentFinder.Found(pieces: [tokens], rule: .infinitive)
    }
    return nil
  }
}
