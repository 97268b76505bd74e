internal import HearsayCore

/// What somebody says of the clause before: "…, which the Kremlin has denied", "…, a charge the Kremlin denies".
extension ContentFinder {
  /// The clause before "which" or before the noun that stands for it.
  func commented(by site: Site) -> Found? {
    guard site.cue.shape == .finite || isRejected(site.cue), site.cue.frames.contains(.object),
      site.cue.shape == .passive || isClosed(site.cue.group.upperBound, site),
      let comma = comma(before: site.start, site.cue), comma > site.floor
    else { return nil }
    let isWhich = words.isOne(comma + 1, of: "which")
    let that = isWhich ? (site.floor..<comma).last { words.isOne($0, of: "that") } : nil
    let start = that.map { $0 + 1 } ?? clauseStart(before: comma, site)
    guard !hasVerb(start..<comma) else { return Found(pieces: [start..<comma], rule: .clauseBefore) }
    return isWhich || !hasVerb(site.floor..<comma)
      ? nil : Found(pieces: [site.floor..<comma], rule: .clauseBefore)
  }

  private func hasVerb(_ tokens: Range<Int>) -> Bool {
    words.hasVerb(tokens) || words.tree.map { tree in tokens.contains { tree.partOfSpeech($0) == .verb } } ?? false
  }

  /// Whether what follows tells what is said of the clause: "which he rejected | as “nonsense”".
  func isCalled(_ site: Site) -> Bool {
    let end = site.cue.group.upperBound
    return words.isOne(end, of: "as", ":") || (end..<min(end + 8, site.limit)).contains { words.quotation[$0] >= 0 }
  }

  /// "a charge | rejected by Kyiv": a participle alone behind a noun for a charge.
  func isRejected(_ cue: Cue) -> Bool {
    cue.shape == .passive && cue.entry?.verb.act == .deny && Self.charge(before: cue.group.lowerBound, words) != nil
  }

  /// The noun for something that one may deny before the token at `index`, adverbs aside: "a charge | quickly denied".
  static func charge(before index: Int, _ words: Words) -> Int? {
    var noun = index - 1
    while noun > 0, words.isAdverb(noun) { noun -= 1 }
    return isCharge(noun, words) ? noun : nil
  }

  /// Whether the token at `noun` is one for something that one may deny, behind a mark: ", a | charge", "- | charges".
  static func isCharge(_ noun: Int, _ words: Words) -> Bool {
    noun > 0 && charges.contains(words.lower[noun]) && comma(beforeCharge: noun, words) != nil
  }

  /// The comma or the dash before the "which" or the noun at whose end the clause of `cue` begins, at `start`.
  private func comma(before start: Int, _ cue: Cue) -> Int? {
    if cue.shape == .passive {
      return Self.charge(before: start, words).flatMap { Self.comma(beforeCharge: $0, words) }
    }
    var noun = start - 1
    if words.isOne(noun, of: "which"), words.isComma(noun - 1) { return noun - 1 }
    if words.isOne(noun, of: "that", "which") { noun -= 1 }
    guard Self.isCharge(noun, words), [.deny, .say].contains(cue.entry?.verb.act) else { return nil }
    return Self.comma(beforeCharge: noun, words)
  }

  /// The mark before the phrase of the noun at `noun`: ", | a charge", "- | charges".
  private static func comma(beforeCharge noun: Int, _ words: Words) -> Int? {
    let opens = words.isOne(noun - 1, of: "a", "an") ? noun - 1 : noun
    guard opens > 1, opens < noun || words.lower[noun].hasSuffix("s"), words.quotation[opens] < 0 else { return nil }
    return words.isComma(opens - 1) || words.isOne(opens - 1, of: "-", "–", "—", "--") ? opens - 1 : nil
  }

  /// What one may deny, of a clause before it.
  private static let charges: Set<String> = [
    "accusation", "accusations", "allegation", "allegations", "argument", "arguments", "assertion", "assertions",
    "charge",
    "charges", "claim", "claims", "contention", "insinuation", "insinuations", "notion", "rumor", "rumors", "rumour",
    "rumours",
    "suggestion", "suggestions",
  ]
}
