import Testing

@testable import HearsayLanguage

@Suite struct NameAgreementTests {
  private let labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]

  /// Sentences of single words, each with its scores, `apart` sentences of another word between them.
  private func agreed(_ words: [(String, [Float])], apart: Int = 0) -> [[Float]] {
    let filler = (0..<apart).map { ("filler\($0)", labels.map { _ in Float(0) }) }
    let sentences = words.flatMap { [$0] + filler }
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for (word, _) in sentences {
      ranges.append(bytes.count..<bytes.count + word.utf8.count)
      bytes += Array(word.utf8)
    }
    var readings = sentences.indices.map { SentenceReading(words: $0..<$0 + 1, nameScores: sentences[$0].1) }
    let text = ReaderText(bytes: bytes, words: ranges, segments: [ranges.indices])
    NameAgreement(labels: labels).agree(&readings, in: text)
    return stride(from: 0, to: readings.count, by: apart + 1).map { readings[$0].nameScores }
  }

  @Test func `a word takes the mean of what the same word has nearby, kind by kind`() {
    let scores = agreed([("Alba", [4, 0, 2, 1, 1]), ("Alba", [0, 2, 1, 5, 3])])
    // Means: O 2, person 2, organization 3; each tag moves as far as the best of its kind, by the share of the mean.
    let share = NameAgreement.share
    #expect(scores[0] == [4 - 2 * share, 0, 2, 1 + 2 * share, 1 + 2 * share])
    #expect(scores[1] == [2 * share, 2, 1, 5 - 2 * share, 3 - 2 * share])
  }

  @Test(arguments: [("alba", "alba"), ("Alba", "ALBA"), ("A", "A"), ("7", "7")])
  func `words without capitals, of one letter or in another casing stay as they are`(first: String, second: String) {
    let own: [[Float]] = [[4, 0, 2, 1, 1], [0, 2, 1, 5, 3]]
    #expect(agreed([(first, own[0]), (second, own[1])]) == own)
  }

  @Test func `far away the same word may mean another`() {
    let own: [[Float]] = [[4, 0, 2, 1, 1], [0, 2, 1, 5, 3]]
    let words = [("Alba", own[0]), ("Alba", own[1])]
    #expect(agreed(words, apart: NameAgreement.reach - 1) != own)
    #expect(agreed(words, apart: NameAgreement.reach) == own)
  }
}
