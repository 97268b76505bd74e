internal import HearsayCore

/// Who speaks where only the statements before tell it.
extension SpeakerResolver {
  /// How many statements back "the minister" is looked for.
  private static let reach = 12

  /// The speakers of `readings`, which are in order, with those that `known` lacks as far as an earlier one is named again:
  /// "they" and "it" after an organization or the people who speak for it, "the minister" after a minister with a name.
  func completed(_ known: [Mention?], of readings: [Reading]) -> [Mention?] {
    var speakers = known
    for index in readings.indices where speakers[index] == nil {
      guard let source = readings[index].source else { continue }
      if let issuer = organization(behind: source) {
        speakers[index] = issuer
      } else if index == 0 {
        speakers[0] = title(of: source).flatMap { state(ruledBy: $0, before: source.lowerBound) }
      } else if source.count == 1, mention(at: source.lowerBound) == nil {
        speakers[index] = pronoun(source.lowerBound, after: readings[index - 1], speakers[index - 1])
      } else if let noun = title(of: source) {
        let first = max(0, index - Self.reach)
        let before = (first..<index).last { speakers[$0] != nil && calls(readings[$0], noun, before: source) }
        speakers[index] =
          before.flatMap { speakers[$0] } ?? goesOn(noun, after: readings[index - 1], speakers[index - 1])
          ?? state(ruledBy: noun, before: source.lowerBound)
      }
    }
    return speakers
  }

  /// The one organization that the sentence or the one before it names outside quotation marks, for which "a spokesman" speaks:
  /// "Nordbank closed the branch. | A spokesman said so".
  private func organization(behind source: Range<Int>) -> Mention? {
    guard source.count == 2, words.isOne(source.lowerBound, of: "a", "the"),
      words.isOne(source.lowerBound + 1, of: "spokesman", "spokeswoman", "spokesperson"),
      let own = words.sentence(of: source.lowerBound), own > 0
    else { return nil }
    let start = words.document.sentences[own - 1].tokens.lowerBound
    let named = (start..<source.lowerBound).compactMap { index -> Mention? in
      guard words.quotation[index] < 0, let found = mention(at: index), kinds[found.entity] == .organization,
        found.form != .adjective
      else { return nil }
      return found
    }
    guard let first = named.first, named.allSatisfy({ $0.entity == first.entity }) else { return nil }
    return first
  }

  /// Whom the pronoun at `index` stands for in the sentence after `earlier`, or the same: "Russian officials said so. | They
  /// added", "The ministry said so. | It added".
  private func pronoun(_ index: Int, after earlier: Reading, _ before: Mention?) -> Mention? {
    guard let before, let group = earlier.source, group.upperBound <= index, let own = words.sentence(of: index),
      let other = words.sentence(of: group.lowerBound), own - other <= 1
    else { return nil }
    // "Anna Lind said so. | She added": whom no rule of pronouns was sure of.
    if words.isOne(index, of: "he", "she"), isPerson(before), before.form == .name, own > other,
      before.range.start >= words.document.tokens[group.lowerBound].range.start
    {
      return before
    }
    guard speaksThroughOthers(before) else { return nil }
    let head = phrases.likelyHead(of: group)
    if words.isOne(index, of: "it") { return words.isOne(head, of: "it") || mention(at: head) == before ? before : nil }
    let isGroup = words.lower[head].hasSuffix("s")
    guard Self.speakers.contains(words.lower[head]) || words.isOne(head, of: "they", "he", "she") else { return nil }
    if words.isOne(index, of: "they") { return isGroup || words.isOne(head, of: "they") ? before : nil }
    return words.isOne(index, of: "he", "she") && !isGroup && !words.isOne(head, of: "they") ? before : nil
  }

  /// The person who spoke in `earlier`, one or two sentences before, where the noun at `noun` only says what such people are:
  /// "she claimed. | “…,” the diplomat said".
  private func goesOn(_ noun: Int, after earlier: Reading, _ before: Mention?) -> Mention? {
    guard Self.callings.contains(words.lower[noun]), let before, isPerson(before), let source = earlier.source,
      source.upperBound <= noun, let own = words.sentence(of: noun), let other = words.sentence(of: source.lowerBound),
      own - other <= 2
    else { return nil }
    return before
  }

  /// The state of "the government" at `noun`: the one whose government, officials or authorities the text has named last.
  private func state(ruledBy noun: Int, before index: Int) -> Mention? {
    guard words.isOne(noun, of: "government"), words.isOne(noun - 1, of: "the") else { return nil }
    for at in (max(0, index - 300)..<index).reversed()
    where Self.rulers.contains(words.lower[at]) {
      let owner = (max(0, at - 3)..<at).reversed().lazy.compactMap { mention(at: $0) }.first
      if let owner, speaksThroughOthers(owner), owner.entity.hasPrefix("country.") { return owner }
    }
    return nil
  }

  private static let rulers: Set<String> = [
    "government", "officials", "authorities", "ministry", "president", "minister", "ministers", "parliament",
    "military",
    "army", "police", "king", "cabinet",
  ]

  private static let callings: Set<String> = [
    "diplomat", "politician", "lawmaker", "envoy", "statesman", "stateswoman",
  ]

  /// The noun of a source that only says what the speaker is: "the | minister", "the foreign | minister".
  private func title(of source: Range<Int>) -> Int? {
    let noun = source.upperBound - 1
    guard (2...4).contains(source.count), words.isOne(source.lowerBound, of: "the"),
      source.dropFirst().allSatisfy({ !words.has($0, [.mark, .preposition, .coordinator, .number]) }),
      !words.has(noun, .capitalized), !words.lower[noun].hasSuffix("s")
    else { return nil }
    return noun
  }

  /// Whether the source of `earlier` calls its speaker by the noun at `noun`: by its head, or beside the name.
  private func calls(_ earlier: Reading, _ noun: Int, before source: Range<Int>) -> Bool {
    guard let phrase = earlier.source, phrase.upperBound <= source.lowerBound else { return false }
    // "Lund, who led the study" is not the study.
    if Occasion.nouns.contains(words.lower[noun]) {
      return words.lower[phrases.likelyHead(of: phrase)] == words.lower[noun]
    }
    let qualifiers = source.dropFirst().dropLast()
    return phrase.contains { index in
      guard words.lower[index] == words.lower[noun], !words.isOne(index + 1, of: "'s", "'") else { return false }
      // Not "a spokesman for the minister": from a comma or the phrase's beginning no preposition.
      var at = index - 1
      while at >= phrase.lowerBound, !words.isComma(at) {
        if words.has(at, .preposition) || words.isOne(at, of: "'s", "'") { return false }
        at -= 1
      }
      // "the foreign minister" is not the prime minister.
      return qualifiers.allSatisfy { word in phrase.contains { words.lower[$0] == words.lower[word] } }
    }
  }
}
