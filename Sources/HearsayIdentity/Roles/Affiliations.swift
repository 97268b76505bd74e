import HearsayCore

/// Finds people tied to an organization without a word for their office.
struct Affiliations {
  /// A person and an organization, as indices into the spots, and the words that say so.
  struct Tie {
    let person: Int
    let holder: Int
    let tokens: Range<Int>
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
}
