internal import HearsayCore

/// Finds the act of saying that a statement belongs to where the text told of it, and its day, in an earlier sentence.
struct OccasionFinder {
  let words: Words
  let clauses: CueClauses
  /// Whether a token stands in what somebody says.
  let isSaid: (Int) -> Bool
  /// The time that some tokens name.
  let date: ([Int]) -> ResolvedDate?
  /// Those whom the text calls judges.
  let judges: Set<String>

  init(
    words: Words, clauses: CueClauses, isSaid: @escaping (Int) -> Bool, date: @escaping ([Int]) -> ResolvedDate?
  ) {
    self.words = words
    self.clauses = clauses
    self.isSaid = isSaid
    self.date = date
    judges = Set(
      words.document.mentions.lazy.filter { mention in
        let first = words.document.tokenIndices(in: mention.range).lowerBound
        return words.isOne(first - 1, of: "judge", "justice") || words.isOne(first, of: "judge", "justice")
      }.map(\.entity))
  }

  /// How many sentences back a text or a speech is looked for.
  private static let reach = 15
  /// How many sentences back a text is looked for before one is taken for new.
  static let textReach = 40
  /// How many sentences back an act is looked for that is not named as one that was told of: "In a statement she said".
  static let nearReach = 5

  /// The time of the occasion that `reading` names ("wrote to the court on Monday. In the letter | she said"), or of the
  /// act that its speaker goes on with ("The court issued a ruling on Monday. | It found").
  func date(of reading: Reading) -> ResolvedDate? {
    guard let own = clauses.sentence(of: reading) else { return nil }
    let speaker = clauses.speaker(of: reading)
    for noun in reading.passage where isNamedAgain(noun) && isOccasion(noun, of: reading) {
      if let date = date(ofOccasion: noun, before: own, by: speaker, depth: 0) { return date }
    }
    // "sent a letter on Monday. In it | she said"
    if let text = textCalledIt(of: reading, before: own),
      case let ofText = told(text.sentence).filter({ clauses.belongs($0, to: text.noun) }),
      let date = date(ofText.filter { !isOfWhole($0, text.noun) }) ?? date(ofClauseBehind: text.noun, in: text.sentence)
        ?? date(ofText)
    {
      return date
    }
    // "announced it on Monday. In a televised announcement | he said".
    if let speaker, let noun = reading.passage.first(where: { isNamedFirst($0, of: reading) }),
      let date = date(ofKinOf: noun, before: own, by: speaker)
    {
      return date
    }
    guard own > 0, let speaker else { return nil }
    if let date = date(ofSentencingBehind: reading, before: own)
      ?? date(ofAnnouncementBehind: reading, by: speaker, before: own)
      ?? date(ofQuestionBehind: reading, by: speaker, before: own)
      ?? date(ofPlaceOf: reading, by: speaker, before: own)
    {
      return date
    }
    guard !clauses.isElsewhere(reading, without: isSaid), !clauses.isSubordinate(reading) else { return nil }
    if let date = date(ofRulingBehind: reading, before: own) { return date }
    let before = tokens(own - 1)
    // "The council heard from Lual on Monday. She | told"
    if let tree = words.tree,
      let heard = before.first(where: { token in
        words.isOne(token, of: "heard") && !isSaid(token)
          && tree.children(token, "obl").contains { from in
            clauses.isSame(from, speaker) && tree.children(from, "case").contains { words.isOne($0, of: "from") }
          }
      })
    {
      return date(told(own - 1).filter { clauses.hangs($0, from: heard) })
    }
    guard let act = before.first(where: { (clauses.isAct($0) || isAtSpeech($0)) && !isSaid($0) }),
      clauses.subject(act, is: speaker)
    else { return nil }
    // "began testifying | on Monday"
    let head = words.tree.flatMap { $0.isOne(act, of: "xcomp") ? $0.head(act) : nil }
    let verbs = [act, head].compactMap(\.self)
    return date(told(own - 1).filter { token in verbs.contains { clauses.hangs(token, from: $0) } })
  }

  /// The time of the text that the noun at `noun` names again in sentence `sentence`: "The order was signed by two judges".
  func date(ofTextNamedAgain noun: Int, in sentence: Int) -> ResolvedDate? {
    isNamedAgain(noun) ? date(ofOccasion: noun, before: sentence, by: noun, depth: 0) : nil
  }

  /// The text that "in it" means at the beginning of the sentence of `reading`: the last one that the sentence before names.
  private func textCalledIt(of reading: Reading, before own: Int) -> (noun: Int, sentence: Int)? {
    guard own > 0, reading.verb != nil,
      opensInIt(own) && reading.passage.contains(tokens(own).lowerBound) || isSaidInIt(reading),
      let noun = tokens(own - 1).last(where: { token in
        (Occasion.texts.contains(words.lower[token]) || Occasion.speeches.contains(words.lower[token])
          || words.isOne(token, of: "call", "conversation"))
          && words.quotation[token] < 0 && !isSaid(token)
      })
    else { return nil }
    return (noun, own - 1)
  }

  /// Whether the token at `index` is of the verb that governs the call at `noun`, whose summary is made later: "released | last week
  /// a summary of the call".
  private func isOfWhole(_ index: Int, _ noun: Int) -> Bool {
    words.isOne(noun, of: "call", "conversation") && !clauses.tree.isUnder(index, noun)
  }

  /// The time of the relative clause behind the noun at `noun`, which the tree may tie to the noun before: "a summary of the call,
  /// which took place | on Monday".
  private func date(ofClauseBehind noun: Int, in sentence: Int) -> ResolvedDate? {
    let tree = clauses.tree
    guard tree.isOne(noun, of: "nmod"), let whole = tree.head(noun) else { return nil }
    let behind = tree.children(whole, "acl").filter { $0 > noun }
    return date(told(sentence).filter { token in behind.contains { clauses.hangs(token, from: $0) } })
  }

  /// "“It is late,” she | says in it"
  private func isSaidInIt(_ reading: Reading) -> Bool {
    clauses.tree.children(clauses.verb(of: reading), "obl").contains { it in
      words.isOne(it, of: "it") && words.isOne(it - 1, of: "in") && !isSaid(it)
    }
  }

  /// Whether sentence `sentence` begins with "in it".
  func opensInIt(_ sentence: Int) -> Bool {
    let first = tokens(sentence).lowerBound
    return words.isOne(first, of: "in") && words.isOne(first + 1, of: "it")
  }

  /// Whether the word at `index` heads a clause that tells of somebody where they speak: "was more cautious at her briefing on
  /// Monday".
  private func isAtSpeech(_ index: Int) -> Bool {
    guard let tree = words.tree, tree.head(index) == nil, CueTable.standard.entry(at: index, in: words) == nil else {
      return false
    }
    return tree.children(index, "obl").contains { noun in
      Occasion.speeches.contains(words.lower[noun])
        && tree.children(noun, "case").contains { words.isOne($0, of: "at", "in", "during") }
    }
  }

  /// Whether `reading` is said by the speaker of `earlier`, in the same sentence or the next.
  func goesOn(_ reading: Reading, after earlier: Reading) -> Bool {
    guard let cue = reading.cue.first, let before = earlier.cue.first, let own = words.sentence(of: cue.lowerBound),
      let other = words.sentence(of: before.lowerBound), other <= own,
      // What is said in between is no pause.
      (other..<own).dropFirst().allSatisfy({ tokens($0).allSatisfy { isSaid($0) || words.has($0, .mark) } }),
      let speaker = clauses.speaker(of: reading), let earlier = clauses.speaker(of: earlier)
    else { return false }
    return clauses.isSame(speaker, earlier)
  }

  /// The time of what the noun at `noun` names, by the sentences before sentence `own`.
  private func date(ofOccasion noun: Int, before own: Int, by speaker: Int?, depth: Int) -> ResolvedDate? {
    let kin = (words.tree?.children(noun, "compound", "amod", "nmod") ?? []).reduce(
      (Occasion.kin[words.lower[noun]] ?? []).union(Occasion.kinNamedAgain[words.lower[noun]] ?? [])
    ) { $0.union(Occasion.kinOfModifiers[words.lower[$1]] ?? []) }
    // A paper that speaks has another author: "charged him on Monday. The indictment | says".
    let kinOfEvent = Occasion.kinOfEvents[words.lower[noun]] ?? []
    var first = own
    for sentence in (max(0, own - Self.reach)...own).reversed() {
      let found = tokens(sentence).first { token in
        // "condemned it at a rally on Monday, and Lund told the | rally"
        guard !isSaid(token), words.quotation[token] < 0, sentence < own || token < noun else { return false }
        if words.lower[token] == words.lower[noun] || words.lower[token] == words.lower[noun] + "s" { return true }
        guard sentence < own else { return false }
        if Occasion.hosts[words.lower[noun]]?.contains(words.lower[token]) ?? false { return true }
        guard words.tree?.partOfSpeech(token) == .verb else { return false }
        return kinOfEvent.contains(words.lower[token])
          || kin.contains(words.lower[token])
            && (isMadeBySpeaker(noun) || speaker.map { isAuthor($0, of: noun, by: token, own - sentence) } ?? false)
      }
      guard let found else { continue }
      first = sentence
      if let date = date(told(sentence).filter { clauses.belongs($0, to: found) }) { return date }
      // "It dates from January, when the committee ordered it. The order | says"
      if let tree = words.tree, tree.isOne(found, of: "advcl", "acl"), let head = tree.head(found), head < found,
        tree.children(found, "advmod", "mark").contains(where: { words.isOne($0, of: "when") }),
        let date = date(
          told(sentence).filter { $0 < found && (clauses.hangs($0, from: head) || tree.isUnder($0, head)) })
      {
        return date
      }
      // "began on Monday, when they said at a meeting that. At that | meeting"
      if isPointedAt(noun), words.lower[found] == words.lower[noun], let date = date(told(sentence)) { return date }
      // Told of here for the first time, or by this verb.
      if words.lower[found] == words.lower[noun], !isNamedAgain(found) { break }
    }
    // "said that he told her so in an interview given in August. In the interview | he said"
    if isPointedAt(noun) || words.isOne(noun - 1, of: "the"), Occasion.speeches.contains(words.lower[noun]) {
      for sentence in (max(0, own - Self.nearReach)..<own).reversed() {
        let found = tokens(sentence).last {
          words.lower[$0] == words.lower[noun] && words.quotation[$0] < 0 && isSaid($0)
        }
        guard let found, let tree = words.tree else { continue }
        if let date = date(tree.phrase(found).filter { words.quotation[$0] < 0 }) { return date }
      }
    }
    guard let speaker else { return nil }
    // "He made his announcement in a video. In the video | he said": the day of the announcement.
    if first < own, depth < 2,
      let event = tokens(first).first(where: { isEvent($0) && words.lower[$0] != words.lower[noun] }),
      let date = date(ofOccasion: event, before: first, by: speaker, depth: depth + 1)
    {
      return date
    }
    return isEvent(noun) ? date(ofDeedIn: first - 1, by: speaker) : nil
  }

  /// Whether whoever does what the verb at `act` tells made the text that the noun at `noun` names: the speaker, a letter that
  /// speaks itself, or, from the sentence before, a "he" of whom nothing is known.
  private func isAuthor(_ speaker: Int, of noun: Int, by act: Int, _ distance: Int) -> Bool {
    // "Her letter | says": she wrote it.
    if speaker == noun, let owner = clauses.tree.children(noun, "nmod:poss").first, clauses.entity(owner) != nil {
      return clauses.subject(act, is: owner)
    }
    return clauses.subject(act, is: speaker) || speaker == noun
      || distance == 1 && words.isOne(speaker, of: "he", "she", "they") && clauses.entity(speaker) == nil
  }

  /// "said Lund, who made the announcement": whoever announced it, she spoke for them.
  private func isMadeBySpeaker(_ noun: Int) -> Bool {
    guard let tree = words.tree, let verb = tree.head(noun), words.isOne(noun, of: "announcement") else { return false }
    return tree.isOne(noun, of: "obj") && tree.relation(verb) == "acl:relcl"
  }

  /// Whether the noun at `index` is one just told of: "that meeting", "the same meeting".
  private func isPointedAt(_ index: Int) -> Bool { words.isOne(index - 1, of: "that", "same") }

  /// The time of the last act by `speaker` of the kind that the noun at `noun` names.
  private func date(ofKinOf noun: Int, before own: Int, by speaker: Int) -> ResolvedDate? {
    let kin = Occasion.kin[words.lower[noun]] ?? []
    for sentence in (max(0, own - Self.nearReach)..<own).reversed() {
      let act = tokens(sentence).first {
        kin.contains(words.lower[$0]) && !isSaid($0) && words.quotation[$0] < 0
          && words.tree?.partOfSpeech($0) == .verb && clauses.subject($0, is: speaker)
      }
      if let act { return date(told(sentence).filter { clauses.belongs($0, to: act) }) }
    }
    return nil
  }

  /// Whether the token at `index` names a text or an act of saying, without "the", in which `reading` is said: "in a
  /// statement".
  private func isNamedFirst(_ index: Int, of reading: Reading) -> Bool {
    guard Occasion.kin[words.lower[index]] != nil, words.quotation[index] < 0, !isSaid(index), let tree = words.tree,
      tree.children(index, "det").contains(where: { words.isOne($0, of: "a", "an") }), reading.verb != nil
    else { return false }
    return !clauses.isAnother(index)
      && tree.children(index, "case").contains { words.isOne($0, of: "in", "at", "during", "via", "through") }
      && tree.isUnder(index, clauses.verb(of: reading))
  }

  /// "She ended her campaign on Monday. In the announcement | she said": what she did in sentence `sentence`.
  private func date(ofDeedIn sentence: Int, by speaker: Int) -> ResolvedDate? {
    guard sentence >= 0, let root = mainVerb(of: sentence), clauses.subject(root, is: speaker) else { return nil }
    return date(in: sentence, hangingFrom: root)
  }

  /// The verb that heads sentence `sentence`; nil where something else does.
  func mainVerb(of sentence: Int) -> Int? {
    guard let tree = words.tree else { return nil }
    return tokens(sentence).first { tree.head($0) == nil && tree.partOfSpeech($0) == .verb }
  }

  /// The time of what the verb at `verb` in sentence `sentence` tells.
  func date(in sentence: Int, hangingFrom verb: Int) -> ResolvedDate? {
    date(told(sentence).filter { clauses.hangs($0, from: verb) })
  }

  /// Whether the token at `index` names a text or an act of saying that was told of: "the letter", "his announcement".
  private func isNamedAgain(_ index: Int) -> Bool {
    guard
      Occasion.nouns.contains(words.lower[index]) || Occasion.events.contains(words.lower[index])
        || Occasion.hosts[words.lower[index]] != nil,
      words.quotation[index] < 0, !isSaid(index)
    else { return false }
    if words.isOne(index - 1, of: "the", "that", "this", "same") { return true }
    guard let tree = words.tree else { return false }
    return tree.children(index, "det").contains { words.isOne($0, of: "the", "that", "this") }
      || tree.children(index, "nmod:poss", "nmod").contains { words.isOne($0, of: "his", "her", "their", "its") }
  }

  /// Whether the noun at `noun` is what speaks in `reading`, or where it was said: "the letter says", "in the letter she
  /// said", "when he made the announcement"; not "after the announcement".
  private func isOccasion(_ noun: Int, of reading: Reading) -> Bool {
    guard let tree = words.tree, let cue = reading.cue.first else { return true }
    if isMadeBySpeaker(noun) { return true }
    if let source = reading.source, source.contains(noun) {
      let head = tree.head(of: source)
      // "the study's authors | wrote"
      return head == noun
        || tree.head(noun) == head && words.isOne(cue.lowerBound, of: "wrote", "write", "conclude", "concluded")
    }
    let isElsewhere = tree.children(noun, "case").contains {
      words.isOne(
        $0, of: "after", "before", "since", "until", "about", "against", "despite", "to", "for", "following",
        "regarding",
        "concerning", "over")
        || words.isOne($0, of: "on") && (Occasion.kind(of: words.lower[noun]).map { $0 != .post } ?? false)
    }
    if isElsewhere { return false }
    // "told the rally": where it was said; "told the summit": whom it was said to meets for days.
    if let hearer = reading.addressee, hearer.contains(noun), !words.isOne(noun - 1, of: "news", "press") {
      return Occasion.gatherings.contains(words.lower[noun]) && reading.verb != nil
    }
    // "during the summit she said"; whoever met before the summit spoke at another time.
    if !Occasion.nouns.contains(words.lower[noun]) {
      return reading.verb != nil && tree.isUnder(noun, clauses.verb(of: reading))
        && tree.children(noun, "case").contains {
          words.isOne($0, of: "at", "during", "in")
            || words.isOne($0, of: "on") && words.isOne(noun, of: "call")
              && !words.isOne($0 - 1, of: "commenting", "comment", "commented", "based", "remarking")
        }
    }
    // A colon hangs from anything.
    guard reading.verb != nil else { return true }
    let verb = clauses.verb(of: reading)
    return tree.isUnder(noun, verb) || tree.isUnder(verb, noun) || cue.contains(noun)
      || tree.head(noun).map { head in
        // "rejected the letter, | saying" is no letter's own word.
        (tree.head(verb) == head && !(tree.isOne(noun, of: "obj") && !clauses.isAct(head))) || tree.head(head) == verb
          || (isEvent(noun) && tree.isOne(noun, of: "obj") && tree.isUnder(verb, head))
      } ?? false
  }

  /// Whether a thing done is called an act of saying at `index`: "made the announcement".
  private func isEvent(_ index: Int) -> Bool {
    words.isOne(index, of: "announcement", "decision") && isNamedAgain(index)
  }

  func tokens(_ sentence: Int) -> Range<Int> { words.document.sentences[sentence].tokens }

  /// The tokens of a sentence that nobody says.
  func told(_ sentence: Int) -> [Int] { clauses.told(in: sentence, without: isSaid) }
}
