import HearsayCore

/// Whom grammar bars a pronoun from standing for.
struct PronounBars {
  let grammar: Grammar
  private var words: Words { grammar.words }

  /// What a bar holds for.
  enum Bar {
    /// The mention alone: its entity may be meant by way of another.
    case mention
    /// Its entity, however often it is named elsewhere: "Lind, who knew the minister, saw him".
    case entity
  }

  /// The entities that `pronoun` cannot stand for, by what its own sentence names before and after it.
  ///
  /// Only for persons: an organization or a country is named twice in one clause readily ("It called up Russian reserves").
  func drafts(
    _ pronoun: Pronoun, before: [PronounContext.Standing], after: ArraySlice<EntityBuilder.Link>
  ) -> Set<Int> {
    guard pronoun.family == .person, grammar.hasTrees else { return [] }
    var barred: Set<Int> = []
    for standing in before.reversed() {
      guard words.areInOneSentence(standing.link.reference.tokens.lowerBound, pronoun.token) else { break }
      if bar(standing, pronoun) == .entity || speaks(standing, pronoun) { barred.insert(standing.link.draft) }
    }
    for link in after {
      guard words.areInOneSentence(link.reference.tokens.lowerBound, pronoun.token) else { break }
      let standing = PronounContext.Standing(link, grammar)
      if bar(standing, pronoun) == .entity || speaks(standing, pronoun) { barred.insert(link.draft) }
    }
    return barred.union(quoted(pronoun, before: before))
  }

  /// Whether `standing` speaks the quotation that `pronoun` stands in: “He knew,” Lund said.
  private func speaks(_ standing: PronounContext.Standing, _ pronoun: Pronoun) -> Bool {
    words.isQuoted[pronoun.token] && standing.isSpeaking && standing.place.role == .subject
      && !words.isQuoted[standing.link.reference.tokens.lowerBound]
  }

  /// Whom the quotation names that `pronoun` says: “What would Lund say?” she asked.
  ///
  /// Nobody calls oneself by one's name but to introduce oneself: “I am Lund,” he said.
  private func quoted(_ pronoun: Pronoun, before: [PronounContext.Standing]) -> Set<Int> {
    guard pronoun.place.role == .subject, let verb = pronoun.place.governor,
      Lexicon.sayingVerb.contains(words.word(verb)), !words.isQuoted[pronoun.token]
    else { return [] }
    var close = min(pronoun.token, verb) - 1
    if words.word(close) == "," { close -= 1 }
    guard ["\"", "”", "''", "»"].contains(words.word(close)) else { return [] }
    var start = close
    while start > 0, words.isQuoted[start - 1] { start -= 1 }
    var barred: Set<Int> = []
    for standing in before.reversed() {
      let tokens = standing.link.reference.tokens
      if tokens.lowerBound < start { break }
      guard tokens.upperBound <= close, [.name, .short].contains(standing.link.reference.form) else { continue }
      if !isIntroduced(tokens.lowerBound) { barred.insert(standing.link.draft) }
    }
    return barred
  }

  /// Whether who speaks says his or her own name at `index`: "I am | Lund", "my name is | Lund".
  private func isIntroduced(_ index: Int) -> Bool {
    ["am", "'m", "’m"].contains(words.word(index - 1))
      || ["is", "'s", "’s"].contains(words.word(index - 1)) && ["name", "this", "it"].contains(words.word(index - 2))
  }

  /// Whether the two cannot be one: "Lind saw him", "his brother Lind", "Lind and he", "he knew that Lind".
  func bar(_ standing: PronounContext.Standing, _ pronoun: Pronoun) -> Bar? {
    let tokens = standing.link.reference.tokens
    guard words.areInOneSentence(tokens.lowerBound, pronoun.token) else { return nil }
    guard grammar.hasTrees else { return barByWords(standing, pronoun) }
    if pronoun.use == .reflexive { return nil }
    if tokens.lowerBound > pronoun.token, let bar = barBelow(standing.place.head, pronoun) { return bar }
    return pronoun.use == .possessor ? barOwned(standing, pronoun) : barBeside(standing, pronoun)
  }

  private func barByWords(_ standing: PronounContext.Standing, _ pronoun: Pronoun) -> Bar? {
    let tokens = standing.link.reference.tokens
    let isBarred =
      pronoun.use == .object && standing.place.role == .subject && tokens.upperBound <= pronoun.token
      && pronoun.token - tokens.upperBound <= 3 && !words.lower[tokens.upperBound..<pronoun.token].contains("that")
    return isBarred ? .mention : nil
  }

  /// A name after the pronoun and below what the pronoun hangs from: "he knew that Lind", "his meeting with Lind".
  private func barBelow(_ name: Int, _ pronoun: Pronoun) -> Bar? {
    guard let governor = pronoun.place.governor else { return nil }
    switch pronoun.place.role {
    case .subject, .passive, .object, .possessor: break
    case .oblique, .modifier, .other: return nil
    }
    guard pronoun.use != .possessor || pronoun.place.role == .possessor else { return nil }
    var walk = name
    var isLoose = false
    for _ in 0..<60 {
      let relation = grammar.relation(walk)
      guard let above = grammar.head(of: walk) else { return nil }
      // "He left and Lind stayed", "He was glad when Lind came": a text may go on to name him.
      if relation == "parataxis" || relation == "advcl" || relation == "conj" && grammar.isVerb(walk) {
        isLoose = true
      }
      if above == governor { return isLoose || relation == "vocative" ? .mention : .entity }
      walk = above
    }
    return nil
  }

  /// "His brother Lind", "his meeting with Lind".
  private func barOwned(_ standing: PronounContext.Standing, _ pronoun: Pronoun) -> Bar? {
    guard let noun = pronoun.place.governor else { return nil }
    let tokens = standing.link.reference.tokens
    let theirs = standing.place
    if noun == theirs.head || tokens.contains(noun) { return .entity }
    if grammar.head(of: theirs.head) == noun, grammar.relation(theirs.head) != "conj" { return .mention }
    let isNamedAfter = tokens.lowerBound > pronoun.token && tokens.lowerBound - noun <= 1
    if isNamedAfter, grammar.head(of: noun) == theirs.head,
      ["appos", "compound", "flat", "nmod"].contains(grammar.relation(noun))
    {
      return .entity
    }
    return nil
  }

  /// "Lind saw him", "Lind and he", "Lind hopes to see him", "before meeting him, Lind".
  private func barBeside(_ standing: PronounContext.Standing, _ pronoun: Pronoun) -> Bar? {
    let (mine, theirs) = (pronoun.place, standing.place)
    if let governor = mine.governor, governor == theirs.governor, theirs.role != .possessor {
      if isNear(standing, pronoun) { return nil }
      // "According to Lind, he": the mention is no subject, but it may well be he.
      return theirs.role == .oblique || theirs.role == .other || theirs.role == .modifier ? .mention : .entity
    }
    if grammar.head(of: mine.head) == theirs.head || grammar.head(of: theirs.head) == mine.head {
      return grammar.relation(mine.head) == "conj" || grammar.relation(theirs.head) == "conj" ? .entity : .mention
    }
    if mine.role == .object || mine.role == .oblique, let governor = mine.governor,
      let doer = understoodSubject(of: governor), theirs.governor == doer.verb
    {
      let isDoer = doer.isObject ? theirs.role == .object : theirs.role == .subject || theirs.role == .passive
      if isDoer, !isNear(standing, pronoun) { return .entity }
    }
    return nil
  }

  /// Prepositions of place: "Lind looked behind him" may be himself.
  private static let placePrepositions: Set<String> = [
    "behind", "around", "before", "after", "near", "beside", "besides", "above", "below", "beneath", "under", "inside",
    "between", "among", "over", "ahead", "along", "without", "within",
  ]

  /// Whether the pronoun says where: "Lind looked behind him", "Lind took the files with him".
  private func isNear(_ standing: PronounContext.Standing, _ pronoun: Pronoun) -> Bool {
    guard pronoun.place.role == .oblique, let governor = pronoun.place.governor else { return false }
    let before = words.word(pronoun.token - 1)
    if Self.placePrepositions.contains(before) { return true }
    return before == "with" && child(of: governor, ["obj"]) != nil
  }

  /// Of a verb without a subject of its own: the verb whose subject, or object, does it.
  private func understoodSubject(of verb: Int) -> (verb: Int, isObject: Bool)? {
    var walk = verb
    for _ in 0..<4 {
      if child(of: walk, ["nsubj", "csubj", "expl"]) != nil { return walk == verb ? nil : (walk, false) }
      guard let above = grammar.head(of: walk) else { return nil }
      switch grammar.relation(walk) {
      case "conj" where grammar.isVerb(above): break
      case "xcomp": if child(of: above, ["obj"]) != nil { return (above, true) }
      // "He fell ill, forcing him to leave": the event forces, so only clauses before their verb or with "while", "by".
      case "advcl" where walk < above || child(of: walk, ["mark"]) != nil: break
      default: return nil
      }
      walk = above
    }
    return nil
  }

  private func child(of token: Int, _ relations: Set<Substring>) -> Int? {
    let around = max(0, token - 40)..<min(words.count, token + 40)
    return around.first { grammar.head(of: $0) == token && relations.contains(grammar.relation($0) ?? "") }
  }
}
