import CHearsayKernels
import HearsayCore
import Testing

@testable import HearsayLanguage

@Suite struct DateReaderTests {
  private static let monday = ResolvedDate("2022-01-10", .day)

  private func reader(_ bytes: [UInt8] = SyntheticWeights.dateBytes()) throws -> DateReader {
    try DateReader(weights: bytes, over: Tagger(weights: SyntheticWeights.bytes()))
  }

  /// "On Monday Lund said it sank. He added it burned." with `words` more behind it, each statement and time in place.
  private func document(words: Int = 0) -> Document {
    let opening = "On Monday Lund said it sank. He added it burned."
    let text = opening + String(repeating: " Nothing else came.", count: words / 4)
    var document = tokenized(text)
    document.sentences = [Sentence(TextRange(0, 28), tokens: 0..<7, paragraph: 0)]
    var next = 7
    while next < document.tokens.count {
      let end = min(next + (next == 7 ? 5 : 4), document.tokens.count)
      document.sentences.append(
        Sentence(
          TextRange(document.tokens[next].range.start, document.tokens[end - 1].range.end), tokens: next..<end,
          paragraph: 0))
      next = end
    }
    document.times = [TimeMention(document.tokens[1].range, Self.monday)]
    document.statements = [statement(document, at: 2, Self.monday), statement(document, at: 7, nil)]
    return document
  }

  /// A statement whose source is the word at `word`, its cue the next, its content the two behind that.
  private func statement(_ document: Document, at word: Int, _ date: ResolvedDate?) -> Statement {
    let tokens = document.tokens
    return Statement(
      speech: .indirect, source: [tokens[word].range], cue: [tokens[word + 1].range],
      content: [TextRange(tokens[word + 2].range.start, tokens[word + 3].range.end)], speaker: "person.lund", act: .say,
      date: date, confidence: 1)
  }

  @Test func `words are marked by what they stand in`() {
    let text = DateText(document())
    #expect(
      text.marks.prefix(9) == [
        [.opening, .capital], [.time, .capital], [.source, .capital], [.cue, .dated], .content, .content, [],
        [.opening, .capital, .source], .cue,
      ])
  }

  @Test func `each statement is asked after, with what rules say of each time`() throws {
    let windows = DateText(document()).windows()
    try #require(windows.count == 1 && windows[0].questions.map(\.statement) == [0, 1])
    let (dated, question) = (windows[0].questions[0], windows[0].questions[1])
    #expect((question.cue, question.source, question.content) == (8..<9, 7..<8, 9..<11))
    #expect(question.flags == [0, 0, 0, 1])
    #expect(question.candidates.map(\.place) == [1])
    #expect(question.candidates[0].distance == 1 - DateCandidate.nearest)
    #expect(question.candidates[0].facts == [1, 1, 0, 1, 1, 0, 0, 0])
    #expect(dated.flags == [0, 0, 1, 1])
    #expect(dated.candidates[0].facts == [0, 0, 1, 1, 1, 0, 0, 0], "nobody else is dated so")
  }

  @Test func `what is quoted by another or only possible is not asked after`() throws {
    var document = document()
    document.statements[0].modality = "may"
    document.statements[1].within = 0
    #expect(DateText(document).windows().isEmpty)
  }

  @Test func `words are read in pieces, the first few where they are too many`() throws {
    let table = try SyntheticWeights.dateModel().reader.pieces
    let short = DatePieces(tokenized("It sank."), table).sequence(0..<3)
    #expect(short.pieces.first == table.opening && short.pieces.last == table.closing)
    #expect(short.words == [nil, 0, 0, 1, 1, 1, 1, 2, nil] && short.firsts == [1, 3, 7])
    let long = tokenized(String(repeating: "reading ", count: DateWindow.mostWords))
    let sequence = DatePieces(long, table).sequence(long.tokens.indices)
    #expect(sequence.firsts.count == DateWindow.mostWords && sequence.pieces.count <= DateWindow.mostPieces)
  }

  @Test func `what stands far into a text is read in a window that goes on behind it`() throws {
    var document = document(words: 900)
    let word = 7 + 5 + 4 * 150
    document.statements = [statement(document, at: word, nil)]
    #expect(DateText(document).windows().isEmpty, "no time is near")
    document.times.append(TimeMention(document.tokens[word - 8].range, Self.monday))
    let window = try #require(DateText(document).windows().first)
    #expect(window.words.lowerBound % DateWindow.stride == 0)
    #expect(window.words.count <= DateWindow.mostWords)
    #expect(window.words.upperBound == word + 4 + DateWindow.left)
    #expect(window.questions[0].candidates[0].place == word - 8 - window.words.lowerBound)
  }

  @Test func `shares are of one, and the same in every run`() throws {
    let network = try #require(DateNetwork(try SyntheticWeights.dateModel()))
    let document = document(words: 300)
    let text = DateText(document)
    let pieces = DatePieces(document, network.model.reader.pieces)
    let space = DateWorkspace(network.model)
    for window in text.windows() {
      let shares = network.shares(window, of: pieces, marks: text.marks, in: space)
      #expect(shares == network.shares(window, of: pieces, marks: text.marks, in: space))
      for share in shares { #expect(share.allSatisfy { $0 >= 0 } && share.reduce(0, +) <= 1.0001) }
    }
  }

  @Test(arguments: KernelPath.fast)
  func `every path weighs alike`(path: KernelPath) throws {
    let model = try SyntheticWeights.dateModel()
    let portable = try #require(DateNetwork(model, path: hearsay_path_portable))
    // A path that this processor lacks cannot be tested on it.
    guard let network = DateNetwork(model, path: path.path) else { return }
    let document = document(words: 300)
    let text = DateText(document)
    let pieces = DatePieces(document, model.reader.pieces)
    for window in text.windows() {
      func bits(_ network: DateNetwork) -> [[UInt32]] {
        network.shares(window, of: pieces, marks: text.marks, in: DateWorkspace(model))
          .map { $0.map(\.bitPattern) }
      }
      #expect(bits(network) == bits(portable))
    }
  }

  @Test func `a file with a section of another size names it`() throws {
    #expect(throws: WeightsError.missing(section: "marks")) { try reader(SyntheticWeights.bytes()) }
    #expect(throws: WeightsError.self) { try reader(Array(SyntheticWeights.dateBytes().prefix(3000))) }
  }
}
