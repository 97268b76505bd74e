internal import CHearsayTables
internal import HearsayCore

/// The nouns of saying in both numbers, from `cue-nouns.tsv`.
struct NounCueTable: Sendable {
  /// The table that the program carries.
  static let standard: NounCueTable = {
    let table = hearsay_table_cue_nouns()
    return NounCueTable(TableReader(bytes: table.bytes, count: table.count))
  }()

  /// The nouns, in the table's order, as what they do.
  let nouns: [CueVerb]
  private let entries: [String: CueVerb]

  init(_ table: TableReader) {
    var nouns: [CueVerb] = []
    var entries: [String: CueVerb] = [:]
    for row in table.rows {
      guard let noun = row.text("noun"), let plural = row.text("plural"),
        let act = row.text("act").flatMap(Statement.Act.init(rawValue:)),
        let polarity = row.text("polarity").flatMap(Statement.Polarity.init(rawValue:))
      else { preconditionFailure("cue-nouns.tsv, line \(row.line): a cell is missing") }
      var frames: CueVerb.Frames = []
      for name in row.list("frames") {
        guard let frame = CueVerb.Frames(name: name) else { preconditionFailure("line \(row.line): no \(name)") }
        frames.insert(frame)
      }
      let entry = CueVerb(lemma: noun, act: act, frames: frames, polarity: polarity, commits: true, isNoun: true)
      nouns.append(entry)
      for form in [noun, plural] { entries[form] = entry }
    }
    self.nouns = nouns
    self.entries = entries
  }

  /// What the noun spelled `word`, in lower case, does; nil where it is none of saying.
  subscript(word: String) -> CueVerb? { entries[word] }
}
