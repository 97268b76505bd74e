import HearsayCore

/// Finds countries, capitals and seats of government, and decides between the readings of an ambiguous form.
struct CountryReader {
  /// A form of the table in the text.
  struct Match {
    let range: TextRange
    let tokens: Range<Int>
    let forms: [CountryForm]
    let text: String
  }

  let words: Words
  let names: SortedReferences
  /// Every form in the text, in order, none overlapping.
  let matches: [Match]
  /// How often each country is meant beyond doubt, by code.
  let evidence: [String: Int]
  /// Whether the text speaks of states of the US.
  private let speaksOfUSStates: Bool
  private let personParts: Set<String>
  private let metonymy: Metonymy

  init(_ words: Words, names: [Reference]) {
    self.words = words
    metonymy = Metonymy(words: words, grammar: Grammar(words))
    self.names = SortedReferences(names)
    matches = Self.matches(in: words)
    var evidence: [String: Int] = [:]
    for match in matches where match.forms.count == 1 && match.forms[0].readings.isEmpty {
      let isCapital = match.forms[0].kind == .capital
      evidence[match.forms[0].code, default: 0] += isCapital ? 1 : 2
    }
    self.evidence = evidence
    speaksOfUSStates = words.lower.contains { Lexicon.stateOfUS.contains($0) }
    var parts: Set<String> = []
    for name in names where name.kind == .person && name.tokens.count > 1 {
      for token in name.tokens { parts.insert(words.word(token)) }
    }
    personParts = parts
  }

  private static func matches(in words: Words) -> [Match] {
    let text = words.document.utf8
    var matches: [Match] = []
    var index = 0
    while index < text.count {
      guard Bytes.isWord(text, at: index), index == 0 || !Bytes.isWord(text, at: index - 1) else {
        index += 1
        continue
      }
      guard let match = CountryTable.standard.longestForm(in: text, at: index) else {
        index += 1
        continue
      }
      // "US$40" is money.
      if match.end < text.count, text[match.end] == UInt8(ascii: "$") {
        index = match.end
        continue
      }
      let range = TextRange(index, match.end)
      matches.append(
        Match(
          range: range, tokens: words.tokens(overlapping: range), forms: match.forms,
          text: String(words.document[range])))
      index = match.end
    }
    return matches
  }

  /// The countries and capitals in the text. Capitals that are places come back with kind `place`.
  func references() -> [Reference] { matches.compactMap { isPartOfLongerName($0) ? nil : reference($0) } }

  /// The same, with those inside longer names: "Russia" in "Russia's Foreign Ministry".
  func allReferences() -> [Reference] { matches.compactMap(reference) }

  private func reference(_ match: Match) -> Reference? {
    guard !match.tokens.isEmpty, !isOtherRegion(match) else { return nil }
    guard let (form, confidence, rule) = reading(of: match) else { return nil }
    guard let country = CountryTable.standard.country(form.code) else { return nil }
    var reference = Reference(
      tokens: match.tokens, range: match.range, kind: .country, form: .name, name: match.text, id: country.id,
      label: country.name, country: country.code, confidence: confidence, rule: rule)
    switch form.kind {
    case .name: reference.form = .name
    case .adjective: reference.form = .adjective
    case .demonym: reference.form = .demonym
    case .capital, .seat:
      return metonymy.reading(of: reference, form: form, evidence: evidence[form.code] ?? 0)
    }
    return reference
  }

  /// Which country a form stands for here, how surely and why; nil where it stands for none or nothing decides.
  private func reading(of match: Match) -> (CountryForm, Double, String)? {
    let readings = Set(match.forms.flatMap(\.readings))
    if readings.contains(.country) || match.forms.count > 1 {
      let evident = match.forms.filter { (evidence[$0.code] ?? 0) > 0 }
      guard evident.count == 1 else { return nil }
      return (evident[0], 0.8, "the one of several countries that the text names in full")
    }
    let form = match.forms[0]
    let support = evidence[form.code] ?? 0
    if readings.contains(.word), support == 0, !isNamed(match, .place) {
      // "Turkey" in the middle of a sentence, or beside other countries, is no bird.
      let isCapitalByChoice = !words.isSentenceStart(match.tokens.lowerBound) && form.kind == .name
      guard form.kind == .name, match.text.utf8.count > 3, isCapitalByChoice || !evidence.isEmpty else { return nil }
    }
    if readings.contains(.people), isAboutNativePeople(match) { return nil }
    if readings.contains(.person), isPerson(match, support: support) { return nil }
    if readings.contains(.place), form.kind != .capital, form.kind != .seat {
      if speaksOfUSStates && support == 0 { return nil }
      if support == 0 && words.word(match.tokens.lowerBound - 1) == "," && form.code == "GE" { return nil }
    }
    if readings.contains(.organization), form.kind == .name, support == 0 { return nil }
    let confidence = readings.isEmpty ? 0.97 : (support > 0 ? 0.9 : 0.7)
    let rule =
      switch form.kind {
      case .name: "country by name"
      case .adjective: "country by adjective"
      case .demonym: "country by its people"
      case .capital: "capital"
      case .seat: "seat of government"
      }
    return (form, confidence, rule)
  }

  /// Whether a longer name covers the form: "Bank of America", "Michael Jordan", "Moscow State University".
  private func isPartOfLongerName(_ match: Match) -> Bool {
    names.overlapping(match.range).contains { name in
      guard name.range.contains(match.range), name.range.count > match.range.count else { return false }
      let extra = name.tokens.filter { !match.tokens.contains($0) && words.isWord($0) }
      if extra.isEmpty { return false }
      // "Almaty, Kazakhstan" names two places; "the West and Russia" two things.
      let isList = name.tokens.contains {
        [",", "and", "/", "-"].contains(words.word($0)) && !match.tokens.contains($0)
      }
      if isList && name.kind != .organization { return false }
      // "northern Syria": a part of the country still speaks of it.
      if name.kind == .place,
        extra.allSatisfy({ Lexicon.direction.contains(words.word($0)) && !words.isCapitalized($0) })
      {
        return false
      }
      return true
    }
  }

  /// "North America", "New Mexico", "Gulf of Mexico", "South China Sea", "African-American": no country.
  private func isOtherRegion(_ match: Match) -> Bool {
    if let prefix = words.hyphenPrefix(before: match.range),
      prefix.utf8.first.map({ (0x41...0x5A).contains($0) }) == true,
      !["Anti", "Pro", "Non", "Ex", "US", "Sino", "Russo", "Franco", "Anglo"].contains(prefix),
      match.forms.contains(where: { $0.readings.contains(.region) })
    {
      return true
    }
    let before = match.tokens.lowerBound - 1
    if words.areInOneSentence(before, match.tokens.lowerBound) {
      let word = words.word(before)
      if Lexicon.direction.contains(word),
        words.isCapitalized(before) || match.forms.contains(where: { $0.readings.contains(.region) }),
        !(words.isSentenceStart(before) && !["new", "latin", "north", "south", "west", "east"].contains(word))
      {
        return true
      }
      if Lexicon.watersBefore.contains(word), words.isCapitalized(before) { return true }
      if word == "of", Lexicon.watersBefore.contains(words.word(before - 1)), words.isCapitalized(before - 1) {
        return true
      }
    }
    let after = match.tokens.upperBound
    if Lexicon.watersAfter.contains(words.word(after)), words.isCapitalized(after) { return true }
    return false
  }

  private func isAboutNativePeople(_ match: Match) -> Bool {
    let index = words.sentence[match.tokens.lowerBound]
    guard index >= 0 else { return false }
    let sentence = words.document.sentences[index].tokens
    let near = sentence.clamped(to: (match.tokens.lowerBound - 12)..<(match.tokens.upperBound + 12))
    if near.contains(where: { Lexicon.nativeWord.contains(words.word($0)) }) { return true }
    // "Indians of the Great Plains": those of India are no Indians of somewhere.
    if match.text.hasSuffix("Indians"), words.word(match.tokens.upperBound) == "of" { return true }
    // "Indians of North America", "American Indians"
    return near.contains { ["america", "american", "americas"].contains(words.word($0)) }
      && (evidence["IN"] ?? 0) == 0 && !match.text.hasPrefix("Indian ") && near.contains { words.word($0) == "of" }
      || words.word(match.tokens.lowerBound - 1) == "american"
  }

  private func isNamed(_ match: Match, _ kind: Entity.Kind) -> Bool {
    names.overlapping(match.range).contains { $0.kind == kind }
  }

  /// Whether "Jordan" is someone here.
  private func isPerson(_ match: Match, support: Int) -> Bool {
    let before = words.word(match.tokens.lowerBound - 1)
    if RoleTable.standard.entries(of: before).contains(where: { $0.kind == .title || $0.kind == .rank }) { return true }
    if match.tokens.count == 1, personParts.contains(words.word(match.tokens.lowerBound)), support == 0 { return true }
    return support == 0 && isNamed(match, .person)
      && !Lexicon.placePreposition.contains(before)
  }
}
