internal import HearsayCore

/// Finds the date of a text that speaks, or that somebody speaks in, where another sentence tells it: "A survey says so. The
/// report was released on Monday", "wrote in a letter on Monday that. The letter goes on".
struct TextFinder {
  /// The acts of saying that the text tells of.
  let occasions: OccasionFinder
  /// The statements that have a date and are of a text, in order.
  private var dated: [Text] = []

  /// A statement of a text: who made it, where that is known, and whether the text itself speaks.
  private typealias Text = (
    sentence: Int, kind: Occasion.TextKind, author: String?, date: ResolvedDate, isByText: Bool
  )

  /// How many sentences back a text is looked for by its kind, and by "it".
  private static let reach = 25
  private static let nearReach = 2
  /// How many statements of texts are looked at, the last ones: no more stand in that many sentences.
  private static let farthest = 100
  /// What somebody writes: "The letter accuses the mayor. “It is late,” Lund writes".
  private static let written: Set<Occasion.TextKind> = [.letter, .post, .book, .statement]
  /// How many sentences on a judge gives the reasons of a ruling.
  private static let rulingReach = 5
  /// How many sentences back a text is looked for that no statement is of.
  private static let farReach = 10

  init(occasions: OccasionFinder) { self.occasions = occasions }

  private var words: Words { occasions.words }
  private var clauses: CueClauses { occasions.clauses }

  /// Takes note of the day of a statement that a text makes, or somebody in a text.
  mutating func add(_ reading: Reading, _ date: ResolvedDate, by speaker: String?) {
    // "It recommends": the text that the last one was of.
    if isIt(reading), let sentence = sentence(of: reading) {
      let last = dated.suffix(Self.farthest).last { $0.date == date }
      let kind = last?.kind ?? kindToldOf(before: words.document.sentences[sentence].tokens.lowerBound) ?? .statement
      dated.append((sentence, kind, last?.author, date, true))
      return
    }
    let isRuling =
      isOfCourt(reading)
      && ["find", "hold", "rule", "order", "conclude", "decide", "say"].contains(reading.verb?.lemma)
    guard let kind = kind(of: reading) ?? (isRuling ? .ruling : nil), let sentence = sentence(of: reading) else {
      return
    }
    let isByText = reading.source.map { Occasion.kind(of: words.lower[clauses.tree.head(of: $0)]) != nil } ?? false
    dated.append((sentence, kind, speaker, date, isByText))
  }

  /// The day of the text that makes `reading`, by an earlier statement of that text.
  ///
  /// - Parameter speaker: The entity that speaks, where it is known.
  func date(of reading: Reading, by speaker: String?) -> ResolvedDate? {
    guard let source = reading.source, let own = sentence(of: reading), let tree = words.tree, !reading.isOnlyPossible
    else {
      return nil
    }
    let head = tree.head(of: source)
    // A judge gives the reasons of a ruling just told.
    if isOfCourt(reading), let last = dated.last, last.kind == .ruling, own - last.sentence <= Self.rulingReach,
      !clauses.isElsewhere(reading, without: occasions.isSaid)
    {
      return last.date
    }
    let isIt = isIt(reading) && !(reading.verb != nil && tree.relation(clauses.verb(of: reading)).hasSuffix(":relcl"))
    // "Its authors warned"
    let isAuthors =
      words.isOne(head, of: "author", "authors")
      && tree.children(head, "nmod:poss", "det").contains { words.isOne($0, of: "its", "the") }
    // "In it | she concedes"
    let isInIt = occasions.opensInIt(own) && !occasions.isSaid(occasions.tokens(own).lowerBound)
    if isIt || isAuthors || isInIt {
      let found =
        dated.suffix(Self.farthest).last { $0.sentence <= own && own - $0.sentence <= Self.nearReach }?.date
        ?? (isIt && own > 0 ? date(ofTextIn: own - 1) { _ in true } ?? date(ofTextActingIn: own - 1) : nil)
      if found != nil || !isAuthors { return found }
    }
    // "The study was published on Monday. “It is late,” the authors write", "The team concluded"
    if isOfAuthors(reading, head), let date = dateOfStudy(before: own) { return date }
    // "said in the letter", "wrote in the ruling"
    if let kind = kindSaidIn(reading, isToldOf: true),
      let last = dated.suffix(Self.farthest).last(where: { text in
        text.kind == kind && text.sentence <= own && own - text.sentence <= Self.reach
          && (text.author == nil && !isOwnText(in: reading) || text.author == speaker && speaker != nil
            || kind == .ruling)
      }), !isNewTold(of: kind, between: last.sentence, own)
    {
      return last.date
    }
    // "The letter accuses the mayor. “It is late,” Lund writes"
    if reading.verb?.lemma == "write", !clauses.isElsewhere(reading, without: occasions.isSaid),
      let last = dated.suffix(Self.farthest).last(where: { $0.sentence <= own && own - $0.sentence <= 1 }),
      last.author == nil && last.isByText || last.author == speaker && speaker != nil, Self.written.contains(last.kind),
      // "wrote on Twitter": elsewhere
      !tree.children(clauses.verb(of: reading), "obl").contains(where: {
        words.has($0, .capitalized) && !occasions.isSaid($0)
      })
    {
      return last.date
    }
    // "In a letter dated 28 February the ministry told another story. “…,” it | wrote"
    if ["write", "post", "tweet"].contains(reading.verb?.lemma), own > 0,
      words.isOne(head, of: "he", "she", "it", "they")
        || occasions.told(own - 1).contains(where: { clauses.isSame($0, head) }),
      !clauses.isElsewhere(reading, without: occasions.isSaid),
      clauses.told(reading, without: occasions.isSaid).allSatisfy({ !Occasion.isText(words.lower[$0]) }),
      let date = date(
        ofTextIn: own - 1,
        isMeant: { Occasion.kind(of: words.lower[$0]).map(Self.written.contains) ?? false })
    {
      return date
    }
    // "A footnote to paragraph 14 | says", "in paragraph 31 the regulator | warned"
    if let part = partSpeaking(in: reading), text(namedBy: part) == nil {
      let before = max(0, own - Self.farReach)...own
      guard let kind = kindToldOf(before: part) else { return nil }
      return dated.suffix(Self.farthest).last { text in
        text.kind == kind && before.contains(text.sentence)
          && (part == head || text.author == nil || text.author == speaker)
      }?.date
    }
    // "accused them in an indictment of 2016. The document | says": whatever text it is
    if words.isOne(head, of: "document", "text"), !isNew(head),
      let date = dated.suffix(Self.farthest).last(where: { $0.sentence <= own && own - $0.sentence <= Self.nearReach })?
        .date
        ?? (own > 0 ? date(ofTextIn: own - 1) { _ in true } : nil)
    {
      return date
    }
    guard let text = text(namedBy: head), let kind = Occasion.kind(of: words.lower[text]), !isNew(text) else {
      return nil
    }
    let owner = tree.children(text, "nmod:poss").first.flatMap { clauses.entity($0) }
    if let last = dated.suffix(Self.farthest).last(where: { text in
      text.kind == kind && text.sentence <= own && own - text.sentence <= Self.reach
        && (owner == nil || text.author == owner || text.author == nil && own - text.sentence <= Self.rulingReach)
    }), !isNewTold(of: kind, between: last.sentence, own) {
      return last.date
    }
    return (max(0, own - Self.farReach)..<own).reversed().lazy.compactMap { sentence in
      date(ofTextIn: sentence) { words.lower[$0] == words.lower[text] || Occasion.kind(of: words.lower[$0]) == kind }
    }.first
  }

  /// The kind of the text that was last told of as a known one before token `index`: "The report goes further".
  private func kindToldOf(before index: Int) -> Occasion.TextKind? {
    guard let own = words.sentence(of: index) else { return nil }
    return (max(0, own - Self.farReach)...own).reversed().lazy.compactMap { sentence in
      occasions.told(sentence).last { $0 < index && Occasion.kind(of: words.lower[$0]) != nil && !isNew($0) }
    }.first.flatMap { Occasion.kind(of: words.lower[$0]) }
  }

  /// Whether somebody speaks in a text of their own: "in its annual report".
  private func isOwnText(in reading: Reading) -> Bool {
    clauses.told(reading, without: occasions.isSaid).contains { index in
      Occasion.kind(of: words.lower[index]) != nil
        && clauses.tree.children(index, "nmod:poss").contains { words.isOne($0, of: "his", "her", "its", "their") }
    }
  }

  /// Whether those who made a study say what stands in it: "the authors write", "the team concluded".
  private func isOfAuthors(_ reading: Reading, _ head: Int) -> Bool {
    words.isOne(head, of: "author", "authors", "group", "researchers", "scientists", "team")
      && ["the", "its"].contains(words.lower[clauses.tree.phrase(head).lowerBound])
      && ["argue", "conclude", "describe", "estimate", "note", "recommend", "report", "suggest", "warn", "write"]
        .contains(
          reading.verb?.lemma)
      && !clauses.isElsewhere(reading, without: occasions.isSaid) && !clauses.isPerfect(clauses.verb(of: reading))
  }

  /// The day of the study that was last told of: by its statements, or by its publication.
  private func dateOfStudy(before own: Int) -> ResolvedDate? {
    let last = dated.suffix(Self.farthest).last {
      $0.kind == .report && $0.sentence <= own && own - $0.sentence <= Self.reach
    }
    return last?.date
      ?? (max(0, own - Self.reach)..<own).reversed().lazy.compactMap { sentence in
        date(ofTextIn: sentence) { Occasion.kind(of: words.lower[$0]) == .report }
      }.first
  }

  /// The text that the noun at `index` names, or is a part of: "the ruling", "the summary of the ruling".
  private func text(namedBy index: Int) -> Int? {
    if Occasion.kind(of: words.lower[index]) != nil { return index }
    guard Occasion.partsOfTexts.contains(words.lower[index]) else { return nil }
    return clauses.tree.children(index, "nmod").first { Occasion.kind(of: words.lower[$0]) != nil }
  }

  /// The part of a text that speaks in `reading`, or that somebody speaks in.
  private func partSpeaking(in reading: Reading) -> Int? {
    if let head = clauses.speaker(of: reading), Occasion.partsOfTexts.contains(words.lower[head]) { return head }
    guard reading.verb != nil else { return nil }
    return clauses.tree.children(clauses.verb(of: reading), "obl").first { part in
      Occasion.partsOfTexts.contains(words.lower[part]) && !occasions.isSaid(part)
        && clauses.tree.children(part, "case").contains { words.isOne($0, of: "in", "on") }
    }
  }

  /// Whether a sentence after sentence `first` and before sentence `last` tells of another text of the kind for the first
  /// time.
  private func isNewTold(of kind: Occasion.TextKind, between first: Int, _ last: Int) -> Bool {
    (first..<last).dropFirst().contains { sentence in
      occasions.tokens(sentence).contains { token in
        // "a draft resolution": a draft
        let whole = clauses.tree.isOne(token, of: "compound") ? clauses.tree.head(token) ?? token : token
        return Occasion.kind(of: words.lower[token]) == kind && !occasions.isSaid(token)
          && clauses.tree.children(whole, "det").contains { words.isOne($0, of: "a", "an", "another") }
      }
    }
  }

  /// Whether something without a name speaks, or a text that was just heard or its author: "it says".
  private func isIt(_ reading: Reading) -> Bool {
    guard let source = reading.source, let own = sentence(of: reading) else { return false }
    let head = clauses.tree.head(of: source)
    guard words.isOne(head, of: "it") else { return false }
    guard let entity = clauses.entity(head) else { return !isOfSpeaker(before: own) }
    guard let last = dated.last, last.sentence <= own, own - last.sentence <= 1 else { return false }
    return last.isByText || last.author == entity
  }

  /// Whether an "it" in sentence `own` is whoever speaks in the sentence before and not the text told of farther back: "wrote in a
  /// letter on Monday that. The union called it late. It | said".
  private func isOfSpeaker(before own: Int) -> Bool {
    guard own > 0, let last = dated.last(where: { $0.sentence < own }), last.sentence < own - 1,
      let verb = occasions.mainVerb(of: own - 1), CueTable.standard.entry(at: verb, in: words) != nil,
      let speaker = clauses.tree.subject(verb)
    else { return false }
    return [.noun, .properNoun].contains(clauses.tree.partOfSpeech(speaker)) && text(namedBy: speaker) == nil
      && !occasions.isSaid(speaker)
  }

  /// The day of the last text that sentence `sentence` tells of and that `isMeant`: "issued a report on Monday", "a note dated
  /// 9 May".
  private func date(ofTextIn sentence: Int, isMeant: @escaping (Int) -> Bool) -> ResolvedDate? {
    let told = occasions.told(sentence)
    return told.reversed().lazy.filter { Occasion.isText(words.lower[$0]) && isMeant($0) }.compactMap { noun in
      // "a draft | resolution"
      let whole = clauses.tree.isOne(noun, of: "compound") ? clauses.tree.head(noun) ?? noun : noun
      return occasions.date(told.filter { clauses.belongs($0, to: whole) })
    }.first
  }

  /// "ordered it on Monday. The order was signed by two judges. It | says": the day of the text that sentence `sentence` is
  /// about.
  private func date(ofTextActingIn sentence: Int) -> ResolvedDate? {
    guard let root = occasions.tokens(sentence).first(where: { clauses.tree.head($0) == nil }),
      let subject = clauses.tree.subject(root), Occasion.kind(of: words.lower[subject]) != nil
    else { return nil }
    return occasions.date(ofTextNamedAgain: subject, in: sentence)
  }

  /// The day of the text that makes `reading`, by a later sentence that tells when it came out.
  func dateToldAfter(_ reading: Reading) -> ResolvedDate? {
    guard let source = reading.source, let own = sentence(of: reading), let tree = words.tree, !reading.isOnlyPossible,
      let kind = Occasion.kind(of: words.lower[tree.head(of: source)]) ?? kindSaidIn(reading)
    else { return nil }
    for sentence in own + 1..<min(own + 4, words.document.sentences.count) {
      let tokens = occasions.tokens(sentence)
      for noun in tokens
      where Occasion.kind(of: words.lower[noun]) == kind && !occasions.isSaid(noun) && words.quotation[noun] < 0 {
        guard !isNew(noun) else { return nil }
        let makers = tokens.filter { verb in
          Occasion.making.contains(words.lower[verb]) && tree.partOfSpeech(verb) == .verb
            && (tree.children(verb, "nsubj").contains(noun) || tree.isOne(verb, of: "acl") && tree.head(verb) == noun)
        }
        let found = occasions.date(
          tokens.filter { token in !occasions.isSaid(token) && makers.contains { clauses.hangs(token, from: $0) } })
        if let found { return found }
      }
    }
    return nil
  }

  /// The kind of text that makes `reading`, or that it is said in.
  private func kind(of reading: Reading) -> Occasion.TextKind? {
    guard let tree = words.tree else { return nil }
    if let text = reading.source.flatMap({ text(namedBy: tree.head(of: $0)) }) {
      return Occasion.kind(of: words.lower[text])
    }
    if let kind = kindSaidIn(reading) { return kind }
    switch reading.verb?.lemma {
    case "rule": return .ruling
    case "tweet", "post", "blog": return .post
    default: return nil
    }
  }

  /// The kind of text that somebody says `reading` in: "said in a letter".
  ///
  /// - Parameter isToldOf: Whether it is one that was told of: "in the letter".
  private func kindSaidIn(_ reading: Reading, isToldOf: Bool = false) -> Occasion.TextKind? {
    clauses.told(reading, without: occasions.isSaid).lazy.compactMap { index -> Occasion.TextKind? in
      guard let kind = Occasion.kind(of: words.lower[index]), !isToldOf || !isNew(index) else { return nil }
      // "on its page", not "on the ruling"
      let isIn = clauses.tree.children(index, "case").contains {
        words.isOne($0, of: "in", "via", "through", "by") || kind == .post && words.isOne($0, of: "on")
      }
      return isIn ? kind : nil
    }.first
  }

  /// Whether a text is named for the first time: "a report", "another letter", "data of the agency".
  private func isNew(_ index: Int) -> Bool {
    guard let tree = words.tree else { return false }
    return clauses.isAnother(index)
      || !(tree.children(index, "det").contains { words.isOne($0, of: "the", "this", "that", "these", "those") })
        && tree.children(index, "nmod:poss").isEmpty
  }

  private func sentence(of reading: Reading) -> Int? { clauses.sentence(of: reading) }

  /// Whether a court or a judge speaks.
  private func isOfCourt(_ reading: Reading) -> Bool { reading.source.map(occasions.isOfCourt) ?? false }
}
