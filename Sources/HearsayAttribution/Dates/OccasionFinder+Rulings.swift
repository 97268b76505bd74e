internal import HearsayCore

/// Rulings, whose reasons are given on the same day.
extension OccasionFinder {
  private func isRuling(_ index: Int) -> Bool {
    words.isOne(index, of: "judgment", "judgement", "ruling", "verdict", "decision", "opinion")
  }

  /// Whether `source` names a court or a judge, by title or as one whom the text calls so: "she", after "Judge Lind".
  func isOfCourt(_ source: Range<Int>) -> Bool {
    if words.tree.map({ isRuling($0.head(of: source)) }) ?? false { return true }
    if source.contains(where: { words.isOne($0, of: "lordship", "ladyship") }) { return true }
    // "the guild, a friend of the court": none.
    let named = source.prefix { !words.isComma($0) }
    if named.contains(where: { Occasion.courts.contains(words.lower[$0]) }) { return true }
    return words.tree.flatMap { clauses.entity($0.head(of: source)) }.map(judges.contains) ?? false
  }

  /// The time of the decision whose reasons `reading` gives: "The court struck down the law on Monday. Justice Lind | wrote".
  func date(ofRulingBehind reading: Reading, before own: Int) -> ResolvedDate? {
    guard let verb = reading.verb, let source = reading.source, isOfCourt(source),
      Occasion.reasoning.contains(verb.lemma)
        || tokens(own).contains(where: { words.isOne($0, of: "dissenting", "concurring") })
        || tokens(own).contains(where: { words.isOne($0, of: "writing") && words.isOne($0 + 1, of: "for") })
    else { return nil }
    return (max(0, own - Self.nearReach)..<own).reversed().lazy.compactMap { sentence in
      tokens(sentence).lazy.filter(isDecision).compactMap { decision in
        date(tokens(sentence).filter { clauses.hangs($0, from: decision) && !clauses.isOfEventTold($0) })
      }.first
    }.first
  }

  /// "was sentenced on Monday. He was given six years and | ordered to pay": the time of the sentence.
  func date(ofOrderBehind reading: Reading) -> ResolvedDate? {
    guard let own = clauses.sentence(of: reading), own > 0, reading.verb?.lemma == "order",
      reading.source.map(isOfCourt) ?? true,
      told(own).contains(where: { words.isOne($0, of: "fined", "given", "jailed", "judge", "received", "sentenced") })
    else { return nil }
    return date(ofSentencingBefore: own, within: 2)
  }

  /// "was sentenced on Monday. “…,” the judge | told him as she handed down the sentence": the time of the sentence.
  func date(ofSentencingBehind reading: Reading, before own: Int) -> ResolvedDate? {
    // "was sent to prison on Monday. The judge | told him as he did so"
    if reading.verb != nil,
      let doing = told(own).first(where: { words.isOne($0, of: "did", "doing") && words.isOne($0 + 1, of: "so") }),
      words.isOne(doing - 1, of: "in", "he", "she", "they"),
      let root = mainVerb(of: own - 1), let date = date(in: own - 1, hangingFrom: root)
    {
      return date
    }
    guard reading.verb != nil,
      let giving = told(own).first(where: { token in
        words.isOne(
          token, of: "handed", "passed", "passing", "handing", "pronounced", "pronouncing", "imposed", "imposing")
          && clauses.tree.children(token, "obj").contains {
            words.isOne($0, of: "sentence", "sentences", "verdict", "judgment", "judgement")
          }
      }), clauses.tree.isOne(giving, of: "advcl", "acl") || clauses.tree.head(giving) == nil
    else { return nil }
    return date(ofSentencingBefore: own, within: Self.nearReach)
  }

  /// The time of the last sentence passed that one of the `reach` sentences before `own` tells of.
  private func date(ofSentencingBefore own: Int, within reach: Int) -> ResolvedDate? {
    (max(0, own - reach)..<own).reversed().lazy.compactMap { sentence in
      told(sentence).lazy.filter { words.isOne($0, of: "convicted", "fined", "imprisoned", "jailed", "sentenced") }
        .compactMap { date(in: sentence, hangingFrom: $0) }.first
    }.first
  }

  /// Whether the verb at `index` tells that a court decides: "the court struck down the law", "was struck down by a judge",
  /// "the judgment was handed down".
  private func isDecision(_ index: Int) -> Bool {
    guard Occasion.deciding.contains(words.lower[index]) || words.isOne(index, of: "gave", "issued"),
      words.quotation[index] < 0, let tree = words.tree,
      tree.partOfSpeech(index) == .verb
    else { return false }
    let agents = tree.children(index, "obl").filter { agent in
      tree.children(agent, "case").contains { words.isOne($0, of: "by") }
    }
    // "gave judgment", "issued its ruling"
    if words.isOne(index, of: "gave", "handed", "issued"), tree.children(index, "obj").contains(where: isRuling) {
      return true
    }
    let isGiven = words.isOne(index, of: "handed", "delivered")
    return ([tree.subject(index)].compactMap(\.self) + agents).contains { actor in
      isGiven && isRuling(actor) || tree.phrase(actor).contains { Occasion.courts.contains(words.lower[$0]) }
    }
  }
}
