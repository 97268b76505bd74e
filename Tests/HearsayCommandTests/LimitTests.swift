import Foundation
import HearsayCore
import HearsayReaders
import HearsayTestSupport
import Testing

@Suite struct LimitTests {
  @Test(arguments: [
    "article-bytes", "article-bytes=", "article-bytes=0", "moon=1", "=1", "nesting=99999999999999999999",
  ])
  func `a limit that is none ends with 64`(limit: String) throws {
    #expect(try ProgramRun(["annotate", "seeds", "--limit", limit]).status == 64)
  }

  @Test func `a limit that is met names the document, the limit and the option`() throws {
    let run = try ProgramRun(["annotate", "seeds", "--limit", "article-bytes=3_000"])
    #expect(run.errors.contains("seeds/05-news-page.html: "), "\(run.errors)")
    #expect(run.errors.contains("--limit article-bytes=NUMBER"), "\(run.errors)")
  }

  @Test func `every limit is in the help and in docs/SECURITY`() throws {
    let help = try ProgramRun(["export", "--help"]).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let page = try String(contentsOf: Repository.file("docs/SECURITY.md"), encoding: .utf8)
    let limits = Limits()
    for row in Limits.table {
      #expect(help.contains("\(row.name) \(limits[keyPath: row.value])"), "\(row.name)")
      #expect(page.contains("| `\(row.name)` |"), "\(row.name)")
      #expect(row.range.contains(limits[keyPath: row.value]))
    }
  }

  @Test func `every format that is read is in the list and documented`() throws {
    let list = try ProgramRun(["formats", "--input"]).text
    for format in InputFormat.table { #expect(list.contains("\(format.name)\n  \(format.title)\n")) }
    #expect(InputFormat.table.count == Set(InputFormat.table.map(\.name)).count)
  }
}
