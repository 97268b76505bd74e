import HearsayCore

/// Whom a role phrase is said of.
extension RolePhraseReader {
  func person(startingAt token: Int) -> Int? {
    guard let index = spotByStart[token], spots[index].kind == .person else { return nil }
    return index
  }

  func person(endingBefore token: Int) -> Int? {
    guard let index = spotByEnd[token], spots[index].kind == .person else { return nil }
    return index
  }

  func attach(_ phrase: inout RolePhrase) {
    let end = phrase.extent.upperBound
    if let person = person(startingAt: end), words.areInOneSentence(end - 1, end) {
      (phrase.person, phrase.attachment) = (person, .before)
      return
    }
    if let person = personBefore(phrase) {
      (phrase.person, phrase.attachment) = (person, .after)
      return
    }
    let comma = phrase.complement?.upperBound ?? end
    if words.word(comma) == ",", let person = person(startingAt: comma + 1),
      phrase.isDefinite || words.word(phrase.extent.lowerBound - 1) == "his"
        || words.word(phrase.extent.lowerBound - 1) == "her"
    {
      let close = words.word(spots[person].tokens.upperBound)
      if [",", ".", ";", ")", "–", "—"].contains(close) {
        (phrase.person, phrase.attachment) = (person, .appositive)
        return
      }
    }
    if let person = subject(of: phrase) { (phrase.person, phrase.attachment) = (person, .predicate) }
  }

  /// "Ann Lee, an expert who serves as an adjunct PHRASE": the last whom the sentence has named with a comma behind.
  private func servant(_ phrase: RolePhrase) -> Int? {
    var index = phrase.extent.lowerBound - 1
    // "adjunct": one word that no table knows.
    if ["a", "an"].contains(words.word(index - 1)) { index -= 1 }
    if ["the", "a", "an"].contains(words.word(index)) { index -= 1 }
    guard words.word(index) == "as", ["serves", "served", "works", "worked"].contains(words.word(index - 1)),
      words.word(index - 2) == "who"
    else { return nil }
    guard let person = spots[..<owners].lastIndex(where: { $0.kind == .person && $0.tokens.upperBound <= index - 2 }),
      words.areInOneSentence(spots[person].tokens.lowerBound, index),
      words.word(spots[person].tokens.upperBound) == "," || spots[person].tokens.upperBound == index - 2
    else { return nil }
    return person
  }

  /// "Jens Stoltenberg, [who is] [the] PHRASE,"
  private func personBefore(_ phrase: RolePhrase) -> Int? {
    if let servant = servant(phrase) { return servant }
    var index = phrase.extent.lowerBound - 1
    if ["the", "a", "an", "then", "currently", "now"].contains(words.word(index)) { index -= 1 }
    if ["is", "was"].contains(words.word(index)), words.word(index - 1) == "who" { index -= 2 }
    guard [",", "(", "–", "—"].contains(words.word(index)), let person = person(endingBefore: index),
      words.areInOneSentence(index - 1, phrase.tokens.lowerBound)
    else { return nil }
    var after = phrase.extent.upperBound
    // "the head of the Port Authority (PA), …"
    if words.word(after) == "(", words.word(after + 2) == ")" { after += 3 }
    // "Ann Lee, the mayor of Malmo, …"
    if let complement = complement(after: after), Self.closings.contains(words.word(complement.upperBound)) {
      return person
    }
    let close = words.word(after)
    let ends = ["and", "who", "in", "at", "from", "on", "since", "said", "told", "says"]
    return Self.closings.contains(close) || ends.contains(close) || after >= words.count ? person : nil
  }

  /// "Tokayev is the PHRASE", "Lind was elected PHRASE"
  private func subject(of phrase: RolePhrase) -> Int? {
    var index = phrase.extent.lowerBound - 1
    if ["the", "a", "an"].contains(words.word(index)) { index -= 1 }
    if words.word(index) == "as" { index -= 1 }
    if ["elected", "re-elected", "appointed", "named", "reelected", "nominated", "serving"].contains(words.word(index))
    {
      index -= 1
    }
    guard ["is", "was", "became", "remains", "'s"].contains(words.word(index)), !phrase.isOccupation || index >= 0
    else { return nil }
    guard let person = person(endingBefore: index), words.areInOneSentence(index, phrase.tokens.lowerBound) else {
      return nil
    }
    return person
  }
}
