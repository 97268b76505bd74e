/// Parts words into the pieces of the encoder's vocabulary, as BERT's uncased models do.
///
/// A word is lower-cased and loses its accents; punctuation and ideographs stand alone; each run between them is parted
/// greedily into the longest pieces that the vocabulary has.
struct WordPieces: Sendable {
  /// Pieces that a word has at most; the rest of it is not read.
  static let mostPieces = 16
  /// Scalars that a run has at most to be parted.
  private static let longestRun = 100

  /// Lines of pieces.
  private let vocabulary: [UInt8]
  /// Where each piece begins in `vocabulary`, the byte behind the line feed before it; one more at the end.
  private let starts: [Int32]
  /// Pieces by the hash of their bytes, open addressing; -1 where empty. "##" is not among the bytes: pieces that go on a
  /// word have another seed.
  private let slots: [Int32]
  let unknown: Int32
  /// The piece that opens every sequence.
  let opening: Int32
  /// The piece that closes it.
  let closing: Int32

  /// The vocabulary of `lines`, one piece a line, ended by line feeds.
  init(lines: UnsafeRawBufferPointer) throws(WeightsError) {
    let vocabulary = [UInt8](lines)
    var starts: [Int32] = [0]
    for (offset, byte) in vocabulary.enumerated() where byte == UInt8(ascii: "\n") { starts.append(Int32(offset + 1)) }
    let count = starts.count - 1
    var capacity = 1024
    while capacity < 4 * count { capacity *= 2 }
    var slots = [Int32](repeating: -1, count: capacity)
    var special: [String: Int32] = [:]
    for piece in 0..<count {
      var start = Int(starts[piece])
      let end = Int(starts[piece + 1]) - 1
      if end - start == 5, vocabulary[start] == UInt8(ascii: "[") {
        special[String(decoding: vocabulary[start..<end], as: UTF8.self)] = Int32(piece)
      }
      let goesOn = Self.hasMark(vocabulary, start, end)
      if goesOn { start += 2 }
      var hash = Self.seed(goesOn: goesOn)
      while start < end {
        hash = Self.hash(hash, vocabulary[start])
        start += 1
      }
      var slot = Self.slot(hash, capacity)
      while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Int32(piece)
    }
    guard let unknown = special["[UNK]"], let opening = special["[CLS]"], let closing = special["[SEP]"] else {
      throw .unfit(section: "vocabulary")
    }
    self.vocabulary = vocabulary
    self.starts = starts
    self.slots = slots
    (self.unknown, self.opening, self.closing) = (unknown, opening, closing)
  }

  /// How many pieces there are.
  var count: Int { starts.count - 1 }

  /// Adds the pieces of the word in `bytes` to `pieces`: one at least, `mostPieces` at most.
  func append(_ bytes: some Collection<UInt8>, to pieces: inout [Int32]) {
    let first = pieces.count
    for run in WordRuns(bytes).runs {
      match(run, &pieces)
      if pieces.count - first >= Self.mostPieces { break }
    }
    if pieces.count - first > Self.mostPieces { pieces.removeLast(pieces.count - first - Self.mostPieces) }
    if pieces.count == first { pieces.append(unknown) }
  }

  /// The pieces of one run, or `unknown` where a part of it has none.
  private func match(_ run: ArraySlice<UInt8>, _ pieces: inout [Int32]) {
    let first = pieces.count
    var scalars = 0
    for byte in run where byte & 0xC0 != 0x80 { scalars += 1 }
    guard scalars <= Self.longestRun else { return pieces.append(unknown) }
    var start = run.startIndex
    while start < run.endIndex {
      // One pass forward gives every prefix's hash; the longest that is a piece is the last found.
      let goesOn = start > run.startIndex
      var hash = Self.seed(goesOn: goesOn)
      var best: (piece: Int32, end: Int)?
      for end in start..<run.endIndex {
        hash = Self.hash(hash, run[end])
        if end + 1 < run.endIndex, run[end + 1] & 0xC0 == 0x80 { continue }
        if let piece = find(run[start...end], hash, goesOn: goesOn) { best = (piece, end + 1) }
      }
      guard let best else {
        pieces.removeLast(pieces.count - first)
        return pieces.append(unknown)
      }
      pieces.append(best.piece)
      start = best.end
    }
  }

  private func find(_ bytes: ArraySlice<UInt8>, _ hash: UInt32, goesOn: Bool) -> Int32? {
    var slot = Self.slot(hash, slots.count)
    while slots[slot] >= 0 {
      let piece = Int(slots[slot])
      var start = Int(starts[piece])
      let end = Int(starts[piece + 1]) - 1
      let hasMark = Self.hasMark(vocabulary, start, end)
      if hasMark { start += 2 }
      if hasMark == goesOn, end - start == bytes.count, vocabulary[start..<end].elementsEqual(bytes) {
        return Int32(piece)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether the piece from `start` to `end` goes on a word: it begins with "##".
  private static func hasMark(_ vocabulary: [UInt8], _ start: Int, _ end: Int) -> Bool {
    end - start > 2 && vocabulary[start] == UInt8(ascii: "#") && vocabulary[start + 1] == UInt8(ascii: "#")
  }

  // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
  private static func seed(goesOn: Bool) -> UInt32 { goesOn ? 0x811C_9DC5 : 0x050C_5D1F }
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }
  private static func slot(_ hash: UInt32, _ count: Int) -> Int { Int(hash ^ hash >> 15) & (count - 1) }
}

/// A word in lower case without accents, as runs of UTF-8: each mark of punctuation and each ideograph alone.
struct WordRuns {
  private var bytes: [UInt8] = []
  private var bounds: [Int] = []
  private var isJoined = false

  /// The runs of the word in `word`.
  init(_ word: some Collection<UInt8>) {
    if word.allSatisfy(\.isASCII) {
      bytes.reserveCapacity(word.count)
      for byte in word { addASCII(byte.lowered) }
    } else {
      let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
      for (index, scalar) in scalars.enumerated() { add(scalar, isLast: index == scalars.count - 1) }
    }
  }

  /// The runs, in order.
  var runs: [ArraySlice<UInt8>] {
    bounds.indices.map { bytes[bounds[$0]..<($0 + 1 < bounds.count ? bounds[$0 + 1] : bytes.count)] }
  }

  private mutating func addASCII(_ byte: UInt8) {
    guard !byte.isBlank else { return }
    let isAlone = !byte.isAlphanumeric
    if isAlone || !isJoined { bounds.append(bytes.count) }
    bytes.append(byte)
    isJoined = !isAlone
  }

  private mutating func add(_ scalar: Unicode.Scalar, isLast: Bool) {
    // A sigma at the end of a word has its own small letter (Unicode Standard, 3.13, Final_Sigma).
    if scalar.value == 0x3A3, isLast, !bytes.isEmpty { return addDecomposed(0x3C2) }
    for lowered in scalar.properties.lowercaseMapping.unicodeScalars { addDecomposed(lowered.value) }
  }

  private mutating func addDecomposed(_ value: UInt32) {
    var parts: [UInt32] = []
    Decomposition.forEach(value) { parts.append($0) }
    for part in parts {
      guard let scalar = Unicode.Scalar(part) else { continue }
      if scalar.isASCII {
        addASCII(UInt8(part))
        continue
      }
      let category = scalar.properties.generalCategory
      if Self.isLeftOut(category) { continue }
      let isAlone = Self.isPunctuation(category) || Self.isIdeograph(part)
      if isAlone || !isJoined { bounds.append(bytes.count) }
      bytes.append(contentsOf: UTF8.encode(scalar)!)
      isJoined = !isAlone
    }
  }

  private static func isLeftOut(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .nonspacingMark, .control, .format, .privateUse, .surrogate, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      true
    default: false
    }
  }

  private static func isPunctuation(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x2FA1F: true
    default: false
    }
  }
}
