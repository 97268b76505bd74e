internal import HearsayCore

/// Reads the statements of one passage: its cues, their speakers, and what each says.
struct PassageReader: Sendable {
  let words: Words
  private let cues: CueFinder
  private let sources: SourceFinder
  private let contents: ContentFinder
  private let nouns: NounCueReader
  private let callings: CallingReader

  init(words: Words, table: CueTable) {
    self.words = words
    cues = CueFinder(table: table)
    sources = SourceFinder(words: words)
    nouns = NounCueReader(words: words)
    contents = ContentFinder(words: words)
    callings = CallingReader(words: words)
  }

  /// The statements of `passage`, and the last cue that says nothing in it: “Why?” | Lavrov asked.
  func readings(of passage: Passage) -> (found: [Reading], empty: Reading?) {
    let found = sites(of: passage.tokens)
    var readings: [Reading] = []
    var empty: Reading?
    for site in found {
      var reading = Reading(
        cue: [site.cue.group], verb: site.cue.entry?.verb, source: site.source.tokens, content: [], rule: .bareClause,
        isNegated: site.cue.isNegated, modal: site.cue.modal, passage: passage.tokens, clause: site.floor..<site.limit)
      guard let content = contents.content(of: site) else {
        if site.cue.shape == .finite, site.cue.frames.contains(.quotation) { empty = reading }
        continue
      }
      // "a port called Malmo", "is also known": a name, and nobody who gave it.
      if site.cue.shape == .passive, reading.source == nil, site.cue.frames.contains(.name),
        !content.pieces.contains(where: { words.quotation[$0.upperBound - 1] >= 0 })
      {
        continue
      }
      // "The ship was late; the ministry has not commented": the clause before is the reporter's.
      if site.cue.shape == .finite, site.cue.isNegated, site.cue.entry?.verb.act == .say, content.rule != .question,
        content.pieces.allSatisfy({ piece in
          piece.upperBound <= site.cue.group.lowerBound && piece.allSatisfy { words.quotation[$0] < 0 }
        })
      {
        continue
      }
      // "people who had been accused of crimes": what people are, and no report.
      if site.cue.shape == .passive, reading.source == nil, let first = content.pieces.first, first.count == 1,
        words.isOne(first.lowerBound, of: "who", "which", "that")
      {
        continue
      }
      // "would invite them", "may order them to leave": what nobody has done yet.
      if site.cue.modal != nil, content.rule == .infinitive, !site.cue.isNegated { continue }
      // "was announced": nobody is named, and nothing is sure but "it was announced that".
      if site.cue.shape == .passive {
        let before = site.cue.group.lowerBound - 1
        let isImpersonal =
          [.thatClause, .clauseBefore].contains(content.rule) && site.cue.modal == nil
          && before >= passage.tokens.lowerBound
          && words.isOne(before, of: "it")
        let isAsked = site.cue.entry?.verb.act == .ask && content.rule == .question
        // "The arrest was announced by the police": they announced it.
        let isAnnounced = content.rule == .nounPhrase && reading.source != nil
        // "The crew was reported to have left".
        let isRaised = content.rule == .infinitive && content.pieces.count == 2
        // "Kyiv was told by Moscow that": a hearer who is told something.
        let isTold =
          site.cue.modal == nil && !site.cue.isNegated
          && (site.cue.frames.contains(.addressee)
            && (content.rule != .clauseBefore || content.pieces.contains(where: words.hasVerb))
            && [.thatClause, .question, .bareClause, .clauseBefore, .quotationBefore].contains(content.rule)
            || site.cue.frames.contains(.order) && content.rule == .infinitive
              && (reading.source != nil || site.cue.entry?.verb.act != .ask))
        guard
          isImpersonal || isTold || isAsked || isAnnounced || isRaised || contents.isRejected(site.cue)
            || content.rule == .criticism
            || words.isOne(site.cue.group.upperBound, of: "as")
            || site.cue.frames.contains(.quoted) && words.isAsSaying(near: site.cue.group.upperBound)
        else {
          continue
        }
        reading.rule = content.rule == .criticism || isAsked || isAnnounced ? content.rule : .passive
      } else {
        reading.rule = content.rule
      }
      reading.content = content.pieces.filter { !$0.isEmpty }
      reading.verb = callings.verb(of: site.cue, calling: reading.content)
      takeQuoted(&reading, site.cue)
      // "the plan promises jobs", "the crisis highlighted": what cannot speak does not.
      if [.nounPhrase, .criticism, .infinitive].contains(reading.rule), let source = reading.source,
        words.has(words.tree?.head(of: source) ?? source.upperBound - 1, .abstract)
      {
        continue
      }
      if isNoSpeaker(reading) || isDeed(reading, site.cue) || isOfAnother(site, found, reading) { continue }
      reading.addressee = content.addressee ?? (reading.rule == .passive ? contents.hearerBefore(site) : nil)
      // Nobody said it, as far as the text tells: "asked to leave", "the criminal charges that".
      let isQuoted =
        [.quotationBefore, .quotationAfter, .passive].contains(reading.rule) || site.cue.shape == .passive
      if !reading.content.isEmpty, reading.source != nil || isQuoted { readings.append(reading) }
    }
    clip(&readings)
    takeCharges(&readings)
    readings += nested(in: passage.tokens)
    let known = readings
    readings += nouns.readings(of: passage.tokens).filter { noun in
      !known.contains { $0.cue[0].overlaps(noun.cue[0]) || $0.content == noun.content }
    }
    return (readings, empty)
  }

  /// Ends what is told inside another statement where that ends: "Those men say that it rains, | Lund said".
  private func clip(_ readings: inout [Reading]) {
    let all = readings
    for index in readings.indices {
      for outer in all {
        guard let source = outer.source, let cue = outer.cue.first,
          let whole = outer.content.first(where: { $0.contains(readings[index].cue[0].lowerBound) })
        else { continue }
        readings[index].content = readings[index].content.map { piece in
          let holdsBoth =
            piece.lowerBound < whole.upperBound && whole.upperBound <= min(source.lowerBound, cue.lowerBound)
            && piece.upperBound >= max(source.upperBound, cue.upperBound)
          return holdsBoth ? piece.lowerBound..<whole.upperBound : piece
        }
      }
    }
  }

  /// Who denies a charge denies what was said, and not that somebody said so: "Norway accuses Sweden of spying, which Sweden |
  /// denies".
  private func takeCharges(_ readings: inout [Reading]) {
    for index in readings.indices where readings[index].verb?.act == .deny {
      guard [.clauseBefore, .passive].contains(readings[index].rule), let whole = readings[index].content.first,
        readings[index].content.count == 1, whole.upperBound <= readings[index].cue[0].lowerBound,
        let charge = readings[..<index].first(where: { other in
          other.cue[0].lowerBound < whole.upperBound && other.content.last?.upperBound == whole.upperBound
        })
      else { continue }
      readings[index].content = charge.content
    }
  }

  /// "Reuters quotes two officials as saying that": what the officials say.
  private func takeQuoted(_ reading: inout Reading, _ cue: Cue) {
    guard cue.shape == .finite, cue.frames.contains(.quoted), reading.content.count == 1,
      let content = reading.content.first
    else { return }
    // A time may part them: "quoted Lund on Friday | as saying".
    let saying = (content.lowerBound..<min(content.upperBound + 5, reading.passage.upperBound)).first {
      words.isOne($0, of: "saying", "telling") && words.isOne($0 - 1, of: "as")
    }
    // "quoted a scholar, Anna Lind, | as saying"
    let isApposed =
      reading.source.map { source in saying.map { (0...1).contains($0 - 1 - source.upperBound) } ?? false } ?? false
    guard let saying, saying - 1 > content.lowerBound,
      !(content.lowerBound..<saying).contains(where: {
        words.quotation[$0] >= 0 || words.isComma($0) && !isApposed
      })
    else { return }
    var last = max(content.upperBound, words.tree?.phrase(saying).upperBound ?? content.upperBound)
    while last > saying + 1, words.isTerminal(last - 1), words.quotation[last - 1] < 0 { last -= 1 }
    guard saying + 1 < last else { return }
    // "quoted Lund | on Friday as saying"
    var end = isApposed ? max(reading.source?.upperBound ?? 0, content.lowerBound + 1) : saying - 1
    while end - 1 > content.lowerBound, words.has(end - 1, .weekday) || words.isOne(end - 1, of: "on") { end -= 1 }
    reading.source = content.lowerBound..<end
    reading.cue.append(saying - 1..<saying + 1)
    reading.content = [saying + 1..<last]
    reading.rule = words.isOne(saying + 1, of: "that") ? .thatClause : .bareClause
  }

  /// Whether the words that stand for the speaker cannot name one: "Amongst | reported incidents".
  private func isNoSpeaker(_ reading: Reading) -> Bool {
    guard let tree = words.tree, let source = reading.source else { return false }
    // "to extradite | accused criminals": a verb with its object says nothing.
    if source.count > 2, tree.partOfSpeech(source.lowerBound) == .verb, tree.head(of: source) == source.lowerBound,
      !words.lower[source.lowerBound].hasSuffix("ing"), words.mention[source.lowerBound] < 0
    {
      return true
    }
    // "changing the law | threatens the port": what is done says nothing.
    if tree.isOne(tree.head(of: source), of: "csubj") { return true }
    guard source.count == 1, words.mention[source.lowerBound] < 0 else { return false }
    // "came | away encouraged that it works"
    return [.adposition, .adverb].contains(tree.partOfSpeech(source.lowerBound))
      && !words.isOne(source.lowerBound, of: "half", "more", "most")
  }

  /// Whether a participle only tells on what somebody says the rest: "Speaking about the film, | Lund said".
  private func isOfAnother(_ site: ContentFinder.Site, _ sites: [ContentFinder.Site], _ reading: Reading) -> Bool {
    guard site.cue.shape == .gerund, site.cue.frames.contains(.topic), !reading.isProposition,
      site.cue.entry?.verb.act == .say, let tree = words.tree, tree.isOne(site.cue.verb, of: "advcl"),
      let head = tree.head(site.cue.verb)
    else { return false }
    return sites.contains { $0.cue.verb == head }
  }

  /// Whether a verb tells of weapons, money, deaths or sport: "gunmen attacked a post", "a bomb ripped through the square", "banks
  /// charge fees", "the quake claimed 300 lives", "defended her title".
  private func isDeed(_ reading: Reading, _ cue: Cue) -> Bool {
    guard let tree = words.tree, let lemma = cue.entry?.verb.lemma else { return false }
    if let objects = Self.deeds[lemma],
      tree.children(cue.verb, "obj").contains(where: { objects.contains(words.lower[$0]) })
    {
      return true
    }
    guard reading.rule == .criticism, ["attack", "blast", "rip"].contains(lemma),
      !words.isOne(cue.group.upperBound, of: "into")
    else { return false }
    if words.isOne(cue.group.upperBound, of: "through") { return true }
    let source = reading.source.map { tree.head(of: $0) }
    let object = tree.children(cue.verb, "obj").first
    return [source, object].contains { index in index.map(words.armed.contains) ?? false }
  }

  /// Objects with which a verb says nothing: what customers are charged, what a disaster claims, what champions defend.
  private static let deeds: [String: Set<String>] = [
    "charge": [
      "fee", "fees", "interest", "price", "prices", "rate", "rates", "rent", "surcharge", "toll", "tolls", "tuition",
    ],
    "claim": ["life", "lives"],
    "defend": ["belt", "championship", "championships", "cup", "crown", "medal", "title", "titles", "trophy"],
  ]

  /// What others said, as told inside quotation marks: “Lund told me that it was over,” she said.
  ///
  /// Only clauses that a tree shows; see `speaks`.
  private func nested(in passage: Range<Int>) -> [Reading] {
    guard let tree = words.tree else { return [] }
    return bounded(passage).compactMap { cue in
      let quotation = words.quotation[cue.verb]
      // "I was told that it was over": by nobody whom the speaker names.
      let isTold = cue.shape == .passive && cue.frames.contains(.addressee) && !cue.isNegated
      guard quotation >= 0, cue.shape == .finite || isTold, cue.modal == nil, let subject = tree.subject(cue.verb),
        words.quotation[subject] == quotation,
        isTold && isShort(quotation) || speaks(subject, by: cue, in: quotation)
      else { return nil }
      let source = sources.source(of: cue, in: passage, after: [])
      guard source.tokens != nil || isTold else { return nil }
      // “| She told him: the mark is no part of the name.
      let tokens = source.tokens.flatMap { tokens in
        tokens.first { !words.has($0, .mark) }.map { $0..<tokens.upperBound }
      }
      // No further than its own sentence: “They said it was late. | I left.”
      let own = words.sentence(of: cue.verb).map { words.document.sentences[$0].tokens } ?? passage
      let sentence = own.clamped(to: passage)
      let site = ContentFinder.Site(
        cue: cue, source: source, start: min(tokens?.lowerBound ?? cue.group.lowerBound, cue.group.lowerBound),
        limit: sentence.upperBound, floor: sentence.lowerBound, passage: sentence)
      guard let found = contents.clause(inQuotationOf: site),
        found.pieces.allSatisfy({ piece in piece.allSatisfy { words.quotation[$0] == quotation } })
      else { return nil }
      return Reading(
        cue: [cue.group], verb: cue.entry?.verb, source: tokens, content: found.pieces, addressee: found.addressee,
        rule: .nested, isNegated: cue.isNegated, passage: passage,
        clause: clause(of: cue, before: found.pieces[0], in: tree))
    }
  }

  /// The words around `cue`, inside the quotation that it stands in, up to what is said.
  private func clause(of cue: Cue, before content: Range<Int>, in tree: Tree) -> Range<Int> {
    let quotation = words.quotation[cue.verb]
    let phrase = tree.phrase(cue.verb)
    let start = phrase.first { words.quotation[$0] == quotation } ?? cue.group.lowerBound
    return min(start, cue.group.lowerBound)..<max(cue.group.upperBound, content.lowerBound)
  }

  private func isShort(_ quotation: Int) -> Bool { words.quotations[quotation].range.count <= Self.shortest }

  /// How many bytes a quotation has at most in which one clause is all.
  private static let shortest = 60

  /// Whether whom the word at `subject` stands for says something that the one who is quoted only tells of: “| Lund told
  /// me”, “| they said”, but not “I tell you”.
  ///
  /// In a longer quotation only what others have said: who tells a story says "I asked" and "I was told" in every line.
  private func speaks(_ subject: Int, by cue: Cue, in quotation: Int) -> Bool {
    let isPast = cue.entry?.forms.contains(.past) ?? false
    if Self.isSomebody(subject, words) { return isPast || isShort(quotation) }
    return isPast && (words.isOne(subject, of: "they") || isShort(quotation) && words.isOne(subject, of: "i", "we"))
  }

  private static func isSomebody(_ subject: Int, _ words: Words) -> Bool {
    !words.isOne(
      subject, of: "i", "we", "you", "they", "it", "people", "everybody", "everyone", "some", "many", "that", "which",
      "who", "this", "nobody", "somebody", "someone", "anyone", "others")
  }

  /// The cues of `passage`, as far as they are read.
  private func bounded(_ passage: Range<Int>) -> ArraySlice<Cue> {
    cues.cues(in: passage, of: words).prefix(Passage.mostCues)
  }

  /// The cues outside quotation marks with their speakers, and how far the content of each may reach.
  private func sites(of passage: Range<Int>) -> [ContentFinder.Site] {
    var known: [(cue: Cue, source: SourceFinder.Found)] = []
    for cue in bounded(passage) where words.quotation[cue.verb] < 0 {
      known.append((cue, sources.source(of: cue, in: passage, after: known)))
    }
    var sites = known.map { cue, source in
      let own = source.isShared || source.isInverted ? nil : source.tokens?.lowerBound
      let begin = source.clauseStart ?? own
      return ContentFinder.Site(
        cue: cue, source: source, start: min(begin ?? cue.group.lowerBound, cue.group.lowerBound),
        limit: passage.upperBound, floor: passage.lowerBound, passage: passage)
    }
    for index in sites.indices {
      if let comma = mainClause(after: sites[index]) { sites[index].limit = min(sites[index].limit, comma) }
    }
    for index in sites.indices.dropFirst() where isTrailing(sites[index]) {
      // "said that she didn't want it, the source added."
      for earlier in sites[..<index].indices {
        sites[earlier].limit = min(sites[earlier].limit, sites[index].start - 1)
      }
    }
    for index in sites.indices.dropFirst() {
      guard let boundary = boundary(of: sites[index], after: sites[index - 1]) else { continue }
      sites[index].floor = max(sites[index].floor, boundary)
      for earlier in sites[..<index].indices {
        sites[earlier].limit = min(sites[earlier].limit, max(boundary, sites[earlier].cue.group.upperBound))
      }
      for later in sites.indices where later > index { sites[later].floor = max(sites[later].floor, boundary) }
    }
    return sites
  }

  /// The comma that ends the subordinate clause which `site` stands in at the passage's beginning: "While he insisted that
  /// it was over, the campaign went on."
  private func mainClause(after site: ContentFinder.Site) -> Int? {
    let first = site.passage.lowerBound
    guard
      words.isOne(
        first, of: "while", "as", "when", "although", "though", "after", "before", "if", "because", "since", "even"),
      site.start > first, site.start <= first + 2, words.quotation[first] < 0
    else { return nil }
    for comma in site.cue.group.upperBound..<site.passage.upperBound
    where words.isComma(comma) && words.quotation[comma] < 0 {
      let next = comma + 1
      if next < site.passage.upperBound,
        words.has(next, [.determiner, .possessive, .subject, .capitalized]) || words.classes[next].isEmpty,
        !words.lower[next].hasSuffix("ing"), words.hasVerb(next..<site.passage.upperBound)
      {
        return comma
      }
    }
    return nil
  }

  /// Whether the clause of `site` only closes the sentence: ", the source added."
  private func isTrailing(_ site: ContentFinder.Site) -> Bool {
    guard site.cue.shape == .finite, site.start > site.passage.lowerBound, words.isComma(site.start - 1) else {
      return false
    }
    let after = site.cue.group.upperBound
    return after >= site.passage.upperBound || words.isTerminal(after)
  }

  /// The ", and" from which nothing but times and occasions stand up to the comma at `index`.
  private func joint(before index: Int, after floor: Int) -> Int? {
    guard
      let joint = (max(floor, index - 16)..<index).last(where: {
        words.isOne($0, of: "and", "but") && words.isComma($0 - 1) && words.quotation[$0] < 0
      }), joint + 1 < index, words.isOne(joint + 1, of: "in", "on", "at", "as", "after", "during", "when"),
      (joint..<index).allSatisfy({ words.quotation[$0] < 0 })
    else { return nil }
    return joint
  }

  /// Where the clause of `site` parts from what comes before it, when it is no part of what was said there: ", and Kyiv
  /// said", ", adding that", ", according to".
  private func boundary(of site: ContentFinder.Site, after earlier: ContentFinder.Site) -> Int? {
    let start = site.start
    let before = start - 1
    guard before > earlier.cue.group.upperBound - 1, before >= site.passage.lowerBound else { return nil }
    switch site.cue.shape {
    case .gerund, .according:
      var at = before
      while at > site.passage.lowerBound, words.isAdverb(at) || words.isOne(at, of: "even") { at -= 1 }
      return words.isComma(at) || words.quotation[at] >= 0 || words.isOne(at, of: "and", "–", "—") ? at + 1 : nil
    case .finite, .infinitive, .passive:
      var at = before
      if words.isOne(at, of: "who", "which") { return nil }
      if words.isOne(at, of: "and", "but", "while", "although", "though", "whereas", "then", "yet") {
        if words.isOne(at, of: "then"), words.isOne(at - 1, of: "and") { at -= 1 }
        // "said that Kyiv had agreed and added": a second verb of the same subject.
        return at
      }
      if words.isOne(at, of: ";") { return start }
      // "said that Kyiv had agreed, | and in May, after a talk, Lund accused"
      if words.isComma(at), let joint = joint(before: at, after: earlier.cue.group.upperBound) { return joint }
      return nil
    }
  }
}
