import Foundation
import HearsayAttribution
import HearsayCore
import HearsayIdentity
import HearsayLanguage
import HearsayTestSupport
import Testing

/// One case of a `.corpus` file: a title between lines of `===`, text with marked names, `---`, and the statements as
/// `StatementDump` writes them. Indented lines of a kind that a case has none of are not compared. Published on
/// Wednesday, 12 January 2022.
struct StatementCase: CustomTestStringConvertible, Sendable {
  let title: String
  let input: String
  let expected: [String]

  var testDescription: String { title }

  static func cases(_ file: String) throws -> [StatementCase] {
    let text = try String(contentsOf: Repository.file("Tests/Corpora/Attribution/\(file).corpus"), encoding: .utf8)
    let parts = text.components(separatedBy: "===\n")
    return stride(from: 1, to: parts.count - 1, by: 2).map { index in
      let halves = parts[index + 1].components(separatedBy: "---\n")
      return StatementCase(
        title: parts[index].trimmingCharacters(in: .whitespacesAndNewlines),
        input: halves[0].trimmingCharacters(in: .whitespacesAndNewlines),
        expected: (halves.count > 1 ? halves[1] : "").split(separator: "\n").map(String.init))
    }
  }

  private static let reader = NeuralReader(.embedded)

  /// The document of a text with marked names, read; with the neural reader's sentences and trees where they are wanted.
  static func read(_ input: String, options: StatementFinder.Options = .init(), hasTrees: Bool = false) -> Document {
    var document = MarkedText(input, published: CalendarDate(year: 2022, month: 1, day: 12)).document
    if hasTrees {
      let names = document.names
      reader.annotate(&document)
      document.names = names
    }
    MentionFinder().annotate(&document)
    StatementFinder(options: options).annotate(&document)
    return document
  }

  private static func kind(_ line: String) -> Substring {
    line.hasPrefix("  ") ? line.dropFirst(2).prefix { $0 != " " } : ""
  }

  func check(hasTrees: Bool = false) {
    let got = StatementDump.text(Self.read(input, hasTrees: hasTrees)).split(separator: "\n").map(String.init)
    let kinds = Set(expected.map(Self.kind)).union([""])
    let compared = got.filter { kinds.contains(Self.kind($0)) }
    #expect(compared == expected, "\(title): got\n\(got.joined(separator: "\n"))")
  }
}

@Suite struct StatementCorpusTests {
  @Test(arguments: try StatementCase.cases("direct"))
  func `direct speech has its speaker and its words`(example: StatementCase) { example.check() }

  @Test(arguments: try StatementCase.cases("indirect"))
  func `indirect speech has its speaker and its clause`(example: StatementCase) { example.check() }

  @Test(arguments: try ["direct", "indirect", "details"].flatMap { try StatementCase.cases($0) })
  func `trees leave what the words alone tell as it is`(example: StatementCase) { example.check(hasTrees: true) }

  @Test(arguments: try StatementCase.cases("occasions"))
  func `a statement has the day of the act that it belongs to`(example: StatementCase) { example.check(hasTrees: true) }

  @Test(arguments: try ["trees", "speakers"].flatMap { try StatementCase.cases($0) })
  func `trees tell speakers, clauses and what is none`(example: StatementCase) { example.check(hasTrees: true) }

  @Test(arguments: try StatementCase.cases("none"))
  func `what is no statement is none over trees`(example: StatementCase) {
    #expect(StatementCase.read(example.input, hasTrees: true).statements.isEmpty)
  }

  @Test(arguments: try StatementCase.cases("none"))
  func `what is no statement is none`(example: StatementCase) {
    #expect(
      StatementCase.read(example.input).statements.isEmpty, "\(StatementDump.text(StatementCase.read(example.input)))")
  }

  @Test(arguments: try StatementCase.cases("details"))
  func `act, polarity, hearers, targets and date are read`(example: StatementCase) { example.check() }

  @Test func `praise and blame can be left out`() {
    let text = "[P Mira Okafor] criticized the port authority. She said the port was closed."
    var options = StatementFinder.Options()
    #expect(StatementCase.read(text, options: options).statements.count == 2)
    options.includesCriticism = false
    #expect(StatementCase.read(text, options: options).statements.map(\.act) == [.say])
  }

  @Test(arguments: [
    ("[P Mira Okafor] criticized the port authority.", false), ("[P Mira Okafor] called for calm.", false),
    ("[P Mira Okafor] announced a plan.", false), ("[P Mira Okafor] called the plan a disaster.", true),
    ("[P Mira Okafor] accused [P Jon Lund] of lying.", true), ("[P Mira Okafor] vowed to stay.", true),
    ("[P Mira Okafor] said the port was closed.", true),
  ])
  func `what is praised, blamed or called for is told from what could be true or done`(
    text: String, isProposition: Bool
  ) {
    var options = StatementFinder.Options()
    for hasTrees in [false, true] {
      #expect(
        StatementCase.read(text, options: options, hasTrees: hasTrees).statements.map(\.isProposition) == [
          isProposition
        ])
    }
    options.includesCriticism = false
    let left = StatementCase.read(text, options: options, hasTrees: true).statements.count
    #expect(left == (isProposition ? 1 : 0))
  }

  @Test func `statements come in the order of their content and a quoting one comes first`() {
    let document = StatementCase.read("[P Mira Okafor] said that [P Jon Lund] had denied that the port was closed.")
    #expect(document.statements.map(\.within) == [nil, 0])
    #expect(document.statements.allSatisfy { (0...1).contains($0.confidence) })
  }
}
