/// How much two wordings have in common.
struct WordingMatch {
  /// The weight of the words that both have, a synonym counting `synonymShare` of the lesser weight.
  let common: Int
  /// Pairs of words that both have.
  let pairs: Int
  /// The share, 0...1000, of the lighter wording's weight that is in `common`.
  let share: Int
  /// The share, 0...1000, of `common` that stands next to a word that is its neighbour in the other wording too.
  let order: Int
  /// Whether the lighter wording is a piece of the other, word for word, long enough to be no phrase that many use.
  let isPiece: Bool
  /// Whether each has a number, or a name, that the other lacks, or one denies what the other says.
  let isContradicted: Bool

  /// How much of a word's weight a synonym has, in thousandths.
  private static let synonymShare = 800
  /// How far apart neighbours may stand in the other wording.
  private static let reach = 3
  /// The fewest words of a piece, and the least that they tell.
  private static let pieceWords = 6
  private static let pieceWeight = 1000

  /// Compares two wordings; time grows with the product of their lengths.
  init(_ left: Wording, _ right: Wording, table: RewordingTable = .standard) {
    let (short, long) = left.weight <= right.weight ? (left, right) : (right, left)
    let (a, b) = (short.words, long.words)
    var partner = [Int](repeating: -1, count: a.count)
    var isTaken = [Bool](repeating: false, count: b.count)
    var credit = [Int](repeating: 0, count: a.count)
    // Equal words first, each with the one that follows on the last match, else the first that is free.
    for isExact in [true, false] {
      var expected = 0
      for index in a.indices {
        if partner[index] >= 0 {
          expected = partner[index] + 1
          continue
        }
        var found: Int?
        for other in b.indices where !isTaken[other] {
          guard isExact ? a[index].stem == b[other].stem : Self.areLike(a[index], b[other], table) else { continue }
          if other >= expected {
            found = other
            break
          }
          found = found ?? other
        }
        guard let found else { continue }
        partner[index] = found
        isTaken[found] = true
        let weight = Int(min(a[index].weight, b[found].weight))
        credit[index] = isExact ? weight : weight * Self.synonymShare / 1000
        expected = found + 1
      }
    }
    common = credit.reduce(0, +)
    pairs = partner.count { $0 >= 0 }
    share = short.weight == 0 ? 0 : common * 1000 / short.weight
    order = Self.order(partner, credit, common)
    isPiece = Self.isPiece(short, of: long)
    isContradicted = Self.isContradicted(short, long, partner, isTaken, share: share)
  }

  private static func areLike(_ left: Wording.Word, _ right: Wording.Word, _ table: RewordingTable) -> Bool {
    left.kind != .number && right.kind != .number && table.areSynonyms(left.stem, right.stem)
  }

  private static func order(_ partner: [Int], _ credit: [Int], _ common: Int) -> Int {
    guard common > 0 else { return 0 }
    let matched = partner.indices.filter { partner[$0] >= 0 }
    var kept = 0
    for (place, index) in matched.enumerated() {
      func isNear(_ other: Int) -> Bool {
        guard matched.indices.contains(other) else { return false }
        let (here, there) = (matched[other] - index, partner[matched[other]] - partner[index])
        return here.signum() == there.signum() && abs(here) <= reach && abs(there) <= reach
      }
      if isNear(place - 1) || isNear(place + 1) { kept += credit[index] }
    }
    return kept * 1000 / common
  }

  private static func isContradicted(
    _ short: Wording, _ long: Wording, _ partner: [Int], _ isTaken: [Bool], share: Int
  ) -> Bool {
    func hasLone(_ kind: Wording.Kind) -> Bool {
      short.words.indices.contains { short.words[$0].kind == kind && partner[$0] < 0 }
        && long.words.indices.contains { long.words[$0].kind == kind && !isTaken[$0] }
    }
    if hasLone(.number) { return true }
    // One that is a piece of the other may leave the denial out with the rest: then more is missing than "do not".
    if short.denials != long.denials, long.sequence.count - short.sequence.count < 4 || share < 900,
      short.weight * 4 > long.weight * 3
    {
      return true
    }
    return hasLone(.name) && share < 750
  }

  /// Whether all words of `short` stand in `long` one after the other.
  private static func isPiece(_ short: Wording, of long: Wording) -> Bool {
    let (part, whole) = (short.sequence, long.sequence)
    guard part.count >= pieceWords, part.count <= whole.count, short.weight >= pieceWeight else { return false }
    return (0...(whole.count - part.count)).contains { start in
      whole[start] == part[0] && whole[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Whether the two are one statement, reprinted.
  ///
  /// The bounds were chosen on one half of the quotations of docs/MEASUREMENTS.md#reprints and checked on the other.
  var isReprint: Bool {
    guard !isContradicted else { return false }
    if isPiece || (share >= 950 && order >= 950 && pairs >= 2 && common >= 1400) { return true }
    return pairs >= 3 && common >= 1400 && share >= 500 && order >= 400 && score >= 620
  }

  /// Whether the two are one statement beyond doubt, whoever is said to have made it.
  var isSurely: Bool { isReprint && common >= 2500 && share >= 800 && order >= 700 }

  /// How alike they are, 0...1000.
  var score: Int { (share * 6 + order * 4) / 10 }
}
