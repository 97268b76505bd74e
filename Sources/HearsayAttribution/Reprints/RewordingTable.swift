internal import CHearsayTables
internal import HearsayCore

/// How much each word tells, and which words may stand for one another, by stem: `word-weights.tsv`, `synonyms.tsv`.
struct RewordingTable: Sendable {
  /// The tables that the program carries.
  static let standard: RewordingTable = {
    let (weights, synonyms) = (hearsay_table_word_weights(), hearsay_table_synonyms())
    return RewordingTable(
      weights: TableReader(bytes: weights.bytes, count: weights.count),
      synonyms: TableReader(bytes: synonyms.bytes, count: synonyms.count))
  }()

  /// The weight of a word that the table does not list, and the greatest that one has.
  static let greatestWeight = 850

  private var weights: [UInt32: Int] = [:]
  private var synonyms: [UInt32: [UInt32]] = [:]

  init(weights: TableReader, synonyms: TableReader) {
    for row in weights.rows {
      guard let word = row.text("word"), let weight = row.text("weight").flatMap({ Int($0) }) else { continue }
      let stem = Self.stem(word)
      // Of the words of one stem the most frequent counts.
      self.weights[stem] = min(self.weights[stem] ?? weight, weight)
    }
    for row in synonyms.rows {
      guard let word = row.text("word") else { continue }
      let stem = Self.stem(word)
      for other in row.list("synonyms").map(Self.stem) where other != stem {
        self.synonyms[stem, default: []].append(other)
        self.synonyms[other, default: []].append(stem)
      }
    }
    for stem in self.synonyms.keys { self.synonyms[stem] = Set(self.synonyms[stem]!).sorted() }
  }

  /// The weight of `stem`, 0...850: hundredths of a natural logarithm.
  func weight(of stem: UInt32) -> Int { weights[stem] ?? Self.greatestWeight }

  /// Whether one stem may stand for the other.
  func areSynonyms(_ left: UInt32, _ right: UInt32) -> Bool { synonyms[left]?.contains(right) ?? false }

  /// A word's stem as a number (FNV-1a).
  static func stem(_ word: String) -> UInt32 { stem(Array(word.utf8)) }

  /// A word's stem as a number; the word is given in lower case.
  static func stem(_ word: [UInt8]) -> UInt32 {
    WordStem.stem(word).reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
