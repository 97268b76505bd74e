import HearsayCore

/// Resolves he, she, it, who and their other cases to the entity that the sentences before make most likely.
struct PronounResolver {
  private let words: Words
  private var drafts: [EntityBuilder.Draft]
  private var links: [EntityBuilder.Link]
  /// How often each draft has been mentioned up to the pronoun at hand.
  private var timesNamed: [Int: Int] = [:]
  /// The first link of each sentence that has one.
  private let firstLink: [Int: Int]

  init(words: Words, drafts: [EntityBuilder.Draft], links: [EntityBuilder.Link]) {
    (self.words, self.drafts, self.links) = (words, drafts, links)
    var first: [Int: Int] = [:]
    for (index, link) in links.enumerated() {
      let sentence = words.sentence[link.reference.tokens.lowerBound]
      if first[sentence] == nil { first[sentence] = index }
    }
    firstLink = first
  }

  private static let male: Set<String> = ["he", "him", "his", "himself"]
  private static let female: Set<String> = ["she", "her", "hers", "herself"]

  /// The links of the pronouns, in text order; each may be the antecedent of the next.
  mutating func resolved() -> [EntityBuilder.Link] {
    var found: [EntityBuilder.Link] = []
    var position = 0
    // Named mentions and the pronouns resolved so far, in text order.
    var before: [EntityBuilder.Link] = []
    for token in 0..<words.count where words.sentence[token] >= 0 {
      let start = words.document.tokens[token].range.start
      while position < links.count, links[position].reference.range.start < start {
        before.append(links[position])
        timesNamed[links[position].draft, default: 0] += 1
        position += 1
      }
      guard let link = link(at: token, before) else { continue }
      found.append(link)
      before.append(link)
      timesNamed[link.draft, default: 0] += 1
      if link.reference.kind == .person, drafts[link.draft].gender == nil, let gender = gender(of: words.word(token)) {
        drafts[link.draft].gender = gender
      }
    }
    return found
  }

  private func gender(of word: String) -> Gender? {
    Self.male.contains(word) ? .male : Self.female.contains(word) ? .female : nil
  }

  private func link(at token: Int, _ before: [EntityBuilder.Link]) -> EntityBuilder.Link? {
    let word = words.word(token)
    if let gender = gender(of: word) { return person(at: token, gender, before) }
    switch word {
    case "who", "whose", "whom": return relative(at: token, before)
    case "it", "its", "itself": return thing(at: token, before)
    default: return nil
    }
  }

  private func link(_ token: Int, _ draft: Int, _ confidence: Double, _ rule: String) -> EntityBuilder.Link {
    let range = words.document.tokens[token].range
    return EntityBuilder.Link(
      reference: Reference(
        tokens: token..<(token + 1), range: range, kind: drafts[draft].kind, form: .pronoun,
        name: String(words.document[range]), confidence: confidence, rule: rule), draft: draft)
  }

  // MARK: He and she

  /// How far back a person may have been mentioned, in sentences.
  private static let reach = 3

  private func person(at token: Int, _ gender: Gender, _ before: [EntityBuilder.Link]) -> EntityBuilder.Link? {
    let sentence = words.sentence[token]
    var scores: [Int: Double] = [:]
    var order: [Int] = []
    var isNearest = true
    for link in before.reversed() {
      let distance = sentence - words.sentence[link.reference.tokens.lowerBound]
      if distance > Self.reach { break }
      guard link.reference.kind == .person || link.reference.form == .role && drafts[link.draft].kind == .person else {
        continue
      }
      if let theirs = drafts[link.draft].gender, theirs != gender { continue }
      var score = weight(link, from: token, distance: distance)
      if isNearest { score += 0.15 }
      isNearest = false
      if scores[link.draft] == nil { order.append(link.draft) }
      scores[link.draft, default: 0] += scores[link.draft] == nil ? score : score * 0.3
    }
    if let ahead = ahead(of: token, gender) {
      if scores[ahead] == nil { order.append(ahead) }
      scores[ahead] = max(scores[ahead] ?? 0, 1.45)
    }
    for draft in order where drafts[draft].gender == gender { scores[draft]! += 0.15 }
    // Whom the text is about is more likely than someone named once.
    for draft in order { scores[draft]! += 0.1 * Double(min(4, timesNamed[draft] ?? 0)) }
    guard
      let best = order.max(by: {
        scores[$0]! < scores[$1]!
          || (scores[$0]! == scores[$1]! && order.firstIndex(of: $0)! > order.firstIndex(of: $1)!)
      }),
      scores[best]! > 0.25
    else { return nil }
    let second = order.filter { $0 != best }.map { scores[$0]! }.max() ?? 0
    let margin = scores[best]! - max(0, second)
    let confidence = order.count == 1 ? 0.85 : min(0.8, 0.5 + 0.4 * margin)
    return link(token, best, confidence, order.count == 1 ? "the only person who fits" : "the likeliest person before")
  }

  private func weight(_ link: EntityBuilder.Link, from token: Int, distance: Int) -> Double {
    var score = [1.0, 0.75, 0.4, 0.2][distance]
    let first = link.reference.tokens.lowerBound
    let after = link.reference.tokens.upperBound
    if isSubject(link) { score += 0.5 }
    if isAfterPreposition(first) { score -= 0.3 }
    if link.reference.form == .pronoun { score += 0.1 }
    // Someone outside the quotation marks is rarely "he" inside them, and the other way round.
    if words.isQuoted[first] != words.isQuoted[token] { score -= distance == 0 ? 0.6 : 0.2 }
    // "Lind told him": the object is not the subject.
    let isObject = words.word(token) == "him" || (words.word(token) == "her" && !isFollowedByNoun(token))
    if isObject, distance == 0, token - after <= 4 { score -= 0.9 }
    return score
  }

  private func isAfterPreposition(_ first: Int) -> Bool {
    let before = words.word(first - 1)
    return Lexicon.placePreposition.contains(before) || Lexicon.actorPreposition.contains(before)
      || ["of", "to", "from", "about", "than", "as", "like", "unlike"].contains(before)
  }

  /// "In his speech, Lind said": the subject that follows, where the sentence opens with a preposition and names nobody
  /// before the pronoun.
  private func ahead(of token: Int, _ gender: Gender) -> Int? {
    let sentence = words.document.sentences[words.sentence[token]].tokens
    let opening = words.word(sentence.lowerBound)
    guard token - sentence.lowerBound <= 12, Self.openings.contains(opening) else { return nil }
    guard let start = firstLink[words.sentence[token]] else { return nil }
    for link in links[start...] {
      guard sentence.contains(link.reference.tokens.lowerBound) else { return nil }
      guard drafts[link.draft].kind == .person else { continue }
      let first = link.reference.tokens.lowerBound
      if first < token { return nil }
      if let theirs = drafts[link.draft].gender, theirs != gender { return nil }
      return words.word(first - 1) == "," && first - token <= 14 ? link.draft : nil
    }
    return nil
  }

  private static let openings: Set<String> = [
    "in", "after", "during", "with", "on", "despite", "as", "before", "at", "since", "for", "upon", "when", "while",
    "by",
    "throughout", "following", "from", "through", "under", "according", "although", "though", "because", "once",
    "until",
    "unlike", "like", "besides", "without", "if",
  ]

  private func isFollowedByNoun(_ token: Int) -> Bool {
    words.isWord(token + 1) && !Lexicon.functionWord.contains(words.word(token + 1))
      && words.areInOneSentence(token, token + 1)
  }

  /// Whether a mention is a subject: it opens its sentence or clause, or a verb follows.
  private func isSubject(_ link: EntityBuilder.Link) -> Bool {
    let first = link.reference.tokens.lowerBound
    if isAfterPreposition(first) { return false }
    let before = words.word(first - 1)
    let opensClause = ["“", "\"", "``", "but", "that", "when", "after", "because", "while", "if", "before", "although"]
    if words.isSentenceStart(first) || opensClause.contains(before) { return true }
    let next = words.word(link.reference.tokens.upperBound)
    return Self.copulas.contains(next) || Lexicon.actingVerb.contains(next) || Lexicon.auxiliary.contains(next)
      || (next.hasSuffix("ed") && next.utf8.count > 4)
  }

  private static let copulas: Set<String> = ["is", "was", "are", "were", "has", "had", "became", "also", "who"]

  // MARK: Who, it

  /// "Lind, who said": the person right before.
  private func relative(at token: Int, _ before: [EntityBuilder.Link]) -> EntityBuilder.Link? {
    guard let last = before.last, drafts[last.draft].kind == .person,
      words.areInOneSentence(last.reference.tokens.lowerBound, token)
    else { return nil }
    let end = last.reference.tokens.upperBound
    guard end == token || (end == token - 1 && words.word(end) == ",") else { return nil }
    return link(token, last.draft, 0.9, "the person right before")
  }

  /// "its": the organization or country before it in the sentence; "It said": the one that opens the sentence before.
  private func thing(at token: Int, _ before: [EntityBuilder.Link]) -> EntityBuilder.Link? {
    let sentence = words.sentence[token]
    func fits(_ link: EntityBuilder.Link) -> Bool {
      (drafts[link.draft].kind == .organization || drafts[link.draft].kind == .country)
        && [.name, .acronym, .short, .metonym, .role, .pronoun].contains(link.reference.form)
        && words.isQuoted[link.reference.tokens.lowerBound] == words.isQuoted[token]
    }
    let near = before.suffix(40)
    let inSentence = near.filter { words.sentence[$0.reference.tokens.lowerBound] == sentence && fits($0) }
    let isSpeaking = Lexicon.sayingVerb.contains(words.word(token + 1))
    if words.word(token) == "its" || words.word(token) == "itself" {
      if let subject = inSentence.last(where: isSubject) ?? inSentence.last {
        return link(token, subject.draft, inSentence.count == 1 ? 0.7 : 0.55, "the organization or country before it")
      }
    } else if !isSpeaking {
      return nil
    } else if let subject = inSentence.last(where: isSubject) {
      return link(token, subject.draft, 0.6, "the organization or country before it")
    }
    guard
      let previous = near.last(where: {
        words.sentence[$0.reference.tokens.lowerBound] == sentence - 1 && fits($0) && isSubject($0)
      })
    else { return nil }
    return link(token, previous.draft, 0.55, "the organization or country of the sentence before")
  }
}
