import HearsayCore

/// Resolves descriptions and pronouns to the nearest entity that fits.
///
/// A description ("the diplomat", "the ministry") finds the last entity named before whose office or kind it can mean. A
/// pronoun weighs the people of the sentences before: the nearer, the more often named, and subjects more than others
/// (after Lappin and Leass 1994). What nothing decides stays unlinked.
struct Anaphora {
  private(set) var drafts: [EntityBuilder.Draft]
  private(set) var links: [EntityBuilder.Link]
  let words: Words
  let spots: [Spot]
  let phrases: [RolePhrase]
  private let grammar: Grammar
  /// The offices that each draft holds in this text, by the draft's index.
  private(set) var offices: [Int: [Office]] = [:]

  /// The mentions of people to whom the text gives an office, in order.
  private var officials: [(token: Int, draft: Int)] = []
  /// Descriptions of people that are resolved already, by the token that they begin with.
  private var described: [Int: EntityBuilder.Link] = [:]

  /// An office that the text gives someone.
  struct Office {
    let core: String
    let role: String
    let country: String?
    /// What else it is of or for, by its first word in lower case: "malmo" of "the mayor of Malmo".
    let complement: String?
    let isFormer: Bool

    /// Whether someone else holds the office itself: "vice president", "deputy minister".
    static func isDeputy(_ role: String) -> Bool {
      role.split(separator: " ").contains { ["vice", "deputy", "assistant"].contains($0) }
    }
  }

  init(_ words: Words, drafts: [EntityBuilder.Draft], links: [EntityBuilder.Link]) {
    (self.words, self.drafts, self.links) = (words, drafts, links)
    grammar = Grammar(words)
    spots = links.map {
      Spot(
        tokens: $0.reference.tokens, entity: $0.draft, kind: $0.reference.kind, form: $0.reference.form,
        country: $0.reference.country)
    }
    phrases = RolePhraseReader(words, spots: spots).phrases()
    readOffices()
    officials = links.filter { offices[$0.draft] != nil }.map { ($0.reference.tokens.lowerBound, $0.draft) }
    readGenders()
  }

  /// Adds a link for each description and pronoun that finds one entity.
  mutating func resolve() {
    resolveDescriptions()
    var pronouns = PronounResolver(words: words, drafts: drafts, links: links)
    links = Self.withoutOverlaps(links + pronouns.resolved())
  }

  /// What each pronoun is weighed by.
  mutating func pronounSamples() -> [PronounResolver.Sample] {
    resolveDescriptions()
    var pronouns = PronounResolver(words: words, drafts: drafts, links: links, keepsSamples: true)
    _ = pronouns.resolved()
    return pronouns.samples
  }

  private mutating func resolveDescriptions() {
    var found: [EntityBuilder.Link] = []
    for phrase in phrases {
      guard let link = description(phrase) else { continue }
      found.append(link)
      // "the minister said" speaks of who is "the diplomat" in the next paragraph.
      let token = link.reference.tokens.lowerBound
      officials.insert((token, link.draft), at: officials.partitioningIndex { $0.token >= token })
      described[token] = link
    }
    found += OrganizationDescriptions(words: words, grammar: grammar, drafts: drafts, links: links).resolved()
    found += CountryDescriptions(words: words, grammar: grammar, drafts: drafts, links: links).resolved()
    links = Self.withoutOverlaps(links + found)
  }

  /// The links in text order; of two that overlap the first found stays.
  private static func withoutOverlaps(_ links: [EntityBuilder.Link]) -> [EntityBuilder.Link] {
    var taken: [Int: TextRange] = [:]
    var kept: [EntityBuilder.Link] = []
    for link in links {
      let overlaps = link.reference.tokens.contains { taken[$0]?.overlaps(link.reference.range) ?? false }
      if overlaps { continue }
      for token in link.reference.tokens { taken[token] = link.reference.range }
      kept.append(link)
    }
    return kept.sorted { $0.reference.range < $1.reference.range }
  }

  private mutating func readOffices() {
    for phrase in phrases {
      guard let person = phrase.person else { continue }
      let country = [phrase.holder, phrase.nationality].compactMap { $0.flatMap { spots[$0].country } }.first
      offices[spots[person].entity, default: []].append(
        Office(
          core: phrase.core, role: phrase.role, country: country, complement: complement(of: phrase),
          isFormer: phrase.isFormer))
      if let gender = phrase.gender { drafts[spots[person].entity].gender = gender }
    }
  }

  private mutating func readGenders() {
    for (index, draft) in drafts.enumerated() where draft.kind == .person && draft.gender == nil {
      drafts[index].gender = draft.person.flatMap(Gender.of)
    }
    let stated = StatedGender(grammar: grammar)
    for link in links where link.reference.kind == .person {
      if drafts[link.draft].gender == nil { drafts[link.draft].gender = stated.of(link.reference.tokens) }
      let title = words.word(link.reference.tokens.lowerBound - 1)
      let entries = RoleTable.standard.entries(of: title).filter { $0.kind == .title || $0.kind == .rank }
      if let gender = entries.compactMap(\.gender).first { drafts[link.draft].gender = gender }
    }
  }

  // MARK: Descriptions of people

  /// How many sentences back someone outside quotation marks is preferred to someone in them.
  private static let furthestPastQuoted = 8

  /// How many mentions of people with an office are tried before and after a description.
  private static let reach = (before: 300, after: 50)

  private func description(_ phrase: RolePhrase) -> EntityBuilder.Link? {
    guard phrase.person == nil, phrase.isDefinite, !isPlural(phrase) else { return nil }
    let country = phrase.holder.flatMap { spots[$0].country }
    let start = phrase.tokens.lowerBound
    let position = officials.partitioningIndex { $0.token >= start }
    var best: (draft: Int, confidence: Double, score: Double, isQuoted: Bool)?
    for (rank, official) in officials[..<position].suffix(Self.reach.before).reversed().enumerated() {
      let distance = sentencesBetween(official.token, start)
      // The nearest, unless someone who speaks or acts is as near as makes no difference, or it is but named by who speaks.
      if let best, distance > (best.isQuoted ? Self.furthestPastQuoted : 2) { break }
      guard let match = match(phrase, official.draft, country: country) else { continue }
      let confidence = match * (distance <= 3 ? 1 : distance <= 8 ? 0.9 : 0.8)
      let score = prominence(official.token, from: start) - 0.1 * Double(distance) - 0.08 * Double(min(rank, 5))
      let isQuoted = words.isQuoted[official.token] && !words.isQuoted[start]
      if best == nil || score > best!.score { best = (official.draft, confidence, score, isQuoted) }
    }
    if let best { return link(phrase, best.draft, best.confidence, "description of a person named before") }
    // "Kenya's top diplomat" in the first lines, the name after: only with the country to say so.
    guard country != nil, !phrase.isFormer else { return nil }
    for (_, draft) in officials[position...].prefix(Self.reach.after) {
      guard let match = match(phrase, draft, country: country) else { continue }
      return link(phrase, draft, match * 0.8, "description of a person named after")
    }
    return nil
  }

  /// How much a mention is spoken of: subjects more than others, speakers most, those inside quotation marks least.
  private func prominence(_ token: Int, from start: Int) -> Double {
    guard let link = described[token] ?? links.first(where: { $0.reference.tokens.lowerBound == token }) else {
      return 0
    }
    let standing = PronounContext.Standing(link, grammar)
    var score = standing.place.role == .subject || standing.place.role == .passive ? 0.3 : 0
    if standing.isSpeaking { score += 0.2 }
    if words.isQuoted[token], !words.isQuoted[start] { score -= 0.4 }
    return score
  }

  private func isPlural(_ phrase: RolePhrase) -> Bool {
    words.word(phrase.tokens.upperBound) == "s"
  }

  /// How well a description fits a person of this text, 0...1; nil where it does not.
  private func match(_ phrase: RolePhrase, _ draft: Int, country: String?) -> Double? {
    if let gender = phrase.gender, let theirs = drafts[draft].gender, gender != theirs { return nil }
    var best: Double?
    for office in offices[draft] ?? [] {
      if Office.isDeputy(office.role) != Office.isDeputy(phrase.role) { continue }
      if office.isFormer != phrase.isFormer { continue }
      if let country, let theirs = office.country, country != theirs { continue }
      // "the mayor of Malmo" is not the mayor of Lund.
      if let mine = complement(of: phrase), let theirs = office.complement, mine != theirs { continue }
      let isSame = office.core == phrase.core || office.role == phrase.role || office.core.hasSuffix(" " + phrase.core)
      // "the minister" may be the foreign minister and "the chief diplomat" too, "the prime minister" is another.
      let mine = phrase.core.split(separator: " ").last.map(String.init) ?? phrase.core
      let isOther = mine != phrase.core && (office.core == mine || office.core.hasSuffix(" " + mine))
      let classes = (Lexicon.roleClass[phrase.core] ?? []).union(isOther ? [] : Lexicon.roleClass[mine] ?? [])
      let isOfClass =
        classes.contains(office.core) || classes.contains(office.role)
        || (mine == "diplomat" && office.core.hasSuffix("foreign minister"))
      let score: Double? = isSame ? 0.85 : isOfClass ? 0.7 : nil
      if let score { best = max(best ?? 0, score) }
    }
    return best
  }

  /// The first word of what else an office is of or for.
  private func complement(of phrase: RolePhrase) -> String? {
    phrase.complement?.lazy.map(words.word).first {
      !["the", "a", "an", "his", "her", "its", "their"].contains($0)
    }
  }

  private func link(_ phrase: RolePhrase, _ draft: Int, _ confidence: Double, _ rule: String) -> EntityBuilder.Link {
    // "the diplomat" with its article; "Moscow's top diplomat" without Moscow, which is a mention of its own.
    var tokens = phrase.tokens
    if words.word(tokens.lowerBound - 1) == "the" { tokens = (tokens.lowerBound - 1)..<tokens.upperBound }
    let range = words.range(tokens)
    return EntityBuilder.Link(
      reference: Reference(
        tokens: tokens, range: range, kind: .person, form: .role, name: String(words.document[range]),
        confidence: confidence, rule: rule), draft: draft)
  }

  private func sentencesBetween(_ left: Int, _ right: Int) -> Int {
    guard words.sentence.indices.contains(left), words.sentence.indices.contains(right) else { return .max }
    return abs(words.sentence[right] - words.sentence[left])
  }
}
