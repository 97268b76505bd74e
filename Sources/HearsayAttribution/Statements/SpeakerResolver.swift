internal import HearsayCore

/// Finds the entity that the words of a source, or of a hearer, stand for.
struct SpeakerResolver: Sendable {
  let words: Words
  let phrases: NounPhrases
  let kinds: [String: Entity.Kind]

  init(words: Words) {
    self.words = words
    phrases = NounPhrases(words: words)
    kinds = Dictionary(words.document.entities.map { ($0.id, $0.kind) }) { first, _ in first }
  }

  /// The mention that heads `phrase`; nil for a group that has no name ("officials") and for a people ("Russians").
  ///
  /// - Parameter isActor: Whether it does more than speak: a report or a spokesman is then nobody but itself.
  func mention(heading phrase: Range<Int>, isActor: Bool = false) -> Mention? {
    mention(heading: phrase, depth: isActor ? 2 : 0)
  }

  private func mention(heading phrase: Range<Int>, depth: Int) -> Mention? {
    if words.isOne(phrase.lowerBound, of: "who", "which"), phrase.count == 1 {
      return antecedent(of: phrase.lowerBound, depth: depth + 1)
    }
    var core = self.core(of: phrase)
    if let last = apposed(in: core) { return last }
    // "Roe and Lund's mother, Anna,": what ends before the comma has no name but the one behind it.
    if mention(at: core.upperBound - 1) == nil, words.isOne(core.upperBound - 2, of: "'s", "'"),
      let named = name(after: core, in: phrase)
    {
      return named
    }
    // "a March 14, 2019, press release": the noun, and not the date before its comma.
    if let whole = words.tree?.head(of: phrase), Self.voices.contains(words.lower[whole]) {
      core = core.lowerBound..<max(core.upperBound, whole + 1)
    }
    var head = phrases.likelyHead(of: core)
    // "the news channel | Kanal 5": a name that ends the phrase, with no joint between.
    let last = core.upperBound - 1
    if head < last, mention(at: head) == nil, let named = mention(at: last),
      [.name, .short, .metonym].contains(named.form),
      !(head + 1..<last).contains(where: {
        words.has($0, [.preposition, .coordinator, .possessive, .determiner, .mark]) && mention(at: $0) != named
      }), !words.has(last - 1, [.preposition, .coordinator, .mark])
    {
      head = last
    }
    if let mention = mention(at: head) {
      if mention.form == .adjective || mention.form == .demonym { return nil }
      // "the party's leader, Mira Okafor": the name, whomever the leader is taken for.
      return mention.form == .role ? name(after: core, in: phrase) ?? mention : mention
    }
    if let named = name(after: core, in: phrase) ?? name(beside: head, in: core) { return named }
    if depth < 2, let owner = owner(of: head, in: core, phrase, depth: depth) { return owner }
    // "the French government", "authorities in France": the country.
    if Self.governments.contains(words.lower[head]) {
      return core.lazy.compactMap { mention(at: $0) }.first { kinds[$0.entity] == .country }
    }
    return nil
  }

  /// Whom the thing or the group at `head` speaks for: "the ministry's website", "a statement by the ministry", "Russian
  /// officials", "a spokesman for the ministry".
  private func owner(of head: Int, in core: Range<Int>, _ phrase: Range<Int>, depth: Int) -> Mention? {
    let isVoice = Self.voices.contains(words.lower[head])
    guard isVoice || Self.speakers.contains(words.lower[head]) else { return nil }
    let before = core.prefix { $0 < head }
    if before.contains(where: { words.isOne($0, of: "former", "ex", "unnamed", "some") && !isVoice }) { return nil }
    // "the ministry's spokesman", "Russian officials"; what is only Russian is no Russian report.
    let owners = before.compactMap { mention(at: $0) }.filter {
      isVoice ? $0.form != .adjective : speaksThroughOthers($0)
    }
    if let owner = owners.last { return owner }
    if let tree = words.tree {
      for agent in agents(of: head, tree) {
        let own = mention(heading: ownPhrase(agent, tree), depth: depth + 1)
        if let own, isVoice || speaksThroughOthers(own) { return own }
      }
      return issuer(of: head, tree, depth: depth)
    }
    // "a statement by the ministry"
    guard words.isOne(head + 1, of: "by", "from", "of", "for"), head + 2 < core.upperBound else { return nil }
    return (head + 2..<core.upperBound).lazy.compactMap { mention(at: $0) }
      .first { $0.form != .adjective && (isVoice || speaksThroughOthers($0)) }
  }

  /// Who made "the statement" at `head`, by the sentences before: "issued a statement. The statement | says".
  private func issuer(of head: Int, _ tree: Tree, depth: Int) -> Mention? {
    guard Self.documents.contains(words.lower[head]),
      tree.children(head, "det").contains(where: { words.isOne($0, of: "the", "that", "this") }),
      let own = words.sentence(of: head)
    else { return nil }
    for sentence in (max(0, own - 4)..<own).reversed() {
      let tokens = words.document.sentences[sentence].tokens
      guard let first = tokens.first(where: { words.lower[$0] == words.lower[head] && words.quotation[$0] < 0 }) else {
        continue
      }
      if let owner = mention(heading: ownPhrase(first, tree), depth: depth + 1) { return owner }
      // "issued a statement", "said in a statement"
      if tree.isOne(first, of: "obj", "obl"), let verb = tree.head(first), let subject = tree.subject(verb),
        !tree.children(first, "case").contains(where: { !words.isOne($0, of: "in") }), subject < verb
      {
        return mention(heading: tree.phrase(subject).clamped(to: tokens.lowerBound..<verb), depth: depth + 1)
      }
      if !tree.children(first, "det").contains(where: { words.isOne($0, of: "the", "that", "this") }) { return nil }
    }
    return nil
  }

  /// The nouns that govern what `head` belongs to: by whom a statement is, for whom a spokesman speaks.
  private func agents(of head: Int, _ tree: Tree) -> [Int] {
    let participles = tree.children(head, "acl").filter { Self.issued.contains(words.lower[$0]) }
    return ([head] + participles).flatMap { tree.children($0, "nmod", "obl") }.filter { child in
      tree.children(child, "case").contains { words.isOne($0, of: "by", "from", "of", "for", "at") }
    }
  }

  /// The words of the phrase that `head` heads, without its prepositions.
  private func ownPhrase(_ head: Int, _ tree: Tree) -> Range<Int> {
    let start = tree.children(head, "case").filter { $0 < head }.last.map { $0 + 1 } ?? tree.phrase(head).lowerBound
    return start..<max(start + 1, tree.phrase(head).upperBound)
  }

  /// Whether whoever is mentioned is an organization or a state, for which people without names speak.
  func speaksThroughOthers(_ mention: Mention) -> Bool {
    kinds[mention.entity] == .organization || kinds[mention.entity] == .country
  }

  /// "the company's chief executive, | Tim Cook,": the name after the comma that ends `core`.
  private func name(after core: Range<Int>, in phrase: Range<Int>) -> Mention? {
    let comma = core.upperBound
    guard words.isComma(comma), comma + 1 < phrase.upperBound else { return nil }
    // "one of these groups, | the Malmo Defence League,": a group's name may have an article.
    var start = words.isOne(comma + 1, of: "the") ? comma + 2 : comma + 1
    // "the commander of the port, | General Anna Lind,"
    var titles = 0
    while titles < 3, start + 1 < phrase.upperBound, mention(at: start) == nil, words.has(start, .capitalized) {
      start += 1
      titles += 1
    }
    guard let name = mention(at: start), name.form == .name || name.form == .short,
      isPerson(name)
        ? start == comma + 1 + titles
        : kinds[name.entity] == .organization && (isGroup(core) || isCalled(core, name, from: start, in: phrase)),
      name.range.start == words.document.tokens[start].range.start
    else { return nil }
    return name
  }

  /// Whether `core` describes what the name after its comma names, as far as the tree shows: "the fund, | Najd Sports Capital,".
  ///
  /// No list: "the mayor, | Nordbank and the dockers".
  private func isCalled(_ core: Range<Int>, _ name: Mention, from start: Int, in phrase: Range<Int>) -> Bool {
    guard let tree = words.tree, tree.partOfSpeech(phrases.likelyHead(of: core)) == .noun,
      !core.contains(where: { words.has($0, .coordinator) })
    else { return false }
    let named = (start..<phrase.upperBound).prefix { mention(at: $0) == name }
    guard let last = named.last else { return false }
    let isClosed = last + 1 >= phrase.upperBound || words.isComma(last + 1)
    return isClosed && tree.isOne(tree.head(of: start..<last + 1), of: "appos")
      && !(last + 1..<phrase.upperBound).contains { words.has($0, .coordinator) }
  }

  /// Whether `core` says of what kind an organization is: "the news agency", "one of these groups".
  private func isGroup(_ core: Range<Int>) -> Bool {
    core.contains { index in
      let word = words.lower[index]
      return Self.organizations.contains(word)
        || word.hasSuffix("s") && Self.organizations.contains(String(word.dropLast()))
    }
  }

  /// "study co-author | Ted Scambos of the institute", "the | Reuters news agency": the name that stands right beside the
  /// noun at `head`, which says what it names.
  private func name(beside head: Int, in core: Range<Int>) -> Mention? {
    if head + 1 < core.upperBound, let after = mention(at: head + 1), after.form == .name || after.form == .short,
      isPerson(after), after.range.start == words.document.tokens[head + 1].range.start
    {
      return after
    }
    // "the U.N. agency" is one of several.
    guard Self.organizations.contains(words.lower[head]),
      !words.isOne(head, of: "agency") || words.isOne(head - 1, of: "news", "wire")
    else { return nil }
    var at = head - 1
    while at > core.lowerBound, mention(at: at) == nil, words.isOne(at, of: "news", "wire", "satellite", "television") {
      at -= 1
    }
    guard at >= core.lowerBound, let before = mention(at: at), kinds[before.entity] == .organization,
      [.name, .short, .acronym].contains(before.form)
    else { return nil }
    return before
  }

  /// The phrase up to its first comma, bracket, dash or relative pronoun.
  private func core(of phrase: Range<Int>) -> Range<Int> {
    var end = phrase.lowerBound + 1
    // "The WHO" is no pronoun.
    while end < phrase.upperBound,
      !words.isOne(end, of: ",", "(", "–", "—", "who", "which", "whose") || words.mention[end] >= 0
    { end += 1 }
    return phrase.lowerBound..<end
  }

  /// "Russian ambassador to the US | Anatoly Antonov": a person's name at the phrase's end that no preposition governs.
  private func apposed(in core: Range<Int>) -> Mention? {
    guard let mention = mention(at: core.upperBound - 1), isPerson(mention),
      mention.form == .name || mention.form == .short
    else { return nil }
    var start = core.upperBound - 1
    while start > core.lowerBound, self.mention(at: start - 1)?.range == mention.range { start -= 1 }
    guard let preposition = (core.lowerBound..<start).last(where: { words.has($0, .preposition) }) else {
      return mention
    }
    let between = start - preposition - 1
    // "a report by the former president Anna Lind": she has made it, and is not it.
    if words.isOne(preposition, of: "by", "against", "about") { return nil }
    // "a letter to President Lund" is not his; "ambassador to the U.S. Anna Lind" is she.
    if words.isOne(preposition, of: "to") {
      return between > 1 && self.mention(at: start - 1).map(speaksThroughOthers) ?? false ? mention : nil
    }
    // "a spokesman for President Putin" is not he; "minister for foreign affairs Sergei Lavrov" is.
    if between == 0 || (words.isOne(preposition, of: "for", "with", "from") && between < 2) { return nil }
    return words.isOne(start - 1, of: "'s", "'", "and", ",") || words.has(start - 1, [.determiner, .possessive])
      ? nil : mention
  }

  /// Whom "who" stands for: the phrase before it.
  private func antecedent(of pronoun: Int, depth: Int) -> Mention? {
    var end = pronoun
    while end > 0, words.isComma(end - 1) { end -= 1 }
    guard end > 0, let sentence = words.sentence(of: pronoun) else { return nil }
    let floor = words.document.sentences[sentence].tokens.lowerBound
    guard let phrase = phrases.phrase(before: end, from: floor) else { return nil }
    if let named = mention(heading: phrase, depth: depth) { return named }
    // "Lund issued a statement which | read": who issued it.
    guard let tree = words.tree else { return nil }
    let noun = tree.head(of: phrase)
    guard Self.documents.contains(words.lower[noun]), tree.isOne(noun, of: "obj"), let verb = tree.head(noun),
      let subject = tree.subject(verb), subject < verb
    else { return nil }
    return mention(heading: tree.phrase(subject).clamped(to: floor..<verb), depth: 1)
  }

  func mention(at index: Int) -> Mention? {
    guard let found = words.mention[safe: index], found >= 0 else { return nil }
    return words.document.mentions[found]
  }

  func isPerson(_ mention: Mention) -> Bool { kinds[mention.entity] == .person }

  private static let governments: Set<String> = [
    "government", "authorities", "administration", "leadership", "regime", "officials",
  ]
  /// Those who speak for the organization or the state that stands beside them.
  static let speakers: Set<String> = [
    "official", "officials", "spokesman", "spokesmen", "spokeswoman", "spokesperson", "spokespeople", "spokespersons",
    "diplomat", "diplomats", "authorities", "negotiators", "representative", "representatives", "delegation",
  ]
  /// "a report | published by"
  private static let issued: Set<String> = [
    "published", "released", "issued", "written", "made", "conducted", "commissioned", "signed", "posted", "prepared",
    "compiled", "produced", "given", "collected", "carried", "sent", "filed", "read", "drafted", "authored",
  ]
  /// Texts that somebody made: "the statement".
  private static let documents: Set<String> = [
    "statement", "report", "announcement", "survey", "poll", "letter", "release", "ruling", "judgment", "judgement",
    "memo", "document", "tweet", "post", "email", "filing", "notice", "complaint", "communique", "declaration",
    "resolution", "bulletin", "decree", "lawsuit", "advisory",
  ]
  /// Nouns that say of what kind an organization is, right after its name or before it.
  private static let organizations: Set<String> = [
    "agency", "airline", "alliance", "army", "association", "bank", "bloc", "broadcaster", "channel", "charity", "club",
    "coalition", "company", "daily", "faction", "firm", "foundation", "front", "group", "institute", "league",
    "magazine",
    "militia",
    "movement", "network", "newspaper", "organisation", "organization", "outlet", "paper", "party", "publisher",
    "service",
    "site", "station", "team", "union", "university", "website", "weekly",
  ]
  private static let voices: Set<String> = [
    "website", "site", "statement", "account", "page", "channel", "press", "service", "office", "report",
    "announcement", "survey", "poll", "data", "figures", "statistics", "letter", "release", "ruling", "judgment",
    "judgement", "estimate", "estimates", "memo", "document", "tweet", "post", "email", "filing", "notice",
    "complaint", "communique", "declaration", "resolution", "summary", "bulletin", "guidelines", "banner", "banners",
    "poster", "placard", "advisory", "readout", "indictment", "lawsuit", "affidavit", "decree", "records",
  ]
}
