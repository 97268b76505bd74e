import HearsayCore
import Testing

@testable import Hearsay

@Suite struct StatementTableTests {
  @Test(arguments: [
    ("plain", "plain"), ("a, b", "\"a, b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("-1, 2", "\"'-1, 2\""), ("a \"\u{301}b", "\"a \"\"\u{301}b\""), (",\u{301}", "\",\u{301}\""),
  ])
  func `a cell is quoted where it must be, and is never a formula`(title: String, cell: String) throws {
    var document = Document(text: "He left.", source: "x.txt", metadata: Metadata(title: title))
    document.statements = [
      Statement(
        speech: .indirect, source: [], cue: [], content: [TextRange(0, 7)], speaker: nil, act: .say, confidence: 1)
    ]
    let csv = StatementTable(Corpus([document])).csv
    #expect(csv == "date,speaker,act,target,words,article,source\r\n,,say,,He left,\(cell),x.txt\r\n")
  }
}
