import HearsayCore

/// Turns the names that a reader found into references: no title, article or possessive left, no weekday or bare title.
struct NameCleaner {
  let words: Words

  /// The references in the document's names, in order.
  func references() -> [Reference] {
    let names = withNicknames(words.document.names)
    return names.indices.flatMap { index -> [Reference] in
      let name = names[index]
      let next = index + 1 < names.count ? names[index + 1].range.start : words.document.utf8.count
      let tokens = words.tokens(overlapping: name.range)
      return parts(of: tokens, kind: name.kind).compactMap { reference($0, name, next) }
    }
  }

  /// The names, those that a nickname in quotation marks parts put together: "Joaquín “El Chapo” Guzmán".
  private func withNicknames(_ names: [Name]) -> [Name] {
    var result: [Name] = []
    var index = 0
    while index < names.count {
      let name = names[index]
      let end = words.tokens(overlapping: name.range).upperBound
      let last = names[index...].prefix(3).lastIndex { other in
        let first = words.tokens(overlapping: other.range).lowerBound
        guard other.kind == .person, first > end + 2, first <= end + 6, words.areInOneSentence(end, first) else {
          return false
        }
        return Self.quotes.contains(words.word(end)) && Self.quotes.contains(words.word(first - 1))
          && ((end + 1)..<(first - 1)).allSatisfy {
            words.isCapitalized($0) || ["the", "of", "de"].contains(words.word($0))
          }
      }
      if name.kind == .person, let last {
        result.append(
          Name(
            name.range.union(names[last].range), kind: .person, confidence: min(name.confidence, names[last].confidence)
          ))
        index = last + 1
      } else {
        result.append(name)
        index += 1
      }
    }
    return result
  }

  private static let quotes: Set<String> = ["“", "”", "\"", "``", "''", "‘", "’", "'"]

  /// A person's name that joins two is two: "Putin and Biden".
  private func parts(of tokens: Range<Int>, kind: Name.Kind) -> [Range<Int>] {
    guard kind == .person else { return [tokens] }
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens where ["and", ",", "&"].contains(words.word(index)) {
      let isSuffix = words.word(index) == "," && Lexicon.nameSuffix.contains(words.word(index + 1))
      if isSuffix { continue }
      if index > start { parts.append(start..<index) }
      start = index + 1
    }
    if start < tokens.upperBound { parts.append(start..<tokens.upperBound) }
    return parts
  }

  /// The reference of a name or a part of it; the next name begins at byte `next`.
  private func reference(_ whole: Range<Int>, _ name: Name, _ next: Int) -> Reference? {
    var tokens = trimmed(whole)
    var kind = name.kind
    if kind == .organization, let person = personBehindOffice(tokens) {
      tokens = person
      kind = .person
    }
    if kind == .place, let person = personBehindRank(tokens) {
      tokens = person
      kind = .person
    }
    if let person = personBehindCountry(tokens) {
      tokens = person
      kind = .person
    }
    if kind == .person { tokens = withoutPostNominals(withoutTitles(tokens)) }
    if kind != .person, let whole = withOrganizationWord(tokens, next) {
      tokens = whole
      kind = .organization
    } else if let whole = withWordsBeforeOutlet(tokens, next) {
      tokens = whole
      kind = .organization
    }
    guard !tokens.isEmpty, isName(tokens, kind: kind) else { return nil }
    if isEndOfOffice(tokens) { return nil }
    // "NATO Secretary-Common Jens Stoltenberg": part of an office.
    if tokens.count == 1, words.isTiedByHyphen(tokens.lowerBound),
      RoleTable.standard.entries(of: words.word(tokens.lowerBound - 2)).contains(where: { $0.kind == .office })
    {
      return nil
    }
    // Where nothing was trimmed the name may cover parts of tokens: keep its own range.
    let range = tokens == whole ? name.range : words.range(tokens)
    let entityKind: Entity.Kind =
      switch kind {
      case .person: .person
      case .organization: .organization
      case .place: .place
      }
    return Reference(
      tokens: tokens, range: range, kind: entityKind, form: .name, name: String(words.document[range]),
      confidence: name.confidence, rule: "name")
  }

  /// "State" of "Secretary of State": the last word of an office that a table knows.
  private func isEndOfOffice(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, words.word(tokens.lowerBound - 1) == "of", tokens.lowerBound > 1 else { return false }
    let offset = words.document.tokens[tokens.lowerBound - 2].range.start
    guard let match = RoleTable.standard.longestForm(in: words.lowerBytes, at: offset) else { return false }
    return match.end == words.range(tokens).end && match.entries.contains { $0.kind == .office }
  }

  /// "Harbour Valley Police", where a reader took "Harbour Valley" for the name: the words of organizations behind it that
  /// no other name has belong to it. Countries and capitals stay what they are.
  private func withOrganizationWord(_ tokens: Range<Int>, _ next: Int) -> Range<Int>? {
    var end = tokens.upperBound
    guard !tokens.isEmpty, end < words.count, words.isCapitalized(end), words.isCapitalized(end - 1),
      case let start = words.document.tokens[tokens.lowerBound].range.start,
      CountryTable.standard.longestForm(in: words.document.utf8, at: start) == nil
    else { return nil }
    while end < words.count, words.areInOneSentence(tokens.lowerBound, end), words.isCapitalized(end),
      Lexicon.organizationWord.contains(words.word(end)), words.document.tokens[end].range.end <= next
    { end += 1 }
    guard end > tokens.upperBound, !words.isHeadline(tokens.lowerBound) else { return nil }
    return tokens.lowerBound..<end
  }

  /// "the Harbour Nights programme", where a reader took "Harbour" for the name: all that is capitalized between "the" and a kind of
  /// outlet is one name.
  private func withWordsBeforeOutlet(_ tokens: Range<Int>, _ next: Int) -> Range<Int>? {
    var end = tokens.upperBound
    guard !tokens.isEmpty, words.word(tokens.lowerBound - 1) == "the", words.isCapitalized(tokens.lowerBound) else {
      return nil
    }
    while end < tokens.upperBound + 3, words.areInOneSentence(tokens.lowerBound, end), words.isCapitalized(end),
      words.document.tokens[end].range.end <= next
    { end += 1 }
    guard end > tokens.upperBound, Lexicon.outletNoun.contains(words.word(end)), !words.isCapitalized(end),
      words.areInOneSentence(tokens.lowerBound, end), !words.isHeadline(tokens.lowerBound)
    else { return nil }
    return tokens.lowerBound..<end
  }

  /// "Kazakhstan Kassym-Jomart Tokayev", "U.S. Anatoly Antonov": where an office of a country comes before its holder,
  /// a reader may take both for one name.
  private func personBehindCountry(_ tokens: Range<Int>) -> Range<Int>? {
    let before = words.word(tokens.lowerBound - 1) == "the" ? tokens.lowerBound - 2 : tokens.lowerBound - 1
    // "President of Kazakhstan Tokayev": an office before, and one name is enough.
    let isOfOffice =
      words.word(before) == "of"
      && RoleTable.standard.entries(of: words.word(before - 1)).contains { $0.kind == .office }
    guard tokens.count >= (isOfOffice ? 2 : 3), ["of", "to", "in", "from"].contains(words.word(before)),
      !tokens.contains(where: {
        Lexicon.organizationWord.contains(words.word($0)) || ["of", "and", "&"].contains(words.word($0))
      })
    else { return nil }
    let start = words.document.tokens[tokens.lowerBound].range.start
    var next = tokens.lowerBound + 1
    if let match = CountryTable.standard.longestForm(in: words.document.utf8, at: start),
      match.forms.contains(where: { $0.kind == .name || $0.kind == .capital })
    {
      next = words.tokens(overlapping: TextRange(start, match.end)).upperBound
    } else if PlaceTable.standard.place(named: words.text(tokens.lowerBound)) == nil {
      return nil
    }
    guard tokens.upperBound - next >= (isOfOffice ? 1 : 2),
      (next..<tokens.upperBound).allSatisfy({ words.isCapitalized($0) || !words.isWord($0) })
    else { return nil }
    return next..<tokens.upperBound
  }

  /// "Private England": what a reader takes for a place is a soldier, but for places that a table knows ("General Santos").
  private func personBehindRank(_ tokens: Range<Int>) -> Range<Int>? {
    guard tokens.count == 2, words.isCapitalized(tokens.lowerBound),
      RoleTable.standard.entries(of: words.word(tokens.lowerBound)).contains(where: { $0.kind == .rank }),
      PlaceTable.standard.place(named: words.text(tokens)) == nil
    else { return nil }
    return (tokens.lowerBound + 1)..<tokens.upperBound
  }

  /// "Conservative MP Philip Hammond": an organization's name with an office in it and two names behind is a person's.
  private func personBehindOffice(_ tokens: Range<Int>) -> Range<Int>? {
    let person = withoutTitles(tokens)
    guard person.lowerBound > tokens.lowerBound, person.count >= 2, person.count <= 4,
      !person.contains(where: {
        Lexicon.organizationWord.contains(words.word($0)) || Lexicon.functionWord.contains(words.word($0))
          || !words.isCapitalized($0)
      })
    else { return nil }
    return person
  }

  /// Without what is written behind a full name in capitals: "Edward Holt KC", "Jane Obel, FRS".
  private func withoutPostNominals(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    while end - tokens.lowerBound > 2 {
      let isComma = words.word(end - 1) == ","
      let isLetters = Lexicon.postNominal.contains(words.word(end - 1)) && words.isAcronym(end - 1)
      guard isComma || isLetters else { break }
      end -= 1
    }
    return tokens.lowerBound..<end
  }

  /// Without marks, articles and other words that begin no name, and without the possessive.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var (start, end) = (tokens.lowerBound, tokens.upperBound)
    while start < end {
      let isLoose = Lexicon.strippable.contains(words.word(start)) && !words.isAcronym(start)
      guard isLoose || !words.isWord(start) else { break }
      start += 1
    }
    while start < end {
      let last = end - 1
      let isMark = !words.isWord(last) && !(words.word(last).hasSuffix(".") && words.word(last).utf8.count > 1)
      let isBracket = words.word(last) == ")" && words.lower[start..<last].contains("(")
      let isLowercaseFunction = Lexicon.functionWord.contains(words.word(last)) && !words.isCapitalized(last)
      guard words.isPossessive(last) || (isMark && !isBracket) || isLowercaseFunction else { break }
      end -= 1
    }
    return start..<end
  }

  /// A person's name without what comes before it: "Russian Foreign Minister", "NATO Secretary General", "Mr".
  private func withoutTitles(_ tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else { return tokens }
    var start = tokens.lowerBound
    var index = start
    let end = words.document.tokens[tokens.upperBound - 1].range.end
    while index < tokens.upperBound - 1 {
      let offset = words.document.tokens[index].range.start
      if let match = RoleTable.standard.longestForm(in: words.lowerBytes, at: offset), match.end < end,
        match.entries.contains(where: { $0.kind != .modifier && $0.kind != .portfolio && $0.kind != .former })
      {
        let next = words.tokens(overlapping: TextRange(offset, match.end)).upperBound
        let isRegal = Lexicon.regalTitle.contains(words.word(index))
        // "Martin Luther King Jr.": a title inside a name is none where only a suffix follows.
        let rest = (next..<tokens.upperBound).filter {
          words.isWord($0) && !Lexicon.nameSuffix.contains(words.word($0))
        }
        if !isRegal, !rest.isEmpty, match.entries.contains(where: { $0.kind != .occupation }) || index == start {
          start = next
        }
        index = max(next, index + 1)
      } else if words.isPossessive(index) {
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    // "American Antony Blinken": a country's adjective before a name of two words or more.
    if tokens.upperBound - start >= 3,
      let match = CountryTable.standard.longestForm(
        in: words.document.utf8, at: words.document.tokens[start].range.start),
      match.forms.allSatisfy({ $0.kind == .adjective && $0.readings.isEmpty })
    {
      start = words.tokens(overlapping: TextRange(words.document.tokens[start].range.start, match.end)).upperBound
    }
    // "Republican Kevin Young", "Senators Marco Rubio": a party or a plural title before a name of two words.
    while start < tokens.upperBound - 2, Lexicon.junkName.contains(words.word(start)) || isPluralTitle(start) {
      start += 1
    }
    while start < tokens.upperBound, !words.isWord(start) { start += 1 }
    return start..<tokens.upperBound
  }

  private func isPluralTitle(_ index: Int) -> Bool {
    let word = words.word(index)
    // "Spokesmen Ann Lee and Omar Said"
    if word.hasSuffix("men"), !RoleTable.standard.entries(of: word.dropLast(2) + "an").isEmpty { return true }
    return word.hasSuffix("s")
      && RoleTable.standard.entries(of: String(word.dropLast())).contains { $0.kind == .office || $0.kind == .rank }
  }

  private func isName(_ tokens: Range<Int>, kind: Name.Kind) -> Bool {
    guard tokens.contains(where: { words.isCapitalized($0) || words.word($0).utf8.count >= 5 }),
      tokens.contains(where: { words.isCapitalized($0) })
        || words.document.utf8[words.range(tokens).bytes].contains(where: { (0x41...0x5A).contains($0) })
    else { return false }
    if tokens.count == 1, words.word(tokens.lowerBound).utf8.count < 2 { return false }
    // "Voting Rights Act", "World War II": laws and events act for nobody.
    if tokens.count > 1, let last = tokens.last(where: { !Lexicon.nameSuffix.contains(words.word($0)) }),
      Lexicon.noActor.contains(words.word(last)), kind != .place
    {
      return false
    }
    let isJunk = tokens.allSatisfy { index in
      let word = words.word(index)
      return !words.isWord(index) || Lexicon.direction.contains(word) || Self.regions.contains(word)
        || Self.isNoName(word) || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    if isJunk {
      // "May" and "April" are people where the reader says so and a verb of saying follows or a title stands before.
      return kind == .person && tokens.count == 1 && Lexicon.month.contains(words.word(tokens.lowerBound))
        && Lexicon.sayingVerb.contains(words.word(tokens.upperBound))
    }
    return true
  }

  /// Adjectives of regions that are neither a country's nor a name: "Central Asian", "North American".
  private static let regions: Set<String> = [
    "american", "americans", "asian", "asians", "african", "africans", "european", "europeans", "east", "eastern",
    "arctic", "antarctic", "atlantic", "pacific", "caribbean", "mediterranean", "balkan", "baltic", "nordic", "arab",
    "gulf", "slavic", "caucasian", "scandinavian",
  ]

  /// Whether a word alone is never a name: a weekday, a month, a pronoun, a title, a word of a site's furniture.
  static func isNoName(_ word: String) -> Bool {
    Lexicon.weekday.contains(word) || Lexicon.month.contains(word) || Lexicon.pronoun.contains(word)
      || Lexicon.functionWord.contains(word) || Lexicon.junkName.contains(word)
      || RoleTable.standard.entries(of: word).contains { $0.kind != .former && $0.kind != .modifier }
  }
}
