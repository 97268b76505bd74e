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
    if source.contains(where: { Occasion.courts.contains(words.lower[$0]) }) { return true }
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

  /// Whether the verb at `index` tells that a court decides: "the court struck down the law", "was struck down by a judge",
  /// "the judgment was handed down".
  private func isDecision(_ index: Int) -> Bool {
    guard Occasion.deciding.contains(words.lower[index]), words.quotation[index] < 0, let tree = words.tree,
      tree.partOfSpeech(index) == .verb
    else { return false }
    let agents = tree.children(index, "obl").filter { agent in
      tree.children(agent, "case").contains { words.isOne($0, of: "by") }
    }
    let isGiven = words.isOne(index, of: "handed", "delivered")
    return ([tree.subject(index)].compactMap(\.self) + agents).contains { actor in
      isGiven && isRuling(actor) || tree.phrase(actor).contains { Occasion.courts.contains(words.lower[$0]) }
    }
  }
}
