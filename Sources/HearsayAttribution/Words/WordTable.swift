internal import CHearsayTables
internal import HearsayCore

/// The classes of words, from `attribution-words.tsv`.
struct WordTable: Sendable {
  /// The table that the program carries.
  static let standard: WordTable = {
    let table = hearsay_table_attribution_words()
    return WordTable(TableReader(bytes: table.bytes, count: table.count))
  }()

  private let classes: [String: WordClass]

  init(_ table: TableReader) {
    var classes: [String: WordClass] = [:]
    for row in table.rows {
      guard let word = row.text("word") else { continue }
      for name in row.list("classes") {
        guard let found = WordClass(name: name) else { preconditionFailure("no word class \(name), line \(row.line)") }
        classes[word, default: []].formUnion(found)
      }
    }
    self.classes = classes
  }

  /// The classes of `word`, given in lower case.
  subscript(word: String) -> WordClass { classes[word] ?? [] }
}
