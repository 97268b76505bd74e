import HearsayCore

/// Finds which countries and organizations belong to an organization, where the text says so plainly.
struct Memberships {
  /// A member and the whole, as indices into the spots, and the words that say so.
  struct Membership {
    let member: Int
    let whole: Int
    let tokens: Range<Int>
  }

  private let words: Words
  private let spots: [Spot]
  private let byStart: [Int: Int]
  private let byEnd: [Int: Int]

  init(words: Words, spots: [Spot]) {
    (self.words, self.spots) = (words, spots)
    var (starts, ends): ([Int: Int], [Int: Int]) = ([:], [:])
    for (index, spot) in spots.enumerated() {
      if starts[spot.tokens.lowerBound] == nil { starts[spot.tokens.lowerBound] = index }
      ends[spot.tokens.upperBound] = index
    }
    (byStart, byEnd) = (starts, ends)
  }

  /// "the CSTO, of which Russia and Kazakhstan are members", "Turkey, a member of NATO", "Turkey is a NATO member",
  /// "NATO members Poland and Spain".
  func memberships() -> [Membership] {
    var memberships: [Membership] = []
    for index in 0..<words.count where words.word(index).hasPrefix("member") {
      let word = words.word(index)
      guard ["member", "members"].contains(word) || word.hasPrefix("member-") else { continue }
      memberships += ofWhich(index) + memberOf(index) + compound(index) + listed(index)
    }
    for index in 0..<words.count where Self.holding.contains(words.word(index)) { memberships += holding(index) }
    return memberships
  }

  private static let holding: Set<String> = ["includes", "consists", "comprises", "include", "consist", "comprise"]

  /// "WHOLE, which also consists of LIST", "WHOLE, an alliance of states that includes LIST": countries alone.
  private func holding(_ verb: Int) -> [Membership] {
    var start = verb + 1
    if words.word(verb).hasPrefix("consist") {
      guard words.word(start) == "of" else { return [] }
      start += 1
    }
    let members = list(from: start).members.filter { spots[$0].kind == .country }
    guard !members.isEmpty else { return [] }
    var token = verb - 1
    while ["also", "additionally", "currently", "now"].contains(words.word(token)) { token -= 1 }
    let isRelative = ["which", "that"].contains(words.word(token))
    if isRelative { token -= words.word(token - 1) == "," ? 2 : 1 }
    guard token >= 0, words.areInOneSentence(token, verb) else { return [] }
    if let whole = organization(endingBefore: token + 1) { return memberships(members, of: whole) }
    // Back over "an alliance of states" to the comma behind its name.
    guard isRelative,
      let comma = (max(0, token - 8)..<max(1, token)).last(where: {
        words.word($0) == "," && ["a", "an", "the"].contains(words.word($0 + 1))
      }), words.areInOneSentence(comma, verb), let whole = organization(endingBefore: comma),
      (comma...token).contains(where: { Lexicon.organizationHead[words.word($0)]?.contains("alliance") == true })
    else { return [] }
    return memberships(members, of: whole)
  }

  private func spot(startingAt token: Int) -> Int? { byStart[token] }
  private func spot(endingBefore token: Int) -> Int? { byEnd[token] }

  private func isMember(_ index: Int) -> Bool {
    (spots[index].kind == .country && spots[index].form == .name) || spots[index].kind == .organization
  }

  /// The countries and organizations listed from a token: "Russia, Armenia and Kazakhstan".
  private func list(from start: Int) -> (members: [Int], end: Int) {
    var members: [Int] = []
    var token = start
    while true {
      if words.word(token) == "the" { token += 1 }
      guard let index = spot(startingAt: token), isMember(index) else { break }
      members.append(index)
      token = spots[index].tokens.upperBound
      if words.word(token) == ",", words.word(token + 1) == "and" {
        token += 2
      } else if [",", "and"].contains(words.word(token)) {
        token += 1
      } else {
        break
      }
    }
    return (members, token)
  }

  private func memberships(_ members: [Int], of whole: Int) -> [Membership] {
    members.filter { $0 != whole && spots[$0].entity != spots[whole].entity }.map { member in
      let (a, b) = (spots[member].tokens, spots[whole].tokens)
      return Membership(
        member: member, whole: whole, tokens: min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound))
    }
  }

  /// WHOLE, of which LIST are (…) members
  private func ofWhich(_ index: Int) -> [Membership] {
    guard
      let which = ((max(0, index - 25))..<index).last(where: { words.word($0) == "which" && words.word($0 - 1) == "of" }
      ),
      words.areInOneSentence(which, index)
    else { return [] }
    let before = words.word(which - 2) == "," ? which - 2 : which - 1
    guard let whole = organization(endingBefore: before) else { return [] }
    let (members, end) = list(from: which + 1)
    guard !members.isEmpty, ["is", "are"].contains(words.word(end)), index - end <= 4 else { return [] }
    return memberships(members, of: whole)
  }

  /// The organization that ends before a token, behind brackets or not: "Treaty Organization (CSTO)".
  private func organization(endingBefore token: Int) -> Int? {
    let end = words.word(token - 1) == ")" ? token - 1 : token
    guard let index = spot(endingBefore: end), spots[index].kind == .organization else { return nil }
    return index
  }

  /// "WHOLE has six members: LIST", "WHOLE, whose members are LIST", "WHOLE's members include LIST"
  private func listed(_ index: Int) -> [Membership] {
    var next = index + 1
    while ["states", "state", "countries", "nations", "now", "currently", "today"].contains(words.word(next)) {
      next += 1
    }
    let opens = [":", "are", "include", "–", "—", "-", ",", "("]
    guard opens.contains(words.word(next)), words.areInOneSentence(index, next) else { return [] }
    let (members, _) = list(from: next + 1)
    guard members.count > (words.word(next) == "," ? 1 : 0) else { return [] }
    // Back over "has six", "whose", "'s", "counts among its".
    var token = index - 1
    let between: Set<String> = [
      "has", "have", "had", "whose", "its", "the", "founding", "full", "current", "permanent", "original", "now",
      "counts",
      "comprises", "with", ",", "'s", "’s", "other", "all", "of", "currently",
    ]
    while token >= 0, index - token <= 6, between.contains(words.word(token)) || isNumber(token) { token -= 1 }
    guard let whole = organization(endingBefore: token + 1), words.areInOneSentence(token, index) else { return [] }
    return memberships(members, of: whole)
  }

  private func isNumber(_ token: Int) -> Bool {
    let word = words.word(token)
    return !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) } || Self.numbers.contains(word)
  }

  private static let numbers: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several", "many",
  ]

  /// "LIST is/are (a) member(s) of WHOLE", "X, a member of WHOLE,"
  private func memberOf(_ index: Int) -> [Membership] {
    let next = index + (words.word(index + 1) == "state" || words.word(index + 1) == "states" ? 2 : 1)
    guard words.word(next) == "of" else { return [] }
    let start = words.word(next + 1) == "the" ? next + 2 : next + 1
    guard let whole = spot(startingAt: start), spots[whole].kind == .organization else { return [] }
    var token = index - 1
    // "a founding member", "an EU member" is the next rule's
    while ["founding", "full", "original", "permanent", "new", "fellow", "both", "all", "also", "not"].contains(
      words.word(token))
    {
      if words.word(token) == "not" { return [] }
      token -= 1
    }
    if ["a", "an", "the"].contains(words.word(token)) { token -= 1 }
    guard ["is", "are", ",", "became", "remains"].contains(words.word(token)) else { return [] }
    return memberships(listEnding(before: token), of: whole)
  }

  /// The list of countries and organizations that ends before a token.
  private func listEnding(before end: Int) -> [Int] {
    var members: [Int] = []
    var token = end
    while let index = spot(endingBefore: token), isMember(index) {
      members.insert(index, at: 0)
      token = spots[index].tokens.lowerBound
      if words.word(token - 1) == "the" { token -= 1 }
      if words.word(token - 1) == "and" {
        token -= words.word(token - 2) == "," ? 2 : 1
      } else if words.word(token - 1) == ",", spot(endingBefore: token - 1) != nil {
        token -= 1
      } else {
        break
      }
    }
    return members
  }

  /// "Turkey is a NATO member", "NATO members Poland and Spain", "NATO member Turkey"
  private func compound(_ index: Int) -> [Membership] {
    guard let whole = spot(endingBefore: index), spots[whole].kind == .organization else { return [] }
    let skip = ["state", "states", "country", "countries", "nation", "nations"].contains(words.word(index + 1)) ? 2 : 1
    let (after, _) = list(from: index + skip)
    if !after.isEmpty { return memberships(after, of: whole) }
    var token = spots[whole].tokens.lowerBound - 1
    if ["a", "an", "both", "all"].contains(words.word(token)) { token -= 1 }
    guard ["is", "are", ","].contains(words.word(token)) else { return [] }
    return memberships(listEnding(before: token), of: whole)
  }
}
