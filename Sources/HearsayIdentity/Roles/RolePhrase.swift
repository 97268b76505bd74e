import HearsayCore

/// A place in the text that stands for an entity, as the reading of roles needs it.
struct Spot {
  let tokens: Range<Int>
  /// The entity, as an index that the caller gives meaning to.
  let entity: Int
  let kind: Entity.Kind
  let form: Mention.Form
  /// The entity's country, where known.
  let country: String?
}

/// A phrase that says what someone is: "former Russian deputy foreign minister", "spokeswoman for the Foreign Ministry".
struct RolePhrase {
  /// How the phrase and a person's name stand to each other.
  enum Attachment {
    /// "Foreign Minister Sergey Lavrov"
    case before
    /// "Jens Stoltenberg, NATO's secretary general"
    case after
    /// "his counterpart, Antony Blinken,"
    case appositive
    /// "Tokayev is the president of Kazakhstan"
    case predicate
  }

  /// The words of the office itself, modifiers included, possessor and article not.
  var tokens: Range<Int>
  /// All of the phrase: possessor and complement too.
  var extent: Range<Int>
  /// "deputy foreign minister", in lower case.
  var role: String
  /// "foreign minister": the office without modifiers.
  var core: String
  /// Whether the phrase says "former".
  var isFormer: Bool
  /// Whether the phrase begins with "the" or a possessor.
  var isDefinite: Bool
  /// Whether the word is a mere occupation, which makes no edge.
  var isOccupation: Bool
  /// Whether the office is one of a state when nothing else is said.
  var isOfState: Bool
  /// What the word says of the person.
  var gender: Gender?
  /// The country or organization that the office is held in, as an index into the spots.
  var holder: Int?
  /// A country's adjective before an office that is held in an organization: "the Russian head of FIDE".
  var nationality: Int?
  /// Whatever else the office is of or for: "Malmo" of "the mayor of Malmo", "the family".
  var complement: Range<Int>?
  /// The person, as an index into the spots.
  var person: Int?
  /// How the person's name stands to it.
  var attachment: Attachment?
}

/// Reads the role phrases of a document.
struct RolePhraseReader {
  let words: Words
  let grammar: Grammar
  let spots: [Spot]
  /// Where the spots begin that only own an office.
  let owners: Int
  /// The spot that begins at a token, and the one that ends before it.
  let spotByStart: [Int: Int]
  let spotByEnd: [Int: Int]
  private let covered: Set<Int>
  /// The description or pronoun that ends before a token: "the alliance" of "the alliance's secretary general".
  private let ownerByEnd: [Int: Int]

  /// A reader over `spots`, named entities in text order.
  ///
  /// - Parameter owners: Where the spots begin that only own an office, descriptions and pronouns; all are names if nil.
  init(_ words: Words, spots: [Spot], owners: Int? = nil) {
    (self.words, self.spots) = (words, spots)
    var (starts, ends): ([Int: Int], [Int: Int]) = ([:], [:])
    var covered: Set<Int> = []
    let owners = owners ?? spots.count
    (self.owners, grammar) = (owners, Grammar(words))
    ownerByEnd = Dictionary(spots.indices[owners...].map { (spots[$0].tokens.upperBound, $0) }) { $1 }
    for (index, spot) in spots[..<owners].enumerated() where !spot.tokens.isEmpty {
      starts[spot.tokens.lowerBound] = index
      ends[spot.tokens.upperBound] = index
      covered.formUnion(spot.tokens)
    }
    (spotByStart, spotByEnd, self.covered) = (starts, ends, covered)
  }

  /// Every role phrase, in order.
  func phrases() -> [RolePhrase] {
    var phrases: [RolePhrase] = []
    var index = 0
    while index < words.count {
      guard !covered.contains(index), var phrase = phrase(headAt: index) else {
        index += 1
        continue
      }
      attach(&phrase)
      phrases.append(phrase)
      if let second = secondHolder(of: phrase) { phrases.append(second) }
      index = max(index + 1, phrase.tokens.upperBound)
    }
    shareCoordinated(&phrases)
    return phrases
  }

  /// "Nigerian President and AU chairman Olu Adeyemi", "Ann Lee, NATO's secretary general and former prime minister of Norway": one
  /// person, two offices.
  private func shareCoordinated(_ phrases: inout [RolePhrase]) {
    for index in phrases.indices.dropLast() {
      let (first, second) = (phrases[index], phrases[index + 1])
      let end = first.extent.upperBound
      guard words.word(end) == "and", words.areInOneSentence(end, second.tokens.lowerBound) else { continue }
      if first.person == nil, second.attachment == .before, second.extent.lowerBound == end + 1, first.holder != nil,
        second.holder != nil, first.holder != second.holder, words.word(first.extent.lowerBound) != "the"
      {
        (phrases[index].person, phrases[index].attachment) = (second.person, .before)
      } else if second.person == nil, first.attachment == .after, let person = first.person,
        second.extent.lowerBound == end + 1 || (second.extent.lowerBound == end + 2 && words.word(end + 1) == "a")
      {
        (phrases[index + 1].person, phrases[index + 1].attachment) = (person, .after)
      }
    }
  }

  /// "a professor at Tarn University and the Harbour College": the same office in another organization.
  private func secondHolder(of phrase: RolePhrase) -> RolePhrase? {
    let end = phrase.extent.upperBound
    guard let holder = phrase.holder, spots[holder].tokens.upperBound == end, spots[holder].kind == .organization,
      phrase.attachment == .after || phrase.attachment == .predicate, words.word(end) == "and"
    else { return nil }
    let next = words.word(end + 1) == "the" ? end + 2 : end + 1
    guard let second = spotByStart[next], spots[second].kind == .organization, words.areInOneSentence(end, next),
      [",", ".", ";", ")"].contains(words.word(spots[second].tokens.upperBound))
    else { return nil }
    var other = phrase
    other.holder = second
    other.extent = phrase.extent.lowerBound..<spots[second].tokens.upperBound
    return other
  }

  // MARK: The phrase

  private func phrase(headAt start: Int) -> RolePhrase? {
    let offset = words.document.tokens[start].range.start
    guard let match = RoleTable.standard.longestForm(in: words.lowerBytes, at: offset),
      let entry = match.entries.first(where: { $0.kind == .office || $0.kind == .rank })
        ?? match.entries.first(where: { $0.kind == .occupation })
    else { return nil }
    var end = words.tokens(overlapping: TextRange(offset, match.end)).upperBound
    // "Secretary-Common": what a hyphen ties on belongs to the office, whatever it means.
    if words.isTiedByHyphen(end + 1) { end += 2 }
    guard !(start..<end).contains(where: covered.contains) else { return nil }
    // "head" and "chief" before another office are modifiers: "chief executive".
    var phrase = RolePhrase(
      tokens: start..<end, extent: start..<end, role: "", core: String(words.text(start..<end)).lowercased(),
      isFormer: false, isDefinite: false, isOccupation: entry.kind == .occupation, isOfState: entry.isOfState,
      gender: match.entries.compactMap(\.gender).first)
    takeModifiers(&phrase)
    takePossessor(&phrase)
    takeComplement(&phrase)
    phrase.complement = complement(after: phrase.extent.upperBound)
    return phrase
  }

  private static let droppedModifiers: Set<String> = [
    "new", "current", "newly elected", "newly appointed", "veteran", "longtime", "long-time", "embattled", "prominent",
    "leading", "longest-serving", "populist", "democratic", "republican", "conservative", "liberal", "independent",
  ]

  private func takeModifiers(_ phrase: inout RolePhrase) {
    var start = phrase.tokens.lowerBound
    var parts = [phrase.core]
    while start > 0, !covered.contains(start - 1), words.areInOneSentence(start - 1, start) {
      let word = words.word(start - 1)
      let entries = RoleTable.standard.entries(of: word)
      if word == "-", ["ex", "vice"].contains(words.word(start - 2)) {
        if words.word(start - 2) == "ex" { phrase.isFormer = true } else { parts.insert("vice", at: 0) }
        start -= 2
        continue
      }
      if word.hasPrefix("ex-"), word.utf8.count > 4 { break }
      if entries.contains(where: { $0.kind == .former }) {
        phrase.isFormer = true
      } else if entries.contains(where: { $0.kind == .portfolio }) {
        // "the foreign minister": the portfolio is part of the office.
        parts.insert(word, at: 0)
        if !phrase.isOccupation { phrase.core = parts.filter { $0 != "deputy" }.joined(separator: " ") }
      } else if entries.contains(where: { $0.kind == .modifier }) {
        if !Self.droppedModifiers.contains(word) { parts.insert(word, at: 0) }
      } else if word == "and", isPortfolio(start - 2), isPortfolio(start) {
        parts.insert(word, at: 0)
      } else {
        break
      }
      start -= 1
    }
    if parts.last == "minister", let portfolio = unknownPortfolio(before: start) {
      parts.insert(portfolio, at: 0)
      phrase.core = parts.filter { $0 != "deputy" }.joined(separator: " ")
      start -= 1
    }
    // "ex-president" as one token
    phrase.tokens = start..<phrase.tokens.upperBound
    phrase.extent = phrase.tokens
    phrase.role = parts.joined(separator: " ")
  }

  /// "integration" of "the Kazakh integration minister": any word between a country and its minister says what for.
  private func unknownPortfolio(before start: Int) -> String? {
    let word = words.word(start - 1)
    var end = start - 1
    if words.isPossessive(end - 1) { end -= 1 }
    guard start > 1, !covered.contains(start - 1), words.areInOneSentence(start - 2, start),
      let country = spotByEnd[end], spots[country].kind == .country, spots[country].form != .demonym,
      word.utf8.count > 3, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), !words.isCapitalized(start - 1),
      !Lexicon.functionWord.contains(word), RoleTable.standard.entries(of: word).isEmpty
    else { return nil }
    return word
  }

  private func isPortfolio(_ index: Int) -> Bool {
    RoleTable.standard.entries(of: words.word(index)).contains { $0.kind == .portfolio }
  }

  private func takePossessor(_ phrase: inout RolePhrase) {
    var start = phrase.tokens.lowerBound
    // "Lebanon's pro-Syrian President" is Lebanon's.
    if let index = spotByEnd[start], let stance = startOfStance(spots[index]) { start = stance }
    if words.isPossessive(start - 1) { start -= 1 }
    if let index = spotByEnd[start], spots[index].kind == .country || spots[index].kind == .organization,
      words.areInOneSentence(start - 1, phrase.tokens.lowerBound), spots[index].form != .demonym
    {
      phrase.holder = index
      phrase.isDefinite = true
      phrase.extent = spots[index].tokens.lowerBound..<phrase.extent.upperBound
      let first = words.word(spots[index].tokens.lowerBound)
      let isExed = first.hasPrefix("ex-") || words.word(spots[index].tokens.lowerBound - 2) == "ex"
      if isExed { phrase.isFormer = true }
      let before = words.word(phrase.extent.lowerBound - 1)
      if RoleTable.standard.entries(of: before).contains(where: { $0.kind == .former }) { phrase.isFormer = true }
    }
    if phrase.holder == nil { takeOwner(&phrase) }
    var before = phrase.extent.lowerBound - 1
    while before >= 0, RoleTable.standard.entries(of: words.word(before)).contains(where: { $0.kind == .former }) {
      before -= 1
    }
    if words.word(before) == "the" {
      phrase.isDefinite = true
      phrase.extent = before..<phrase.extent.upperBound
    } else if ["a", "an"].contains(words.word(before)) {
      phrase.isDefinite = false
    }
  }

  /// "Its spokeswoman", "its own former chairman", "the alliance's secretary general".
  private func takeOwner(_ phrase: inout RolePhrase) {
    var end = phrase.tokens.lowerBound
    if words.word(end - 1) == "own" { end -= 1 }
    let isPronoun = ["its", "their"].contains(words.word(end - 1))
    if !isPronoun, words.isPossessive(end - 1) { end -= 1 } else if !isPronoun { return }
    if isPronoun, ownerByEnd[end] == nil, let owner = actor(before: end - 1) {
      phrase.holder = owner
      phrase.isDefinite = true
      phrase.extent = (end - 1)..<phrase.extent.upperBound
      return
    }
    guard let owner = ownerByEnd[end], spots[owner].kind == .organization || spots[owner].kind == .country,
      words.areInOneSentence(spots[owner].tokens.lowerBound, phrase.tokens.lowerBound)
    else { return }
    phrase.holder = owner
    phrase.isDefinite = true
    phrase.extent = spots[owner].tokens.lowerBound..<phrase.extent.upperBound
  }

  /// Whose office "its" at the head of a sentence speaks of where no stage knows: the organization or country that spoke or acted
  /// last, outside quotation marks. "“We left,” the ministry wrote on Friday. “Wave.” Its spokeswoman, Ann Lee, …"
  private func actor(before its: Int) -> Int? {
    guard words.isSentenceStart(its), grammar.hasTrees else { return nil }
    for index in spots[..<owners].indices.reversed() where spots[index].tokens.upperBound <= its {
      let first = spots[index].tokens.lowerBound
      if words.sentence[first] < 0 || words.sentence[its] - words.sentence[first] > 3 { return nil }
      guard spots[index].kind == .organization || spots[index].kind == .country, !words.isQuoted[first],
        grammar.place(of: spots[index].tokens).role == .subject
      else { continue }
      return index
    }
    return nil
  }

  /// Where "pro-Syrian" or "anti-American" begins, if `spot` is the country in it.
  private func startOfStance(_ spot: Spot) -> Int? {
    guard spot.kind == .country, spot.form == .adjective else { return nil }
    let first = spot.tokens.lowerBound
    if ["pro-", "anti-"].contains(where: words.word(first).hasPrefix) { return first }
    let isTied = words.word(first - 1) == "-" && ["pro", "anti"].contains(words.word(first - 2))
    return isTied ? first - 2 : nil
  }

  /// "of Kazakhstan", "for the Foreign Ministry", "of foreign affairs of Russia", "to the UN".
  private func takeComplement(_ phrase: inout RolePhrase) {
    var end = phrase.extent.upperBound
    for _ in 0..<2 {
      let preposition = words.word(end)
      guard ["of", "for", "to", "at", "with"].contains(preposition) else { return }
      var next = end + 1
      if words.word(next) == "the" { next += 1 }
      if words.word(next) == "republic", words.word(next + 1) == "of" { next += 2 }
      if let index = holder(startingAt: next) {
        let isOffice = preposition == "to" || (preposition == "for" && spots[index].kind == .country)
        if isOffice {
          phrase.role += " \(preposition) \(words.text((end + 1)..<spots[index].tokens.upperBound))"
        } else {
          if let holder = phrase.holder, spots[holder].kind == .country, spots[holder].form == .adjective {
            phrase.nationality = holder
          }
          phrase.holder = index
        }
        phrase.extent = phrase.extent.lowerBound..<spots[index].tokens.upperBound
        phrase.isDefinite = phrase.isDefinite || preposition == "of"
        return
      }
      // "minister of foreign affairs", "secretary of state for health"
      guard preposition == "of" || preposition == "for" else { return }
      var last = next
      while isPortfolio(last) || (words.word(last) == "affairs") || (words.word(last) == "and" && isPortfolio(last + 1))
      { last += 1 }
      guard last > next else { return }
      phrase.role += " \(preposition) \(words.text(next..<last).lowercased())"
      phrase.extent = phrase.extent.lowerBound..<last
      end = last
    }
  }

  /// What an office is of or for behind the preposition at `index`, up to the mark that ends it, where it is no name of a country or
  /// an organization: "of | Malmo", "for | the family".
  func complement(after index: Int) -> Range<Int>? {
    guard ["of", "for", "at", "to", "with"].contains(words.word(index)) else { return nil }
    var end = index + 1
    while end < words.count, end - index < 9, words.areInOneSentence(index, end),
      !Self.closings.contains(words.word(end)), !["said", "says", "told", "who", "and"].contains(words.word(end))
    { end += 1 }
    return end > index + 1 ? index + 1..<end : nil
  }

  /// The marks that close an apposition.
  static let closings: Set<String> = [",", ".", ";", ")", "–", "—", ":", "?"]

  /// The country or organization whose name begins at a token: of "the Norwegian foreign ministry" the ministry.
  private func holder(startingAt token: Int) -> Int? {
    guard let index = spotByStart[token], spots[index].kind == .country || spots[index].kind == .organization else {
      return nil
    }
    guard spots[index].form == .adjective, let organ = spotByStart[spots[index].tokens.upperBound],
      spots[organ].kind == .organization
    else { return index }
    return organ
  }
}
