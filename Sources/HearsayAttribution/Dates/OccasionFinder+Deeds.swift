internal import HearsayCore

/// What the sentence before tells of whoever speaks: an announcement, a question, a place, a session.
extension OccasionFinder {
  /// "Lund announced on Monday that she would go. In a letter to the board, she | wrote": the same announcement.
  func date(ofAnnouncementBehind reading: Reading, by speaker: Int, before own: Int) -> ResolvedDate? {
    guard let tree = words.tree, reading.verb != nil,
      reading.passage.contains(where: { token in
        clauses.isNewText(token) && words.quotation[token] < 0 && !isSaid(token)
          && (tree.isUnder(token, clauses.verb(of: reading)) || tree.isUnder(clauses.verb(of: reading), token))
      })
    else { return nil }
    // "By Sunday he had thought better of it. In a statement he | said"
    let first = tokens(own - 1).lowerBound
    if words.isOne(first, of: "by"), words.has(first + 1, .weekday) { return date([first + 1]) }
    // "ended her campaign on Monday. She made it known in a letter in which she | thanked them"
    let isMadeKnown = told(own).contains { words.isOne($0, of: "known", "public") }
    guard
      let act = tokens(own - 1).first(where: { token in
        (Occasion.announcing.contains(words.lower[token]) || isMadeKnown && tree.head(token) == nil
          || words.isOne(token, of: "resigned", "apologised", "apologized"))
          && tree.partOfSpeech(token) == .verb && !isSaid(token) && words.quotation[token] < 0
          && clauses.subject(token, is: speaker)
      })
    else { return nil }
    return date(told(own - 1).filter { clauses.hangs($0, from: act) })
  }

  /// "gave notice on Monday that he would appeal. “…,” the filing | states": what a text that was not told of says of a deed just
  /// told.
  func date(ofDeedBehindTextOf reading: Reading) -> ResolvedDate? {
    guard let tree = words.tree, let own = clauses.sentence(of: reading), own > 0, clauses.isQuoted(reading),
      let text = clauses.speaker(of: reading), words.isOne(text, of: "filing", "letter", "note", "order", "statement"),
      tree.children(text, "det").contains(where: { words.isOne($0, of: "the") }),
      !(max(0, own - Self.textReach)..<own).contains(where: {
        tokens($0).contains { Occasion.kind(of: words.lower[$0]) == Occasion.kind(of: words.lower[text]) }
      }),
      let root = mainVerb(of: own - 1)
    else { return nil }
    return date(in: own - 1, hangingFrom: root)
  }

  /// "In an interview on Monday she was asked about it. She | replied"
  func date(ofQuestionBehind reading: Reading, by speaker: Int, before own: Int) -> ResolvedDate? {
    guard let tree = words.tree, let verb = reading.verb, ["answer", "reply", "respond"].contains(verb.lemma),
      let asked = tokens(own - 1).first(where: { token in
        words.isOne(token, of: "asked", "questioned", "pressed") && !isSaid(token)
          && tree.children(token, "nsubj:pass").contains { clauses.isSame($0, speaker) }
      })
    else { return nil }
    let talks = tree.children(asked, "obl").filter { Occasion.speeches.contains(words.lower[$0]) }
    return date(
      told(own - 1).filter { token in
        clauses.hangs(token, from: asked) || talks.contains { tree.isUnder(token, $0) }
      })
  }

  /// "Lund was at a museum on Monday. “…,” she | said there"
  func date(ofPlaceOf reading: Reading, by speaker: Int, before own: Int) -> ResolvedDate? {
    guard let tree = words.tree, reading.verb != nil,
      let root = tokens(own - 1).first(where: { tree.head($0) == nil }), clauses.subject(root, is: speaker)
    else { return nil }
    let isThere = tree.children(clauses.verb(of: reading), "advmod").contains {
      words.isOne($0, of: "there") && !isSaid($0)
    }
    // "On Tuesday he was brief. “…,” he | said"
    let isManner =
      tree.partOfSpeech(root) == .adjective && !tree.children(root, "cop").isEmpty
      && clauses.isQuoted(reading)
    let isArrival = tree.children(clauses.verb(of: reading), "obl").contains {
      words.isOne($0, of: "arrival") && !isSaid($0)
    }
    // "Lund was among the speakers on Saturday. She | told the marchers"
    let isToThose =
      tree.partOfSpeech(root) != .verb
      && reading.addressee.map { hearer in
        words.isOne(hearer.lowerBound, of: "the", "those") && clauses.entity(tree.head(of: hearer)) == nil
      } ?? false
    guard isThere || isManner || isArrival || isToThose else { return nil }
    return date(told(own - 1).filter { clauses.hangs($0, from: root) })
  }

  /// "The council met on Monday. … Lund | told the council": when those who hear it sat.
  func date(ofSessionOf reading: Reading) -> ResolvedDate? {
    guard let tree = words.tree, let own = clauses.sentence(of: reading),
      let hearer = reading.addressee.map({ words.lower[tree.head(of: $0)] }), Occasion.hearers.contains(hearer),
      !clauses.isElsewhere(reading, without: isSaid)
    else { return nil }
    return (max(0, own - Self.nearReach)..<own).reversed().lazy.compactMap { sentence in
      tokens(sentence).lazy.filter { verb in
        (Occasion.sitting.contains(words.lower[verb])
          || Occasion.courts.contains(hearer) && Occasion.tried.contains(words.lower[verb])
            && tree.relation(verb) != "acl:relcl")
          && tree.partOfSpeech(verb) == .verb && !isSaid(verb)
          && tokens(sentence).contains { Occasion.areSameHearers(hearer, words.lower[$0]) && !isSaid($0) }
      }.compactMap { verb in date(told(sentence).filter { clauses.hangs($0, from: verb) }) }.first
    }.first
  }
}
