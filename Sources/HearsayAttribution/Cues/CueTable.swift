internal import CHearsayTables
internal import HearsayCore

/// The verbs of saying in all their forms, from `cues.tsv`.
struct CueTable: Sendable {
  /// One form of a verb: its words, the verb first ("pointed", "out").
  struct Entry: Hashable, Sendable {
    let words: [String]
    let verb: CueVerb
    /// The forms that are spelled so: "said" is a past and a participle.
    var forms: Set<CueVerb.Form>
  }

  /// The table that the program carries.
  static let standard: CueTable = {
    let table = hearsay_table_cues()
    return CueTable(TableReader(bytes: table.bytes, count: table.count))
  }()

  /// The verbs, in the table's order.
  let verbs: [CueVerb]
  private let entries: [String: [Entry]]
  private let particles: [String: Set<String>]

  init(_ table: TableReader) {
    var verbs: [CueVerb] = []
    var entries: [String: [Entry]] = [:]
    for row in table.rows {
      let verb = Self.verb(row)
      verbs.append(verb)
      let columns: [(String, CueVerb.Form)] = [
        ("lemma", .base), ("present", .present), ("past", .past), ("participle", .participle), ("gerund", .gerund),
      ]
      for (column, form) in columns {
        for spelling in row.list(column) {
          let words = spelling.split(separator: " ").map(String.init)
          var known = entries[words[0]] ?? []
          if let index = known.firstIndex(where: { $0.words == words && $0.verb == verb }) {
            known[index].forms.insert(form)
          } else {
            known.append(Entry(words: words, verb: verb, forms: [form]))
          }
          entries[words[0]] = known
        }
      }
    }
    self.verbs = verbs
    particles = verbs.reduce(into: [:]) { found, verb in
      let words = verb.lemma.split(separator: " ").map(String.init)
      if words.count == 2, verb.frames.contains(.topic) { found[words[0], default: []].insert(words[1]) }
    }
    // The longest first: "called for" before "called".
    self.entries = entries.mapValues { list in
      list.enumerated().sorted { ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset) }
        .map(\.element)
    }
  }

  /// The entry that `words` has at `index`, the longest first.
  func entry(at index: Int, in words: Words) -> Entry? {
    guard let candidates = entries[words.lower[index]] else { return nil }
    return candidates.first { entry in
      index + entry.words.count <= words.count
        && entry.words.indices.allSatisfy { entry.words[$0] == words.lower[index + $0] }
        // "insisted | on Tuesday that": the day's "on".
        && !(entry.words.last == "on" && words.has(index + entry.words.count, [.weekday, .month]))
    }
  }

  /// The entry whose verb stands at `index` and whose particle a weekday parts from it: "called | Friday | for".
  ///
  /// - Returns: The entry and the token after its particle.
  func partedEntry(at index: Int, in words: Words) -> (entry: Entry, end: Int)? {
    var next = index + 1
    if words.isOne(next, of: "on"), words.has(next + 1, .weekday) { next += 1 }
    guard words.has(next, .weekday), next + 1 < words.count, let candidates = entries[words.lower[index]] else {
      return nil
    }
    return candidates.first { $0.words.count == 2 && $0.words[1] == words.lower[next + 1] }.map { ($0, next + 2) }
  }

  /// The particles after which `verb` takes what is said: "for", "about" of "ask".
  func particles(of verb: CueVerb) -> Set<String> { particles[verb.lemma] ?? [] }

  /// Every spelling of `verb` with its forms, in alphabetical order.
  func spellings(of verb: CueVerb) -> [(spelling: String, forms: Set<CueVerb.Form>)] {
    entries.values.joined().filter { $0.verb == verb }
      .map { ($0.words.joined(separator: " "), $0.forms) }.sorted { $0.spelling < $1.spelling }
  }

  private static func verb(_ row: TableReader.Row) -> CueVerb {
    guard let lemma = row.text("lemma"), let act = row.text("act").flatMap(Statement.Act.init(rawValue:)),
      let polarity = row.text("polarity").flatMap(Statement.Polarity.init(rawValue:)),
      let commits = row.text("commits"), let noun = row.text("noun")
    else { preconditionFailure("cues.tsv, line \(row.line): a lemma, an act, a polarity, commits, noun") }
    var frames: CueVerb.Frames = []
    for name in row.list("frames") {
      guard let frame = CueVerb.Frames(name: name) else {
        preconditionFailure("cues.tsv, line \(row.line): no \(name)")
      }
      frames.insert(frame)
    }
    return CueVerb(
      lemma: lemma, act: act, frames: frames, polarity: polarity, commits: commits == "yes", isNoun: noun == "yes")
  }
}
