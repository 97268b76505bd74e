internal import HearsayCore

/// The act that a statement accompanies, and when that was: "banned the airline on Monday, | saying".
extension CueClauses {
  /// The verbs whose subject the verb at `anchor` shares: "banned the airline on Monday, | saying"; and the occasion that
  /// its clause tells more of: "a letter published on Monday in which | she said".
  func act(around anchor: Int) -> [Int] {
    // "heard in 2014 for his part and for | saying that": a reason, and no company.
    if tree.children(anchor, "mark", "case").contains(where: { words.isOne($0, of: "for", "of", "without", "before") })
    {
      return []
    }
    var found: [Int] = []
    var at = anchor
    // "announced on Monday that it would close, | citing costs", though the tree ties that to what was announced.
    if tree.isOne(at, of: "advcl"), words.lower[at].hasSuffix("ing"), words.isComma(tree.phrase(at).lowerBound),
      let clause = tree.head(at), tree.isOne(clause, of: "ccomp"), !tree.children(clause, "aux").isEmpty,
      let main = tree.head(clause), main < clause, CueTable.standard.entry(at: main, in: words) != nil
    {
      found.append(main)
    }
    while found.count < 4, tree.subject(at) == nil, tree.isOne(at, of: "conj", "advcl", "xcomp", "acl"),
      tree.relation(at) != "acl:relcl", let head = tree.head(at), tree.partOfSpeech(head) == .verb,
      !isUnderWay(head), !isOfNow(at) || isOfNow(head) || !tree.isOne(at, of: "conj")
    {
      found.append(head)
      at = head
    }
    // "complained last week about what he | called a farce"
    if let subject = tree.subject(at), words.isOne(subject - 1, of: "what"),
      let verb = tree.head(at).flatMap({ tree.partOfSpeech($0) == .verb ? $0 : tree.clause(around: $0) }), verb < at,
      let other = tree.subject(verb), isSame(subject, other) || words.isOne(subject, of: "he", "she", "they", "it")
    {
      found.append(verb)
    }
    // "fell in April, when | he refused", "banned it on Monday, with officials | saying": at the same time.
    if tree.isOne(at, of: "advcl", "acl"), let head = tree.head(at), head < at,
      tree.children(at, "advmod", "mark", "case").contains(where: { words.isOne($0, of: "when", "with") && $0 < anchor }
      )
    {
      found.append(head)
    }
    // "made the remark on Monday as she | announced the plan"
    if tree.isOne(at, of: "advcl"), let head = tree.head(at), head < at, tree.partOfSpeech(head) == .verb,
      tree.children(at, "mark").contains(where: { words.isOne($0, of: "as") && $0 < anchor }),
      let own = tree.subject(at), let subject = tree.subject(head), entity(own) != nil, isSame(own, subject)
    {
      found.append(head)
    }
    // "met him in Malmo on Monday, where | she said".
    if tree.isOne(at, of: "acl", "advcl"), let noun = tree.head(at), noun < at,
      tree.children(at, "advmod").contains(where: { words.isOne($0, of: "where") && $0 < anchor }),
      let verb = tree.partOfSpeech(noun) == .verb || !tree.children(noun, "cop").isEmpty
        ? noun : tree.clause(around: noun)
    {
      found.append(verb)
    }
    if tree.isOne(at, of: "acl"), let noun = tree.head(at), tree.isOne(noun, of: "obl"), let verb = tree.head(noun),
      tree.children(noun, "case").contains(where: { words.isOne($0, of: "with") }), tree.partOfSpeech(verb) == .verb
    {
      found.append(verb)
    }
    // "was unveiled on Monday by Lund, who | said"
    if tree.relation(at) == "acl:relcl", let noun = tree.head(at), tree.isOne(noun, of: "obl"),
      tree.subject(at).map({ words.isOne($0, of: "who") }) ?? false, let verb = tree.head(noun),
      tree.children(noun, "case").contains(where: { words.isOne($0, of: "by") }), tree.partOfSpeech(verb) == .verb,
      !isOfNow(at)
    {
      found.append(verb)
    }
    // "A rally was held on Monday with Lund, who | told the crowd"
    if tree.relation(at) == "acl:relcl", let noun = tree.head(at), let verb = tree.clause(around: noun), verb != at,
      tree.subject(at).map({ words.isOne($0, of: "who") }) ?? false,
      tree.children(at, "obj", "iobj", "obl").contains(where: { Occasion.gatherings.contains(words.lower[$0]) })
    {
      found.append(verb)
    }
    // "Lund, | asked whether it was safe, told the Globe on Monday"
    if tree.relation(at) == "acl", Occasion.askedThere.contains(words.lower[at]), let noun = tree.head(at),
      tree.isOne(noun, of: "nsubj"), let verb = tree.head(noun), tree.partOfSpeech(verb) == .verb
    {
      found.append(verb)
    }
    // "A memorial was held on Monday, at which Lund | told those present"
    if tree.relation(at) == "acl:relcl", let noun = tree.head(at), let verb = tree.clause(around: noun), verb != at,
      tree.children(at, "obl").contains(where: { which in
        words.isOne(which, of: "which") && tree.children(which, "case").contains { words.isOne($0, of: "at", "during") }
      })
    {
      found.append(verb)
    }
    // "issued a statement on Monday announcing the strike"
    if tree.relation(at) == "acl", words.lower[at].hasSuffix("ing"), let noun = tree.head(at),
      tree.isOne(noun, of: "obj"),
      Occasion.isText(words.lower[noun]), let verb = tree.head(noun), tree.partOfSpeech(verb) == .verb
    {
      found.append(verb)
    }
    if tree.isOne(at, of: "conj"), let head = tree.head(at), tree.relation(head) == "acl:relcl" { at = head }
    if tree.relation(at) == "acl:relcl", let noun = textTold(by: at) {
      found.append(noun)
      // "printed a letter | to the editor"
      var whole = noun
      while tree.isOne(whole, of: "nmod"), let head = tree.head(whole), head < whole { whole = head }
      if let verb = tree.head(whole), tree.isOne(whole, of: "obj", "obl"), tree.partOfSpeech(verb) == .verb {
        found.append(verb)
      }
    }
    return found
  }

  /// The text that the clause of the verb at `index` tells more of: "a letter to the editor, in which she | wrote".
  private func textTold(by index: Int) -> Int? {
    guard var noun = tree.head(index), noun < index else { return nil }
    // "a note of five lines which | expressed"
    if words.isOne(noun, of: "lines", "pages", "paragraphs", "words"), tree.isOne(noun, of: "nmod"),
      let text = tree.head(noun)
    {
      noun = text
    }
    // "a law that critics say is illegal" tells of no text.
    if Occasion.isText(words.lower[noun]), Occasion.kind(of: words.lower[noun]) != .law { return noun }
    // "issued guidance on Friday in which it | told them"
    if tree.isOne(noun, of: "obj"), let verb = tree.head(noun),
      Occasion.verbs.contains(words.lower[verb]) || Occasion.making.contains(words.lower[verb]),
      tree.children(index, "obl").contains(where: {
        words.isOne($0, of: "which") && words.isOne($0 - 1, of: "in") && $0 < index
      })
    {
      return noun
    }
    // "in which": the letter, and not the editor whom the tree may take for it.
    guard tree.children(index, "obl").contains(where: { words.isOne($0, of: "which") && $0 < index }) else {
      return nil
    }
    while tree.isOne(noun, of: "nmod", "obl", "acl"), let head = tree.head(noun), head < noun {
      noun = head
      if Occasion.nouns.contains(words.lower[noun]) { return noun }
      if tree.partOfSpeech(noun) == .verb, !tree.isOne(noun, of: "acl") { return nil }
    }
    return nil
  }

  /// The time of the event that the clause of `reading` tells more of: "since Monday's debate, when Lund | said".
  func timeOfEvent(around reading: Reading) -> [Int] {
    let verb = verb(of: reading)
    guard tree.isOne(verb, of: "acl", "advcl"),
      let when = tree.children(verb, "advmod", "mark").first(where: { words.isOne($0, of: "when", "where") }),
      when < verb, when > 1
    else { return [] }
    let noun = words.isComma(when - 1) ? when - 2 : when - 1
    // "dates from 1979, when the board | found"
    let isTime = { [words] (index: Int) in words.has(index, [.weekday, .month, .number]) }
    if isTime(noun) {
      let start = (max(0, noun - 4)...noun).reversed().prefix(while: { isTime($0) || words.isComma($0) }).last ?? noun
      return Array(start...noun)
    }
    guard Occasion.events.contains(words.lower[noun]) || Occasion.nouns.contains(words.lower[noun]) else { return [] }
    return tree.children(noun, "nmod:poss", "nmod", "compound", "amod").flatMap { tree.phrase($0) }.filter {
      $0 < verb && words.has($0, [.weekday, .month, .number])
    }.sorted()
  }

  /// The phrases of time and place of the act that the cue of `reading` accompanies.
  func adjuncts(ofActAround reading: Reading) -> [[Int]] {
    act(around: verb(of: reading)).flatMap { verb in
      // A day between speaker and verb may seem to be one of the speakers: "The ministry Tuesday issued a statement".
      (tree.children(verb, "obl", "advmod") + tree.children(verb, "nsubj").filter { words.has($0, .weekday) })
        // "annulled the vote | of August 8"
        .filter { !tree.children($0, "case").contains { words.isOne($0, of: "of") } }
        .map { Array(tree.phrase($0)) } + printed(verb)
    }
  }

  /// When the text at `index` was made, by the participle behind it: "a letter to the editor | printed on Friday, in which".
  private func printed(_ index: Int) -> [[Int]] {
    guard tree.partOfSpeech(index) == .noun else { return [] }
    let nouns = [index] + tree.children(index, "nmod").filter { $0 > index }
    return nouns.flatMap { tree.children($0, "acl") }.filter {
      words.lower[$0].hasSuffix("ed") || words.isOne($0, of: "read", "sent", "written")
    }
    .flatMap { tree.children($0, "obl", "advmod") }.map { Array(tree.phrase($0)) }
  }
}
