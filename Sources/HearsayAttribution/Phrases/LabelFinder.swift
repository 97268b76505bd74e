internal import HearsayCore

/// Finds speakers that are named without a verb of saying: "Lavrov: “…”", "He made it plain: “…”", "“…” — Maria Lopez", a
/// headline's "… – Russia".
struct LabelFinder: Sendable {
  let words: Words
  private let sources: SourceFinder
  /// The people by whose names, as they stand, paragraphs begin, where one has two: they talk to one another.
  private let talkers: Set<String>
  /// Whether several paragraphs begin with a label in capitals, as those of a conversation do.
  private let hasTurns: Bool
  private let kinds: [String: Entity.Kind]

  init(words: Words) {
    self.words = words
    sources = SourceFinder(words: words)
    talkers = Self.talkers(in: words)
    kinds = Dictionary(words.document.entities.map { ($0.id, $0.kind) }) { first, _ in first }
    hasTurns =
      words.document.paragraphs.lazy.filter { paragraph in
        let tokens = words.document.tokenIndices(in: paragraph)
        return Self.colon(within: 5, of: tokens, in: words).map { colon in
          (tokens.lowerBound..<colon).allSatisfy { words.isAllCapitals($0) }
        } ?? false
      }.prefix(2).count > 1
  }

  /// The statement of a passage with a label before it or a signature after it.
  func reading(of passage: Passage) -> Reading? {
    label(passage) ?? announcement(passage) ?? signature(passage)
  }

  /// The statement of a quotation that the next passage signs: “…” | — Maria Lopez
  func reading(of quoted: Passage, signedBy passage: Passage) -> Reading? {
    let tokens = passage.tokens
    guard passage.paragraph <= quoted.paragraph + 1, isDash(tokens.lowerBound), (2...8).contains(tokens.count) else {
      return nil
    }
    var name = tokens.lowerBound + 1..<tokens.upperBound
    if words.isTerminal(name.upperBound - 1) { name = name.lowerBound..<name.upperBound - 1 }
    guard !name.isEmpty, words.has(name.lowerBound, .capitalized),
      name.allSatisfy({ isNamelike($0) || words.isComma($0) })
    else { return nil }
    return Reading(
      cue: [tokens.lowerBound..<tokens.lowerBound + 1], verb: nil, source: name, content: [quoted.tokens],
      rule: .signature,
      passage: tokens, clause: name)
  }

  /// The turn of a conversation that `passage` begins: "LOPEZ: We lost.", or "Maria Lopez: We lost." where somebody has two turns.
  ///
  /// A mark that quotes the whole conversation may stand before it.
  func turn(opening passage: Passage) -> Reading? {
    var tokens = passage.tokens
    guard words.document.paragraphs[passage.paragraph].start == words.document.tokens[tokens.lowerBound].range.start
    else { return nil }
    if words.has(tokens.lowerBound, .mark), words.quotation[tokens.lowerBound] >= 0 { tokens = tokens.dropFirst() }
    guard let colon = Self.colon(within: 5, of: tokens, in: words), colon + 3 < tokens.upperBound else { return nil }
    let name = tokens.lowerBound..<colon
    let isCapitals =
      name.allSatisfy { words.isAllCapitals($0) } && name.contains { words.lower[$0].utf8.count > 3 }
      && !Self.rubrics.contains(words.lower[name.lowerBound]) && isTalker(name)
    guard isCapitals || talkers.contains(String(words.document[words.range(name)])) else { return nil }
    // The one who asks: "Q: Why did you leave?"
    let isQuestion = name.count == 1 && words.isOne(name.lowerBound, of: "q")
    return Reading(
      cue: [colon..<colon + 1], verb: isQuestion ? CueTable.standard.verbs.first { $0.lemma == "ask" } : nil,
      source: name, content: [colon + 1..<tokens.upperBound], rule: .transcript, passage: passage.tokens, clause: name)
  }

  /// Whether the capitals before a colon name who talks, and not where the report was written or what it holds: "KARACHI: The
  /// board", "WARNING: Some readers". Those of a conversation come more than once, or name a person.
  private func isTalker(_ name: Range<Int>) -> Bool {
    hasTurns
      || name.contains { index in
        words.mention[index] >= 0
          && [.person, .organization].contains(kinds[words.document.mentions[words.mention[index]].entity])
      }
  }

  /// The colon that ends a label at the beginning of `tokens`, one of the first `count`.
  private static func colon(within count: Int, of tokens: Range<Int>, in words: Words) -> Int? {
    tokens.prefix(count).first { words.isOne($0, of: ":") }.flatMap {
      $0 > tokens.lowerBound && words.document.tokens[$0].isSpaceAfter ? $0 : nil
    }
  }

  private static func talkers(in words: Words) -> Set<String> {
    let persons = words.document.entities.filter { $0.kind == .person }
    let (people, ids) = (Set(persons.flatMap { [$0.label] + $0.aliases }), Set(persons.map(\.id)))
    var turns: [String: Int] = [:]
    for paragraph in words.document.paragraphs {
      let tokens = words.document.tokenIndices(in: paragraph)
      guard let colon = colon(within: 6, of: tokens, in: words), colon + 2 < tokens.upperBound else { continue }
      let name = String(words.document[words.range(tokens.lowerBound..<colon)])
      // "JM:" where the text names Jane Moore.
      let mention = words.mention[tokens.lowerBound]
      let isInitials =
        mention >= 0 && words.document.mentions[mention].form == .acronym
        && ids.contains(words.document.mentions[mention].entity)
      if people.contains(name) || isInitials { turns[name, default: 0] += 1 }
    }
    let labels: Set<String> = Interview(words: words) == nil ? [] : ["Q", "A"]
    return labels.union(turns.values.contains { $0 > 1 } ? Set(turns.keys) : [])
  }

  private func isDash(_ index: Int) -> Bool { words.isOne(index, of: "–", "—", "―", "--", "-") }

  private func label(_ passage: Passage) -> Reading? {
    let tokens = passage.tokens
    guard let colon = Self.colon(within: 9, of: tokens, in: words), colon + 1 < tokens.upperBound else { return nil }
    let name = tokens.lowerBound..<colon
    guard name.allSatisfy({ isNamelike($0) && words.quotation[$0] < 0 }) else { return nil }
    // "KARACHI: The board": where it was written.
    if name.count == 1, words.isAllCapitals(name.lowerBound), !isTalker(name) { return nil }
    let rest = colon + 1..<tokens.upperBound
    let isQuoted = words.quotation[colon + 1] >= 0
    let isName = name.contains { words.mention[$0] >= 0 }
    let isLabel =
      isName && !Self.rubrics.contains(words.lower[name.lowerBound])
      || Self.voices.contains(words.lower[name.upperBound - 1])
    let isHeadline = isHeadline(passage) && isLabel && name.count <= 3 && rest.count > 3
    guard isQuoted && (isName || name.count <= 4) || isHeadline else { return nil }
    return Reading(
      cue: [colon..<colon + 1], verb: nil, source: name, content: [rest], rule: .label, passage: tokens, clause: name)
  }

  /// "But he made it plain: “…”": a clause, a colon, and a quotation to the end. Its subject speaks.
  private func announcement(_ passage: Passage) -> Reading? {
    let tokens = passage.tokens
    guard let colon = tokens.first(where: { words.isOne($0, of: ":") && words.quotation[$0] < 0 }),
      colon + 5 < tokens.upperBound,
      words.quotation[colon + 1] >= 0, let source = sources.subject(from: tokens.lowerBound, to: colon),
      words.quotations[words.quotation[colon + 1]].range.count > 24,
      (colon + 1..<tokens.upperBound).allSatisfy({ words.quotation[$0] >= 0 || words.has($0, .mark) })
    else { return nil }
    return Reading(
      cue: [colon..<colon + 1], verb: nil, source: source, content: [colon + 1..<tokens.upperBound], rule: .label,
      passage: tokens, clause: tokens.lowerBound..<colon)
  }

  private func signature(_ passage: Passage) -> Reading? {
    let tokens = passage.tokens
    guard
      let dash = tokens.suffix(9).first(where: {
        isDash($0) && (words.isSpaceBefore($0) || ($0 > 0 && words.quotation[$0 - 1] >= 0))
      }),
      dash > tokens.lowerBound, dash + 1 < tokens.upperBound
    else { return nil }
    let name = dash + 1..<tokens.upperBound
    guard words.has(dash + 1, .capitalized),
      name.allSatisfy({ isNamelike($0) || words.isOne($0, of: ",", "of", "from") })
    else { return nil }
    let content = tokens.lowerBound..<dash
    let isSigned = content.count > 5 && content.allSatisfy { words.quotation[$0] >= 0 || words.has($0, .mark) }
    let isHeadline =
      isHeadline(passage) && words.hasVerb(content) && words.mention[dash + 1] >= 0
      && words.mention[dash + 1] == words.mention[tokens.upperBound - 1]
      && content.contains { words.quotation[$0] >= 0 }
    guard isSigned || isHeadline else { return nil }
    return Reading(
      cue: [dash..<dash + 1], verb: nil, source: name, content: [content], rule: isSigned ? .signature : .label,
      passage: tokens, clause: name)
  }

  private func isNamelike(_ index: Int) -> Bool {
    words.has(index, .capitalized) || words.isOne(index, of: "of", "the", ".", "-", "'", "de", "van", "von", "al", "’")
  }

  /// A paragraph near the top that is one sentence and does not end as a sentence does.
  private func isHeadline(_ passage: Passage) -> Bool {
    passage.paragraph < 4 && words.document.paragraphs[passage.paragraph] == words.range(passage.tokens)
      && (passage.paragraph == 0 || !words.isOne(passage.tokens.upperBound - 1, of: "."))
  }

  /// What speaks before the colon of a headline without a name: "Poll: …".
  private static let voices: Set<String> = [
    "poll", "survey", "study", "report", "reports", "police", "officials", "official", "sources", "source", "experts",
    "ministry", "court", "minister", "president", "lawyer", "lawyers", "spokesman", "spokeswoman", "army", "military",
  ]

  /// What stands before the colon of a headline and says nothing: "Breaking: …".
  private static let rubrics: Set<String> = [
    "breaking", "video", "watch", "opinion", "analysis", "update", "updated", "exclusive", "live", "photos", "photo",
    "editorial", "review", "factbox", "explainer", "timeline", "profile", "interview", "news", "world", "politics",
    "sport",
    "sports", "business", "listen", "read", "comment", "gallery", "podcast", "recap", "preview", "obituary",
    "correction",
    "fact", "note", "author", "tags", "title", "date", "topic", "topics", "image", "category", "section",
  ]
}
