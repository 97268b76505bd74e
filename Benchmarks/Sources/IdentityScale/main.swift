// How fast identities are resolved over an archive, and in how much memory: documents made up of names, of which none was
// ever read. Benchmarks/identity runs it, a process for each size.
import Foundation
import HearsayCore
import HearsayIdentity

/// Numbers that look random and are the same on every run (SplitMix64).
struct Numbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0..<limit, all alike.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// 0..<limit, small numbers far more often: as names in news.
  mutating func skewed(_ limit: Int) -> Int {
    let unit = Double(next() >> 11) / Double(1 << 53)
    return min(limit - 1, Int(pow(Double(limit), unit)) - 1)
  }
}

/// Who there is to be named: people with given names and surnames, organizations with initials.
struct World {
  private let given: [String]
  private let surnames: [String]

  init() {
    var numbers = Numbers(1)
    func word(_ syllables: Int) -> String {
      let parts = (0..<syllables).map { _ -> String in
        let consonants = ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "kh", "st"]
        return consonants[numbers.below(consonants.count)] + ["a", "e", "i", "o", "u"][numbers.below(5)]
      }
      return parts.joined().capitalized
    }
    given = (0..<800).map { _ in word(2 + numbers.below(2)) }
    surnames = (0..<30_000).map { _ in word(3 + numbers.below(2)) }
  }

  /// The names by which a document calls person `number`, now in full, now by the surname, now with a slip.
  func person(_ number: Int, _ numbers: inout Numbers) -> String {
    var numbersOfPerson = Numbers(UInt64(number) &+ 77)
    let first = given[numbersOfPerson.below(given.count)]
    let last = surnames[numbersOfPerson.skewed(surnames.count)]
    switch numbers.below(10) {
    case 0, 1: return last
    case 2: return "\(first.prefix(1)). \(last)"
    case 3:
      let letter = 1 + numbers.below(last.count - 1)
      var slip = Array(last)
      slip.remove(at: letter)
      return "\(first) \(String(slip))"
    default: return "\(first) \(last)"
    }
  }

  func organization(_ number: Int, _ numbers: inout Numbers) -> String {
    var numbersOfOrganization = Numbers(UInt64(number) &+ 99)
    let words = (0..<3).map { _ in surnames[numbersOfOrganization.below(surnames.count)] } + ["Union"]
    return numbers.below(4) == 0 ? words.compactMap(\.first).map(String.init).joined() : words.joined(separator: " ")
  }
}

/// One document that names ten.
func document(_ number: Int, of count: Int, _ world: World) -> Document {
  var numbers = Numbers(UInt64(number) &* 31 &+ 5)
  var names: [(name: String, kind: Entity.Kind)] = []
  for _ in 0..<7 { names.append((world.person(numbers.skewed(count), &numbers), .person)) }
  for _ in 0..<3 { names.append((world.organization(numbers.skewed(count / 4), &numbers), .organization)) }
  var text = "Document \(number)."
  var ranges: [TextRange] = []
  for (name, _) in names {
    text += " "
    ranges.append(TextRange(text.utf8.count, text.utf8.count + name.utf8.count))
    text += name + "."
  }
  var document = Document(text: text, source: "\(number).txt")
  document.metadata.published = CalendarDate(year: 2000 + number % 20, month: 1 + number % 12, day: 1 + number % 28)
  var seen: Set<String> = []
  for (index, (name, kind)) in names.enumerated() {
    let slug = name.lowercased().map { $0.isLetter ? String($0) : "-" }.joined()
    let id = "\(kind.rawValue).\(slug)"
    document.mentions.append(
      Mention(ranges[index], form: .name, entity: id, confidence: 0.9, rule: "made up"))
    if seen.insert(id).inserted {
      let code = numbers.below(5) == 0 ? ["RU", "US", "KZ", "FR", "DE"][numbers.below(5)] : nil
      document.entities.append(Entity(id: id, kind: kind, label: name, country: code))
    }
  }
  return document
}

/// What the process has had so far of the processor and of memory.
func usage() -> rusage {
  var usage = rusage()
  #if os(Linux)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  #else
    getrusage(RUSAGE_SELF, &usage)
  #endif
  return usage
}

/// The most memory that the process has had, in MB.
func peakMegabytes() -> Int {
  #if os(Linux)
    usage().ru_maxrss / 1024
  #else
    usage().ru_maxrss / 1_048_576
  #endif
}

/// What the process has had of the processor, in seconds.
func processorSeconds() -> Double {
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  let usage = usage()
  return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

guard CommandLine.arguments.count == 2, let size = Int(CommandLine.arguments[1]), size > 0 else {
  FileHandle.standardError.write(Data("usage: IdentityScale DOCUMENTS\n".utf8))
  exit(64)
}
let world = World()
var index = IdentityIndex()
var names = 0
var adding = 0.0
for number in 0..<size {
  let document = document(number, of: size, world)
  names += document.mentions.count
  let start = processorSeconds()
  index.add(document)
  adding += processorSeconds() - start
}
let memoryBefore = peakMegabytes()
let start = processorSeconds()
let nodes = index.resolve().nodes.count
let resolving = processorSeconds() - start
func rounded(_ number: Double) -> String { String(format: "%.2f", number) }
print(
  "| \(size) | \(names) | \(nodes) | \(rounded(adding)) | \(rounded(resolving)) | "
    + "\(Int(Double(size) / (adding + resolving))) | \(peakMegabytes()) | \(memoryBefore) |")
