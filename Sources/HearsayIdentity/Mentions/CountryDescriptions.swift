import HearsayCore

/// Resolves "the country", "the Central Asian nation", "the government" to the country that the sentences before speak of.
struct CountryDescriptions {
  let words: Words
  let grammar: Grammar
  let drafts: [EntityBuilder.Draft]
  let links: [EntityBuilder.Link]

  /// The furthest that a description may stand from the name, in sentences.
  private static let reach = 3
  private static let government = "government"
  private static let nouns: Set<String> = ["country", "nation", "kingdom", government]

  func resolved() -> [EntityBuilder.Link] {
    var covered: Set<Int> = []
    for link in links { covered.formUnion(link.reference.tokens) }
    let countries = links.filter { $0.reference.kind == .country }
    guard !countries.isEmpty else { return [] }
    var found: [EntityBuilder.Link] = []
    for index in 0..<words.count where words.word(index) == "the" && words.sentence[index] >= 0 {
      guard let head = head(after: index, covered),
        let draft = draft(ofPlaceBefore: index, countries) ?? antecedent(at: index, head, countries)
      else { continue }
      let tokens = index..<(head + 1)
      let range = words.range(tokens)
      found.append(
        EntityBuilder.Link(
          reference: Reference(
            tokens: tokens, range: range, kind: .country, form: .role, name: String(words.document[range]),
            confidence: 0.7, rule: "the country spoken of before"), draft: draft))
    }
    return found
  }

  /// The noun of "the [two words] NOUN", where no other country's word stands between and nothing after makes it another:
  /// "the country of Georgia", "the other country", "the country's".
  private func head(after the: Int, _ covered: Set<Int>) -> Int? {
    for head in (the + 1)...(the + 3) {
      guard head < words.count, !covered.contains(head), words.areInOneSentence(the, head) else { return nil }
      let word = words.word(head)
      if Self.nouns.contains(word) {
        let next = words.word(head + 1)
        return ["of", "that", "where", "which", "with"].contains(next) || words.isTiedByHyphen(head + 1) ? nil : head
      }
      if Self.others.contains(word) || Lexicon.functionWord.contains(word) || !words.isWord(head) { return nil }
    }
    return nil
  }

  private static let others: Set<String> = [
    "other", "same", "first", "new", "next", "last", "only", "another", "every", "host", "home", "neighboring",
    "neighbouring", "foreign", "third", "that", "of", "in", "to", "and", "for", "entire", "whole", "rest",
  ]

  /// The country named in the nearest sentence that names one; of several the one that the text names far more often.
  private func antecedent(at the: Int, _ head: Int, _ countries: [EntityBuilder.Link]) -> Int? {
    let start = words.document.tokens[the].range.start
    var near: Set<Int> = []
    var nearest: Int?
    var counts: [Int: Int] = [:]
    for link in countries.reversed() where link.reference.range.end <= start && !isMereQuality(link) {
      if head > the + 1, isSubject(link, ofClauseAround: head) { continue }
      if isOfThoseIn(the, link) { continue }
      counts[link.draft, default: 0] += 1
      let distance = words.sentence[the] - words.sentence[link.reference.tokens.lowerBound]
      guard distance <= Self.reach, distance <= nearest ?? distance else { continue }
      nearest = distance
      near.insert(link.draft)
    }
    let order = near.sorted { (counts[$0]!, $1) > (counts[$1]!, $0) }
    guard let best = order.first else { return nil }
    // A government is that of the country which the text is about, and of no other that it names beside.
    if words.word(head) == Self.government, counts.values.contains(where: { $0 > counts[best]! }) { return nil }
    guard order.count > 1 else { return best }
    return counts[best]! >= 3 * counts[order[1]]! ? best : nil
  }

  /// "Russia views the events in the friendly nation as a plot": a description of more than a noun is not of who acts in its clause.
  private func isSubject(_ link: EntityBuilder.Link, ofClauseAround head: Int) -> Bool {
    guard grammar.hasTrees, words.areInOneSentence(link.reference.tokens.lowerBound, head) else { return false }
    let first = link.reference.tokens.lowerBound
    let isFirst = words.isSentenceStart(first) || (words.isSentenceStart(first - 1) && !words.isWord(first - 1))
    // "Russia views the events": a sentence that begins with the name, whatever a tree makes of it.
    if isFirst, link.reference.form == .name, words.isWord(first + 1), !words.isPossessive(first + 1) { return true }
    let place = grammar.place(of: link.reference.tokens)
    guard place.role == .subject, let governor = place.governor else { return false }
    var token = head
    for _ in 0..<8 {
      guard let above = grammar.head(of: token) else { return false }
      if grammar.isVerb(above) { return above == governor }
      token = above
    }
    return false
  }

  /// "U.S. troops now in the country": they are in another, or one would not say whose they are.
  private func isOfThoseIn(_ the: Int, _ link: EntityBuilder.Link) -> Bool {
    let end = link.reference.tokens.upperBound
    return link.reference.form != .demonym && ["in", "from", "into", "inside"].contains(words.word(the - 1))
      && words.areInOneSentence(end, the) && the - end <= 4 && the - end >= 2
      && Lexicon.armedNoun.union(["troops", "soldiers", "forces", "citizens", "diplomats"]).contains(words.word(end))
  }

  /// "Aktau, in the west of the country": the country of the place that the sentence has just named.
  private func draft(ofPlaceBefore the: Int, _ countries: [EntityBuilder.Link]) -> Int? {
    guard words.word(the - 1) == "of", Lexicon.direction.contains(words.word(the - 2)) else { return nil }
    let place = links.last {
      $0.reference.kind == .place && $0.reference.tokens.upperBound <= the
        && words.areInOneSentence($0.reference.tokens.lowerBound, the)
    }
    guard let place, let country = drafts[place.draft].country else { return nil }
    return countries.first { drafts[$0.draft].country == country }?.draft
  }

  /// "troops, mostly Russian, were sent into the country": an adjective that stands with no noun speaks of no country.
  private func isMereQuality(_ link: EntityBuilder.Link) -> Bool {
    guard link.reference.form == .adjective else { return false }
    let (start, end) = (link.reference.tokens.lowerBound, link.reference.tokens.upperBound)
    return ["mostly", "mainly", "largely", "partly"].contains(words.word(start - 1))
      || [",", ".", ";", ")"].contains(words.word(end))
  }
}
