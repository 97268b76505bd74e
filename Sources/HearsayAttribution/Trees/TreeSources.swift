internal import HearsayCore

/// Finds the words that name the speaker of a cue over its tree: the subject of the verb, or whom the verb shares one with.
struct TreeSources: Sendable {
  let words: Words
  let tree: Tree

  /// The speaker of `cue`; nil where the tree names none, or none that can be trusted.
  func source(of cue: Cue) -> SourceFinder.Found? {
    guard words.tree != nil else { return nil }
    switch cue.shape {
    case .according: return according(cue)
    case .passive: return agent(of: cue)
    case .finite, .gerund, .infinitive:
      if cue.frames.contains(.quoted), let quoted = quoted(by: cue) { return quoted }
      if let who = Overheard(words: words, tree: tree).speaker(of: cue.verb), let tokens = phrase(who, of: cue.verb) {
        let preposition = tree.children(who, "case").last { $0 < who }
        return SourceFinder.Found(tokens: max(tokens.lowerBound, preposition.map { $0 + 1 } ?? 0)..<tokens.upperBound)
      }
      return subject(of: cue.verb, cue, depth: 0)
    }
  }

  private func subject(of verb: Int, _ cue: Cue, depth: Int) -> SourceFinder.Found? {
    if let subject = tree.subject(verb) {
      guard let tokens = phrase(besideGap(subject, of: verb) ?? subject, of: verb) else { return nil }
      // Whoever says it does not stand in what was said.
      if depth > 0, words.quotation[subject] >= 0, words.quotation[cue.verb] < 0 { return nil }
      if depth > 0 { return SourceFinder.Found(tokens: tokens, isShared: true) }
      return SourceFinder.Found(tokens: tokens, isInverted: subject > verb)
    }
    guard depth < 4, let head = tree.head(verb) else { return nil }
    switch tree.relation(verb) {
    case "conj" where tree.partOfSpeech(head) == .verb || !tree.children(head, "cop").isEmpty,
      "advcl":
      // "criticized Lund for saying that": Lund said so.
      if tree.children(verb, "mark").contains(where: { words.isOne($0, of: "for") }),
        let object = tree.children(head, "obj").first(where: { $0 < verb }), let tokens = phrase(object, of: verb)
      {
        return SourceFinder.Found(tokens: tokens, isShared: true)
      }
      if let main = resumed(by: verb) { return subject(of: main, cue, depth: depth + 1) }
      return subject(of: head, cue, depth: depth + 1)
    case "xcomp":
      // "urged Kyiv to say": who is urged speaks.
      if let object = tree.children(head, "obj", "iobj").first, object < verb, let tokens = phrase(object, of: verb) {
        return SourceFinder.Found(tokens: tokens, isShared: true)
      }
      return subject(of: head, cue, depth: depth + 1)
    case "acl", "acl:relcl":
      return owner(head, of: verb, cue, depth: depth)
    default: return nil
    }
  }

  /// The one who speaks where the tree takes them for another name of what they speak of: "The bridge, a court | said, would be
  /// closed".
  private func besideGap(_ subject: Int, of verb: Int) -> Int? {
    guard subject < verb, let other = tree.children(subject, "appos").last, other > subject,
      words.isComma(tree.phrase(other).lowerBound - 1) || words.isComma(tree.phrase(other).lowerBound),
      let clause = tree.children(verb, "ccomp").first(where: { $0 > verb }), tree.subject(clause) == nil,
      tree.children(clause, "mark").isEmpty, let finite = tree.children(clause, "aux", "cop").first, finite > verb,
      (verb..<finite).contains(where: { words.isComma($0) })
    else { return nil }
    return other
  }

  /// By what somebody is told something.
  static let means: Set<String> = [
    "email", "e-mail", "fax", "letter", "mail", "phone", "post", "radio", "return", "telegram", "telephone", "text",
  ]

  /// The verb of saying whose speaker goes on with the verb at `index`, though the tree ties that to what was said: "noted that
  /// it had been late | and asked him to hurry", "said it was late and warned of more". The past of the one goes on in that of
  /// the other, and the present in the present, past what has an auxiliary.
  func resumed(by index: Int) -> Int? {
    if let main = addedTo(by: index) ?? outsideModal(index) ?? besideThing(index) ?? pastRelative(index)
      ?? pastClause(index)
    {
      return main
    }
    guard tree.isOne(index, of: "conj"), let clause = tree.head(index), clause < index,
      tree.isOne(clause, of: "ccomp"), let main = tree.head(clause), main < clause,
      tree.children(index, "aux", "cop", "nsubj", "mark").isEmpty,
      // "saying that it was late | and blaming him"
      isGerund(main) && isGerund(index) && !isGerund(clause)
        // "notes that it came late | but concludes"
        || has(.present, main) && has(.present, index) && words.lower[clause].hasSuffix("ed")
          && tree.children(clause, "aux", "cop").isEmpty
        // "said it was late | and asked for more", "said there was none | but denied it"
        || !tree.children(clause, "aux", "cop", "expl").isEmpty && tree.children(main, "aux").isEmpty
          && (has(.past, main) && has(.past, index) || has(.present, main) && has(.present, index)
            || has(.base, main) && has(.base, index)),
      words.quotation[main] == words.quotation[index]
    else { return nil }
    return main
  }

  /// The verb of saying around a clause with a modal verb whose row the verb at `index` cannot go on: "warned that it must act |
  /// and urged them to leave". After "must" stands the base form alone. Nor does what "has warned that it sank and urged".
  private func outsideModal(_ index: Int) -> Int? {
    guard tree.isOne(index, of: "conj"), let clause = tree.head(index), clause < index,
      tree.children(index, "aux", "cop", "nsubj", "mark").isEmpty,
      let entry = CueTable.standard.entry(at: index, in: words), !entry.forms.contains(.base)
    else { return nil }
    let isBarred =
      tree.children(clause, "aux").contains { words.has($0, .modal) } && !entry.forms.contains(.gerund)
      && !tree.children(clause, "aux").contains { words.has($0, .have) }
    var at = clause
    while let head = tree.head(at), head < at, tree.isOne(at, of: "ccomp", "advcl", "csubj", "xcomp") {
      if reports(head, beside: index) {
        let isPerfect = tree.children(head, "aux").contains { words.has($0, .have) }
        return isBarred
          || isPerfect && head == tree.head(clause) && entry.forms.contains(.participle)
          ? head : nil
      }
      at = head
    }
    return nil
  }

  /// The verb of saying whose speaker a participle goes on with where what was said is of nobody: "said the plan had failed, |
  /// describing it as a farce".
  private func besideThing(_ index: Int) -> Int? {
    guard isGerund(index), tree.isOne(index, of: "advcl"), tree.children(index, "mark", "nsubj", "aux").isEmpty,
      words.isComma(index - 1), let clause = tree.head(index), clause < index, tree.isOne(clause, of: "ccomp"),
      CueTable.standard.entry(at: clause, in: words) == nil, let subject = tree.subject(clause),
      tree.partOfSpeech(subject) == .noun || words.isOne(subject, of: "it", "this", "that", "there"),
      words.mention[subject] < 0,
      let main = tree.head(clause), main < clause, reports(main, beside: index)
    else { return nil }
    return main
  }

  /// The verb of saying behind whose object somebody does something, where the tree ties the next verb of saying to that: "thanked
  /// those who spoke up | and asked them to stay".
  private func pastRelative(_ index: Int) -> Int? {
    guard tree.isOne(index, of: "conj"), tree.children(index, "nsubj", "aux", "mark").isEmpty,
      let clause = tree.head(index), clause < index, tree.relation(clause) == "acl:relcl",
      CueTable.standard.entry(at: clause, in: words) == nil, let noun = tree.head(clause),
      let main = tree.head(noun), main < noun, tree.subject(main) != nil,
      let first = CueTable.standard.entry(at: main, in: words),
      let next = CueTable.standard.entry(at: index, in: words),
      !first.forms.isDisjoint(with: next.forms), words.quotation[main] == words.quotation[index]
    else { return nil }
    return main
  }

  /// The verb of saying around a clause whose verb the one at `index` cannot go on, as its tense or its quotation marks tell: "said
  /// the port “is closed” | and promised", "recommends that towns rebuild | and warns".
  private func pastClause(_ index: Int) -> Int? {
    guard tree.isOne(index, of: "conj"), tree.children(index, "nsubj", "aux", "mark", "cop").isEmpty,
      let clause = tree.head(index), clause < index, tree.isOne(clause, of: "ccomp"),
      tree.children(clause, "aux", "cop").isEmpty, let main = tree.head(clause), main < clause,
      reports(main, beside: index),
      let next = CueTable.standard.entry(at: index, in: words)
    else { return nil }
    if words.quotation[clause] >= 0 { return main }
    let isPresent = tree.partOfSpeech(clause) == .verb && words.lower[clause].hasSuffix("s")
    if next.forms.contains(.past) { return has(.past, main) && isPresent ? main : nil }
    return next.forms.contains(.present) && has(.present, main) && !isPresent && !words.lower[clause].hasSuffix("ed")
      ? main : nil
  }

  /// Whether the verb at `main` has a subject and takes what is said in a clause, and stands in the quotation of the verb at
  /// `index` or both in none.
  private func reports(_ main: Int, beside index: Int) -> Bool {
    guard let verb = CueTable.standard.entry(at: main, in: words)?.verb else { return false }
    return !verb.frames.isDisjoint(with: [.clause, .that]) && tree.subject(main) != nil
      && words.quotation[main] == words.quotation[index]
  }

  /// The verb of saying to which whoever "added that" or goes on "adding that" adds, though the tree ties that to what was said:
  /// "said in a letter that it was late | and added that", "it was late, he said, | and added that".
  private func addedTo(by index: Int) -> Int? {
    guard words.isOne(index, of: "added", "adding", "adds"), tree.isOne(index, of: "conj", "advcl"),
      let clause = tree.head(index), clause < index, tree.children(index, "nsubj", "aux", "mark").isEmpty,
      CueTable.standard.entry(at: clause, in: words) == nil
    else { return nil }
    let told =
      tree.isOne(clause, of: "acl")
      ? tree.head(clause).flatMap { tree.isOne($0, of: "obl") ? tree.head($0) : nil } : tree.head(clause)
    let main =
      tree.isOne(clause, of: "ccomp", "acl")
      ? told : tree.children(clause, "parataxis").last { $0 < index && tree.subject($0) != nil }
    guard let main, main < index, words.quotation[main] == words.quotation[index],
      CueTable.standard.entry(at: main, in: words) != nil
    else { return nil }
    return main
  }

  private func isGerund(_ index: Int) -> Bool {
    words.lower[index].hasSuffix("ing") && tree.partOfSpeech(index) == .verb
  }

  private func has(_ form: CueVerb.Form, _ index: Int) -> Bool {
    CueTable.standard.entry(at: index, in: words)?.forms.contains(form) ?? false
  }

  /// "officials saying that", "a statement saying that": the noun, or who made the statement.
  private func owner(_ noun: Int, of verb: Int, _ cue: Cue, depth: Int) -> SourceFinder.Found? {
    if let governor = tree.head(noun), tree.isOne(noun, of: "obj"), depth == 0,
      NounCueTable.standard[words.lower[noun]] != nil || words.isOne(noun, of: "letter", "tweet", "message", "note"),
      let issuer = subject(of: governor, cue, depth: 1)
    {
      return issuer
    }
    // "Dean, a doctor, spoke in the debate, saying that": a participle after a comma shares the clause's subject.
    let before = tree.phrase(verb).lowerBound - 1
    if cue.shape == .gerund, words.isComma(before) || words.isComma(before + 1) || words.quotation[max(0, before)] >= 0
    {
      guard let clause = tree.clause(around: noun) else { return nil }
      return subject(of: clause, cue, depth: depth + 1)
    }
    let start = (tree.children(noun, "case").last.map { $0 + 1 }) ?? tree.phrase(noun).lowerBound
    let end = min(tree.phrase(verb).lowerBound, cue.group.lowerBound)
    guard start < end, noun < verb else { return nil }
    let tokens = trimmed(start..<end)
    return tokens.map { SourceFinder.Found(tokens: $0) }
  }

  /// The words of the phrase that `head` heads, beside the verb, without the marks at its ends.
  func phrase(_ head: Int, of verb: Int) -> Range<Int>? {
    if words.isOne(head, of: "that", "which"), tree.relation(verb) == "acl:relcl" || words.isOne(head, of: "that"),
      head < verb
    {
      if words.isOne(head, of: "which") { return head..<head + 1 }
      guard let noun = tree.head(verb), noun < head else { return tree.isNominal(head) ? head..<head + 1 : nil }
      return trimmed(tree.phrase(noun).lowerBound..<min(head, tree.phrase(verb).lowerBound))
    }
    var span = tree.phrase(head)
    if span.contains(verb) {
      span =
        head < verb ? span.lowerBound..<min(span.upperBound, verb) : max(span.lowerBound, verb + 1)..<span.upperBound
    }
    if head < verb {
      // Auxiliaries and adverbs of the verb stand between.
      let stop =
        tree.children(verb).first { $0 > head && !span.contains($0) }.map { max(tree.phrase($0).lowerBound, head + 1) }
        ?? verb
      span = span.lowerBound..<min(span.upperBound, max(stop, head + 1))
      // "longtime pollster | Jane Roe said": a name that the tree has hung elsewhere.
      var end = span.upperBound
      while end < verb, tree.partOfSpeech(end) == .properNoun { end += 1 }
      if end < verb, end > span.upperBound, !words.has(end, .mark) { span = span.lowerBound..<end }
      if end == verb { span = span.lowerBound..<end }
    }
    return trimmed(span, of: verb)
  }

  /// `span` without conjunctions, adverbs and marks at its beginning, and marks at its end; nil where it holds a
  /// quotation too long to be a nickname, other than the one that the verb at `verb` stands in.
  private func trimmed(_ span: Range<Int>, of verb: Int? = nil) -> Range<Int>? {
    var (start, end) = (span.lowerBound, span.upperBound)
    while start < end,
      words.has(start, .coordinator) || (words.has(start, .mark) && !words.isOne(start, of: "@", "#", "$"))
        || words.isOne(start, of: "as", "while", "when", "if", "that", "although")
    { start += 1 }
    // "Anna Lund | late on Monday said"
    if let verb, end <= verb, end - start > 1, words.isOne(end - 1, of: "late", "early"),
      words.isOne(end, of: "on") || words.has(end, .weekday)
    {
      end -= 1
    }
    while start < end, words.has(end - 1, .mark), !words.isOne(end - 1, of: ")", ".", "%") { end -= 1 }
    if start < end, words.isOne(end - 1, of: "."), words.document.tokens[end - 1].range.count == 1 { end -= 1 }
    guard start < end else { return nil }
    let isLong = (start..<end).contains { index in
      words.quotation[index] >= 0 && words.quotation[index] != verb.map { words.quotation[$0] }
        && words.quotations[words.quotation[index]].range.count > 60
    }
    return isLong ? nil : start..<end
  }

  private func according(_ cue: Cue) -> SourceFinder.Found? {
    let according = cue.group.lowerBound
    guard let noun = tree.head(according), noun > according, tree.isOne(according, of: "case") else { return nil }
    let start = cue.group.upperBound
    let span = tree.phrase(noun)
    // "according to Lund; the ministry | rejected it"
    let end = (start..<max(start, span.upperBound)).first { words.isOne($0, of: ";") } ?? span.upperBound
    guard start < end, span.lowerBound <= according, let tokens = trimmed(start..<end) else {
      return nil
    }
    return SourceFinder.Found(tokens: tokens, isInverted: true)
  }

  /// "was criticized by Kyiv": the phrase after "by". "was quoted as saying": the subject.
  private func agent(of cue: Cue) -> SourceFinder.Found? {
    if cue.frames.contains(.quoted), words.isAsSaying(near: cue.group.upperBound) {
      return subject(of: cue.verb, cue, depth: 0)
    }
    let oblique = tree.children(cue.verb, "obl", "xcomp")
    // "was described as unsafe | by a court", where the tree gives the court to "unsafe"
    let inner = oblique.filter { tree.children($0, "case").contains { words.isOne($0, of: "as") } }
      .flatMap { tree.children($0, "obl", "nmod") }
    for child in oblique + inner where child > cue.verb {
      if let by = tree.children(child, "case").first,
        words.isOne(by, of: "by") && !Self.means.contains(words.lower[child])
          || cue.entry?.verb.lemma == "hear" && words.isOne(by, of: "from"),
        by + 1 < tree.phrase(child).upperBound,
        let tokens = trimmed(by + 1..<tree.phrase(child).upperBound)
      {
        return SourceFinder.Found(tokens: tokens, isInverted: true)
      }
    }
    return nil
  }

  /// "it quoted him as saying": whoever is quoted.
  private func quoted(by cue: Cue) -> SourceFinder.Found? {
    guard let object = tree.children(cue.verb, "obj").first, object > cue.verb else { return nil }
    let span = tree.phrase(object)
    // "quoted a scholar, Anna Lind, | as saying"
    let end = words.isComma(span.upperBound) ? span.upperBound + 1 : span.upperBound
    guard words.isOne(end, of: "as"), let tokens = trimmed(span) else { return nil }
    let subject = tree.subject(cue.verb).flatMap { phrase($0, of: cue.verb) }
    return SourceFinder.Found(tokens: tokens, isInverted: true, clauseStart: subject?.lowerBound)
  }
}
