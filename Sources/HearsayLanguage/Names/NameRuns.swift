internal import HearsayCore

/// The names of one sentence: runs of words in capitals, parted at offices, each with what it names.
struct NameRuns {
  private let words: NameWords
  private let sentence: Range<Int>
  private var found: [Name] = []

  init(_ words: NameWords, _ sentence: Range<Int>) {
    self.words = words
    self.sentence = sentence
  }

  /// The names, in order.
  mutating func names() -> [Name] {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard begins(index) else {
        index += 1
        continue
      }
      let end = listedEnd(index) ?? runEnd(index)
      read(index..<end)
      index = end
    }
    return found
  }

  // MARK: Runs

  /// Words of the longest names that are looked for in the tables, and of the shortest: shorter ones may be the
  /// beginning of something else ("Georgia Tech", "United Nations Secretary-General").
  private static let listedWords = 3...12

  /// The end of a long name that a table has and that begins at `start`: "Organization for Security and Co-operation in
  /// Europe", whose joints no rule would join.
  private func listedEnd(_ start: Int) -> Int? {
    let longest = min(start + Self.listedWords.upperBound, sentence.upperBound)
    guard start + Self.listedWords.lowerBound <= longest, NameTables.longNameOpeners.contains(words.texts[start])
    else { return nil }
    return (start + Self.listedWords.lowerBound...longest).last { listed(start..<$0) != nil }
  }

  private func begins(_ index: Int) -> Bool {
    if words.isCapital(index) { return isNameWord(index) }
    // "al-Qaeda", "al-Shabab" at the head of a name.
    return ["al", "el", "as", "ash"].contains(words.lowered[index]) && joinsHyphen(index + 1)
  }

  private func isNameWord(_ index: Int) -> Bool {
    let word = words.lowered[index]
    guard words.isCapital(index), !NameLexicon.calendar.contains(word) else { return false }
    if NameLexicon.functionWords.contains(word) {
      // "New York", "Last Word": only inside a sentence, before another capital.
      return words.shapes[index] == .capital && index > sentence.lowerBound
        && [
          "new", "first", "second", "national",
          "international", "federal", "state", "local", "people", "good", "great", "police", "old", "united",
        ].contains(word)
        && index + 1 < sentence.upperBound && words.isCapital(index + 1)
    }
    guard index == sentence.lowerBound || opensQuotation(index) else { return true }
    // A sentence's first word is a name where the document writes it in a capital elsewhere, a table has it, or
    // another capital follows; not where the document has it in small letters.
    if NameTables.entries[words.texts[index]] != nil || words.capitalized.contains(word) { return true }
    if words.shapes[index] == .capitals { return true }
    if words.written.contains(word) { return false }
    return index + 1 < sentence.upperBound && (words.isCapital(index + 1) || words.texts[index + 1] == "'s")
      && !NameLexicon.functionWords.contains(words.lowered[index + 1])
  }

  private func opensQuotation(_ index: Int) -> Bool {
    index > sentence.lowerBound && words.shapes[index - 1] == .mark
      && ["\"", "“", "‘", "'", ":", "``", "''", "•", "-", "*", "("].contains(words.texts[index - 1])
  }

  /// Whether the token at `index` is a hyphen between two parts without spaces, the second in a capital.
  private func joinsHyphen(_ index: Int) -> Bool {
    index + 1 < sentence.upperBound && index > sentence.lowerBound && words.texts[index] == "-"
      && words.isJoined(index - 1) && words.isJoined(index) && words.isCapital(index + 1)
  }

  private func runEnd(_ start: Int) -> Int {
    var end = start + 1
    var hasHead = isHead(start)
    while end < sentence.upperBound {
      let next: Int
      if words.isCapital(end), !NameLexicon.calendar.contains(words.lowered[end]),
        !NameLexicon.functionWords.contains(words.lowered[end]) || hasHead || isNameWord(end)
      {
        next = end + 1
      } else if let joined = joinedEnd(start, end, hasHead: hasHead) {
        next = joined
      } else {
        break
      }
      for index in end..<next where isHead(index) { hasHead = true }
      end = next
    }
    return end
  }

  private func isHead(_ index: Int) -> Bool {
    words.isCapital(index) && NameLexicon.organizationHeads.contains(words.lowered[index])
  }

  /// The end of the word that a joint at `index` adds to the run, or nil where it joins nothing.
  private func joinedEnd(_ start: Int, _ index: Int, hasHead: Bool) -> Int? {
    func isCapital(_ index: Int) -> Bool {
      index < sentence.upperBound && words.isCapital(index) && !NameLexicon.calendar.contains(words.lowered[index])
    }
    if joinsHyphen(index) { return index + 2 }
    switch words.lowered[index] {
    case "-":
      // "Ki-moon", "Jong-un": a short small part behind a name's second word.
      guard index - start >= 2, index + 1 < sentence.upperBound, words.isJoined(index - 1), words.isJoined(index),
        words.texts[index - 1].utf8.count <= 5, words.texts[index + 1].utf8.count <= 4,
        !["led", "era", "run", "born", "made", "held"].contains(words.lowered[index + 1])
      else { return nil }
      return index + 2
    case "&": return isCapital(index + 1) ? index + 2 : nil
    case "of", "for", "on", "against":
      guard hasHead else { return nil }
      let next = index + 1 < sentence.upperBound && words.lowered[index + 1] == "the" ? index + 2 : index + 1
      return isCapital(next) ? next + 1 : nil
    case "and":
      guard isCapital(index + 1) else { return nil }
      let isInside = hasHead && (start..<index).contains { words.lowered[$0] == "of" || words.lowered[$0] == "for" }
      let headFollows = index == start + 1 && (index + 1..<min(index + 4, sentence.upperBound)).contains { isHead($0) }
      return isInside || headFollows ? index + 2 : nil
    case "'s" where words.lowered[index - 1] == "people" || words.lowered[index - 1] == "children":
      return isCapital(index + 1) ? index + 2 : nil
    case let word where NameLexicon.particles.contains(word):
      // "van der Berg", "bin Salim", "al-Assad".
      var last = index
      while last + 1 < sentence.upperBound, last - index < 2, NameLexicon.particles.contains(words.lowered[last + 1]) {
        last += 1
      }
      return isCapital(last + 1) ? last + 2 : joinsHyphen(last + 1) ? last + 3 : nil
    default: return nil
    }
  }

  // MARK: Readings

  /// Adds the names of a run: whole, or parted at an office that stands in it ("Kazakhstan President Tokayev").
  private mutating func read(_ run: Range<Int>) {
    guard !run.isEmpty else { return }
    if let kind = listed(run) { return add(run, kind, 0.95) }
    let office = run.last { isRole($0) }
    if let office, !(office + 1..<run.upperBound).contains(where: { isHead($0) }),
      office > run.lowerBound || !isHead(run.lowerBound)
    {
      var first = office
      while first > run.lowerBound, isOfficePart(first - 1) { first -= 1 }
      if first > run.lowerBound { read(run.lowerBound..<first) }
      if office + 1 < run.upperBound { add(office + 1..<run.upperBound, .person, 0.9) }
      return
    }
    if run.count > 1, words.shapes[run.lowerBound] == .capital, isAdjective(run.lowerBound),
      !run.contains(where: { isHead($0) })
    {
      return read(run.lowerBound + 1..<run.upperBound)
    }
    if case .adjective = NameTables.entries[words.text(run)] { return }
    // "South Korean Kim Yuna": an adjective of two words.
    if run.count > 2, case .adjective = NameTables.entries[words.text(run.prefix(2))],
      !run.contains(where: { isHead($0) })
    {
      return read(run.lowerBound + 2..<run.upperBound)
    }
    if run.count == 1, isRole(run.lowerBound) || NameTables.roleLeads.contains(words.lowered[run.lowerBound]) { return }
    guess(run)
  }

  /// What a table says of the whole run.
  private func listed(_ run: Range<Int>) -> Name.Kind? {
    switch NameTables.entries[words.text(run)] {
    case .place: return .place
    case .organization: return .organization
    default: return nil
    }
  }

  private func isRole(_ index: Int) -> Bool {
    words.isCapital(index) && words.shapes[index] == .capital && NameTables.roleWords.contains(words.lowered[index])
  }

  /// Whether the token at `index` stands inside an office's name, before its last word.
  private func isOfficePart(_ index: Int) -> Bool {
    isRole(index) || NameTables.roleLeads.contains(words.lowered[index]) || words.texts[index] == "-"
  }

  private func isAdjective(_ index: Int) -> Bool {
    if case .adjective = NameTables.entries[words.texts[index]] { return true }
    return false
  }

  /// What a run that no table has names, by its words and those around it.
  private mutating func guess(_ run: Range<Int>) {
    let first = run.lowerBound
    if run.contains(where: { isHead($0) }) {
      // A head alone is a word: "the Council", "Police".
      return run.count > 1 ? add(run, .organization, 0.85) : add(run, .organization, 0.3)
    }
    let before = first > sentence.lowerBound ? words.lowered[first - 1] : ""
    let after = run.upperBound < sentence.upperBound ? words.lowered[run.upperBound] : ""
    let beginning = NameTables.entries[words.texts[first]]
    if run.count == 1 {
      if words.shapes[first] == .capitals { return readAcronym(first) }
      if words.lowered[first].utf8.contains(where: \.isDigit) { return }
      if words.texts[first].utf8.count <= 1 { return }
    } else {
      if case .given = beginning { return add(run, .person, 0.9) }
      if case .ambiguousGiven = beginning, after != "," { return add(run, .person, 0.7) }
    }
    if NameLexicon.placePrepositions.contains(before) { return add(run, .place, run.count == 1 ? 0.6 : 0.5) }
    if after == "said" || after == "says" || after == "told" || after == "added" { return add(run, .person, 0.7) }
    if run.count == 1 {
      if beginning != nil { return add(run, .person, 0.5) }
      return add(run, before == "the" ? .organization : .person, 0.35)
    }
    if run.contains(where: { words.shapes[$0] == .capitals }) || before == "the" { return add(run, .organization, 0.5) }
    add(run, run.count <= 4 ? .person : .organization, 0.5)
  }

  private mutating func readAcronym(_ index: Int) {
    let word = words.lowered[index]
    guard !NameLexicon.otherAcronyms.contains(word), (2...8).contains(word.utf8.count),
      !word.utf8.contains(where: \.isDigit)
    else { return }
    add(index..<index + 1, .organization, 0.7)
  }

  private mutating func add(_ run: Range<Int>, _ kind: Name.Kind, _ confidence: Double) {
    let tokens = words.document.tokens
    let range = TextRange(tokens[run.lowerBound].range.start, tokens[run.upperBound - 1].range.end)
    found.append(Name(range, kind: kind, confidence: confidence))
  }
}
