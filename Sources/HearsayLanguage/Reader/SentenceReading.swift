internal import HearsayCore

/// What the reader says of one sentence: labels as indices into the model's.
struct SentenceReading {
  /// The words, as indices into the text's.
  var words: Range<Int>
  /// The score of each name tag, word after word.
  var nameScores: [Float] = []
  /// Parts of speech.
  var upos: [Int] = []
  /// Heads, counted from 1 in the sentence; 0 is the root. Empty where no trees were asked for.
  var heads: [Int] = []
  /// Relations to the heads.
  var relations: [Int] = []
  /// What the attention says of its pronouns; their words, and those read with them, are indices into the text's.
  var regards: [Regard] = []

  /// Adds what was read of the same sentence behind these words: its root hangs from the first part's root by `relation`.
  mutating func append(_ next: SentenceReading, relation: Int) {
    let shift = words.count
    let root = (heads.firstIndex(of: 0) ?? 0) + 1
    words = words.lowerBound..<next.words.upperBound
    nameScores += next.nameScores
    upos += next.upos
    heads += next.heads.map { $0 == 0 ? root : $0 + shift }
    regards += next.regards
    relations += zip(next.heads, next.relations).map { $0 == 0 ? relation : $1 }
  }

  /// Takes the mean of the scores of names with those of another reading of the same words.
  mutating func meanNames(with other: SentenceReading) {
    precondition(words == other.words, "readings of \(words) and of \(other.words)")
    for index in nameScores.indices { nameScores[index] = (nameScores[index] + other.nameScores[index]) / 2 }
  }
}
