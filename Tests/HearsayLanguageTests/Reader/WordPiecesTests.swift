import Testing

@testable import HearsayLanguage

@Suite struct WordPiecesTests {
  private func pieces(of words: [String], in vocabulary: [String]) throws -> [[String]] {
    let lines = Array(vocabulary.map { $0 + "\n" }.joined().utf8)
    let table = try lines.withUnsafeBytes { bytes -> WordPieces in try WordPieces(lines: bytes) }
    return words.map { word in
      var found: [Int32] = []
      table.append(Array(word.utf8), to: &found)
      return found.map { vocabulary[Int($0)] }
    }
  }

  @Test(arguments: [
    ("Reading", ["re", "##a", "##ding"]), ("the", ["the"]), ("THE", ["the"]), ("thé", ["the"]),
    ("don't", ["d", "##o", "##n", "'", "t"]),
    ("a.b", ["a", ".", "b"]), ("...", [".", ".", "."]), ("1990s", ["1", "##9", "##9", "##0", "##s"]),
    ("日本", ["[UNK]", "[UNK]"]),
    ("a日", ["a", "[UNK]"]), ("aß", ["[UNK]"]), ("", ["[UNK]"]), ("\u{301}", ["[UNK]"]), ("a\u{200D}b", ["a", "##b"]),
    ("İ", ["i"]), ("ﬁ", ["[UNK]"]), ("ÀÉ", ["a", "##e"]),
  ])
  func `a word is parted into the longest pieces`(word: String, expected: [String]) throws {
    #expect(try pieces(of: [word], in: SyntheticWeights.vocabulary) == [expected])
  }

  @Test func `a word has sixteen pieces at most and a long run is unknown`() throws {
    let found = try pieces(
      of: [String(repeating: "a", count: 90), String(repeating: "a", count: 101)], in: SyntheticWeights.vocabulary)
    #expect(found.map(\.count) == [16, 1])
    #expect(found[1] == ["[UNK]"])
  }

  @Test func `a vocabulary without its marks is refused`() {
    #expect(throws: WeightsError.unfit(section: "vocabulary")) { try pieces(of: [], in: ["a", "[UNK]"]) }
  }

  @Test(arguments: [
    ("the", WordShape.lower), ("Title", .title), ("UPPER", .upper), ("I", .single), ("McDonald", .mixedInitial),
    ("iPhone", .mixed), ("1990", .digits), ("G7", .alphanumericUpper), ("7th", .alphanumericLower),
    ("...", .punctuation),
    ("日本", .uncased), ("É", .single), ("Élan", .title), ("straße", .lower), ("😀", .punctuation), ("U.S.", .upper),
    ("٣", .digits), ("ǅ", .single),
  ])
  func `a word's shape is how it is written`(word: String, expected: WordShape) {
    #expect(WordShape(Array(word.utf8)) == expected)
  }

  @Test func `letters lose their marks`() {
    var found: [UInt32] = []
    for scalar in "éñ각ｅ".unicodeScalars { Decomposition.forEach(scalar.value) { found.append($0) } }
    #expect(found == [0x65, 0x6E, 0x1100, 0x1161, 0x11A8, 0xFF45])
    #expect(Decomposition.bases.count > 2000)
    #expect(Decomposition.bases.values.allSatisfy { $0.allSatisfy { Unicode.Scalar($0) != nil } })
  }
}
