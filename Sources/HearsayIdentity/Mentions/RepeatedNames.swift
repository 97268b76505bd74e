import HearsayCore

/// Finds further places of names that the document has elsewhere.
struct RepeatedNames {
  let words: Words
  let references: [Reference]

  /// Surnames of people named in full, and names of organizations, where no reference covers them.
  func repeats() -> [Reference] {
    var covered: Set<Int> = []
    var known: [String: Reference] = [:]
    for reference in references {
      covered.formUnion(reference.tokens)
      guard reference.id == nil || reference.kind == .organization, reference.confidence >= 0.45 else { continue }
      if reference.kind == .person {
        let name = PersonName(reference.name)
        if let last = reference.tokens.last, name.isFull, words.text(last).utf8.count >= 3 {
          known[Folding.key(words.text(last))] = reference
        }
      } else if reference.tokens.count == 1, reference.kind != .country, words.isAcronym(reference.tokens.lowerBound) {
        known[Folding.key(reference.name)] = reference
      }
    }
    var found: [Reference] = []
    for index in 0..<words.count where !covered.contains(index) && words.isCapitalized(index) {
      guard var reference = known[Folding.key(words.text(index))],
        reference.kind == .person || words.isAcronym(index)
      else { continue }
      if reference.kind == .person,
        NameCleaner.isNoName(words.word(index))
          || words.isCapitalized(index + 1) && !words.isSentenceStart(index + 1)
            && words.areInOneSentence(index, index + 1)
      {
        continue
      }
      reference.tokens = index..<(index + 1)
      reference.range = words.document.tokens[index].range
      reference.name = String(words.text(index))
      reference.form = reference.kind == .person ? .short : reference.form
      reference.confidence = 0.8
      reference.rule = "the same name elsewhere in the text"
      found.append(reference)
    }
    return found
  }
}
