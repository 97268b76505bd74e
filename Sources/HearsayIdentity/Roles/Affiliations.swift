import HearsayCore

/// Finds people tied to an organization by a verb, or without a word for their office.
struct Affiliations {
  /// A person and an organization, as indices into the spots, and the words that say so.
  struct Tie {
    let person: Int
    let holder: Int
    let tokens: Range<Int>
    /// What a verb makes of the person: "head".
    var role: String?
    var isFormer = false
  }

  let words: Words
  let spots: [Spot]

  /// "the State Department's Ned Price", "Ned Price of the State Department", "Ann Lee from Oxfam".
  func ties() -> [Tie] {
    var byStart: [Int: Int] = [:]
    for (index, spot) in spots.enumerated() { byStart[spot.tokens.lowerBound] = index }
    var ties: [Tie] = []
    for (index, spot) in spots.enumerated() {
      let end = spot.tokens.upperBound
      if spot.kind == .organization, words.isPossessive(end), let person = byStart[end + 1],
        spots[person].kind == .person,
        spots[person].form == .name
      {
        ties.append(
          Tie(person: person, holder: index, tokens: spot.tokens.lowerBound..<spots[person].tokens.upperBound))
      }
      guard spot.kind == .person, spot.form == .name, ["of", "from", "with"].contains(words.word(end)) else { continue }
      let next = words.word(end + 1) == "the" ? end + 2 : end + 1
      if let holder = byStart[next], spots[holder].kind == .organization, words.areInOneSentence(end, next) {
        ties.append(
          Tie(person: index, holder: holder, tokens: spot.tokens.lowerBound..<spots[holder].tokens.upperBound))
      }
    }
    return ties
  }

  /// "Ann Lee, who heads Oxfam", "Ann Lee chairs Oxfam", "the committee which she headed until May".
  func headships() -> [Tie] {
    var byStart: [Int: Int] = [:]
    for (index, spot) in spots.enumerated() { byStart[spot.tokens.lowerBound] = index }
    return spots.indices.compactMap { index in
      switch spots[index].kind {
      case .person: spots[index].form == .name || spots[index].form == .short ? headed(by: index, byStart) : nil
      case .organization: head(of: index, byStart)
      case .country, .place: nil
      }
    }
  }

  /// The organization that a person's name is followed by, with a verb between that makes the person its head.
  private func headed(by person: Int, _ byStart: [Int: Int]) -> Tie? {
    var next = spots[person].tokens.upperBound
    if words.word(next) == ",", words.word(next + 1) == "who" { next += 1 }
    if words.word(next) == "who" { next += 1 }
    guard let verb = headingVerb(at: next) else { return nil }
    next = verb.end
    if words.word(next) == "the" { next += 1 }
    guard let holder = byStart[next], spots[holder].kind == .organization,
      words.areInOneSentence(spots[person].tokens.lowerBound, next),
      // "headed the Harbour Council to victory": a deed.
      words.word(spots[holder].tokens.upperBound) != "to"
    else { return nil }
    let end = spots[holder].tokens.upperBound
    return Tie(
      person: person, holder: holder, tokens: spots[person].tokens.lowerBound..<end, role: verb.role,
      isFormer: verb.isFormer || words.word(end) == "until")
  }

  /// Who heads an organization by a clause behind its name: a name, or "he" for the one person whom the sentence has named.
  private func head(of holder: Int, _ byStart: [Int: Int]) -> Tie? {
    var next = spots[holder].tokens.upperBound
    if words.word(next) == "," { next += 1 }
    if ["which", "that"].contains(words.word(next)) { next += 1 }
    var person = byStart[next].flatMap { spots[$0].kind == .person ? $0 : nil }
    let subject = next
    next = person.map { spots[$0].tokens.upperBound } ?? next + 1
    if person == nil, ["he", "she"].contains(words.word(subject)) {
      let named = spots.indices.filter {
        spots[$0].kind == .person && spots[$0].tokens.upperBound <= spots[holder].tokens.lowerBound
          && words.areInOneSentence(spots[$0].tokens.lowerBound, subject)
      }
      if Set(named.map { spots[$0].entity }).count == 1 { person = named.last }
    }
    guard let person, let verb = headingVerb(at: next), words.areInOneSentence(spots[holder].tokens.lowerBound, next)
    else { return nil }
    let tokens = min(spots[person].tokens.lowerBound, spots[holder].tokens.lowerBound)..<verb.end
    return Tie(
      person: person, holder: holder, tokens: tokens, role: verb.role,
      isFormer: verb.isFormer || words.word(verb.end) == "until")
  }

  /// "once headed", "had chaired", "heads": the role, whether it is past for certain, and where the verb ends.
  private func headingVerb(at start: Int) -> (role: String, isFormer: Bool, end: Int)? {
    var next = start
    var isFormer = false
    while ["has", "had", "once", "formerly", "previously", "now", "also"].contains(words.word(next)) {
      isFormer = isFormer || ["had", "once", "formerly", "previously"].contains(words.word(next))
      next += 1
    }
    return Lexicon.headingVerb[words.word(next)].map { ($0, isFormer, next + 1) }
  }
}
