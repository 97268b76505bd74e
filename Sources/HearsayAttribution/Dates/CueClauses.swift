internal import HearsayCore

/// Which words of a sentence belong to the clause of a cue, over its tree, and to the act of saying that it accompanies.
struct CueClauses: Sendable {
  let words: Words
  let tree: Tree

  /// Whether the clause of the cue of `reading` holds token `index`, by the tree or by standing right beside it.
  func holds(_ index: Int, of reading: Reading) -> Bool {
    isBeside(index, reading) || isGoverned(index, reading) || opensSentence(index, reading)
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
    return between.allSatisfy { at in
      tree.partOfSpeech(at) != .verb && !words.isOne(at, of: "but", "while", "which", "who", ";", "when")
    }
  }

  private func isGoverned(_ index: Int, _ reading: Reading) -> Bool {
    let own = act(around: verb(of: reading))
    var at = index
    // A tree is no deeper than its sentence is long.
    for _ in 0..<60 {
      if reading.cue.contains(where: { $0.contains(at) }) || own.contains(at) { return true }
      if tree.partOfSpeech(at) == .verb || !tree.children(at, "cop").isEmpty {
        let isOpen = tree.isOne(at, of: "acl", "advcl", "xcomp") && tree.relation(at) != "acl:relcl"
        guard isOpen, tree.subject(at) == nil else { return false }
      }
      guard let head = tree.head(at) else { return false }
      at = head
    }
    return false
  }

  /// The verbs whose subject the verb at `anchor` shares: "banned the airline on Monday, | saying"; and the occasion that
  /// its clause tells more of: "a letter published on Monday in which | she said".
  private func act(around anchor: Int) -> [Int] {
    var found: [Int] = []
    var at = anchor
    while found.count < 4, tree.subject(at) == nil, tree.isOne(at, of: "conj", "advcl", "xcomp", "acl"),
      tree.relation(at) != "acl:relcl", let head = tree.head(at), tree.partOfSpeech(head) == .verb,
      !isOfNow(at) || isOfNow(head) || !tree.isOne(at, of: "conj")
    {
      found.append(head)
      at = head
    }
    if tree.isOne(at, of: "conj"), let head = tree.head(at), tree.relation(head) == "acl:relcl" { at = head }
    if tree.relation(at) == "acl:relcl", let noun = tree.head(at), noun < at,
      Occasion.nouns.contains(words.lower[noun])
    {
      found.append(noun)
      if let verb = tree.head(noun), tree.isOne(noun, of: "obj", "obl"), tree.partOfSpeech(verb) == .verb {
        found.append(verb)
      }
    }
    return found
  }

  /// Whether the verb at `index` is in the present: "began in 1995 and | says".
  private func isOfNow(_ index: Int) -> Bool {
    guard let forms = CueTable.standard.entry(at: index, in: words)?.forms else { return false }
    return !forms.isDisjoint(with: [.present, .base]) && !forms.contains(.past)
  }

  /// The phrases of time and place of the act that the cue of `reading` accompanies.
  func adjuncts(ofActAround reading: Reading) -> [[Int]] {
    act(around: verb(of: reading)).flatMap { verb in
      tree.children(verb, "obl", "advmod").map { Array(tree.phrase($0)) }
    }
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
    return Occasion.verbs.contains(words.lower[index])
      && tree.children(index, "obj").contains { Occasion.nouns.contains(words.lower[$0]) }
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

  /// The head of the words that name the speaker of `reading`.
  func speaker(of reading: Reading) -> Int? { reading.source.map { tree.head(of: $0) } }

  /// Whether the subject of the verb at `act` is the one that `speaker` names.
  func subject(_ act: Int, is speaker: Int) -> Bool {
    tree.subject(act).map { isSame($0, speaker) } ?? false
  }

  /// Whether the words that `one` and `other` head name the same speaker.
  func isSame(_ one: Int, _ other: Int) -> Bool {
    if let own = entity(one), let other = entity(other) { return own == other }
    // "The court issued a ruling. It found": whoever has no name.
    if words.isOne(one, of: "it") || words.isOne(other, of: "it") { return entity(one) == entity(other) }
    return words.lower[one] == words.lower[other] && entity(one) == entity(other)
  }

  private func entity(_ index: Int) -> String? {
    words.mention[index] >= 0 ? words.document.mentions[words.mention[index]].entity : nil
  }
}
