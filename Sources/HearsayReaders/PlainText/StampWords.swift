import CHearsayTables
import HearsayCore

/// What the words of stamp lines mean: `stamps.tsv`.
struct StampWords: Sendable {
  enum Meaning: Equatable, Sendable {
    case month(Int), weekday, zone, label, update, filler, ago, unit, length
  }

  /// What the program knows.
  static let known = StampWords()

  private let meanings: [String: Meaning]

  private init() {
    let table = hearsay_table_stamps()
    var meanings: [String: Meaning] = [:]
    for row in TableReader(bytes: table.bytes, count: table.count).rows {
      let meaning: Meaning
      switch row.text("kind") {
      case "month": meaning = .month(row.text("value").flatMap { Int($0) } ?? 0)
      case "weekday": meaning = .weekday
      case "zone": meaning = .zone
      case "label": meaning = .label
      case "update": meaning = .update
      case "ago": meaning = .ago
      case "unit": meaning = .unit
      case "length": meaning = .length
      default: meaning = .filler
      }
      for word in row.list("word") where meanings[word] == nil { meanings[word] = meaning }
    }
    self.meanings = meanings
  }

  /// What `word` means in a stamp line; nil for any other word.
  subscript(word: String) -> Meaning? { meanings[word] }
}
