internal import HearsayCore

/// The words of a document in the pieces of the reader's vocabulary.
struct DatePieces {
  /// The words of a window, opened and closed, as the network reads them.
  struct Sequence {
    fileprivate(set) var pieces: [Int32] = []
    /// The word of each piece, as an index into the window's; nil of what opens and closes.
    fileprivate(set) var words: [Int?] = []
    /// The first piece of each word.
    fileprivate(set) var firsts: [Int32] = []

    fileprivate mutating func append(_ piece: Int32, of word: Int?) {
      pieces.append(piece)
      words.append(word)
    }
  }

  private let table: WordPieces
  private var pieces: [Int32] = []
  /// Where those of each word begin in `pieces`; one more at the end.
  private var starts = [0]

  init(_ document: Document, _ table: WordPieces) {
    self.table = table
    let bytes = document.utf8
    for token in document.tokens {
      table.append(bytes[token.range.bytes], to: &pieces)
      starts.append(pieces.count)
    }
  }

  /// The pieces of `words`; where they are too many for a window, each word keeps the first few.
  func sequence(_ words: Range<Int>) -> Sequence {
    var most = WordPieces.mostPieces
    while words.reduce(0, { $0 + min(most, starts[$1 + 1] - starts[$1]) }) > DateWindow.mostPieces - 2 { most -= 1 }
    var sequence = Sequence()
    sequence.append(table.opening, of: nil)
    for (index, word) in words.enumerated() {
      sequence.firsts.append(Int32(sequence.pieces.count))
      for piece in pieces[starts[word]..<starts[word + 1]].prefix(most) { sequence.append(piece, of: index) }
    }
    sequence.append(table.closing, of: nil)
    return sequence
  }
}
