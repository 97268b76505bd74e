internal import HearsayCore

/// Wordings put into groups, each one statement.
///
/// Pairs are joined from the most alike on, and only where each says half of its group's fullest wording or the fullest
/// are alike as well, so that a chain of small steps makes no group; never where one document has two different wordings, since an article that
/// quotes two sentences of one speaker quotes two statements.
struct ReprintGroups {
  /// Up to so many wordings of one speaker, every pair is compared.
  private static let everyPair = 48
  /// So many of a wording's rarest words lead to those it is compared with.
  private static let rareWords = 8
  /// Of the wordings that share two rare words each is compared with so many before it.
  private static let window = 8
  /// The keys of so many wordings are sorted at once; those of more in parts, each of some of the keys, to save memory.
  private static let mostAtOnce = 20_000
  private static let parts: UInt64 = 8

  private struct Pair {
    let left: Int
    let right: Int
    let score: Int
  }

  private let entries: [ReportIndex.Entry]
  private var parent: [Int]
  /// By root: the documents of the group, and its fullest wording.
  private var documents: [Int: Set<Int32>] = [:]
  private var fullest: [Int: Int] = [:]

  /// Groups `entries`, which come in an order that depends on nothing but themselves.
  init(_ entries: [ReportIndex.Entry]) {
    self.entries = entries
    parent = Array(entries.indices)
    for pair in pairs() { join(pair.left, pair.right) }
  }

  /// The groups, each in order, by their first member.
  mutating func groups() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for index in entries.indices { members[root(index), default: []].append(index) }
    return members.values.sorted { $0[0] < $1[0] }
  }

  // MARK: - Joining

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while parent[index] != index {
      parent[index] = parent[parent[index]]
      index = parent[index]
    }
    return index
  }

  private mutating func join(_ left: Int, _ right: Int) {
    let (a, b) = (root(left), root(right))
    guard a != b else { return }
    let (mine, theirs) = (carriers(a), carriers(b))
    guard mine.isDisjoint(with: theirs) else { return }
    let (first, second) = (fullest[a] ?? a, fullest[b] ?? b)
    guard isMost(left, of: first) && isMost(right, of: second) || match(first, second) != nil else { return }
    let (kept, gone) = (min(a, b), max(a, b))
    parent[gone] = kept
    documents[kept] = mine.count < theirs.count ? theirs.union(mine) : mine.union(theirs)
    documents[gone] = nil
    fullest[kept] = entries[first].wording.weight >= entries[second].wording.weight ? first : second
  }

  private func carriers(_ root: Int) -> Set<Int32> { documents[root] ?? Set(entries[root].documents) }

  /// Whether a wording says half or more of its group's fullest one.
  private func isMost(_ index: Int, of fullest: Int) -> Bool {
    entries[index].wording.weight * 2 >= entries[fullest].wording.weight
  }

  /// How alike two wordings are, or nil where they are two statements.
  private func match(_ left: Int, _ right: Int) -> Int? {
    let (a, b) = (entries[left], entries[right])
    guard a.polarity == b.polarity else { return nil }
    let isSpeakerKnown = a.speaker != nil && b.speaker != nil
    guard !isSpeakerKnown || a.speaker == b.speaker else { return nil }
    let found = WordingMatch(a.wording, b.wording)
    return (isSpeakerKnown ? found.isReprint : found.isSurely) ? found.score : nil
  }

  // MARK: - Finding pairs

  /// Every pair of one statement that was found, the most alike first.
  private func pairs() -> [Pair] {
    var bySpeaker: [String: [Int]] = [:]
    var unknown: [Int] = []
    for (index, entry) in entries.enumerated() where entry.wording.words.count >= 2 {
      if let speaker = entry.speaker { bySpeaker[speaker, default: []].append(index) } else { unknown.append(index) }
    }
    var found: [Pair] = []
    func compare(_ left: Int, _ right: Int) {
      if let score = match(left, right) { found.append(Pair(left: left, right: right, score: score)) }
    }
    for members in bySpeaker.values where members.count > 1 {
      if members.count <= Self.everyPair {
        for (place, left) in members.enumerated() { for right in members[(place + 1)...] { compare(left, right) } }
      } else {
        for (left, right) in neighbours(members, words: 2) { compare(left, right) }
      }
    }
    if !unknown.isEmpty {
      let isUnknown = Set(unknown)
      // Three rare words: those that all of news shares by twos are many.
      let either = { isUnknown.contains($0) || isUnknown.contains($1) }
      for (left, right) in neighbours(Array(entries.indices), words: 3, where: either) { compare(left, right) }
    }
    return found.sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
  }

  /// Pairs of `members` that share as many as `words` (2 or 3) of their rarest words, each once.
  private func neighbours(
    _ members: [Int], words: Int, where isWanted: (Int, Int) -> Bool = { _, _ in true }
  ) -> [(Int, Int)] {
    let stems = members.map { rarestStems(of: $0, most: words == 2 ? Self.rareWords : 6) }
    let parts = members.count > Self.mostAtOnce ? Self.parts : 1
    var seen: Set<UInt64> = []
    var found: [(Int, Int)] = []
    for part in 0..<parts {
      var keys: [(key: UInt64, member: Int)] = []
      for (member, stems) in zip(members, stems) {
        Self.forEachKey(of: stems, words: words) { if $0 % parts == part { keys.append(($0, member)) } }
      }
      keys.sort { ($0.key, $0.member) < ($1.key, $1.member) }
      for index in keys.indices {
        for earlier in max(0, index - Self.window)..<index where keys[earlier].key == keys[index].key {
          let (left, right) = (keys[earlier].member, keys[index].member)
          guard left != right, isWanted(left, right) else { continue }
          if seen.insert(UInt64(left) << 32 | UInt64(right)).inserted { found.append((left, right)) }
        }
      }
    }
    return found
  }

  /// Up to `most` of the rarest words of a wording, by stem.
  private func rarestStems(of member: Int, most: Int) -> [UInt32] {
    var stems: [UInt32] = []
    for word in entries[member].wording.words.sorted(by: { ($1.weight, $0.stem) < ($0.weight, $1.stem) })
    where !stems.contains(word.stem) && stems.count < most {
      stems.append(word.stem)
    }
    return stems.sorted()
  }

  /// Calls `body` with a key for every two or three (`words`) of `stems`.
  private static func forEachKey(of stems: [UInt32], words: Int, _ body: (UInt64) -> Void) {
    for (place, first) in stems.enumerated() {
      for (next, second) in stems.enumerated().dropFirst(place + 1) {
        let pair = UInt64(first) << 32 | UInt64(second)
        if words == 2 {
          body(pair)
        } else {
          for third in stems.dropFirst(next + 1) { body((pair ^ UInt64(third)) &* 0x9E37_79B9_7F4A_7C15) }
        }
      }
    }
  }
}
