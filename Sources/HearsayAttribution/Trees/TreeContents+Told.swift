internal import HearsayCore

/// What is told where the tree hangs it from something else than the verb: from a text, a hearer, a noun, an aside.
extension TreeContents {
  /// "said in a statement which the firm issued on Monday | that it was late", where the tree ties what was said to the statement.
  func toldInText(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard !site.cue.frames.isDisjoint(with: [.clause, .that]), site.cue.shape != .passive,
      let text = tree.children(verb, "obl").first(where: { $0 > verb && mayHoldWhatIsSaid($0) }),
      let clause = ([text] + tree.children(text, "nmod")).flatMap({ tree.children($0, "acl", "ccomp", "advcl") }).last(
        where: { child in
          tree.children(child, "mark").contains { words.isOne($0, of: "that") } && tree.subject(child) != nil
        }), let that = tree.children(clause, "mark").first(where: { words.isOne($0, of: "that") }),
      let tokens = trimmed(that..<wholeQuotation(beforeNextCue(tree.phrase(clause).upperBound, from: that, site), site))
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], addressee: hearer(site), rule: .thatClause)
  }

  /// Whether what is said may hang from the noun beside the verb: "in a statement | that", "on condition of anonymity | that".
  private func mayHoldWhatIsSaid(_ noun: Int) -> Bool {
    words.isOne(noun, of: "condition") && words.isOne(noun - 1, of: "on")
      || Occasion.nouns.contains(words.lower[noun])
        && tree.children(noun, "case").contains { words.isOne($0, of: "in", "at", "during", "via", "through") }
  }

  /// "told the hearing | she had been made to leave", where the tree takes what was told for a clause that describes the hearer.
  func toldHearer(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    guard site.cue.frames.contains(.addressee), site.cue.shape != .passive,
      let hearer = tree.children(site.cue.verb, "iobj", "obj").first, hearer > site.cue.verb,
      let clause = tree.children(hearer, "acl").last(where: { tree.relation($0) == "acl:relcl" }),
      let subject = tree.subject(clause), tree.phrase(subject).lowerBound == tree.phrase(clause).lowerBound,
      words.has(subject, .subject), !words.isOne(subject, of: "who", "which", "that"),
      Occasion.hearers.contains(words.lower[hearer]) || Occasion.askers.contains(words.lower[hearer]),
      let whom = trimmed(tree.phrase(hearer).lowerBound..<tree.phrase(clause).lowerBound),
      let tokens = trimmed(tree.phrase(clause).lowerBound..<wholeQuotation(tree.phrase(clause).upperBound, site))
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], addressee: whom, rule: .bareClause)
  }

  /// "The plan, which he said on Monday | would cost millions": where the tree has both describe the noun.
  func toldOfNoun(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    guard site.cue.shape == .finite, site.cue.frames.contains(.clause), tree.relation(verb) == "acl:relcl",
      let noun = tree.head(verb), let subject = tree.subject(verb),
      let clause = tree.children(noun, "acl").first(where: { child in
        child > verb && tree.phrase(child).lowerBound < subject
          && tree.subject(child).map { $0 < subject && words.isOne($0, of: "which", "who", "that") } ?? false
      }), let start = tree.children(clause, "aux", "cop").first(where: { $0 > verb }),
      start == site.cue.group.upperBound || pastTimeWords(site.cue.group.upperBound, upTo: start) != nil,
      let tokens = trimmed(start..<tree.phrase(clause).upperBound)
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], rule: .bareClause)
  }

  /// "what she says | is a farce", "an act they say | will fail": where the tree ties what was said to the noun or the noun to it.
  func toldPastGap(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let verb = site.cue.verb
    let start = site.cue.group.upperBound
    guard site.cue.shape == .finite, site.cue.frames.contains(.clause), tree.isOne(verb, of: "acl", "acl:relcl"),
      let noun = tree.head(verb), let subject = tree.subject(verb), noun < subject, subject < verb,
      words.has(start, [.modal, .be, .have]), tree.isOne(start, of: "aux", "aux:pass", "cop"),
      let clause = tree.head(start),
      tree.head(clause) == noun && tree.isOne(clause, of: "acl", "acl:relcl", "ccomp")
        || tree.head(noun) == clause && tree.subject(clause) == noun && words.isComma(tree.phrase(noun).lowerBound - 1),
      let tokens = trimmed(start..<tree.phrase(clause).upperBound)
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], rule: .bareClause)
  }

  /// "said, citing a report, | that it was late": where the tree ties what was said to the report.
  func toldPastAside(_ site: ContentFinder.Site) -> ContentFinder.Found? {
    let comma = site.cue.group.upperBound
    guard site.cue.shape == .finite, site.cue.frames.contains(.clause), words.isComma(comma),
      let aside = tree.children(site.cue.verb, "advcl").first(where: { $0 == comma + 1 }),
      words.lower[aside].hasSuffix("ing"),
      let that = tree.phrase(aside).first(where: { words.isOne($0, of: "that") && words.isComma($0 - 1) }),
      tree.isOne(that, of: "mark"), let clause = tree.head(that), tree.subject(clause) != nil,
      let tokens = trimmed(that..<wholeQuotation(tree.phrase(clause).upperBound, site))
    else { return nil }
    return ContentFinder.Found(pieces: [tokens], addressee: nil, rule: .thatClause)
  }
}
