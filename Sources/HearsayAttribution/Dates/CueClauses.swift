internal import HearsayCore

/// Which words of a sentence belong to the clause of a cue, over its tree, and to the act of saying that it accompanies.
struct CueClauses: Sendable {
  let words: Words
  let tree: Tree

  /// Whether the clause of the cue of `reading` holds token `index`, by the tree or by standing right beside it.
  func holds(_ index: Int, of reading: Reading) -> Bool {
    if isToCome(index, reading) { return false }
    // "heard | in 2014 for his part and for saying that"
    if index < reading.cue[0].lowerBound,
      tree.children(verb(of: reading), "mark", "case").contains(where: {
        $0 > index && words.isOne($0, of: "for", "of", "without")
      })
    {
      return false
    }
    if isRightBefore(index, reading) { return true }
    // "called it a mess, and on Friday | asked for more": of what is done next.
    if index >= reading.cue[0].upperBound, let next = tree.clause(around: index), next > index,
      next != verb(of: reading),
      tree.isOne(next, of: "conj"),
      let joint = (reading.cue[0].upperBound..<index).last(where: { words.has($0, .coordinator) }),
      !(joint..<index).contains(where: { tree.partOfSpeech($0) == .verb })
    {
      return false
    }
    if let source = reading.source,
      isOfMaking(index, of: source) || index < reading.cue[0].lowerBound && isOfTextBesideName(index, source)
    {
      return true
    }
    if let source = reading.source, source.contains(index), tree.isUnder(index, tree.head(of: source)) {
      // "the author of a study published in May | said": whose time it is stands before the speaker's own.
      return isOfPresence(index) || isThing(source) && !isOfTopic(index, of: tree.head(of: source))
    }
    // "said Lund, an aide | in 2012": behind a comma, of what is told of the speaker.
    if let source = reading.source, source.upperBound <= index, tree.isUnder(index, tree.head(of: source)),
      index < reading.cue[0].lowerBound || source.lowerBound >= reading.cue[0].upperBound,
      (source.upperBound..<index).contains(where: { words.isComma($0) })
    {
      return isOfPresence(index) || isThing(source)
    }
    return isBeside(index, reading) || isPastAside(index, reading) || isGoverned(index, reading)
      || opensSentence(index, reading)
      || isOfSameSubject(index, reading) || isOfCompany(index, reading)
  }

  /// "told Radio Malmo, which did not name him, | on Friday": behind a clause between commas that tells of the hearer.
  private func isPastAside(_ index: Int, _ reading: Reading) -> Bool {
    let comma = words.isComma(index - 1) ? index - 1 : index - 2
    guard let cue = reading.cue.first, comma > cue.upperBound, words.isComma(comma), words.has(index, .weekday),
      comma == index - 1 || words.isOne(index - 1, of: "on"),
      let open = (cue.upperBound..<comma).last(where: { words.isComma($0) }), words.isOne(open + 1, of: "which", "who"),
      let hearer = reading.addressee, hearer.contains(open - 1) || hearer.upperBound == open
    else { return false }
    return !reading.content.contains { $0.overlaps(open..<index) }
  }

  /// "The bank in its last bulletin, published | in November, warned": of the text that stands between the speaker and the cue.
  func isOfTextBesideName(_ index: Int, _ source: Range<Int>) -> Bool {
    guard source.lowerBound < index, let maker = tree.clause(around: index),
      Occasion.making.contains(words.lower[maker]),
      tree.isOne(maker, of: "acl"), let text = tree.head(maker), text != tree.head(of: source)
    else { return false }
    return Occasion.isText(words.lower[text])
      && tree.children(text, "case").contains { words.isOne($0, of: "in") }
  }

  /// Whether a time is that of those who hear ("told people who had gathered there | on Monday"), or of making the text that
  /// somebody speaks in ("said in a statement which the firm issued | on Monday").
  private func isOfCompany(_ index: Int, _ reading: Reading) -> Bool {
    guard let clause = tree.clause(around: index) else { return false }
    // "said in an interview that the paper carried | on Friday", where the tree takes that for what was said.
    if tree.isOne(clause, of: "ccomp"), Occasion.making.contains(words.lower[clause]),
      let that = tree.children(clause, "mark").first(where: { words.isOne($0, of: "that") }), that > 0,
      Occasion.nouns.contains(words.lower[that - 1]), tree.head(that - 1) == verb(of: reading)
    {
      return !reading.content.contains { $0.contains(that) }
    }
    guard tree.isOne(clause, of: "acl"), let noun = tree.head(clause) else { return false }
    if let hearer = reading.addressee, hearer.contains(noun) {
      return Occasion.coming.contains(words.lower[clause])
    }
    return Occasion.making.contains(words.lower[clause]) && Occasion.isText(words.lower[noun])
      && tree.isOne(noun, of: "obl") && tree.head(noun) == verb(of: reading)
  }

  /// Whether a time stands between the comma behind the speaker and the cue: "The Daily Globe, which had a copy, | on Monday
  /// called".
  func isRightBefore(_ index: Int, _ reading: Reading) -> Bool {
    let cue = reading.cue[0].lowerBound
    let end = words.isComma(cue - 1) ? cue - 1 : cue
    guard index < cue, reading.verb != nil,
      let comma = (max(0, end - 6)..<max(0, end)).last(where: { words.isComma($0) }), comma < index,
      let source = reading.source, source.lowerBound < comma
    else { return false }
    return (comma + 1..<end).allSatisfy {
      words.has($0, [.weekday, .month, .number, .time]) || Self.timeWords.contains(words.lower[$0])
    }
  }

  /// Whether a time is that of making the text that speaks: "a plan drawn up | in 2011 says", "the book, which appeared | in
  /// 2014, says".
  func isOfMaking(_ index: Int, of source: Range<Int>) -> Bool {
    guard source.contains(index) || source.upperBound <= index && index - source.upperBound < 12 else { return false }
    // "according to the report of the league, made public | on Monday", wherever the tree ties it
    let maker = words.isComma(source.upperBound) ? source.upperBound + 1 : source.upperBound
    if index > maker, index - maker < 6, isThing(source), tree.clause(around: index) == maker,
      words.isOfMaking(maker)
    {
      return true
    }
    let head = tree.head(of: source)
    guard var verb = tree.clause(around: index), entity(head) == nil, !words.isOne(head, of: "diary", "diaries"),
      words.isOfMaking(verb)
    else { return false }
    while tree.isOne(verb, of: "conj"), let first = tree.head(verb) { verb = first }
    return tree.isOne(verb, of: "acl") && tree.head(verb) == head
  }

  /// Whether the clause around a time tells what is yet to be done then: "Lund, who will be tried | on Monday, told", "in a
  /// memoir to be released | on Monday".
  private func isToCome(_ index: Int, _ reading: Reading) -> Bool {
    guard let verb = tree.clause(around: index), verb != self.verb(of: reading), verb < index else { return false }
    let helpers = tree.children(verb, "aux", "mark").filter { $0 < verb }
    return helpers.contains { words.isOne($0, of: "will", "would", "shall", "'ll") }
      || helpers.contains { words.isOne($0, of: "to") } && helpers.contains { words.isOne($0, of: "be") }
  }

  /// Whether a time stands in a clause that tells what a text is about or for: "the review, which was about an evening | in May".
  private func isOfTopic(_ index: Int, of text: Int) -> Bool {
    var at = index
    // A tree is no deeper than its sentence is long.
    for _ in 0..<60 {
      if at == text { return false }
      if tree.relation(at) == "acl:relcl" {
        return !Occasion.making.contains(words.lower[at]) && tree.partOfSpeech(at) != .verb
      }
      guard let head = tree.head(at) else { return false }
      at = head
    }
    return false
  }

  /// Whether a thing speaks, whose own date is the day of saying: "a survey published in 2017".
  private func isThing(_ source: Range<Int>) -> Bool { Occasion.isText(words.lower[tree.head(of: source)]) }

  /// Whether a time is that of where the speaker is, or of what the speaker does in saying so: "the minister, visiting Malmo
  /// on Sunday, | said", "the judge, sentencing him on Monday, | said".
  func isOfPresence(_ index: Int) -> Bool {
    if isBetweenCommas(index) { return true }
    guard var verb = tree.clause(around: index), tree.isOne(verb, of: "acl", "advcl") else { return false }
    // "speaking on the quay as the last one left | on Monday"
    if tree.isOne(verb, of: "advcl"), tree.children(verb, "mark").contains(where: { words.isOne($0, of: "as") }),
      let main = tree.head(verb), Occasion.presences.contains(words.lower[main])
    {
      verb = main
    }
    let word = words.lower[verb]
    if Occasion.presences.contains(word) || Occasion.parts.contains(word) { return true }
    if Occasion.askedThere.contains(word), tree.relation(verb) != "acl:relcl" { return true }
    // "Lund, who announced the closure on Monday, | said"
    if tree.relation(verb) == "acl:relcl", Occasion.announcing.contains(word) { return true }
    let first = tree.phrase(verb).lowerBound
    return word.hasSuffix("ing") && tree.children(verb, "aux", "mark").isEmpty
      && (words.isComma(first) || words.isComma(first - 1))
      && (CueTable.standard.entry(at: verb, in: words) != nil || Occasion.doings.contains(word))
  }

  /// Whether a token stands in a phrase between commas that tells where and when somebody speaks: "Lund, in a broadcast | on
  /// Monday, said".
  private func isBetweenCommas(_ index: Int) -> Bool {
    guard let sentence = words.sentence(of: index) else { return false }
    let tokens = words.document.sentences[sentence].tokens
    guard let comma = (max(tokens.lowerBound, index - 12)..<index).last(where: { words.isComma($0) }),
      words.isOne(comma + 1, of: "in", "at", "during", "on", "also"),
      (comma + 1..<index).allSatisfy({ tree.partOfSpeech($0) != .verb && words.quotation[$0] < 0 }),
      let close = (index + 1..<min(index + 8, tokens.upperBound)).first(where: { words.isComma($0) })
    else { return false }
    // No row of names and things: "in Malmo, on Friday and in Oslo".
    return !(index..<close).contains { words.has($0, .coordinator) || tree.partOfSpeech($0) == .verb }
      && (comma + 1..<close).contains { words.has($0, [.weekday, .month, .number, .time]) }
      && (comma + 1..<close).contains {
        words.has($0, .weekday) || Occasion.nouns.contains(words.lower[$0]) || Occasion.events.contains(words.lower[$0])
      }
  }

  /// The words before the first comma of the sentence of `reading`, where its clause is one of several in a row: "On
  /// Monday, the port closed, and Lund | said".
  func opening(ofSentenceOf reading: Reading) -> Range<Int>? {
    let verb = verb(of: reading)
    guard reading.verb != nil, tree.isOne(verb, of: "conj", "parataxis"), let root = tree.head(verb),
      tree.head(root) == nil, tree.partOfSpeech(root) == .verb, !isOfNow(verb) || isOfNow(root),
      let sentence = words.sentence(of: verb),
      // ", but he later | said"
      !isAtAnotherTime(verb)
    else { return nil }
    let tokens = words.document.sentences[sentence].tokens
    // "On Monday the port closed, and Lund | said"
    let time = tokens.dropFirst().prefix { words.has($0, [.weekday, .month, .number]) || words.isOne($0, of: "the") }
    if words.isOne(tokens.lowerBound, of: "on", "in"), let last = time.last(where: { !words.isOne($0, of: "the") }),
      last < root, last < verb, time.contains(where: { words.has($0, [.weekday, .month]) })
    {
      return tokens.lowerBound..<last + 1
    }
    guard let comma = tokens.prefix(8).first(where: { words.isComma($0) }), comma < root, comma < verb,
      (tokens.lowerBound..<comma).allSatisfy({ tree.partOfSpeech($0) != .verb && !tree.isOne($0, of: "nsubj") })
    else { return nil }
    return tokens.lowerBound..<comma
  }

  /// Whether an adverb parts what the verb at `index` tells from what was told: "and later | denied it".
  private func isAtAnotherTime(_ index: Int) -> Bool {
    tree.children(index, "advmod").contains {
      words.isOne($0, of: "later", "earlier", "previously", "since", "subsequently", "afterwards", "afterward")
    }
  }

  /// Whether `reading` is said at another time than what its sentence tells before: "and later | denied it".
  func isAtAnotherTime(_ reading: Reading) -> Bool { isAtAnotherTime(verb(of: reading)) }

  /// "In August, the parents tried to get him released by | saying that": the time of what whoever says it does.
  private func isOfSameSubject(_ index: Int, _ reading: Reading) -> Bool {
    guard let source = reading.source, let act = tree.clause(around: index), let subject = tree.subject(act) else {
      return false
    }
    let verb = verb(of: reading)
    guard act != verb, source.contains(subject), tree.isUnder(verb, act), !isOfNow(verb) || isOfNow(act) else {
      return false
    }
    var at = verb
    while at != act, let head = tree.head(at) {
      if tree.relation(at) == "acl:relcl" { return false }
      at = head
    }
    return true
  }

  /// "On Friday, as the talks ended, Lund | said": a time between the sentence's beginning and its first comma is that of its
  /// main verb.
  private func opensSentence(_ index: Int, _ reading: Reading) -> Bool {
    guard let sentence = words.sentence(of: index), tree.head(verb(of: reading)) == nil else { return false }
    let tokens = words.document.sentences[sentence].tokens
    guard tokens.contains(verb(of: reading)), index < tokens.lowerBound + 8 else { return false }
    return (tokens.lowerBound..<index).allSatisfy {
      !words.isComma($0) && tree.partOfSpeech($0) != .verb && !words.has($0, [.subordinator])
        || words.has($0, [.weekday, .month, .number])
    }
  }

  /// Beside the cue or before its speaker with no other verb between: "On Friday, | Lund said", "said | Friday".
  private func isBeside(_ index: Int, _ reading: Reading) -> Bool {
    let cue = reading.cue[0]
    var between: Range<Int>
    if index >= cue.upperBound {
      between = cue.upperBound..<index
    } else {
      let start = reading.source.map { $0.upperBound <= cue.lowerBound ? $0.lowerBound : cue.lowerBound }
      between = index..<max(index, start ?? cue.lowerBound)
      // "The company began | in 1995, and | says": another verb has taken the time.
      if let source = reading.source, source.upperBound <= index { between = source.upperBound..<cue.lowerBound }
    }
    // "said Lund, who left | in May": past the speaker.
    if let source = reading.source, between.overlaps(source), index >= cue.upperBound {
      between = min(source.upperBound, index)..<index
    }
    guard between.count < 30 else { return false }
    // "left three years ago | after Kyiv accused him": the time is that of the clause outside.
    if index < cue.lowerBound, tree.children(verb(of: reading), "mark").contains(where: { $0 > index }) { return false }
    // "has attacked her since Holt, | on Monday, called it a fraud"
    if index >= cue.upperBound, let clause = tree.clause(around: index), clause != verb(of: reading),
      tree.isOne(clause, of: "advcl"), tree.children(clause, "mark").contains(where: between.contains)
    {
      return false
    }
    // "told the house so, and in an interview | on Sunday she urged it to wait": another's clause behind it.
    if index >= cue.upperBound, let clause = tree.clause(around: index), clause != verb(of: reading),
      tree.isOne(clause, of: "conj", "parataxis"), tree.subject(clause) != nil, clause > cue.upperBound
    {
      return false
    }
    // "while there was no rain | on Monday, residents said": a clause of its own.
    if index < cue.lowerBound, let clause = tree.clause(around: index), clause != verb(of: reading),
      tree.isOne(clause, of: "advcl"), tree.children(clause, "mark").contains(where: { $0 < index })
    {
      return false
    }
    // "On Monday lawmakers passed what the mayor, who | said so, had asked for": outside of a relative clause.
    if index < cue.lowerBound, tree.relation(verb(of: reading)) == "acl:relcl",
      !tree.phrase(verb(of: reading)).contains(index)
    {
      return false
    }
    // "The port closed | on Monday, and Lund said": another's clause before the "and".
    if index < cue.lowerBound, let clause = tree.clause(around: index), clause < index, clause != verb(of: reading),
      between.contains(where: { words.has($0, .coordinator) }), tree.subject(clause) != nil,
      reading.source.map({ source in !tree.subject(clause).map(source.contains)! }) ?? true
    {
      return false
    }
    // "In the letter, which was read out | in June, the auditors wrote": another time than that of writing.
    if index < cue.lowerBound, let clause = tree.clause(around: index), clause != verb(of: reading),
      tree.relation(clause) == "acl:relcl", !tree.phrase(clause).contains(verb(of: reading)),
      tree.children(clause, "nsubj").contains(where: { words.isOne($0, of: "which", "that") })
    {
      return false
    }
    // "said of | Monday's verdict": what it was about.
    if index >= cue.upperBound, tree.isOne(index, of: "nmod:poss", "nmod"), words.isOne(index + 1, of: "'s", "'"),
      let noun = tree.head(index),
      tree.children(noun, "case").contains(where: { words.isOne($0, of: "of", "about", "on", "regarding", "over") })
    {
      return false
    }
    // "rejected the letter | of last month, saying"
    if tree.isOne(index, of: "nmod"), let noun = tree.head(index), noun < index, tree.isOne(noun, of: "obj"),
      tree.children(index, "case").contains(where: { words.isOne($0, of: "of") })
    {
      return false
    }
    return between.allSatisfy { at in
      tree.partOfSpeech(at) != .verb && !words.isOne(at, of: "but", "while", "which", "who", ";", "when", "(", ")")
    }
  }

  /// Whether the "and" at `index` joins what is told of a thing: "in a cable sent in May | and leaked in June".
  func joinsParticiples(_ index: Int) -> Bool {
    guard let second = tree.head(index), let first = tree.head(second) else { return false }
    return tree.isOne(second, of: "conj") && tree.isOne(first, of: "acl")
  }

  private func isGoverned(_ index: Int, _ reading: Reading) -> Bool {
    let own = act(around: verb(of: reading))
    var at = index
    // A tree is no deeper than its sentence is long.
    for _ in 0..<60 {
      if reading.cue.contains(where: { $0.contains(at) }) || own.contains(at) { return true }
      if tree.partOfSpeech(at) == .verb || !tree.children(at, "cop").isEmpty {
        let isOpen = tree.isOne(at, of: "acl", "advcl", "xcomp") && tree.relation(at) != "acl:relcl"
        // "said so as she left | on Sunday", "said so when we rang her | on Sunday": at the same time.
        let isTogether =
          tree.isOne(at, of: "advcl") && tree.head(at) == verb(of: reading)
          && tree.children(at, "mark", "advmod").contains {
            words.isOne($0, of: "as") || words.isOne($0, of: "when") && $0 > reading.cue[0].lowerBound
              // "called it late while she was opening a school | on Monday"
              || words.isOne($0, of: "while") && $0 > reading.cue[0].lowerBound
                && (tree.subject(at).map { words.isOne($0, of: "he", "she", "they", "it") } ?? true)
          }
        guard isOpen && tree.subject(at) == nil || isTogether else { return false }
        // "After leaving the city last year, he said so": later, but "After meeting Lund on Monday".
        let isDay =
          words.has(index, [.weekday, .number])
          || words.has(index, .month) && (words.has(index - 1, .number) || words.has(index + 1, .number))
        if tree.isOne(at, of: "advcl"),
          tree.children(at, "mark", "case").contains(where: {
            words.isOne($0, of: "since", "despite") || words.isOne($0, of: "after") && !isDay
          })
        {
          return false
        }
        // "criticized the plan announced | on Monday"
        if let noun = tree.head(at), tree.isOne(at, of: "acl"), reading.content.contains(where: { $0.contains(noun) }),
          !Occasion.nouns.contains(words.lower[noun]) || reading.rule == .criticism && tree.isOne(noun, of: "obj")
        {
          return false
        }
      }
      // "said so when asked about the sit-in | on Saturday"
      if at != index, tree.children(at, "case").contains(where: { words.isOne($0, of: "about", "over", "regarding") }) {
        return false
      }
      guard let head = tree.head(at) else { return false }
      at = head
    }
    return false
  }

  /// Whether the verb at `index` tells what is being done: "is warning the parliament not to meet on Tuesday, | saying".
  func isUnderWay(_ index: Int) -> Bool {
    words.lower[index].hasSuffix("ing")
      && tree.children(index, "aux").contains { words.isOne($0, of: "is", "are", "'s") }
  }

  /// Whether a time before the cue is that of an event after or before which something is said: "After the attack | on
  /// Monday, Lund said", not "After talks on Monday", "Hours after the attack on Monday".
  func isOfEventTold(_ index: Int) -> Bool {
    // "on 3 | May 2018": the day and the year hang from the month.
    var time = index
    while tree.isOne(time, of: "nummod", "compound", "nmod"), words.has(time, [.number, .month]),
      let head = tree.head(time), words.has(head, [.month, .number])
    {
      time = head
    }
    guard tree.isOne(time, of: "nmod"), let noun = tree.head(time), noun < time,
      !Occasion.events.contains(words.lower[noun]), !Occasion.nouns.contains(words.lower[noun]),
      let opener = tree.children(noun, "case").first(where: {
        words.isOne($0, of: "after", "before", "following", "ahead", "amid", "despite")
      })
    else { return false }
    return !words.isOne(
      opener - 1, of: "hours", "minutes", "shortly", "moments", "soon", "immediately", "day", "days", "just", "hour")
  }

  /// The tokens that count the days between the day told of and the clause of the cue of `reading`: "a day | after Lund
  /// said".
  func countOfDays(toClauseOf reading: Reading) -> Range<Int>? {
    let mark = tree.children(verb(of: reading), "mark").first { words.isOne($0, of: "after") }
    guard let mark, mark < reading.cue[0].lowerBound, mark >= 2,
      words.isOne(mark - 1, of: "day", "days", "week", "weeks")
    else { return nil }
    return mark - 2..<mark
  }

  /// Whether the cue of `reading` says that more is said: "also | said".
  func isAlso(_ reading: Reading) -> Bool {
    let verb = verb(of: reading)
    return words.isOne(verb - 1, of: "also", "further")
      || tree.children(verb, "advmod").contains {
        words.isOne($0, of: "also", "further", "additionally")
      } || reading.cue.contains { $0.contains { words.isOne($0, of: "also", "further") } }
  }

  /// Whether the verb of the cue of `reading` is in the present: "says".
  func isPresent(_ reading: Reading) -> Bool { reading.verb != nil && isOfNow(verb(of: reading)) }

  /// Whether the verb at `index` is in the present: "began in 1995 and | says", "and | has said".
  func isOfNow(_ index: Int) -> Bool {
    if isPerfect(index) { return true }
    // "took to the air in 2016 to | say"
    if tree.children(index, "mark").contains(where: { words.isOne($0, of: "to") }) { return false }
    guard let forms = CueTable.standard.entry(at: index, in: words)?.forms else { return false }
    return !forms.isDisjoint(with: [.present, .base]) && !forms.contains(.past)
  }

  /// Whether the verb at `index` is in the present perfect, which tells no time: "has said".
  func isPerfect(_ index: Int) -> Bool {
    tree.children(index, "aux").contains { words.isOne($0, of: "has", "have", "'ve") }
      && !tree.children(index, "aux").contains { words.has($0, .modal) }
  }

  /// The verb of the cue of `reading`, or its last word.
  func verb(of reading: Reading) -> Int {
    reading.cue[0].last { tree.partOfSpeech($0) == .verb } ?? reading.cue[0].upperBound - 1
  }

  // MARK: Acts of saying

  /// Whether the verb at `index` tells of an act of saying without its content: "issued a ruling", "spoke".
  func isAct(_ index: Int) -> Bool {
    guard tree.partOfSpeech(index) == .verb else { return false }
    // "has ruled the country since 1994" is no ruling.
    if Occasion.speaking.contains(words.lower[index]) {
      return !words.isOne(index, of: "ruled") || tree.children(index, "obj").isEmpty
        || !tree.children(index, "xcomp", "ccomp").isEmpty
    }
    // "appeared before a committee"
    if words.isOne(index, of: "appeared") {
      return tree.children(index, "obl").contains {
        tree.children($0, "case").contains { words.isOne($0, of: "before") }
      }
    }
    // "issued a ruling", "the lawsuit was filed"
    return Occasion.verbs.contains(words.lower[index])
      && tree.children(index, "obj", "nsubj:pass").contains { Occasion.nouns.contains(words.lower[$0]) }
  }

  /// Whether token `index` hangs from the verb at `act` with no other verb between.
  func hangs(_ index: Int, from act: Int) -> Bool {
    var at = index
    for _ in 0..<60 {
      if at == act { return true }
      if tree.partOfSpeech(at) == .verb { return false }
      guard let head = tree.head(at) else { return false }
      at = head
    }
    return false
  }

  /// Whether a time at `index` is that of the text or the act at `act`: of its own phrase or of the verb that governs it.
  func belongs(_ index: Int, to act: Int) -> Bool {
    if tree.isUnder(index, act) { return true }
    var at: Int? = act
    // A tree is no deeper than its sentence is long.
    for _ in 0..<60 {
      guard let verb = at else { break }
      if tree.partOfSpeech(verb) == .verb {
        if hangs(index, from: verb) { return true }
        // "met them on Monday, | issuing a statement"
        guard tree.subject(verb) == nil, tree.isOne(verb, of: "advcl", "conj", "xcomp") else { return false }
      }
      at = tree.head(verb)
    }
    return false
  }

  /// The head of the words that name the speaker of `reading`.
  func speaker(of reading: Reading) -> Int? { reading.source.map { tree.head(of: $0) } }

  /// Whether the subject of the verb at `act` is the one that `speaker` names.
  func subject(_ act: Int, is speaker: Int) -> Bool {
    var verb = act
    // "began | testifying on Monday"
    while tree.subject(verb) == nil, tree.isOne(verb, of: "xcomp", "advcl", "conj"), let head = tree.head(verb) {
      verb = head
    }
    // "The minister, Anna Lind, flew to Malmo": by either name.
    return tree.subject(verb).map { subject in
      isSame(subject, speaker) || tree.children(subject, "appos").contains { isSame($0, speaker) }
    } ?? false
  }

  /// Whether the words that `one` and `other` head name the same speaker.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    if let own = entity(one), let other = entity(other) { return own == other }
    // "The court issued a ruling. It found": whoever has no name.
    if words.isOne(one, of: "it") || words.isOne(other, of: "it") {
      // Somebody named after "it" is no "it": "It warned them. The prefect said".
      let last = words.lower[max(one, other)]
      return entity(one) == entity(other)
        && (last == "it" || Occasion.courts.contains(last) || Occasion.isText(last) || Self.groups.contains(last))
    }
    // "The officers wrote a letter. They said"
    if words.isOne(other, of: "they") || words.isOne(one, of: "they") {
      let noun = words.isOne(one, of: "they") ? other : one
      return entity(one) == entity(other)
        && (words.lower[noun].hasSuffix("s") || Self.groups.contains(words.lower[noun]))
    }
    return words.lower[one] == words.lower[other] && entity(one) == entity(other)
  }

  /// What a time between commas is made of, beside its names and numbers: "eleven days later", "on the same evening".
  private static let timeWords: Set<String> = TimePhrase.partsOfDay.union(TimePhrase.counts.keys).union([
    "also", "day", "days", "earlier", "early", "following", "had", "in", "last", "late", "later", "month", "next", "on",
    "previous", "same", "the", "this", "week", "weeks", "year",
  ])
  /// Who are "they" though the word is in the singular.
  private static let groups: Set<String> = [
    "board", "committee", "council", "couple", "family", "group", "panel", "police", "team", "they", "trio", "union",
  ]

  /// The entity that token `index` names, if any.
  func entity(_ index: Int) -> String? {
    words.mention[index] >= 0 ? words.document.mentions[words.mention[index]].entity : nil
  }
}
