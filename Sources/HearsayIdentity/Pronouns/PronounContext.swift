import HearsayCore

/// What the text holds up to a pronoun, and what speaks for each mention that it may stand for.
struct PronounContext {
  /// A mention that a pronoun may stand for.
  struct Candidate {
    let draft: Int
    let range: TextRange
    let features: [String]
    /// What the reader's attention says of it beside the other mentions: 0 on the mean, and where it says nothing.
    var regard = 0.0
  }

  let grammar: Grammar
  let drafts: [EntityBuilder.Draft]
  /// How often the whole text names each draft.
  let totals: [Int: Int]
  /// What the reader's attention says of each pronoun, by its token.
  let regards: [Int: Regard]
  private var words: Words { grammar.words }

  /// The farthest sentence, and the most mentions, that are looked back at.
  private static let reach = (sentences: 8, mentions: 60)

  /// A mention before or after the pronoun, in its place.
  struct Standing {
    let link: EntityBuilder.Link
    let place: Grammar.Place
    let clauses: [Int]
    /// Whether it is the subject of a verb of saying.
    let isSpeaking: Bool
    /// The use, of a pronoun.
    let use: Pronoun.Use?

    init(_ link: EntityBuilder.Link, _ grammar: Grammar) {
      self.link = link
      let tokens = link.reference.tokens
      if link.reference.form == .pronoun, let pronoun = Pronoun(at: tokens.lowerBound, grammar) {
        (place, use) = (pronoun.place, pronoun.use)
      } else {
        (place, use) = (grammar.place(of: tokens), nil)
      }
      clauses = grammar.clauses(of: place.head)
      isSpeaking =
        place.role == .subject && place.governor.map { Lexicon.sayingVerb.contains(grammar.words.word($0)) } ?? false
    }
  }

  /// The mentions that `pronoun` may stand for, in text order, each with what speaks for it.
  ///
  /// - Parameters:
  ///   - before: The mentions before it, in text order.
  ///   - after: The mentions after it, of which the first four may be meant.
  ///   - counts: How often each draft has been mentioned so far.
  ///   - first: The draft of its family that the text mentions first.
  func candidates(
    _ pronoun: Pronoun, before: [Standing], after: ArraySlice<EntityBuilder.Link>, counts: [Int: Int], first: Int?
  ) -> [Candidate] {
    let sentence = words.sentence[pronoun.token]
    let bars = PronounBars(grammar: grammar)
    let barred = bars.drafts(pronoun, before: before, after: after)
    var fitting: [Standing] = []
    for standing in before.reversed() {
      let distance = sentence - words.sentence[standing.link.reference.tokens.lowerBound]
      if distance > Self.reach.sentences || fitting.count >= Self.reach.mentions { break }
      if barred.contains(standing.link.draft) { continue }
      if fits(standing.link, pronoun), bars.bar(standing, pronoun) == nil { fitting.append(standing) }
    }
    // How many others have been mentioned since.
    var others: Set<Int> = []
    var rank: [Int: Int] = [:]
    var between: [Int] = []
    for standing in fitting {
      if rank[standing.link.draft] == nil { rank[standing.link.draft] = rank.count + 1 }
      between.append(others.subtracting([standing.link.draft]).count)
      others.insert(standing.link.draft)
    }
    let top = others.map { counts[$0] ?? 0 }.max() ?? 0
    let topTotal = others.map { totals[$0] ?? 0 }.max() ?? 0
    let order = Self.order(fitting, words)
    let pronounClauses = grammar.clauses(of: pronoun.token)
    let isSpeaking = isSpeaking(pronoun)
    // "He continued" after a quotation of many sentences: whoever spoke last.
    let lastSpeaking = isSpeaking && !words.isQuoted[pronoun.token] ? fitting.firstIndex(where: \.isSpeaking) : nil
    var lastPronoun = true
    var found: [Candidate] = []
    for (index, standing) in fitting.enumerated() {
      var features = local(standing, pronoun, pronounClauses, isSpeaking)
      let draft = standing.link.draft
      features.append("rank=\(min(5, rank[draft]!))")
      features.append("\(pronoun.use.rawValue) rank=\(min(4, rank[draft]!))")
      features.append("between=\(min(4, between[index]))")
      let count = counts[draft] ?? 0
      features.append("named=\(min(5, count))")
      if count == top, top > 1 { features.append("named most") }
      let total = totals[draft] ?? 0
      features.append("total=\(total < 6 ? total : total < 10 ? 6 : 10)")
      if total == topTotal, total > 1 {
        features.append(others.allSatisfy { $0 == draft || (totals[$0] ?? 0) < total } ? "total most" : "total as many")
      }
      let near = min(2, sentence - words.sentence[standing.link.reference.tokens.lowerBound])
      features.append("\(near) nth=\(min(4, order.nth[index]))")
      features.append("\(near) nth=\(min(4, order.nth[index])) of=\(min(4, order.of[index]))")
      if order.of[index] == 1 { features.append("alone \(near) \(standing.place.role.rawValue)") }
      if draft == first { features.append("named first") }
      if index == lastSpeaking { features.append("last speaker") }
      if standing.link.reference.form == .pronoun, lastPronoun {
        features.append("last pronoun")
        features.append("last pronoun \(standing.use?.rawValue ?? "")\(pronoun.use.rawValue)")
        lastPronoun = false
      }
      found.append(Candidate(draft: draft, range: standing.link.reference.range, features: features))
    }
    found.reverse()
    for link in after.prefix(4) where !barred.contains(link.draft) {
      let tokens = link.reference.tokens
      guard words.areInOneSentence(tokens.lowerBound, pronoun.token), tokens.lowerBound - pronoun.token <= 20 else {
        break
      }
      let standing = Standing(link, grammar)
      guard link.reference.form != .pronoun, fits(link, pronoun), bars.bar(standing, pronoun) == nil else { continue }
      var features = ahead(standing, pronoun, pronounClauses)
      if !others.isEmpty { features.append("ahead with others") }
      if others.contains(link.draft) { features.append("ahead again") }
      features.append("ahead named=\(min(3, counts[link.draft] ?? 0))")
      found.append(Candidate(draft: link.draft, range: link.reference.range, features: features))
      break
    }
    addRegards(pronoun, &found)
    return found
  }

  /// Sets what the attention says of each of `candidates`: it compares what was read together, so against their mean.
  private func addRegards(_ pronoun: Pronoun, _ candidates: inout [Candidate]) {
    guard let regard = regards[pronoun.token] else { return }
    let strengths = candidates.map { regard.mean(over: words.tokens(overlapping: $0.range)).map(Double.init) }
    let known = strengths.compactMap { $0 }
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    for (index, strength) in strengths.enumerated() {
      if let strength { candidates[index].regard = strength - mean }
    }
  }

  /// For each of some mentions, nearest first: the how-manieth entity of its sentence it names, and of how many.
  private static func order(_ standings: [Standing], _ words: Words) -> (nth: [Int], of: [Int]) {
    var seen: [Int: [Int]] = [:]
    var nth = [Int](repeating: 0, count: standings.count)
    for (index, standing) in standings.enumerated().reversed() {
      let sentence = words.sentence[standing.link.reference.tokens.lowerBound]
      var drafts = seen[sentence] ?? []
      if let place = drafts.firstIndex(of: standing.link.draft) {
        nth[index] = place + 1
      } else {
        drafts.append(standing.link.draft)
        nth[index] = drafts.count
        seen[sentence] = drafts
      }
    }
    let of = standings.map { seen[words.sentence[$0.link.reference.tokens.lowerBound]]?.count ?? 1 }
    return (nth, of)
  }

  /// Whether the pronoun is the subject of a verb of saying, or of any verb before a quotation: "He continued, “".
  private func isSpeaking(_ pronoun: Pronoun) -> Bool {
    guard pronoun.place.role == .subject else { return false }
    let verb = pronoun.place.governor ?? pronoun.token + 1
    if Lexicon.sayingVerb.contains(words.word(verb)) { return true }
    let next = [",", ":"].contains(words.word(verb + 1)) ? verb + 2 : verb + 1
    return !words.isQuoted[pronoun.token] && ["“", "\"", "``", "„", "«"].contains(words.word(next))
  }

  /// What speaks for the pronoun standing for none of them.
  func noneFeatures(_ pronoun: Pronoun, _ candidates: [Candidate]) -> [String] {
    let use = pronoun.use.rawValue
    var features = ["none", "none \(use)", "none of=\(min(4, Set(candidates.map(\.draft)).count))"]
    let sentence = words.sentence[pronoun.token]
    if let last = candidates.last {
      let nearest = candidates.filter { $0.range.end <= words.document.tokens[pronoun.token].range.start }.last ?? last
      let token = words.tokens(overlapping: nearest.range).lowerBound
      features.append("none far=\(min(4, max(0, sentence - words.sentence[token])))")
      if hasRival(between: token, pronoun) { features.append("none rival") }
    }
    if words.isQuoted[pronoun.token] { features.append("none quoted") }
    if pronoun.family != .person {
      let relation = grammar.fullRelation(pronoun.token) ?? ""
      features.append("none \(relation)")
      if let governor = pronoun.place.governor {
        let verb = words.word(governor)
        let isSaying = Lexicon.sayingVerb.contains(verb)
        let isActing = Lexicon.actingVerb.contains(verb)
        features.append(isSaying ? "none saying \(use)" : isActing ? "none acting \(use)" : "none other \(use)")
        if let part = grammar.partOfSpeech(governor) { features.append("none \(use) \(part.rawValue)") }
      }
      if words.isSentenceStart(pronoun.token) { features.append("none opens") }
    }
    return features
  }

  /// Whether a noun that the pronoun may stand for, but that names nobody, comes nearer: "the woman", "a plan".
  private func hasRival(between token: Int, _ pronoun: Pronoun) -> Bool {
    guard token < pronoun.token else { return false }
    return ((token + 1)..<pronoun.token).contains { index in
      let word = words.word(index)
      switch pronoun.family {
      case .person: return (pronoun.gender == .male ? Lexicon.manNoun : Lexicon.womanNoun).contains(word)
      case .thing:
        guard grammar.partOfSpeech(index) == .noun else { return false }
        return ["nsubj", "obj"].contains(grammar.relation(index)) && !word.hasSuffix("s")
      case .group:
        guard grammar.partOfSpeech(index) == .noun else { return false }
        return ["nsubj", "obj"].contains(grammar.relation(index)) && word.hasSuffix("s")
      }
    }
  }

  // MARK: Who may be meant at all

  private func fits(_ link: EntityBuilder.Link, _ pronoun: Pronoun) -> Bool {
    let draft = drafts[link.draft]
    switch pronoun.family {
    case .person:
      guard draft.kind == .person else { return false }
      if let gender = draft.gender, gender != pronoun.gender { return false }
      return true
    case .thing:
      guard draft.kind != .person else { return false }
      return [.name, .acronym, .short, .metonym, .role, .pronoun].contains(link.reference.form)
    case .group:
      guard draft.kind == .organization || draft.kind == .country else { return false }
      return [.name, .acronym, .short, .metonym, .role, .pronoun, .demonym].contains(link.reference.form)
    }
  }

  // MARK: Features

  /// What the places of a mention before the pronoun and of the pronoun say.
  private func local(_ standing: Standing, _ pronoun: Pronoun, _ clauses: [Int], _ isSpeaking: Bool) -> [String] {
    let tokens = standing.link.reference.tokens
    let use = pronoun.use.rawValue
    let role = standing.place.role.rawValue
    let distance = words.sentence[pronoun.token] - words.sentence[tokens.lowerBound]
    let near = min(2, distance)
    var features = [
      "far=\(min(4, distance))", "\(use) far=\(min(3, distance))", "\(role)", "\(use) \(role)", "\(near) \(role)",
      "\(near)\(use) \(role)", "form=\(standing.link.reference.form.rawValue)",
      "\(near) form=\(standing.link.reference.form.rawValue)",
    ]
    if standing.place.isJoined { features.append("joined") }
    features.append("depth=\(min(4, standing.clauses.count))")
    if standing.link.reference.form == .name { features.append(tokens.count > 1 ? "name full" : "name single") }
    let before = words.word(tokens.lowerBound - 1)
    if Self.cases.contains(before) { features.append("case=\(before)") }
    if pronoun.use == .possessor, let owned = pronoun.place.governor {
      let ownedRole = grammar.place(of: owned..<(owned + 1)).role.rawValue
      features.append("of \(ownedRole) \(near) \(role)")
    }
    if words.isSentenceStart(pronoun.token) { features.append("starts \(use) \(near) \(role)") }
    if pronoun.place.role == .subject, clauses.count == 1 { features.append("main S \(near) \(role)") }
    if standing.place.role == pronoun.place.role { features.append("parallel \(near)") }
    let isMain = standing.clauses.count == 1 && (role == "subject" || role == "passive")
    if isMain { features.append("main subject \(near)") }
    if words.isSentenceStart(tokens.lowerBound) { features.append("opens \(near)") }
    if distance > 0, words.sentence[pronoun.token] >= 0, words.sentence[tokens.lowerBound] >= 0 {
      let paragraphs = words.document.sentences
      if paragraphs[words.sentence[pronoun.token]].paragraph != paragraphs[words.sentence[tokens.lowerBound]].paragraph
      {
        features.append("other paragraph")
        features.append("other paragraph \(use)")
      }
      if isMain, words.isSentenceStart(pronoun.token), distance == 1 { features.append("goes on") }
    }
    if distance == 0 { features += inSentence(standing, pronoun, clauses) }
    features += speech(standing, pronoun, isSpeaking, near)
    features += kinds(standing, pronoun)
    return features
  }

  private func inSentence(_ standing: Standing, _ pronoun: Pronoun, _ clauses: [Int]) -> [String] {
    let use = pronoun.use.rawValue
    let role = standing.place.role.rawValue
    let tokens = standing.link.reference.tokens
    var features: [String] = []
    let steps = pronoun.token - tokens.upperBound
    features.append("steps=\(steps <= 2 ? "2" : steps <= 5 ? "5" : steps <= 10 ? "10" : steps <= 20 ? "20" : "more")")
    guard let mine = clauses.first, let theirs = standing.clauses.first else { return features }
    if mine == theirs {
      features.append("same clause \(use) \(role)")
    } else if clauses.contains(theirs) {
      features.append("clause above \(use) \(role)")
      features.append("above by \(grammar.relation(mine) ?? "")")
    } else if standing.clauses.contains(mine) {
      features.append("clause below \(use)")
    } else {
      features.append("clause beside \(use) \(role)")
    }
    if clauses.contains(where: { grammar.relativeHost(ofClause: $0) == standing.place.head }) {
      features.append("relative")
    }
    if grammar.isBelow(pronoun.token, standing.place.head) { features.append("holds it \(use)") }
    if pronoun.use == .possessor, let noun = pronoun.place.governor, grammar.isBelow(standing.place.head, noun) {
      features.append("inside its noun")
    }
    if standing.place.governor != nil, standing.place.governor == pronoun.place.governor {
      features.append("one governor \(use) \(role)")
    }
    return features
  }

  /// Prepositions before a name that say how much the text speaks of it.
  private static let cases: Set<String> = [
    "of", "by", "with", "to", "for", "from", "as", "like", "than", "about", "on", "in", "at", "and", "or", "including",
    "between", "against", "after", "before", "(", ",",
  ]

  private func speech(_ standing: Standing, _ pronoun: Pronoun, _ isSpeaking: Bool, _ near: Int) -> [String] {
    let tokens = standing.link.reference.tokens
    var features: [String] = []
    switch (words.isQuoted[pronoun.token], words.isQuoted[tokens.lowerBound]) {
    case (true, false): features.append(near == 0 ? "quoted, not the other" : "quoted, not the other far")
    case (false, true): features.append("not quoted, the other is")
    case (true, true): features.append("both quoted")
    case (false, false): break
    }
    if standing.isSpeaking {
      features.append(isSpeaking ? "both speak \(near)" : "speaks \(near)")
      if words.isQuoted[pronoun.token] { features.append("speaks, quoted \(near)") }
    } else if isSpeaking {
      features.append("only the pronoun speaks")
    }
    return features
  }

  private func kinds(_ standing: Standing, _ pronoun: Pronoun) -> [String] {
    let draft = drafts[standing.link.draft]
    guard pronoun.family == .person else {
      return ["kind=\(draft.kind.rawValue)", "\(pronoun.use.rawValue) kind=\(draft.kind.rawValue)"]
    }
    if draft.gender != nil { return ["gender known"] }
    guard let name = draft.person, let guess = Gender.guess(name) else { return ["gender unknown"] }
    return [guess == pronoun.gender ? "gender guessed" : "gender guessed otherwise"]
  }

  /// What the places of the pronoun and of a mention after it say: "In his speech, Lind said".
  private func ahead(_ standing: Standing, _ pronoun: Pronoun, _ clauses: [Int]) -> [String] {
    let tokens = standing.link.reference.tokens
    let role = standing.place.role.rawValue
    var features = ["ahead", "ahead \(pronoun.use.rawValue)", "ahead \(pronoun.use.rawValue) \(role)"]
    if words.word(tokens.lowerBound - 1) == "," { features.append("ahead, comma") }
    let mine = clauses.first
    if let theirs = standing.clauses.first, let mine {
      features.append(
        mine == theirs
          ? "ahead same clause \(role)" : clauses.contains(theirs) ? "ahead above \(role)" : "ahead elsewhere")
    }
    return features + kinds(standing, pronoun)
  }
}
