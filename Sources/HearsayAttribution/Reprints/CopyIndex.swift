public import HearsayCore

/// Which articles are copies of which: one wire story in twenty outlets, cut, with another headline, with a line added.
///
/// An article is remembered by fingerprints: hashes of five words in a row, of eight neighbours the least (winnowing:
/// S. Schleimer, D. Wilkerson, A. Aiken, Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD 2003). The result
/// does not depend on the order in which documents are added; time grows near linearly, since a fingerprint ties each of
/// the articles that have it only to the first of them and to the one before.
public struct CopyIndex: Sendable {
  /// Words in a row that make a fingerprint.
  private static let run = 5
  /// Of so many neighbours the least is kept.
  private static let window = 8
  /// The fewest fingerprints of an article that can be told from a chance.
  private static let leastPrints = 8
  /// The least share, in hundredths, of the shorter article's fingerprints that the longer has.
  private static let leastShare = 60
  /// The least share, in hundredths, of the longer article's length that the shorter has: a digest that holds five stories
  /// is no copy of any, and must not make one of them.
  private static let leastLength = 40

  private struct Entry: Sendable {
    let id: String
    let date: CalendarDate?
    /// Ascending, each once.
    let prints: [UInt32]
  }

  private var entries: [Entry] = []

  /// An index of no documents.
  public init() {}

  /// Remembers `document`, which is added once.
  public mutating func add(_ document: Document) {
    entries.append(
      Entry(id: document.id, date: document.metadata.published, prints: Self.prints(of: document.utf8)))
  }

  /// For each document that is a copy, the id of the one that it copies: of all that are alike the earliest by date, undated
  /// last, then by id.
  public func originals() -> [String: String] {
    let sorted = entries.sorted { left, right in
      let (mine, theirs) = (left.date?.ordinal ?? Int.max, right.date?.ordinal ?? Int.max)
      return mine == theirs ? left.id < right.id : mine < theirs
    }
    var parent = Array(sorted.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for (left, right) in Self.candidates(sorted) {
      let (a, b) = (root(left), root(right))
      if a != b, Self.areCopies(sorted[left].prints, sorted[right].prints) { parent[max(a, b)] = min(a, b) }
    }
    var originals: [String: String] = [:]
    for index in sorted.indices where root(index) != index { originals[sorted[index].id] = sorted[root(index)].id }
    return originals
  }

  /// Pairs of articles that share so many fingerprints that they may be copies, in order.
  private static func candidates(_ entries: [Entry]) -> [(Int, Int)] {
    var places: [(print: UInt32, entry: Int32)] = []
    for (index, entry) in entries.enumerated() where entry.prints.count >= leastPrints {
      places += entry.prints.map { ($0, Int32(index)) }
    }
    places.sort { ($0.print, $0.entry) < ($1.print, $1.entry) }
    var votes: [UInt64: Int] = [:]
    var first = 0
    for index in places.indices.dropFirst() {
      guard places[index].print == places[first].print else {
        first = index
        continue
      }
      let right = UInt64(places[index].entry)
      votes[UInt64(places[first].entry) << 32 | right, default: 0] += 1
      if index - 1 > first { votes[UInt64(places[index - 1].entry) << 32 | right, default: 0] += 1 }
    }
    return votes.filter { $0.value >= leastPrints / 2 }.keys.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  private static func areCopies(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let (short, long) = (min(left.count, right.count), max(left.count, right.count))
    guard short * 100 >= long * leastLength else { return false }
    var (common, i, j) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { common += 1 }
      let (mine, theirs) = (left[i], right[j])
      if mine <= theirs { i += 1 }
      if theirs <= mine { j += 1 }
    }
    return common * 100 >= short * leastShare
  }

  /// The fingerprints of a text: letters and digits count, without their case.
  private static func prints(of text: [UInt8]) -> [UInt32] {
    var words: [UInt32] = []
    var hash: UInt32 = 0
    var isInWord = false
    for byte in text {
      let isLetter: Bool
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        isLetter = true
      // Letters beyond ASCII, but not the marks and spaces of U+2000 and on, which outlets print differently.
      default: isLetter = byte >= 0x80 && isInWord && byte != 0xE2
      }
      if isLetter {
        hash = ((isInWord ? hash : 0x811C_9DC5) ^ UInt32(byte >= 0x80 ? byte : byte | 0x20)) &* 0x0100_0193
        isInWord = true
      } else if isInWord {
        words.append(hash)
        isInWord = false
      }
    }
    if isInWord { words.append(hash) }
    guard words.count >= run else { return [] }
    let runs = (0...(words.count - run)).map { start in
      let mixed = words[start..<start + run].reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
        ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15
      }
      return UInt32(truncatingIfNeeded: mixed >> 32)
    }
    guard runs.count > window else { return Set(runs).sorted() }
    var kept: Set<UInt32> = []
    for start in 0...(runs.count - window) { kept.insert(runs[start..<start + window].min()!) }
    return kept.sorted()
  }
}
