import HearsayCore

/// Finds organizations that tables and their own names give away: known ones, and a state's organs.
struct OrganizationReader {
  let words: Words
  /// The names as the reader found them.
  private let names: SortedReferences
  /// The countries, capitals and seats in the text.
  private let countries: SortedReferences
  /// The tokens of people's names, and of countries.
  private let personTokens: Set<Int>
  private let countryTokens: Set<Int>
  /// The countries that the text names, by code.
  private let codes: Set<String>

  /// A reader of a text with `names`, as they were found, and `countries`, both in text order.
  init(words: Words, names: [Reference], countries: [Reference]) {
    self.words = words
    self.names = SortedReferences(names)
    self.countries = SortedReferences(countries)
    personTokens = Set(names.filter { $0.kind == .person }.flatMap(\.tokens))
    countryTokens = Set(countries.flatMap(\.tokens))
    codes = Set(countries.filter { $0.kind == .country }.compactMap(\.country))
  }

  /// Organizations of the table, wherever their names or initials stand.
  func known() -> [Reference] {
    let text = words.document.utf8
    var references: [Reference] = []
    var index = 0
    while index < text.count {
      guard Bytes.isWord(text, at: index), index == 0 || !Bytes.isWord(text, at: index - 1),
        let match = OrganizationTable.standard.longestForm(in: text, at: index)
      else {
        index += 1
        continue
      }
      let range = TextRange(index, match.end)
      index = match.end
      let tokens = words.tokens(overlapping: range)
      guard !tokens.isEmpty, isMeant(match.organization, range: range, tokens: tokens) else { continue }
      let name = String(words.document[range])
      let isAcronym = match.organization.acronyms.contains(name)
      references.append(
        Reference(
          tokens: tokens, range: range, kind: .organization, form: isAcronym ? .acronym : .name, name: name,
          id: match.organization.id, label: match.organization.label, country: match.organization.country,
          confidence: 0.93, rule: isAcronym ? "known initials" : "known organization"))
    }
    return references
  }

  private func isMeant(_ organization: KnownOrganization, range: TextRange, tokens: Range<Int>) -> Bool {
    // A longer name has the word: "New York Times Square", "Congress Party", "Interfax-Ukraine".
    let cover = names.overlapping(range).first
    if let cover, cover.range.count > range.count, !cover.range.contains(range) || cover.kind == .person {
      return false
    }
    if let cover, cover.range.contains(range), cover.range.count > range.count {
      let extra = cover.tokens.filter { !tokens.contains($0) && words.isWord($0) }
      if !extra.isEmpty, !cover.tokens.contains(where: { words.word($0) == "(" }) { return false }
    }
    let name = words.document[range]
    if name.utf8.allSatisfy({ $0 < 0x80 && !(0x61...0x7A).contains($0) }) {
      // Initials of two letters, or in a headline in capitals, are taken only where the reader found a name.
      if name.utf8.count == 2, !["UN", "EU", "AU", "AP", "G7", "G8", "RT"].contains(name) {
        return cover?.kind == .organization
      }
      let isHeadline = words.sentence[tokens.lowerBound] >= 0 && isInCapitals(words.sentence[tokens.lowerBound])
      if isHeadline { return cover?.kind == .organization }
    }
    if organization.isCommon, cover?.kind != .organization || cover?.range != range, !isSpeaking(tokens) {
      return false
    }
    if name == "Guardian" || name == "Times" { return words.word(tokens.lowerBound - 1) == "the" }
    return true
  }

  /// Whether what `tokens` name says something or is told it: "The Verge reported", "according to Time", "told Wired", "Time
  /// magazine".
  private func isSpeaking(_ tokens: Range<Int>) -> Bool {
    let (next, last) = (words.word(tokens.upperBound), words.word(tokens.lowerBound - 1))
    if Lexicon.sayingVerb.contains(next), words.areInOneSentence(tokens.lowerBound, tokens.upperBound) { return true }
    if words.word(tokens.upperBound - 1) == "magazine" { return true }
    let before = words.word(tokens.lowerBound - 2)
    return ["told", "tells", "telling"].contains(last) || last == "to" && before == "according"
      || last == "with" && before == "interview"
  }

  private func isInCapitals(_ sentence: Int) -> Bool {
    let tokens = words.document.sentences[sentence].tokens
    let letters = tokens.filter { words.isWord($0) }
    return letters.count >= 4
      && letters.allSatisfy { words.isCapitalized($0) && words.text($0) == words.text($0).uppercased() }
  }

  /// A state's organs: "Russian Foreign Ministry", "Russia's foreign ministry", "Ministry of Defence of Ukraine", and
  /// "the Foreign Ministry" where the text leaves no doubt of which country.
  func organs() -> [Reference] {
    var references: [Reference] = []
    var bare: [Organ] = []
    var index = 0
    while index < words.count {
      guard let organ = organ(at: index) else {
        index += 1
        continue
      }
      if let reference = reference(organ) {
        references.append(reference)
      } else if isSpecific(organ) {
        bare.append(organ)
      }
      index = max(organ.tokens.upperBound, index + 1)
    }
    references += bare.compactMap { reference(bare: $0, others: references) }
    return references
  }

  /// Whether an organ's name says enough to stand without its country: two words or more, in capitals or behind "the".
  private func isSpecific(_ organ: Organ) -> Bool {
    organ.tokens.count > 1
      && (words.isCapitalized(organ.tokens.lowerBound) || words.word(organ.tokens.lowerBound - 1) == "the")
      && !names.overlapping(words.range(organ.tokens)).contains {
        $0.range.contains(words.range(organ.tokens)) && $0.tokens.count > organ.tokens.count
      }
  }

  /// "The Foreign Ministry": that of the country whose ministry the text names elsewhere, else of the only country there.
  private func reference(bare organ: Organ, others: [Reference]) -> Reference? {
    let namesakes = Set(others.filter { $0.label?.hasSuffix(" " + organ.name) == true }.compactMap(\.country))
    if namesakes.count == 1, let code = namesakes.first {
      return reference(
        organ, country: code, tokens: organ.tokens, confidence: 0.8, rule: "organ of a country named with it elsewhere")
    }
    guard namesakes.isEmpty, codes.count == 1, let code = codes.first else { return nil }
    return reference(
      organ, country: code, tokens: organ.tokens, confidence: 0.6, rule: "organ of the only country in the text")
  }

  /// An organ's name without its country.
  private struct Organ {
    /// From the first word of its name.
    var tokens: Range<Int>
    /// "Foreign Ministry".
    var name: String
  }

  /// The organ whose name begins at a token: "Foreign Ministry", "ministry of foreign affairs", "parliament".
  private func organ(at start: Int) -> Organ? {
    guard words.isWord(start), !isInsidePerson(start) else { return nil }
    if words.word(start) == "ministry" || (words.word(start) == "department" && words.isCapitalized(start)),
      ["of", "for"].contains(words.word(start + 1))
    {
      return ministryOf(start)
    }
    if let noun = noun(at: start) {
      // "U.S. military action", "army base": what is done or owned, not who.
      if Lexicon.armedNoun.contains(words.word(start)), noun.count == 1, !words.isCapitalized(start),
        Lexicon.armedDeed.contains(words.word(start + 1))
      {
        return nil
      }
      return Organ(tokens: noun, name: titled(noun))
    }
    // Up to four words of a portfolio before the noun: "foreign ministry", "Interior and Health Ministry".
    var index = start
    while index < min(start + 5, words.count), isPortfolio(index) || (index > start && words.word(index) == "and") {
      index += 1
    }
    guard index > start, let noun = noun(at: index),
      ["ministry", "department", "intelligence"].contains(words.word(noun.lowerBound))
    else { return nil }
    if words.word(noun.lowerBound) == "department", !words.isCapitalized(noun.lowerBound) { return nil }
    let portfolio = words.text(start..<index).lowercased()
    let canonical = Lexicon.portfolioName[portfolio] ?? portfolio
    return Organ(tokens: start..<noun.upperBound, name: Self.titleCase(canonical) + " " + titled(noun))
  }

  /// "Ministry of Foreign Affairs" is "Foreign Ministry"; longer portfolios stay as printed.
  private func ministryOf(_ start: Int) -> Organ? {
    var end = start + 2
    if words.word(end) == "the" { end += 1 }
    let first = end
    while end < words.count, words.areInOneSentence(start, end),
      isPortfolio(end) || (words.isCapitalized(end) && words.isWord(end) && !isCountry(end))
        || words.word(end) == "affairs"
        || (["and", ",", "&"].contains(words.word(end)) && (words.isCapitalized(end + 1) || isPortfolio(end + 1)))
    {
      end += 1
    }
    guard end > first else { return nil }
    let portfolio = words.text(first..<end).lowercased()
    let head = Self.titleCase(words.word(start))
    guard words.isCapitalized(first) || isPortfolio(first) else { return nil }
    if let canonical = Lexicon.portfolioName[portfolio] {
      return Organ(tokens: start..<end, name: Self.titleCase(canonical) + " " + head)
    }
    let isSimple = end - first == 1
    return Organ(
      tokens: start..<end,
      name: isSimple ? Self.titleCase(portfolio) + " " + head : "\(head) of \(words.text(first..<end))")
  }

  private func isPortfolio(_ index: Int) -> Bool {
    RoleTable.standard.entries(of: words.word(index)).contains { $0.kind == .portfolio }
  }

  private func isInsidePerson(_ index: Int) -> Bool {
    personTokens.contains(index)
  }

  private func isCountry(_ index: Int) -> Bool { countryTokens.contains(index) }

  /// The longest organ noun that begins at a token: "supreme court".
  private func noun(at start: Int) -> Range<Int>? {
    for length in stride(from: min(3, words.count - start), through: 1, by: -1) {
      let phrase = (start..<(start + length)).map { words.word($0) }.joined(separator: " ")
      if Lexicon.organNoun.contains(phrase)
        || (length == 1 && phrase == "intelligence" && start > 0 && isPortfolio(start - 1))
      {
        return start..<(start + length)
      }
    }
    return nil
  }

  private func titled(_ tokens: Range<Int>) -> String {
    Self.titleCase(tokens.map { words.word($0) }.joined(separator: " "))
      .replacing("Defence", with: "Defense")
  }

  /// "supreme court" as "Supreme Court".
  static func titleCase(_ text: String) -> String {
    text.split(separator: " ").map { word in
      ["of", "and", "the", "for"].contains(word) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private func reference(_ organ: Organ) -> Reference? {
    if isBeginOfName(organ.tokens) { return nil }
    // "The Syrian army", "Nepal's Supreme Court": the country is named beside its organ; "the Kenyan Foreign Ministry" is
    // one name.
    let isOneName = words.isCapitalized(organ.tokens.lowerBound)
    if let (country, start) = countryBefore(organ.tokens.lowerBound) {
      let isWhole = isOneName && !words.isPossessive(organ.tokens.lowerBound - 1)
      return reference(
        organ, country: country, tokens: (isWhole ? start : organ.tokens.lowerBound)..<organ.tokens.upperBound,
        confidence: 0.92, rule: "organ of a country")
    }
    if !isEndOfName(organ.tokens.lowerBound), let (country, end) = countryAfter(organ.tokens.upperBound) {
      return reference(
        organ, country: country, tokens: organ.tokens.lowerBound..<(isOneName ? end : organ.tokens.upperBound),
        confidence: 0.92, rule: "organ of a country")
    }
    return nil
  }

  private func reference(_ organ: Organ, country code: String, tokens: Range<Int>, confidence: Double, rule: String)
    -> Reference?
  {
    guard let country = CountryTable.standard.country(code) else { return nil }
    let label = Self.adjective(of: country) + " " + organ.name
    let range = words.range(tokens)
    let known = OrganizationTable.standard.organization(named: label)
    return Reference(
      tokens: tokens, range: range, kind: .organization, form: .name, name: String(words.document[range]),
      id: known?.id ?? "organization." + Folding.slug(label), label: known?.label ?? label, country: code,
      confidence: confidence, rule: rule)
  }

  /// What the label of a country's organ begins with: "Russian", "US".
  static func adjective(of country: Country) -> String {
    switch country.code {
    case "US": "US"
    case "GB": "British"
    case "AE": "Emirati"
    default: country.adjectives.first ?? country.name
    }
  }

  /// Whether a capitalized word, or a hyphen behind one, stands before a token: "Revolutionary Armed Forces of Colombia" are not the
  /// armed forces, "United Self-Defense Forces of Colombia" neither.
  private func isEndOfName(_ start: Int) -> Bool {
    let before = words.word(start - 1) == "-" ? start - 2 : start - 1
    return words.isCapitalized(before) && words.isWord(before) && words.areInOneSentence(before, start)
      && !(words.isSentenceStart(before) && Lexicon.functionWord.contains(words.word(before)))
  }

  /// Whether a reader's name goes on behind an organ: "US Army Corps of Engineers" is not the army.
  private func isBeginOfName(_ organ: Range<Int>) -> Bool {
    let next = organ.upperBound
    guard words.isCapitalized(next), RoleTable.standard.entries(of: words.word(next)).isEmpty else { return false }
    return names.overlapping(words.range(organ)).contains {
      $0.kind == .organization && $0.tokens.contains(next) && $0.range.contains(words.range(organ))
    }
  }

  /// A country that ends right before a token, with or without "'s": its code and where it begins.
  private func countryBefore(_ start: Int) -> (String, Int)? {
    var end = start
    var isPossessive = false
    if words.isPossessive(end - 1) {
      end -= 1
      isPossessive = true
    }
    // "Ukraine's powerful interior ministry" has a word between; one is enough.
    for skip in 0...(isPossessive ? 1 : 0) {
      guard let country = countries.ending(before: end - skip), let code = country.country,
        country.kind == .country
      else { continue }
      // "Russia parliament" is no name; "US Senate" is.
      if !isPossessive, country.form == .name, !["US", "GB", "AE"].contains(code), !words.isCapitalized(start) {
        continue
      }
      if country.form == .demonym { continue }
      return (code, country.tokens.lowerBound)
    }
    return nil
  }

  /// A country right after a token, behind "of" or "in": its code and where it ends.
  private func countryAfter(_ end: Int) -> (String, Int)? {
    guard words.word(end) == "of" else { return nil }
    var index = end + 1
    if words.word(index) == "the" { index += 1 }
    if words.word(index) == "republic", words.word(index + 1) == "of" { index += 2 }
    guard let country = countries.starting(at: index), country.form == .name,
      country.kind == .country, let code = country.country
    else { return nil }
    return (code, country.tokens.upperBound)
  }
}
