import CHearsayKernels
import Testing

@testable import HearsayLanguage

@Suite struct TaggerTests {
  private let tagger: Tagger

  init() throws { tagger = try Tagger(weights: SyntheticWeights.bytes()) }

  private func isTree(_ words: [Tagger.Word]) -> Bool {
    guard words.filter({ $0.head == 0 }).count == 1 else { return false }
    return words.indices.allSatisfy { start in
      var (node, steps) = (start + 1, 0)
      while node != 0, steps <= words.count { (node, steps) = (words[node - 1].head, steps + 1) }
      return node == 0
    }
  }

  @Test func `each word of each sentence has its labels`() {
    let sentences = [["The", "end", "."], [], ["a"], ["😀", "", "日本", "\u{0}"]]
    let tagged = tagger.tag(sentences)
    #expect(tagged.map(\.count) == [3, 0, 1, 4])
    for words in tagged where !words.isEmpty {
      #expect(isTree(words))
      #expect(words.allSatisfy { ($0.head == 0) == ($0.relation == "root") })
      #expect(words.allSatisfy { SyntheticWeights.upos.contains($0.upos) })
    }
  }

  @Test func `a sentence is read alike alone and among others`() {
    var numbers = Numbers(seed: 3)
    let sentences = (0..<60).map { index in
      (0..<(index * 7 % 41 + 1)).map { _ in String(Array("abcdefghij")[Int(abs(numbers.next()) * 9)]) + "ding" }
    }
    let together = tagger.tag(sentences)
    for (sentence, words) in zip(sentences, together) { #expect(tagger.tag([sentence]) == [words]) }
  }

  @Test func `as a text, sentences keep their words, trees and parts of speech`() {
    let long = (0..<400).map { "word\($0)" }
    let sentences = [["The", "end", "."], [], ["President", "said", "so"], long, ["the", "end"]]
    let (alone, together) = (tagger.tag(sentences), tagger.tag(sentences, asText: true))
    #expect(together.map(\.count) == sentences.map(\.count))
    for (one, other) in zip(alone.joined(), together.joined()) {
      #expect((one.upos, one.head, one.relation) == (other.upos, other.head, other.relation))
    }
  }

  @Test func `a sentence of two thousand words is one tree`() {
    let sentence = (0..<2000).map { "word\($0)" }
    let words = tagger.tag([sentence])[0]
    #expect(words.count == 2000)
    #expect(isTree(words))
  }

  @Test func `without trees the rest is the same`() {
    let sentence = ["The", "end", "said", "so", "."]
    let (with, without) = (tagger.tag([sentence])[0], tagger.tag([sentence], wantsTrees: false)[0])
    #expect(with.map(\.name) == without.map(\.name))
    #expect(with.map(\.upos) == without.map(\.upos))
    #expect(without.allSatisfy { $0.head == 0 && $0.relation.isEmpty })
  }

  @Test(arguments: KernelPath.fast)
  func `every path reads alike`(path: KernelPath) throws {
    let model = try ReaderModel(try SyntheticWeights.bytes().withUnsafeBytes { try WeightsFile(copying: $0) })
    let portable = try #require(ReaderNetwork(model, path: hearsay_path_portable))
    // A path that this processor lacks cannot be tested on it.
    guard let network = ReaderNetwork(model, path: path.path) else { return }
    let bytes = Array("The president said so . Reading it took 1990 days .".utf8)
    var words: [Range<Int>] = []
    var start = 0
    for (index, byte) in (bytes + [32]).enumerated() where byte == 32 {
      words.append(start..<index)
      start = index + 1
    }
    let text = ReaderText(bytes: bytes, words: words, segments: [0..<words.count])
    var batch = ReaderBatch()
    _ = batch.add(0..<words.count, of: text, segment: 0, pieces: model.pieces)
    func bits(_ network: ReaderNetwork) -> [UInt32] {
      let space = ReaderWorkspace(model)
      network.read(batch, in: space, wantsEnds: true)
      network.scoreArcs(0..<words.count, in: space)
      return (0..<words.count * space.headStride).map { space.heads[$0].bitPattern }
        + (0..<words.count * space.nameStride).map { space.names[$0].bitPattern }
        + (0..<words.count * space.arcScoreStride).map { space.arcScores[$0].bitPattern }
        + (0..<words.count).map { space.ends[$0].bitPattern }
    }
    #expect(bits(network) == bits(portable))
  }

  @Test(arguments: [0, 1, 40, 63, 64, 100, 3000])
  func `a file that is cut off is refused`(count: Int) {
    #expect(throws: WeightsError.self) { try Tagger(weights: Array(SyntheticWeights.bytes().prefix(count))) }
  }

  @Test func `a file with a section missing or of another size names it`() {
    var bytes = SyntheticWeights.bytes()
    // The first entry of the directory is the vocabulary.
    bytes[64] = UInt8(ascii: "x")
    #expect(throws: WeightsError.missing(section: "vocabulary")) { try Tagger(weights: bytes) }
    #expect(throws: WeightsError.notWeights) { try Tagger(weights: Array("no weights".utf8)) }
    #expect(WeightsError.missing(section: "words").description == "weights without the section words")
  }
}
