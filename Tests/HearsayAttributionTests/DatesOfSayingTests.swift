import Foundation
import HearsayAttribution
import HearsayCore
import HearsayIdentity
import HearsayLanguage
import HearsayTestSupport
import Testing

/// A text and the dates on which its first statements were said, a line of `dates.tsv`.
struct DatedText: CustomTestStringConvertible, Sendable {
  let text: String
  /// As they are written in the file: `-` for none.
  let dates: [String]

  var testDescription: String { text }

  static func all() throws -> [DatedText] {
    try String(contentsOf: Repository.file("Tests/Corpora/Attribution/dates.tsv"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        try #require(cells.count == 2, "\(line): a text, a tab and dates")
        return DatedText(text: String(cells[0]), dates: cells[1].split(separator: ",").map(String.init))
      }
  }
}

@Suite struct DatesOfSayingTests {
  private static let reader = NeuralReader(.embedded)

  @Test(arguments: try DatedText.all())
  func `a statement has the date that its text gives and no other`(example: DatedText) {
    var document = Document(text: example.text, source: "case")
    document.metadata.published = CalendarDate(year: 2022, month: 1, day: 12)
    Tokenizer().annotate(&document)
    Self.reader.annotate(&document)
    MentionFinder().annotate(&document)
    StatementFinder().annotate(&document)
    let dates = document.statements.prefix(example.dates.count).map { $0.date?.text ?? "-" }
    #expect(dates == example.dates, "\(StatementDump.text(document))")
  }
}
