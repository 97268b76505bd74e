import HearsayCore

/// Resolves he, she, it, they, who and their other cases to the entity that the text before makes most likely.
///
/// Grammar bars what cannot be; of what is left, the likelihood of each mention is a log-linear sum of what speaks for it
/// (`PronounContext`), and that of an entity the sum over its mentions. What is likelier to stand for nobody named stays
/// unlinked.
struct PronounResolver {
  /// One pronoun with all that was weighed, for training.
  struct Sample {
    /// How it is known who is meant.
    enum Teacher: String {
      /// It is not: a treebank may say.
      case none
      /// By name: a surname stands where a pronoun could.
      case name
    }

    let teacher: Teacher
    let pronoun: Pronoun
    let candidates: [PronounContext.Candidate]
    let none: [String]
    /// For each candidate, whether the teacher says that it is meant; nil where it does not say.
    let isRight: [Bool?]
  }

  private let words: Words
  private let grammar: Grammar
  private var drafts: [EntityBuilder.Draft]
  private let links: [EntityBuilder.Link]
  /// How often each draft has been mentioned up to the pronoun at hand.
  private var timesNamed: [Int: Int] = [:]
  /// All pronouns of the third person that were weighed.
  private(set) var samples: [Sample] = []
  private let keepsSamples: Bool
  /// How often the text names each draft.
  private let totals: [Int: Int]
  private let regards: [Int: Regard]

  init(words: Words, drafts: [EntityBuilder.Draft], links: [EntityBuilder.Link], keepsSamples: Bool = false) {
    (self.words, self.drafts, self.links) = (words, drafts, links)
    self.keepsSamples = keepsSamples
    grammar = Grammar(words)
    totals = links.reduce(into: [:]) { $0[$1.draft, default: 0] += 1 }
    regards = Dictionary(words.document.regards.map { ($0.pronoun, $0) }) { first, _ in first }
  }

  /// The likelihood that an entity must have, beside being likelier than any other; set by reasoning, not searched.
  private static let least: [Pronoun.Family: Double] = [.person: 0.25, .thing: 0.5, .group: 0.5]

  /// How much likelier than the entity "nobody named" must be to win.
  private static let nonePrior: [Pronoun.Family: Double] = [.person: 0.5, .thing: 1, .group: 1]

  /// The links of the pronouns, in text order; each may be the antecedent of the next.
  mutating func resolved() -> [EntityBuilder.Link] {
    var found: [EntityBuilder.Link] = []
    var position = 0
    // Named mentions and the pronouns resolved so far, in text order.
    var before: [PronounContext.Standing] = []
    var first: [Pronoun.Family: Int] = [:]
    for link in links {
      let family: Pronoun.Family = drafts[link.draft].kind == .person ? .person : .thing
      if first[family] == nil { first[family] = link.draft }
    }
    first[.group] = first[.thing]
    for token in 0..<words.count where words.sentence[token] >= 0 {
      let start = words.document.tokens[token].range.start
      if keepsSamples { teachByNames(from: position, at: start, before, first[.person]) }
      while position < links.count, links[position].reference.range.start < start {
        before.append(PronounContext.Standing(links[position], grammar))
        timesNamed[links[position].draft, default: 0] += 1
        position += 1
      }
      let link: EntityBuilder.Link?
      if ["who", "whose", "whom"].contains(words.word(token)) {
        link = relative(at: token, before)
      } else if let pronoun = Pronoun(at: token, grammar) {
        link = antecedent(of: pronoun, before, links[position...].prefix(12), first[pronoun.family])
      } else {
        continue
      }
      guard let link else { continue }
      found.append(link)
      before.append(PronounContext.Standing(link, grammar))
      timesNamed[link.draft, default: 0] += 1
    }
    return found
  }

  private func link(_ token: Int, _ draft: Int, _ confidence: Double, _ rule: String) -> EntityBuilder.Link {
    let range = words.document.tokens[token].range
    return EntityBuilder.Link(
      reference: Reference(
        tokens: token..<(token + 1), range: range, kind: drafts[draft].kind, form: .pronoun,
        name: String(words.document[range]), confidence: confidence, rule: rule), draft: draft)
  }

  private mutating func antecedent(
    of pronoun: Pronoun, _ before: [PronounContext.Standing], _ after: ArraySlice<EntityBuilder.Link>, _ first: Int?
  ) -> EntityBuilder.Link? {
    // "It is time to go" stands for nothing.
    if grammar.relation(pronoun.token) == "expl" { return nil }
    let context = PronounContext(grammar: grammar, drafts: drafts, totals: totals, regards: regards)
    let candidates = context.candidates(pronoun, before: before, after: after, counts: timesNamed, first: first)
    let none = context.noneFeatures(pronoun, candidates)
    if keepsSamples {
      let unknown = [Bool?](repeating: nil, count: candidates.count)
      samples.append(
        Sample(teacher: .none, pronoun: pronoun, candidates: candidates, none: none, isRight: unknown))
    }
    guard !candidates.isEmpty else { return nil }
    let weighed = PronounWeights.standard.weighed(candidates, none: none, pronoun.family)
    let likelihoods = weighed.likelihoods
    // Of equals, the one mentioned last.
    let order = candidates.reversed().map(\.draft)
    func likeliest(_ likelihoods: PronounWeights.Likelihoods) -> Int? {
      order.max { likelihoods.of[$0]! < likelihoods.of[$1]! }
    }
    guard let best = likeliest(likelihoods), let likelihood = likelihoods.of[best],
      likelihood >= Self.least[pronoun.family]!, likelihood > Self.nonePrior[pronoun.family]! * likelihoods.none
    else { return nil }
    if pronoun.family == .person, drafts[best].gender == nil { drafts[best].gender = pronoun.gender }
    let rule =
      if Set(order).count == 1 {
        "the only one who fits"
      } else if likeliest(weighed.likelihoodsWithoutRegard) == best {
        "the likeliest of those mentioned near"
      } else {
        "the likeliest of those mentioned near, by the reader's attention"
      }
    return link(pronoun.token, best, min(0.95, likelihood), rule)
  }

  // MARK: Samples

  /// What surnames teach, each as if it were a pronoun: whom it names.
  private mutating func teachByNames(
    from position: Int, at start: Int, _ before: [PronounContext.Standing], _ first: Int?
  ) {
    guard position < links.count, links[position].reference.range.start == start,
      links[position].reference.form == .short, drafts[links[position].draft].kind == .person,
      let gender = drafts[links[position].draft].gender
    else { return }
    let pronoun = Pronoun(for: links[position].reference, gender, grammar)
    let context = PronounContext(grammar: grammar, drafts: drafts, totals: totals, regards: regards)
    let candidates = context.candidates(pronoun, before: before, after: [], counts: timesNamed, first: first)
    let isRight: [Bool?] = candidates.map { $0.draft == links[position].draft }
    guard isRight.contains(true), isRight.contains(false) else { return }
    samples.append(Sample(teacher: .name, pronoun: pronoun, candidates: candidates, none: [], isRight: isRight))
  }

  /// "Lind, who said": the noun that the relative clause hangs from, or the person right before.
  private func relative(at token: Int, _ before: [PronounContext.Standing]) -> EntityBuilder.Link? {
    if grammar.hasTrees {
      let hosts = grammar.clauses(of: token).compactMap { grammar.relativeHost(ofClause: $0) }
      guard let host = hosts.first,
        let standing = before.last(where: { $0.link.reference.tokens.contains(host) || $0.place.head == host }),
        drafts[standing.link.draft].kind == .person || words.word(token) == "whose"
      else { return nil }
      return link(token, standing.link.draft, 0.9, "the noun of its relative clause")
    }
    guard let last = before.last?.link, drafts[last.draft].kind == .person,
      words.areInOneSentence(last.reference.tokens.lowerBound, token)
    else { return nil }
    let end = last.reference.tokens.upperBound
    guard end == token || (end == token - 1 && words.word(end) == ",") else { return nil }
    return link(token, last.draft, 0.9, "the person right before")
  }
}
