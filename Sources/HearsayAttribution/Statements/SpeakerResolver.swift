internal import HearsayCore

/// Finds the entity that the words of a source, or of a hearer, stand for.
struct SpeakerResolver: Sendable {
  let words: Words
  private let phrases: NounPhrases
  private let kinds: [String: Entity.Kind]

  init(words: Words) {
    self.words = words
    phrases = NounPhrases(words: words)
    kinds = Dictionary(words.document.entities.map { ($0.id, $0.kind) }) { first, _ in first }
  }

  /// The mention that heads `phrase`; nil for a group that has no name ("officials") and for a people ("Russians").
  func mention(heading phrase: Range<Int>) -> Mention? {
    if words.isOne(phrase.lowerBound, of: "who", "which"), phrase.count == 1 {
      return antecedent(of: phrase.lowerBound)
    }
    let core = self.core(of: phrase)
    if let last = apposed(in: core) { return last }
    let head = phrases.head(of: core)
    if let mention = mention(at: head) {
      return mention.form == .adjective || mention.form == .demonym ? nil : mention
    }
    // "the ministry's website": the one whose it is.
    if Self.voices.contains(words.lower[head]) {
      let owners = core.prefix { $0 < head }.compactMap { mention(at: $0) }.filter { $0.form != .adjective }
      if let owner = owners.last { return owner }
      // "a statement by the ministry"
      if words.isOne(head + 1, of: "by", "from", "of"), head + 2 < core.upperBound,
        let owner = (head + 2..<core.upperBound).lazy.compactMap({ mention(at: $0) }).first(where: {
          $0.form != .adjective
        })
      {
        return owner
      }
    }
    // "the French government", "authorities in France": the country.
    if Self.governments.contains(words.lower[head]) {
      let countries = core.compactMap { mention(at: $0) }.filter { kinds[$0.entity] == .country }
      if let country = countries.first { return country }
    }
    // "the company's chief executive, Tim Cook,": the name after the comma.
    let comma = core.upperBound
    if words.isComma(comma), comma + 1 < phrase.upperBound, let name = mention(at: comma + 1), isPerson(name),
      name.range.start == words.document.tokens[comma + 1].range.start
    {
      return name
    }
    return nil
  }

  /// The phrase up to its first comma, bracket, dash or relative pronoun.
  private func core(of phrase: Range<Int>) -> Range<Int> {
    var end = phrase.lowerBound + 1
    while end < phrase.upperBound, !words.isOne(end, of: ",", "(", "–", "—", "who", "which", "whose") { end += 1 }
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
    // "a spokesman for President Putin" is not he; "minister for foreign affairs Sergei Lavrov" is.
    if between == 0 || (words.isOne(preposition, of: "for", "with", "from") && between < 2) { return nil }
    return words.isOne(start - 1, of: "'s", "'", "and", ",") || words.has(start - 1, [.determiner, .possessive])
      ? nil : mention
  }

  /// Whom "who" stands for: the phrase before it.
  private func antecedent(of pronoun: Int) -> Mention? {
    var end = pronoun
    while end > 0, words.isComma(end - 1) { end -= 1 }
    guard end > 0, let sentence = words.document.sentenceIndex(at: words.document.tokens[pronoun].range.start) else {
      return nil
    }
    let floor = words.document.sentences[sentence].tokens.lowerBound
    guard let phrase = phrases.phrase(before: end, from: floor) else { return nil }
    return mention(heading: phrase)
  }

  private func mention(at index: Int) -> Mention? {
    guard let found = words.mention[safe: index], found >= 0 else { return nil }
    return words.document.mentions[found]
  }

  private func isPerson(_ mention: Mention) -> Bool { kinds[mention.entity] == .person }

  private static let governments: Set<String> = ["government", "authorities", "administration", "leadership", "regime"]
  private static let voices: Set<String> = [
    "website", "site", "statement", "account", "page", "channel", "press", "service", "office", "report",
    "announcement",
  ]
}
