import CHearsayTables
import HearsayCore

/// Words that news has often: a name's word that is none of them is the name's own, and may be misspelled.
struct CommonWords: Sendable {
  /// The table that the program carries, read once.
  static let standard = CommonWords()

  private let words: Set<String>

  private init() {
    let table = hearsay_table_word_weights()
    words = Set(TableReader(bytes: table.bytes, count: table.count).rows.compactMap { $0.text("word") })
  }

  /// Whether news has `word`, in lower case, often.
  func contains(_ word: some StringProtocol) -> Bool { words.contains(String(word)) }
}
