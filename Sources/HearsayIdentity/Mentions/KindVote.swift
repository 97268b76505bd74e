import HearsayCore

/// Decides what a name names from all the places where the document has it.
///
/// A name finder reads one sentence at a time and may call "Biden" an organization once and a person three times.
struct KindVote {
  private var votes: [String: [Entity.Kind: Double]] = [:]
  private let words: Words

  init(_ words: Words, names: [Reference]) {
    self.words = words
    let surnames = names.surnames
    // "Private England": what the text never is in is whom it calls so, though a table knows a place of that name.
    let located = Set(names.filter { Self.isLocated($0, in: words) }.map(\.key))
    func isNoPlace(_ name: Reference) -> Bool {
      name.tokens.count == 1 && !located.contains(name.key)
    }
    for name in names {
      add(name.confidence, name.kind, to: name.key)
      let before = name.tokens.lowerBound - 1
      let isLocated = Self.isLocated(name, in: words)
      let entries = RoleTable.standard.entries(of: words.word(before))
      if entries.contains(where: { $0.kind == .title || $0.kind == .rank || $0.kind == .office }), before >= 0,
        words.areInOneSentence(before, name.tokens.lowerBound),
        // "an official Granma report": what is official holds no office.
        words.isCapitalized(before)
          || entries.contains(where: { $0.kind == .office }) && words.word(before) != "official"
      {
        add(1.5, .person, to: name.key)
        if words.isCapitalized(before), isNoPlace(name) { add(Self.certain, .person, to: name.key) }
      }
      if isLocated { add(0.3, .place, to: name.key) }
      if name.tokens.count == 1, surnames.contains(name.key), !isLocated {
        add(name.kind == .place && isNoPlace(name) ? Self.certain : 2, .person, to: name.key)
      }
      if let last = name.tokens.last, name.tokens.count > 1, Lexicon.organizationWord.contains(words.word(last)) {
        add(1.5, .organization, to: name.key)
      }
      if name.kind != .place, namesOutlet(name) { add(3, .organization, to: name.key) }
      if let last = name.tokens.last, name.tokens.count > 1,
        Lexicon.watersAfter.contains(words.word(last)) || Lexicon.locality.contains(words.word(last))
      {
        add(1.5, .place, to: name.key)
      }
      if isPartOfCountry(name) { add(3, .place, to: name.key) }
      if let place = PlaceTable.standard.place(named: name.name), place.name.first?.isUppercase == true {
        add(name.kind == .person && name.tokens.count == 1 ? 0.8 : 1.5, .place, to: name.key)
      }
    }
  }

  /// More than all that speaks for another kind in a text.
  private static let certain = 100.0

  /// Whether something is in, at or near what is named, or comes from it.
  private static func isLocated(_ name: Reference, in words: Words) -> Bool {
    let before = words.word(name.tokens.lowerBound - 1)
    return Lexicon.placePreposition.contains(before) && before != "through"
  }

  /// Whether the noun behind a name says that it is one of a paper, a party, a news agency: "the Morning Light | newspaper".
  private func namesOutlet(_ name: Reference) -> Bool {
    let next = name.tokens.upperBound
    guard next < words.count, words.areInOneSentence(name.tokens.lowerBound, next), !words.isCapitalized(next) else {
      return false
    }
    let noun = words.word(next)
    return Lexicon.genericNoun.contains(noun) || ["tabloid", "channel"].contains(noun)
      || noun == "news" && words.word(next + 1) == "agency"
  }

  /// "North Poland", "Western Ukraine".
  private func isPartOfCountry(_ name: Reference) -> Bool {
    guard name.tokens.count > 1, Lexicon.direction.contains(words.word(name.tokens.lowerBound)) else { return false }
    let start = words.document.tokens[name.tokens.lowerBound + 1].range.start
    guard let match = CountryTable.standard.longestForm(in: words.document.utf8, at: start) else { return false }
    return match.end >= name.range.end && match.forms.contains { $0.kind == .name }
  }

  private mutating func add(_ weight: Double, _ kind: Entity.Kind, to key: String) {
    votes[key, default: [:]][kind, default: 0] += weight
  }

  /// `name` with the kind that its namesakes in the document vote for.
  func decided(_ name: Reference) -> Reference {
    guard let tally = votes[name.key] else { return name }
    var result = name
    var best = (tally[name.kind] ?? 0) + 0.01
    for kind in Entity.Kind.allCases {
      if let weight = tally[kind], weight > best { (best, result.kind) = (weight, kind) }
    }
    if result.kind != name.kind { result.rule = "name, by the document's other mentions of it" }
    return result
  }
}
