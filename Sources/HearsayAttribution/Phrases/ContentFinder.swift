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
  private let trees: TreeContents?

  init(words: Words) {
    self.words = words
    phrases = NounPhrases(words: words)
    trees = words.tree.map { TreeContents(words: words, tree: $0) }
  }

  /// The content of the cue at `site`, nil where nothing is said.
  func content(of site: Site) -> Found? {
    guard var found = anyContent(of: site) else { return nil }
    if let trees {
      if trees.isTitle(found.pieces[0], site) { return nil }
      found.pieces[found.pieces.count - 1] = trees.withinRelative(found.pieces[found.pieces.count - 1], of: site)
      if [.nounPhrase, .criticism].contains(found.rule) {
        let last = found.pieces.count - 1
        found.pieces[last] = trees.withoutTime(trees.withinGerund(found.pieces[last], of: site), of: site)
        if site.cue.shape != .passive { found.pieces[last...] = trees.parted(found.pieces[last], of: site)[...] }
      }
      // "refused to answer | on Monday"
      if found.rule == .infinitive, site.cue.entry?.verb.act == .deny, let last = found.pieces.last,
        let start = trees.timeAtEnd(of: last), start > last.lowerBound + 1
      {
        found.pieces[found.pieces.count - 1] = last.lowerBound..<start
      }
      if found.addressee == nil, [.finite, .gerund].contains(site.cue.shape) { found.addressee = trees.hearer(site) }
      if found.rule == .bareClause, trees.isDescribed(found.pieces[0], site) { return nil }
      if let rest = trees.resumption(site, after: found) { found.pieces.append(rest) }
    }
    if isNothing(found, site) || lacksComplement(found, site) || isWritten(found, site) { return nil }
    found.pieces = found.pieces.map(withoutComment)
    if [.nounPhrase, .criticism].contains(found.rule) {
      let last = found.pieces.count - 1
      found.pieces[last] = withoutAside(found.pieces[last])
    }
    if found.addressee == nil { found.addressee = namedHearer(found, site) }
    return found
  }

  /// `piece` up to what the reporter says of it: "sells weapons, | a charge that Kyiv denies".
  private func withoutComment(_ piece: Range<Int>) -> Range<Int> {
    guard
      let cut = piece.dropFirst(3).first(where: { index in
        guard words.isComma(index - 1) || (words.quotation[index - 1] >= 0 && words.isComma(index - 2)),
          words.quotation[index] < 0
        else { return false }
        // “…,” but he left the next day: after a quotation that ends a clause the reporter goes on.
        if words.quotation[index - 1] >= 0, index + 1 < piece.upperBound,
          words.isOne(index, of: "though", "although")
            || (words.isOne(index, of: "but") && words.has(index + 1, [.subject, .determiner])),
          !(index..<piece.upperBound).contains(where: { words.quotation[$0] >= 0 })
        {
          return words.hasVerb(index..<piece.upperBound)
        }
        let noun = words.isOne(index, of: "a", "an") ? index + 1 : index
        return noun + 2 < piece.upperBound && Self.reports.contains(words.lower[noun])
          && (noun > index || words.lower[noun].hasSuffix("s"))
          && (words.has(noun + 1, [.subject, .relative, .capitalized])
            || words.isOne(noun + 1, of: "the", "denied", "rejected"))
      })
    else { return piece }
    return piece.lowerBound..<(words.isComma(cut - 1) && words.quotation[cut - 1] < 0 ? cut - 1 : cut)
  }

  /// `piece` up to the dash after a quotation: "called it “a farce” | - a charge that stung".
  private func withoutAside(_ piece: Range<Int>) -> Range<Int> {
    let dash = piece.dropFirst().first { index in
      words.isOne(index, of: "–", "—", "--", "-") && words.quotation[index] < 0 && words.quotation[index - 1] >= 0
        && words.isSpaceBefore(index)
    }
    return dash.map { piece.lowerBound..<$0 } ?? piece
  }

  /// The name between a verb that takes a hearer and what was said: "told | Anna Lind | the port was closed".
  private func namedHearer(_ found: Found, _ site: Site) -> Range<Int>? {
    let start = site.cue.group.upperBound
    guard site.cue.frames.contains(.addressee), let named = words.mention[safe: start], named >= 0 else { return nil }
    var end = start
    while words.mention[safe: end] == named { end += 1 }
    // "told | Norwegian Prime Minister Jon Roe | that": with an office before it.
    let content = found.pieces.first.map { $0.lowerBound } ?? end
    if end < content, content - start < 9, words.mention[safe: content - 1] ?? -1 >= 0,
      (end..<content).allSatisfy({ words.has($0, .capitalized) && !words.isVerb($0) })
    {
      end = content
    }
    let isHearer = found.pieces.contains { $0.lowerBound == end } || end >= words.count || words.has(end, .mark)
    return isHearer && !found.pieces.contains { $0.contains(start) } ? start..<end : nil
  }

  /// Whether the verb is one that only says something with "as" or "to" and the content has none: "referred to the plan",
  /// "compared the sites".
  private func lacksComplement(_ found: Found, _ site: Site) -> Bool {
    func has(_ openings: String...) -> Bool {
      found.pieces.contains { piece in piece.contains { openings.contains(words.lower[$0]) } }
    }
    if site.cue.frames.contains(.to), found.rule == .nounPhrase { return !has("to", "with") }
    return site.cue.frames == .as && found.rule == .criticism && !has("as")
  }

  /// Whether what is quoted only names what somebody writes: "have written “a rulebook of their own” for the port".
  ///
  /// A phrase with an article or an owner right behind the verb, and no verb in it; what is said ends as a sentence does.
  private func isWritten(_ found: Found, _ site: Site) -> Bool {
    let first = site.cue.group.upperBound
    guard site.cue.entry?.verb.lemma == "write", found.pieces.count == 1, found.pieces[0].lowerBound == first,
      let quotation = opening(first), !isSentence(quotation),
      let noun = found.pieces[0].first(where: { !words.has($0, .mark) }),
      words.has(noun, [.determiner, .possessive]), !words.has(noun, .subject)
    else { return false }
    if let tree = words.tree {
      guard let object = tree.children(site.cue.verb, "obj").first(where: found.pieces[0].contains) else {
        return false
      }
      return tree.isNominal(object) && tree.children(object, "nsubj", "cop").isEmpty
    }
    return !words.hasVerb(found.pieces[0].prefix { words.quotation[$0] == words.quotation[first] })
  }

  /// "said nothing of it", "dismissed him", "citing Anna Lind": no words, a person who is sent away, one who is cited.
  private func isNothing(_ found: Found, _ site: Site) -> Bool {
    let first = found.pieces[0].lowerBound
    // "declined to say whether": the inner verb tells what is not said.
    if found.rule == .infinitive, site.cue.entry?.verb.polarity == .denied, words.isOne(first, of: "to"),
      words.isOne(first + 1, of: "say", "speak", "talk")
    {
      return true
    }
    guard [.nounPhrase, .criticism, .bareClause].contains(found.rule) else { return false }
    // "whom Grey dismissed that year"
    if found.rule != .bareClause, let tree = words.tree, tree.isOne(tree.head(of: found.pieces[0]), of: "obl"),
      found.pieces[0].allSatisfy({
        words.has($0, [.determiner, .time, .weekday, .month, .number])
          || words.isOne($0, of: "last", "that", "year", "week", "month", "day")
      })
    {
      return true
    }
    // "said nothing of it", but "said nothing could be done"
    if words.isOne(first, of: "nothing", "little"), !(words.tree.map { $0.isOne(first, of: "nsubj") } ?? false) {
      return true
    }
    let isCiting = site.cue.entry?.verb.lemma == "cite"
    guard found.rule != .bareClause, site.cue.entry?.verb.act == .deny || isCiting else { return false }
    let head = isCiting ? phrases.likelyHead(of: found.pieces[0]) : phrases.head(of: found.pieces[0])
    // "dismissed him as a liar", but "dismissed him as the crowds grew": what he was called, and when.
    let isCalled = found.pieces[0].contains {
      words.isOne($0, of: "as") && !(words.tree?.isOne($0, of: "mark") ?? false)
    }
    guard !isCalled else { return false }
    if words.isOne(first, of: "him", "her", "them", "me", "us"),
      found.pieces[0].count == 1 || words.isOne(first + 1, of: "as")
    {
      return true
    }
    guard let mention = words.mention[safe: head], mention >= 0 else { return false }
    let id = words.document.mentions[mention].entity
    return words.document.entities.contains { $0.id == id && $0.kind == .person }
  }

  /// The one who is told something: "| Kyiv was told that".
  func hearerBefore(_ site: Site) -> Range<Int>? { trees?.hearerBefore(site) }

  /// The clause that a cue inside quotation marks reports, without the marks at its ends.
  func clause(inQuotationOf site: Site) -> Found? {
    guard var found = trees.flatMap({ $0.clause(of: site) ?? $0.infinitive(site) }) else { return nil }
    found.pieces = found.pieces.compactMap { piece in
      var (start, end) = (piece.lowerBound, piece.upperBound)
      while start < end, words.has(start, .mark) { start += 1 }
      while start < end, words.has(end - 1, .mark) { end -= 1 }
      return start < end ? start..<end : nil
    }
    return found.pieces.isEmpty ? nil : found
  }

  private func anyContent(of site: Site) -> Found? {
    if site.cue.shape == .according { return inWords(site) ?? trees?.according(site) ?? according(site) }
    if site.cue.entry?.verb.act == .deny, !isCalled(site), let clause = commented(by: site) { return clause }
    if let both = trees?.around(site) { return both }
    if site.cue.frames.contains(.clause), words.tree?.subject(site.cue.verb) == nil, let aside = aside(site) {
      return aside
    }
    // "were told over the radio to “turn back”": the quotation is part of the order.
    if site.cue.shape == .passive, site.cue.frames.contains(.order), let order = trees?.infinitive(site) {
      return order
    }
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
    if let trees,
      right.content.map({ $0.rule != .quotationAfter && (!$0.isParenthetical || followsTime(site)) }) ?? true,
      let found = trees.clause(of: site) ?? trees.infinitive(site) ?? trees.against(site) ?? trees.bareQuestion(site)
        ?? trees.openQuestion(site) ?? trees.topic(site) ?? trees.figure(site) ?? complement(site, trees)
        ?? nounPhrase(site)
        ?? trees.phrase(site, deniesToo: deniesToo(site.cue))
    {
      return found
    }
    if let content = right.content {
      var found = Found(pieces: [content.tokens], addressee: right.addressee, rule: content.rule)
      // "Back in Virginia, Mr. Clarke said, he decided": what stands before belongs to what was said.
      if content.isParenthetical, content.rule == .bareClause, !site.source.isInverted, words.isComma(site.start - 1),
        !followsTime(site)
      {
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
    return commented(by: site) ?? nounPhrase(site)
      ?? (site.cue.frames.isDisjoint(with: [.clause, .aside]) ? nil : aside(site))
  }

  /// "The bridge, | “a farce”, in the words of Anna Lund, will close", "It is, in the words of Anna Lund, | “a farce”".
  private func inWords(_ site: Site) -> Found? {
    if words.isOne(site.cue.verb, of: "words") {
      let quotation = site.cue.group.upperBound + 1
      return Found(pieces: [quotation..<quoteEnd(quotation, site)], rule: .according)
    }
    guard words.isOne(site.cue.verb, of: "in") else { return nil }
    let before = words.isComma(site.start - 1) && words.quotation[site.start - 1] < 0 ? site.start - 2 : site.start - 1
    if before >= site.floor, words.quotation[before] >= 0 {
      return Found(pieces: [words.startOfQuotation(before, from: site.floor)..<before + 1], rule: .according)
    }
    let after = site.source.tokens?.upperBound ?? site.cue.group.upperBound
    guard let quotation = (after..<min(after + 8, site.limit)).first(where: { words.quotation[$0] >= 0 }),
      words.isComma(quotation - 1)
    else { return nil }
    return Found(pieces: [quotation..<quoteEnd(quotation, site)], rule: .according)
  }

  /// "The port was closed, Anna Lund, head of the union, | announced in Malmo".
  private func aside(_ site: Site) -> Found? {
    guard let trees, site.cue.shape == .finite, !site.cue.isNegated, site.cue.modal == nil,
      let aside = AsideFinder(words: words).aside(of: site.cue, in: site.floor..<site.passage.upperBound),
      aside.source.lowerBound == site.source.tokens?.lowerBound
    else { return nil }
    let pieces = aside.pieces.compactMap(trees.trimmed)
    return pieces.count == aside.pieces.count ? Found(pieces: pieces, rule: .clauseBefore) : nil
  }

  /// Whether nothing but a time stands before the clause of the cue: "Earlier Friday, | she told the dockers in Malmo,".
  private func followsTime(_ site: Site) -> Bool {
    let comma = site.start - 1
    guard comma > site.floor, words.isComma(comma) else { return false }
    return (clauseStart(before: comma, site)..<comma).allSatisfy {
      words.isAdverb($0) || words.has($0, [.weekday, .month, .time, .number, .preposition, .determiner])
        || words.isOne($0, of: "earlier", "later", "last", "this", "week", "month", "year")
    }
  }

  /// "accused Lund, who had left, of lying", "described it on Friday as a farce": the tree sees how far what the verb takes
  /// goes where a comma or a time stands between.
  private func complement(_ site: Site, _ trees: TreeContents) -> Found? {
    guard !site.cue.frames.isDisjoint(with: [.of, .as]), site.cue.shape != .passive,
      let far = trees.phrase(site, deniesToo: deniesToo(site.cue)), let near = nounPhrase(site),
      far.pieces[0].lowerBound == near.pieces[0].lowerBound, far.pieces[0].upperBound > near.pieces[0].upperBound,
      words.isComma(near.pieces[0].upperBound),
      trees.complements(of: site).contains(where: { $0 >= near.pieces[0].upperBound && far.pieces[0].contains($0) })
    else { return nil }
    return far
  }

  /// Whether nothing that a verb could take follows its clause at `index`: "…, he said on Friday."
  func isClosed(_ index: Int, _ site: Site) -> Bool {
    index >= site.limit || words.has(index, [.mark, .preposition, .weekday, .time, .relative, .coordinator])
      || words.isAdverb(index) || words.isOne(index, of: "when", "while", "that", "if", "what")
      || words.quotation[index] >= 0
  }
}
