/// A stretch of words that the encoder reads at once.
struct ReaderWindow {
  /// Pieces of the longest window, with the one that opens it and the one that closes it: the lengths that the weights
  /// were trained on.
  static let mostPieces = 192

  /// The segment that it lies in.
  let segment: Int
  /// Its words, as indices into the text's words.
  let words: Range<Int>
  /// Its pieces among those of the batch, opening and closing ones included.
  let pieces: Range<Int>
}

/// Windows that go through the encoder together, one after another without padding.
struct ReaderBatch {
  /// Pieces that a batch holds at most.
  static let mostPieces = 512

  private(set) var windows: [ReaderWindow] = []
  private(set) var pieces: [Int32] = []
  /// Where each piece stands in its window, from 0.
  private(set) var places: [Int32] = []
  /// The row of each piece in the casing table.
  private(set) var casings: [Int32] = []
  /// The first piece of each word.
  private(set) var firsts: [Int32] = []
  /// Where the words of each window begin in `firsts`.
  private(set) var wordStarts: [Int] = []
  /// Pronouns of one window whose attention is kept: no text that anyone would read has more, and each takes as many numbers as the
  /// window has words.
  static let mostPronouns = 32
  private let keepsPronouns: Bool
  /// The pronouns whose attention is kept, none where that is not wanted: their windows, and their words as indices into `firsts`.
  private(set) var pronouns: [(window: Int, word: Int)] = []

  init(keepsPronouns: Bool = true) {
    self.keepsPronouns = keepsPronouns
    pieces.reserveCapacity(Self.mostPieces)
    places.reserveCapacity(Self.mostPieces)
    casings.reserveCapacity(Self.mostPieces)
    firsts.reserveCapacity(Self.mostPieces)
  }

  /// Whether a window of any length still fits.
  var hasRoom: Bool { pieces.count + ReaderWindow.mostPieces <= Self.mostPieces }

  mutating func removeAll() {
    windows.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    casings.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    wordStarts.removeAll(keepingCapacity: true)
    pronouns.removeAll(keepingCapacity: true)
  }

  /// Adds as many of `words` as a window holds, at least one; gives the first word that did not fit.
  mutating func add(_ words: Range<Int>, of text: ReaderText, segment: Int, pieces table: WordPieces) -> Int {
    let (start, pronounsBefore) = (pieces.count, pronouns.count)
    wordStarts.append(firsts.count)
    append(table.opening, casing: 0, start: start)
    var end = words.lowerBound
    while end < words.upperBound {
      let bytes = text.bytes[text.words[end]]
      let before = pieces.count
      table.append(bytes, to: &pieces)
      if pieces.count - start + 1 > ReaderWindow.mostPieces {
        pieces.removeLast(pieces.count - before)
        break
      }
      if keepsPronouns, pronouns.count - pronounsBefore < Self.mostPronouns, Self.isPronoun(bytes) {
        pronouns.append((windows.count, firsts.count))
      }
      let shape = WordShape(bytes)
      firsts.append(Int32(before))
      for index in before..<pieces.count {
        places.append(Int32(index - start))
        casings.append(Int32(shape.row(isFirst: index == before)))
      }
      end += 1
    }
    append(table.closing, casing: 0, start: start)
    windows.append(ReaderWindow(segment: segment, words: words.lowerBound..<end, pieces: start..<pieces.count))
    return end
  }

  private static let personal: Set<[UInt8]> = Set(
    ["he", "him", "his", "himself", "she", "her", "hers", "herself"].map { Array($0.utf8) })

  /// Whether a word is "he" or "she" in any of their forms.
  private static func isPronoun(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (2...7).contains(bytes.count), let first = bytes.first.map({ $0 | 0x20 }),
      first == UInt8(ascii: "h") || first == UInt8(ascii: "s")
    else { return false }
    return personal.contains(bytes.map { $0 | 0x20 })
  }

  private mutating func append(_ piece: Int32, casing: Int32, start: Int) {
    places.append(Int32(pieces.count - start))
    casings.append(casing)
    pieces.append(piece)
  }
}

/// A text as the reader gets it: words in segments, each a paragraph or a sentence.
struct ReaderText {
  /// The text's UTF-8.
  let bytes: [UInt8]
  /// Where each word stands in `bytes`; none empty.
  let words: [Range<Int>]
  /// The words of each segment, in order.
  let segments: [Range<Int>]
}
