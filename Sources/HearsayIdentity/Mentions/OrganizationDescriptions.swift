import HearsayCore

/// Resolves "the alliance", "the ministry", "the company" to the organization of that kind named last.
struct OrganizationDescriptions {
  let words: Words
  let grammar: Grammar
  let drafts: [EntityBuilder.Draft]
  let links: [EntityBuilder.Link]

  /// The furthest that a description may stand from the name, in sentences.
  private static let reach = 8

  func resolved() -> [EntityBuilder.Link] {
    var covered: Set<Int> = []
    for link in links { covered.formUnion(link.reference.tokens) }
    let callings = callings()
    var found: [EntityBuilder.Link] = []
    for index in 0..<words.count where !covered.contains(index) {
      guard let tokens = description(at: index, covered), let head = tokens.last,
        let (draft, distance) = antecedent(of: head, at: index, callings)
      else { continue }
      let range = words.range(tokens)
      found.append(
        EntityBuilder.Link(
          reference: Reference(
            tokens: tokens, range: range, kind: .organization, form: .role, name: String(words.document[range]),
            confidence: distance <= 3 ? 0.75 : 0.6, rule: "an organization of that kind named before"), draft: draft))
    }
    return found
  }

  /// The words of the description that begins at `index`: "the ministry", "the military alliance"; "ministry" of "a ministry
  /// spokesman".
  private func description(at index: Int, _ covered: Set<Int>) -> Range<Int>? {
    if words.word(index) == "the" { return head(after: index, covered).map { index..<($0 + 1) } }
    guard Lexicon.organizationHead[words.word(index)] != nil, Self.speaking.contains(words.word(index + 1)),
      words.areInOneSentence(index, index + 1), !covered.contains(index + 1),
      words.isSentenceStart(index) || !words.isCapitalized(index)
    else { return nil }
    return words.isSentenceStart(index) || Self.openers.contains(words.word(index - 1)) ? index..<(index + 1) : nil
  }

  /// What may stand before "ministry" of "ministry spokesman" and is no part of a name.
  private static let openers: Set<String> = [
    "a", "an", "the", "one", "another", "two", "several", "some", "senior", "by", "with", ",", "and", "but",
  ]

  private static let speaking: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen", "official", "officials", "representative",
    "representatives",
  ]

  /// The noun of "the [one word] NOUN", where nothing after it makes it another one: "the ministry of health".
  private func head(after the: Int, _ covered: Set<Int>) -> Int? {
    for head in (the + 1)...(the + 2) {
      guard head < words.count, !covered.contains(head), words.areInOneSentence(the, head) else { return nil }
      let word = words.word(head)
      if Lexicon.organizationHead[word] != nil {
        let next = words.word(head + 1)
        let isOther =
          next == "of" || covered.contains(head + 1)
          || (words.isCapitalized(head + 1) && !words.isSentenceStart(head + 1))
        let isCompound =
          Lexicon.organizationHead[next] != nil || RoleTable.standard.entries(of: next).contains { $0.kind == .office }
        return isOther || isCompound ? nil : head
      }
      // One lower-case word between: "the military alliance", but not "the other alliance".
      if words.isCapitalized(head)
        || ["other", "same", "first", "new", "next", "last", "whole", "entire", "ruling", "two"].contains(word)
      {
        return nil
      }
    }
    return nil
  }

  /// The number of links that begin before a token.
  private func position(before token: Int) -> Int {
    var (low, high) = (0, links.count)
    while low < high {
      let middle = (low + high) / 2
      if links[middle].reference.tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What the text calls each organization beside its name: "Tarn Holdings, a | bank | in Malmo, …".
  private func callings() -> [Int: Set<String>] {
    var callings: [Int: Set<String>] = [:]
    for link in links where link.reference.kind == .organization {
      let comma = link.reference.tokens.upperBound
      guard words.word(comma) == ",", ["a", "an", "the"].contains(words.word(comma + 1)),
        words.areInOneSentence(comma, comma + 2)
      else { continue }
      // The last of the words before a mark, a preposition or a clause.
      let noun = (comma + 2..<min(comma + 7, words.count)).prefix { index in
        words.areInOneSentence(comma, index) && !Self.closers.contains(words.word(index))
      }.last
      guard let noun, Lexicon.organizationHead[words.word(noun)] != nil else { continue }
      callings[link.draft, default: []].insert(words.word(noun))
    }
    return callings
  }

  /// What ends the words that call an organization something.
  private static let closers: Set<String> = [
    ",", ".", ";", ":", ")", "–", "—", "of", "in", "for", "at", "with", "from", "by", "on", "to", "based", "that",
    "which",
    "who", "whose", "where", "and", "is", "was", "said",
  ]

  private func antecedent(of head: Int, at the: Int, _ callings: [Int: Set<String>]) -> (draft: Int, distance: Int)? {
    let word = words.word(head)
    guard let kinds = Lexicon.organizationHead[word], words.sentence[the] >= 0 else { return nil }
    var best: (draft: Int, distance: Int, score: Double)?
    for link in links[..<position(before: the)].reversed()
    where link.reference.kind == .organization && link.reference.range.end <= words.document.tokens[the].range.start {
      let distance = words.sentence[the] - max(0, words.sentence[link.reference.tokens.lowerBound])
      // The nearest, unless one who does something is as near as makes no difference.
      if distance > (best == nil ? Self.reach : 2) { break }
      let heads = drafts[link.draft].heads
      let isCalled = callings[link.draft]?.contains(word) ?? false
      guard isCalled || heads.contains(word) || !heads.isDisjoint(with: kinds), fits(link.draft, from: the, to: head)
      else { continue }
      let score = prominence(link, at: the) - 0.1 * Double(distance)
      if best == nil || score > best!.score { best = (link.draft, distance, score) }
    }
    return best.map { ($0.draft, $0.distance) }
  }

  /// How much a mention is spoken of: subjects more than others, those inside quotation marks less.
  private func prominence(_ link: EntityBuilder.Link, at the: Int) -> Double {
    let role = grammar.place(of: link.reference.tokens).role
    let isQuoted = words.isQuoted[link.reference.tokens.lowerBound] && !words.isQuoted[the]
    let isHere = words.areInOneSentence(link.reference.tokens.lowerBound, the)
    return (isHere ? 0.2 : 0) + (role == .subject || role == .passive ? 0.25 : 0) - (isQuoted ? 0.4 : 0)
  }

  /// Whether the word between "the" and the noun is the organization's own, where such words tell many apart: "the district court" is
  /// no court of appeals.
  private func fits(_ draft: Int, from the: Int, to head: Int) -> Bool {
    guard head > the + 1, Self.manifold.contains(words.word(head)) else { return true }
    let stem = words.word(the + 1).prefix(5)
    return drafts[draft].forms.contains { form in
      form.form.lowercased().split(separator: " ").contains { $0.hasPrefix(stem) }
    }
  }

  /// Nouns of which one state has many.
  private static let manifold: Set<String> = ["court", "ministry", "department", "committee", "party", "bank"]
}
