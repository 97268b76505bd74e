import HearsayCore

/// Finds people that the name reader missed, by the title before them and by a name given in full elsewhere.
struct TitledNames {
  let words: Words
  let names: [Reference]

  /// People behind a capitalised title, rank or office: "Mr Okafor", "Foreign Minister Anna Lind".
  func references() -> [Reference] {
    var covered: Set<Int> = []
    for name in names { covered.formUnion(name.tokens) }
    let surnames = names.surnames
    /// Whether a word of an office is whom a title calls so, as the text names someone in full: "Howard Dean", "Mr. Dean".
    func isSurname(_ index: Int) -> Bool {
      words.isCapitalized(index) && surnames.contains(Folding.key(words.text(index)))
    }
    var references: [Reference] = []
    var index = 0
    while index < words.count {
      guard words.isCapitalized(index),
        let match = RoleTable.standard.longestForm(in: words.lowerBytes, at: words.document.tokens[index].range.start)
      else {
        index += 1
        continue
      }
      let next = words.tokens(overlapping: TextRange(words.document.tokens[index].range.start, match.end)).upperBound
      let isTitle = match.entries.contains { $0.kind == .title || $0.kind == .rank }
      let isOffice = match.entries.contains { $0.kind == .office }
      var end = next
      while end < min(next + 4, words.count), words.areInOneSentence(index, end), !covered.contains(end),
        isNamePart(end) || (isTitle && end == next && isSurname(end))
      { end += 1 }
      let isLongEnough = isTitle ? end > next : end > next + 1
      if (isTitle || isOffice) && isLongEnough, !covered.contains(index) {
        let range = words.range(next..<end)
        references.append(
          Reference(
            tokens: next..<end, range: range, kind: .person, form: .name, name: String(words.document[range]),
            confidence: 0.75, rule: "name behind a title"))
        index = end
      } else {
        index = max(next, index + 1)
      }
    }
    return references
  }

  private func isNamePart(_ index: Int) -> Bool {
    guard words.isCapitalized(index), !words.isAcronym(index) else { return false }
    let word = words.word(index)
    return !NameCleaner.isNoName(word) && !Lexicon.organizationWord.contains(word)
      && CountryTable.standard.forms(of: String(words.text(index))).isEmpty
  }
}
