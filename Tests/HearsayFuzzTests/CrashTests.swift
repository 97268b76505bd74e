import Foundation
import HearsayFuzz
import HearsayTestSupport
import Testing

/// What once broke something, and what is near to good files.
@Suite struct CrashTests {
  /// Tests/Crashes/TARGET/*.
  @Test(arguments: FuzzTarget.allCases) func `what once broke something breaks nothing now`(target: FuzzTarget) throws {
    for file in try Self.files(in: Repository.file("Tests/Crashes/\(target.rawValue)")) { target.run(file) }
  }

  /// A blind fuzzer of a moment: enough to see that the targets work. HEARSAY_FUZZ_ROUNDS lets it run on,
  /// HEARSAY_FUZZ_SEEDS names a folder that Fuzzing/seeds.py made, and HEARSAY_FUZZ_LAST a file that holds what broke it.
  @Test(arguments: FuzzTarget.allCases) func `changed bytes of good files are taken`(target: FuzzTarget) throws {
    let environment = ProcessInfo.processInfo.environment
    let seeds = try environment["HEARSAY_FUZZ_SEEDS"].map {
      try Self.files(in: URL(filePath: $0).appending(path: target.rawValue))
    }
    let rounds = environment["HEARSAY_FUZZ_ROUNDS"].flatMap(Int.init) ?? 10
    let last = environment["HEARSAY_FUZZ_LAST"].map { URL(filePath: $0 + "." + target.rawValue) }
    var mutator = Mutator(seeds: try seeds ?? Self.fixtures(), state: UInt64(rounds))
    for _ in 0..<rounds {
      let input = mutator.next()
      if let last { try Data(input).write(to: last) }
      target.run(input)
    }
  }

  /// Words that rules look for, in any order: what no writer would write, and a cut or a bad scan may.
  @Test func `words of saying in any order are read`() throws {
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<200 {
      let text = (0..<1 + next(20)).map { _ in Self.vocabulary[next(Self.vocabulary.count)] }.joined(separator: " ")
      FuzzTarget.annotate.run(Array(text.utf8))
    }
  }

  private static let vocabulary = [
    "said", "that", ",", "\"", "“", "”", "on", "Monday", "and", "who", "which", ".", "added", "adding", "according to",
    "in a statement", "it was announced", "as", "by", "the", "would not say", "when asked", "late on Thursday", "Lund",
    "Anna Lund", "the mayor of Malmo", "told", "reporters", "criticized", "accused", "of", "lying", "he", "she", "they",
    ":", "-", "—", "(", ")", "Mr.", "U.S.", "January 5", "last week", "letter", "report", "ruled", "court", "1,000",
    ";",
    "?", "'", "not", "has", "must", "warned", "urged", "called", "for", "in it", "at the time", "its authors", "wrote",
    "that evening", "2017", "a", "\n\n", "“We", "asked", "replied",
  ]

  private static func files(in folder: URL) throws -> [[UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    return try names.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  private static func fixtures() throws -> [[UInt8]] {
    try ["seeds/02-wire-story-without-a-title.txt", "Tests/HearsayReadersTests/Pages/weblog.html"].map {
      Array(try Data(contentsOf: Repository.file($0)).prefix(3_000))
    }
  }
}

/// Makes inputs out of seeds: bytes changed, pieces taken out, doubled, and put in from elsewhere; the same on each run.
struct Mutator {
  private let seeds: [[UInt8]]
  private var state: UInt64

  /// What breaks parsers.
  private static let tokens: [[UInt8]] =
    [
      "<", ">", "</", "<![CDATA[", "]]>", "<!--", "-->", "&#", "&#x10FFFF;", "&#0;", "\"", "'", "\r\n\r\n",
      "{\"text\":\"", "\\uD800",
      "Content-Length: ", "99999999999999999999", "-1", "WARC/1.0\r\n", "“", "”", "said", "U.S.", "e\u{301}",
      "\u{2028}", "😀",
      "<item>", "</item>", "<x:y ", "xmlns=\"\"", "%PDF",
    ].map { Array($0.utf8) } + [[0], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 8, 0], [0x80], []]

  /// - Precondition: there are seeds.
  init(seeds: [[UInt8]], state: UInt64) {
    precondition(!seeds.isEmpty, "there is something to change")
    self.seeds = seeds
    self.state = state
  }

  /// The next input.
  mutating func next() -> [UInt8] {
    var input = seeds[random(seeds.count)]
    for _ in 0...random(8) {
      let place = random(input.count + 1)
      let end = min(input.count, place + random(64))
      switch random(7) {
      case 0 where place < input.count: input[place] = UInt8(random(256))
      case 1: input.removeSubrange(place..<end)
      case 2: input.insert(contentsOf: input[place..<end], at: place)
      case 3: input.insert(contentsOf: Self.tokens[random(Self.tokens.count)], at: place)
      case 4:
        let other = seeds[random(seeds.count)]
        let start = random(other.count)
        input.insert(contentsOf: other[start..<min(other.count, start + random(400))], at: place)
      case 5 where place < input.count: input[place] ^= 1 << UInt8(random(8))
      case 6 where random(4) == 0: input.removeSubrange(place...)
      default: break
      }
    }
    return Array(input.prefix(20_000))
  }

  /// A number from 0 to below `bound`, or 0.
  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, bound)
  }
}
