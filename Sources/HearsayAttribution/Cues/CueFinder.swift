internal import HearsayCore

/// Finds the verbs of saying and "according to", and tells verbs from nouns of the same spelling by their neighbours.
struct CueFinder: Sendable {
  let table: CueTable

  init(table: CueTable = .standard) { self.table = table }

  /// The cues in `tokens`, in order.
  func cues(in tokens: Range<Int>, of words: Words) -> [Cue] {
    var found: [Cue] = []
    let isHeadline = self.isHeadline(tokens, of: words)
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let cue = cue(at: index, in: tokens, of: words, isHeadline: isHeadline) {
        found.append(cue)
        index = cue.group.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func cue(at index: Int, in tokens: Range<Int>, of words: Words, isHeadline: Bool) -> Cue? {
    if words.isOne(index, of: "according", "per"), words.isOne(index + 1, of: "to") {
      // "went according to plan"
      return words.isOne(index + 2, of: "plan", "schedule") ? nil : Self.according(index..<index + 2)
    }
    // "in the words of Anna Lund, it is late"
    if words.isOne(index, of: "in"), words.isOne(index + 1, of: "the"), words.isOne(index + 2, of: "words"),
      words.isOne(index + 3, of: "of")
    {
      return Self.according(index..<index + 4)
    }
    // "In his words, “it is late”": whose words they are stands before.
    if words.isOne(index, of: "words"), words.isComma(index + 1), opensQuotation(index + 2, of: words),
      Self.owner(ofWordsAt: index, in: tokens, words) != nil
    {
      return Self.according(index..<index + 1)
    }
    let parted = table.partedEntry(at: index, in: words)
    guard let entry = parted?.entry ?? table.entry(at: index, in: words) else { return nil }
    let end = parted?.end ?? index + entry.words.count
    guard end <= tokens.upperBound else { return nil }
    // "its tsunami-warning system", "a court-ordered sale": a part of a word.
    if words.isOne(index - 1, of: "-"), !words.isSpaceBefore(index), !words.isSpaceBefore(index - 1) { return nil }
    if words.has(index, .capitalized), index > tokens.lowerBound, !isHeadline,
      words.quotation[index] == words.quotation[index - 1], !words.has(index - 1, .mark)
    {
      return nil
    }
    // "the court heard that it was late": what is told to those who sit there, and nobody else's hearing.
    if entry.verb.lemma == "hear" {
      guard let tree = words.tree, !entry.forms.isDisjoint(with: [.past, .present]), let subject = tree.subject(index),
        Self.hearers.contains(words.lower[subject])
      else { return nil }
      let group = VerbGroup(endingAt: index, from: tokens.lowerBound, in: words)
      guard !group.isNegated, group.modal == nil, !group.hasBe else { return nil }
      return Cue(
        group: group.start..<end, verb: index, entry: entry, shape: .passive, isNegated: false, modal: nil)
    }
    if let tree = words.tree, !isHeadline, !mayBeVerb(entry, index, tree, words) { return nil }
    // "put on the website": only what is put at a number.
    if entry.verb.frames == .at {
      guard let tree = words.tree, TreeContents(words: words, tree: tree).takesFigure(index) else { return nil }
    }
    // "began to show": what is only quoted with takes no infinitive.
    if entry.verb.frames.isSubset(of: [.quotation, .aside]), words.isOne(end, of: "to"), let tree = words.tree,
      tree.partOfSpeech(end) == .particle || tree.children(index, "xcomp").contains(where: { $0 > end })
    {
      return nil
    }
    let group = VerbGroup(endingAt: index, from: tokens.lowerBound, in: words)
    func made(_ shape: Cue.Shape, isNegated: Bool? = nil) -> Cue {
      Cue(
        group: group.start..<end, verb: index, entry: entry, shape: shape, isNegated: isNegated ?? group.isNegated,
        modal: group.modal)
    }
    // "Having said that,"
    if words.lower[group.start].hasSuffix("ing"), group.start < index { return nil }
    if entry.forms == [.gerund] {
      // "to be charging": nothing is said yet.
      if group.hasBe { return words.isOne(group.start - 1, of: "to") ? nil : made(.finite) }
      if words.isOverheard(index) { return made(.gerund) }
      if let tree = words.tree, !isHeadline, tree.subject(index).map({ $0 < index }) ?? sharesSubject(index, tree) {
        return made(.gerund)
      }
      return opensParticiple(index, in: tokens, of: words) ? made(.gerund) : nil
    }
    // "to say": a cue only after a verb that tells that it is said: "went on to say".
    if words.isOne(group.start - 1, of: "to") {
      guard let isRefusal = governs(group.start - 1, of: words) ?? (isDone(index, entry, words) ? false : nil) else {
        return nil
      }
      var cue = made(.infinitive, isNegated: isRefusal || group.isNegated)
      // "declined to say": refusing is part of the cue.
      if isRefusal, words.isOne(group.start - 2, of: "refused", "refuses", "declined", "declines") {
        cue.group = group.start - 2..<end
      }
      return cue
    }
    if group.hasBe, entry.forms.contains(.participle) { return made(.passive) }
    // "heard him shout that"
    if entry.forms.contains(.base), words.isOverheard(index) { return made(.gerund) }
    // "Asked whether it would close, …", "when asked about it, …": nobody is named who asks.
    if let tree = words.tree, entry.forms.contains(.participle), tree.isOne(index, of: "advcl"), !group.hasAuxiliary,
      tree.subject(index) == nil, index == tokens.lowerBound || words.isOne(index - 1, of: "when"),
      entry.verb.act == .ask
    {
      return made(.passive)
    }
    // ", a charge | rejected by Kyiv"
    if entry.verb.act == .deny, !group.hasAuxiliary, words.isOne(end, of: "by"),
      ContentFinder.charge(before: group.start, words) != nil
    {
      return made(.passive)
    }
    return isFinite(entry, group, index, to: end, in: tokens, of: words, isHeadline: isHeadline) ? made(.finite) : nil
  }

  /// A cue without a verb: "according to".
  private static func according(_ group: Range<Int>) -> Cue {
    Cue(group: group, verb: group.lowerBound, entry: nil, shape: .according, isNegated: false, modal: nil)
  }

  /// Whether the tree leaves room for a verb of saying at `index`: a noun of the same spelling is none, nor is what a
  /// condition supposes ("if Kyiv rejected it", "whether anyone said so").
  private func mayBeVerb(_ entry: CueTable.Entry, _ index: Int, _ tree: Tree, _ words: Words) -> Bool {
    if entry.verb.isNoun, [.noun, .adjective, .properNoun].contains(tree.partOfSpeech(index)) { return false }
    if tree.partOfSpeech(index) == .adjective, !entry.forms.contains(.past) { return false }
    if let subject = tree.subject(index),
      words.isOne(subject, of: "nobody", "none", "nothing")
        || (words.isOne(subject, of: "one") && words.isOne(subject - 1, of: "no"))
    {
      return false
    }
    // "those who accuse", "anyone who says": nobody who said it.
    if tree.isOne(index, of: "acl:relcl"), let head = tree.head(index), words.isOne(head + 1, of: "who"),
      words.isOne(head, of: "anyone", "anybody")
        || (words.isOne(head, of: "those") && !entry.forms.contains(.past) && !isThere(head, tree))
    {
      return false
    }
    return !tree.children(index, "mark").contains { words.isOne($0, of: "if", "whether", "unless") }
  }

  /// Whether the sentence says that those at `index` are: "There are | those who say that".
  private func isThere(_ index: Int, _ tree: Tree) -> Bool {
    tree.head(index).map { !tree.children($0, "expl").isEmpty } ?? false
  }

  /// Whether a form in -ing hangs from a clause whose subject it shares: "Saying that it was late, she left".
  private func sharesSubject(_ index: Int, _ tree: Tree) -> Bool {
    guard tree.isOne(index, of: "advcl"), tree.children(index, "mark").isEmpty, let head = tree.head(index) else {
      return false
    }
    return tree.subject(head) != nil
  }

  /// Whose words are quoted: "In | his | own words, “…”", "In | the minister | 's words, “…”", where a sentence begins.
  static func owner(ofWordsAt index: Int, in tokens: Range<Int>, _ words: Words) -> Range<Int>? {
    let end = words.isOne(index - 1, of: "own") ? index - 1 : index
    guard let opens = (max(tokens.lowerBound, end - 8)..<end).last(where: { words.isOne($0, of: "in") }),
      opens == tokens.lowerBound || words.isTerminal(opens - 1), words.quotation[opens] < 0, opens + 1 < end
    else { return nil }
    if words.isOne(end - 1, of: "'s", "’s"), opens + 2 < end { return opens + 1..<end - 1 }
    return end == opens + 2 && words.isOne(opens + 1, of: "his", "her", "their", "its") ? opens + 1..<end : nil
  }

  /// Whether the form at `index`, which is not in -ing nor passive, is the verb of a clause.
  private func isFinite(
    _ entry: CueTable.Entry, _ group: VerbGroup, _ index: Int, to next: Int, in tokens: Range<Int>, of words: Words,
    isHeadline: Bool
  ) -> Bool {
    let before = group.start - 1
    if group.hasAuxiliary { return !entry.forms.isDisjoint(with: [.base, .participle]) }
    if entry.verb.frames.contains(.clause), !isHeadline, words.tree?.subject(index) == nil,
      AsideFinder(words: words).aside(
        group.start..<next, takesHearer: entry.verb.frames.contains(.addressee), in: tokens) != nil
    {
      return true
    }
    if let tree = words.tree, describes(index, entry, to: next, tree, words) { return false }
    // "met for the first time after disputed elections"
    if let tree = words.tree, tree.isOne(index, of: "amod"), tree.head(index).map({ $0 > index }) ?? false,
      tree.subject(index) == nil, tree.children(index, "ccomp").isEmpty
    {
      return false
    }
    if let tree = words.tree, tree.partOfSpeech(index) == .verb, tree.subject(index) != nil,
      !tree.isOne(index, of: "acl", "amod") || tree.isOne(index, of: "acl:relcl")
    {
      return true
    }
    if words.has(before, [.determiner, .possessive]), !words.has(before, [.subject]) { return false }
    // The closing mark of ‘…,’ | said Lund owns nothing.
    if words.isOne(before, of: "'s", "'", "the", "a", "an", "no", "-"), words.quotation[before] < 0 { return false }
    if words.has(before, .preposition), !words.has(before, [.time, .adverb]) { return false }
    let isSubject = words.isOne(
      before, of: "i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "everyone", "nobody", "anyone",
      "someone")
    if entry.forms.contains(.past) {
      // "the plan announced by": no subject of its own.
      return !words.isOne(next, of: "by") || isSubject
    }
    if isSubject, before >= tokens.lowerBound { return true }
    let opensClause =
      words.isOne(next, of: "that", "how", "why", "whether", ":", ",")
      || words.has(next, [.determiner, .possessive, .subject, .capitalized]) || opensQuotation(next, of: words)
    if entry.forms.contains(.present) {
      if !entry.verb.isNoun { return true }
      // “…,” the letter reads.
      if words.isTerminal(next) || words.isComma(next), holdsQuotation(tokens.lowerBound..<index, words) { return true }
      // "demands that come with office": a noun and what tells more of it.
      if words.isOne(next, of: "that"), words.isVerb(next + 1) { return false }
      if let tree = words.tree, goesOn(entry, index, tree, words) { return true }
      if words.isOne(next, of: "that", "how", "why", "whether") || opensQuotation(next, of: words) {
        return words.has(before, .capitalized) || (isPlainNoun(before, of: words) && isIntroduced(before, of: words))
      }
      let isNamed = words.has(before, .capitalized) || words.mention[safe: before] ?? -1 >= 0
      return opensClause
        && (isNamed || (isPlainNoun(before, of: words) && words.has(before - 1, [.determiner, .possessive])))
    }
    if let tree = words.tree, goesOnInPlural(index, tree, words) || goesOn(entry, index, tree, words) { return true }
    // "It may close, | say people in Malmo."
    if entry.verb.lemma == "say", words.isComma(before), words.tree?.partOfSpeech(index) == .verb,
      words.has(next, [.determiner, .possessive, .capitalized]) || isPlainNoun(next, of: words)
    {
      return true
    }
    // A bare form needs a plural subject.
    guard before >= tokens.lowerBound, let last = words.lower[before].utf8.last else { return false }
    // "Grassley and Leahy say", "advisers to Obama say".
    let isPlural =
      last == UInt8(ascii: "s") || Self.plurals.contains(words.lower[before])
      || (words.has(before, .capitalized) && (max(0, before - 5)..<before).contains { words.isOne($0, of: "and") })
      || (!entry.verb.isNoun && words.has(before, .capitalized))
    if isHeadline, entry.verb.isNoun { return false }
    return isPlural && !words.has(before, [.verb, .auxiliary])
      && (!entry.verb.isNoun || (opensClause && !words.isComma(next)))
  }

  /// Whether a bare form goes on with what several people say, and not with what they tell of: "Experts say it was late | and warn
  /// of more".
  private func goesOnInPlural(_ index: Int, _ tree: Tree, _ words: Words) -> Bool {
    guard tree.isOne(index, of: "conj"), words.has(index - 1, .coordinator), let clause = tree.head(index),
      let main = tree.head(clause), main < clause, tree.isOne(clause, of: "ccomp"),
      CueTable.standard.entry(at: main, in: words)?.forms.contains(.base) ?? false, tree.subject(main) != nil,
      tree.children(main, "aux").isEmpty
    else { return false }
    return tree.children(clause, "aux", "cop").contains {
      words.has($0, [.be, .have]) && !words.isOne($0, of: "be", "have")
    }
  }

  /// Whether a verb in the present goes on with what the subject of the one before it says: "It lists the ships | and states
  /// that", "They name the ships | and conclude that".
  private func goesOn(_ entry: CueTable.Entry, _ index: Int, _ tree: Tree, _ words: Words) -> Bool {
    guard tree.isOne(index, of: "conj"), tree.partOfSpeech(index) == .verb, words.has(index - 1, .coordinator),
      let first = tree.head(index), first < index, tree.partOfSpeech(first) == .verb, tree.subject(first) != nil,
      tree.children(first, "mark").isEmpty, !tree.children(index, "ccomp").isEmpty
    else { return false }
    // "Police have charged him | and say that", "Officials have confirmed none, | but say": after "have" no base form goes on.
    let auxiliaries = tree.children(first, "aux", "aux:pass")
    if !auxiliaries.isEmpty {
      return auxiliaries.allSatisfy { words.has($0, [.be, .have]) && $0 < first } && !words.lower[index].hasSuffix("s")
        && !entry.forms.contains(.participle)
    }
    return words.lower[first].hasSuffix("s") == words.lower[index].hasSuffix("s") && !words.lower[first].hasSuffix("ed")
  }

  /// Whether a participle tells what its noun is, and nothing that the noun does: "Lund, often | referred to as the captain,
  /// left", "a tanker | called the Dawn left", “…,” the statement, | posted on Monday, read.
  private func describes(_ index: Int, _ entry: CueTable.Entry, to next: Int, _ tree: Tree, _ words: Words) -> Bool {
    guard entry.forms.contains(.participle) else { return false }
    // "with 355 people | reported killed"
    if tree.children(index, "mark", "case").contains(where: { words.isOne($0, of: "with") }) { return true }
    guard tree.relation(index) == "acl", tree.subject(index) == nil else { return false }
    // "63 percent of those | questioned say"
    if tree.head(index).map({ $0 == index - 1 && words.isOne($0, of: "those") }) ?? false { return true }
    // "The company posted on Twitter on Monday: “…”": what a colon and a quotation follow is done.
    if entry.forms.contains(.past),
      let colon = (next..<min(next + 10, words.count)).first(where: { words.isOne($0, of: ":") || words.isComma($0) }),
      words.isOne(colon, of: ":"), opensQuotation(colon + 1, of: words), tree.head(index).map({ $0 < index }) ?? false
    {
      return false
    }
    // "A driver posted on Twitter that it was late": the sentence has no other verb.
    if entry.forms.contains(.past), let noun = tree.head(index), noun < index, tree.head(noun) == nil,
      !tree.children(index, "ccomp").isEmpty
    {
      return false
    }
    if entry.verb.frames.contains(.name) || words.has(next, .preposition) { return true }
    if entry.verb.frames == .as, words.isAdverb(next), words.isOne(next + 1, of: "as") { return true }
    guard let noun = tree.head(index), noun < index, tree.isOne(noun, of: "nsubj"), let verb = tree.head(noun) else {
      return false
    }
    return verb > index
  }

  /// Whether an article, an owner or a name stands before the noun at `index`: "the ministry claims", not "for written
  /// guarantees".
  private func isIntroduced(_ index: Int, of words: Words) -> Bool {
    var at = index - 1
    while at >= max(0, index - 4), isPlainNoun(at, of: words), !words.has(at, .capitalized) { at -= 1 }
    return at >= 0 && (words.has(at, [.determiner, .possessive, .capitalized]) || words.isOne(at, of: "'s", "-"))
  }

  private func holdsQuotation(_ tokens: Range<Int>, _ words: Words) -> Bool {
    tokens.contains { words.quotation[$0] >= 0 }
  }

  private func isPlainNoun(_ index: Int, of words: Words) -> Bool {
    words.lower.indices.contains(index) && words.classes[index].subtracting([.capitalized]).isEmpty
      && !words.isAdverb(index)
  }

  private func opensQuotation(_ index: Int, of words: Words) -> Bool {
    index < words.count && words.quotation[index] >= 0
      && words.document.tokens[index].range.start <= words.quotations[words.quotation[index]].range.start
  }

  /// Whether a form in -ing at `index` begins a phrase that shares the subject of the clause.
  private func opensParticiple(_ index: Int, in tokens: Range<Int>, of words: Words) -> Bool {
    var before = index - 1
    while before >= tokens.lowerBound,
      words.isAdverb(before) || words.isOne(before, of: "even", "not") || words.has(before, .weekday)
    {
      before -= 1
    }
    if before < tokens.lowerBound || words.isOne(before, of: "worth") { return false }
    // "It goes without saying that"
    if words.isOne(before, of: "without"), words.isOne(before - 1, of: "goes", "go", "went", "going") { return false }
    if ownsParticiple(index, before, of: words) || tellsOfText(index, of: words) { return true }
    if words.quotation[before] >= 0, words.quotation[index] < 0 { return true }
    if words.isOne(before, of: "for", "despite", "in"),
      words.isOne(index + 1, of: "that") || opensQuotation(index + 1, of: words)
    {
      return true
    }
    return words.isOne(before, of: ",", "by", "without", "while", "and", "–", "—", "-", "before", "after")
      || Self.media.contains(words.lower[before])
  }

  /// "issued a statement | on Monday | saying it was late": whether the tree gives the form in -ing to a text that somebody makes.
  private func tellsOfText(_ index: Int, of words: Words) -> Bool {
    guard let tree = words.tree, tree.isOne(index, of: "acl"), let text = tree.head(index), text < index,
      Occasion.isText(words.lower[text])
    else { return false }
    return tree.isOne(text, of: "obj") && !tree.children(index, "ccomp").isEmpty
  }

  /// "one saying that", "footage of Clinton asking, “…”": the noun before is who says it.
  private func ownsParticiple(_ index: Int, _ before: Int, of words: Words) -> Bool {
    let opens =
      words.isOne(index + 1, of: "that") || opensQuotation(index + 1, of: words)
      || (words.isComma(index + 1) && opensQuotation(index + 2, of: words))
    return opens && before == index - 1
      && (isPlainNoun(before, of: words) || words.has(before, .capitalized) || words.isOne(before, of: "one"))
      && !Self.media.contains(words.lower[before])
  }

  /// Whether the "to" at `index` follows a verb after which the infinitive tells what is said; true for refusals.
  private func governs(_ index: Int, of words: Words) -> Bool? {
    var before = index - 1
    // "declined | on Monday to say"
    while before > 0,
      words.isAdverb(before) || words.has(before, [.weekday, .time, .month])
        || words.isOne(before, of: "on") && words.has(before + 1, [.weekday, .month])
    { before -= 1 }
    guard before >= 0 else { return nil }
    let word = words.lower[before]
    if Self.refusals.contains(word) { return true }
    return Self.governors.contains(word) ? false : nil
  }

  /// Whether the infinitive at `index` tells what was done: what somebody did it for ("took to Twitter to accuse him of
  /// lying"), or was made to do ("forced him to admit that it was late").
  private func isDone(_ index: Int, _ entry: CueTable.Entry, _ words: Words) -> Bool {
    guard let tree = words.tree, let head = tree.head(index), head < index, tree.partOfSpeech(head) == .verb,
      !entry.verb.frames.isDisjoint(with: [.clause, .that, .of, .question, .addressee]),
      words.quotation[head] == words.quotation[index],
      tree.children(head, "aux").allSatisfy({ !words.has($0, .modal) }),
      tree.children(head, "mark").allSatisfy({ !words.isOne($0, of: "to", "if") }),
      tree.children(head, "advmod").allSatisfy({ !words.has($0, .negation) })
    else { return false }
    if tree.isOne(index, of: "xcomp") { return Self.makers.contains(words.lower[head]) }
    guard tree.isOne(index, of: "advcl") else { return false }
    // "went on television to say that it was late"
    if words.isOne(head, of: "went", "goes") {
      return tree.children(head, "obl").contains { Self.stages.contains(words.lower[$0]) }
    }
    return Self.occasions.contains(words.lower[head])
  }

  /// A headline: most of its longer words begin with a capital.
  private func isHeadline(_ tokens: Range<Int>, of words: Words) -> Bool {
    let long = tokens.filter { words.lower[$0].utf8.count > 3 && !words.has($0, .mark) }
    return long.count > 3 && long.count { words.has($0, .capitalized) } * 10 >= long.count * 7

  }

  private static let plurals: Set<String> = [
    "people", "police", "men", "women", "media", "some", "many", "most", "all", "others", "both",
  ]
  private static let governors: Set<String> = [
    "on", "continue", "continues", "continued", "continuing", "began", "begins", "appeared", "appears", "seemed",
    "seems",
    "proceeded", "rushed", "managed", "used", "took", "liked", "likes", "heard",
  ]
  /// Pasts of verbs whose infinitive came true.
  private static let makers: Set<String> = [
    "forced", "led", "prompted", "caused", "compelled", "drove", "dared", "paused", "moved", "obliged",
  ]
  /// Pasts of verbs for getting up to speak.
  private static let occasions: Set<String> = [
    "took", "wrote", "called", "phoned", "telephoned", "tweeted", "used", "spoke", "appeared", "turned", "stood",
    "rose",
    "held", "issued", "released", "posted", "published", "sent", "paused", "interrupted", "intervened", "stepped",
    "joined", "returned", "broke", "interjected", "testified", "cited", "staged", "chose", "quoted", "responded",
    "emailed", "visited", "written", "rang", "rung", "spoken", "risen", "got", "gotten", "intervenes", "writes",
  ]
  /// Those before whom people speak.
  private static let hearers: Set<String> = [
    "court", "courts", "inquest", "jury", "jurors", "tribunal", "inquiry", "hearing", "panel", "magistrates",
    "committee", "commission", "arbitration", "trial",
  ]
  /// Where somebody goes to speak.
  private static let stages: Set<String> = [
    "television", "tv", "radio", "air", "camera", "cameras", "twitter", "facebook", "instagram", "stage", "youtube",
  ]
  private static let refusals: Set<String> = [
    "refused", "refuses", "declined", "declines", "failed", "refusing", "declining",
  ]
  private static let media: Set<String> = [
    "statement", "letter", "tweet", "email", "e-mail", "report", "post", "memo", "message", "note", "release",
    "complaint", "petition", "filing", "document", "paper", "tweets", "statements", "reports", "messages", "article",
  ]
}

/// The auxiliaries, negations and adverbs before a verb.
private struct VerbGroup {
  /// The first token of the group.
  var start: Int
  var hasAuxiliary = false
  var hasBe = false
  var isNegated = false
  var modal: String?

  init(endingAt verb: Int, from floor: Int, in words: Words) {
    start = verb
    var at = verb - 1
    while at >= floor {
      if words.has(at, .auxiliary) {
        hasAuxiliary = true
        if words.has(at, .be) { hasBe = true }
        if words.has(at, .modal) { modal = words.lower[at] }
        start = at
      } else if words.has(at, .negation) {
        // "has neither welcomed nor condemned": "nor" joins, and denies what follows.
        isNegated = true
        if words.isOne(at, of: "nor") { break }
        start = at
      } else if words.isAdverb(at), !words.has(at, [.time, .subject, .determiner]) {
        // Adverbs belong to the group only where they touch it.
      } else {
        break
      }
      at -= 1
    }
    // "also said": adverbs right before the verb are part of the cue.
    while start > floor, words.isAdverb(start - 1), !words.has(start - 1, [.time, .subordinator, .capitalized]) {
      start -= 1
    }
  }
}

extension Array {
  /// The element at `index`, or nil outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
