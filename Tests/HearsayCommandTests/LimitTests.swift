import Foundation
import HearsayCore
import HearsayReaders
import HearsayTestSupport
import Testing

@Suite struct LimitTests {
  @Test(arguments: [
    "article-bytes", "article-bytes=", "article-bytes=0", "moon=1", "=1", "nesting=99999999999999999999",
  ])
  func `a limit that is none ends with 64 and what there is`(limit: String) throws {
    let run = try ProgramRun(["annotate", "seeds", "--limit", limit])
    #expect(run.status == 64)
    #expect(run.errors.contains(limit.hasPrefix("article") ? "is 1 to 1000000000: write" : "nesting"), "\(run.errors)")
  }

  @Test func `a limit that is met names the document, the limit and the option`() throws {
    let run = try ProgramRun(["annotate", "seeds", "--limit", "article-bytes=3_000"])
    #expect(run.errors.contains("seeds/05-news-page.html: "), "\(run.errors)")
    #expect(run.errors.contains("--limit article-bytes=NUMBER"), "\(run.errors)")
  }

  /// A limit, and what is over it.
  static let met: [(limit: String, value: Int, text: String)] = {
    let sentence =
      "Kari Lund, the foreign minister of Norway, told Anna Berg of Nordbank in Oslo that the road was open."
    let item = "<item><title>Road</title><guid>a</guid><description>\(sentence)</description></item>"
    return [
      ("article-bytes", 50, sentence),
      ("feed-bytes", 200, "<rss><channel><title>G</title>\(item)\(item)</channel></rss>"),
      ("records", 1, "{\"text\":\"\(sentence)\"}\n{\"text\":\"\(sentence)\"}\n{\"text\":\"\(sentence)\"}\n"),
      ("nesting", 5, "<html><body>" + String(repeating: "<div>", count: 9) + "<p>\(sentence)</p></body></html>"),
      ("attributes", 2, "<html><body><p a=1 b=2 c=3 d=4>\(sentence)</p></body></html>"),
      ("json-nesting", 3, "{\"a\":[[[[[1]]]]],\"text\":\"\(sentence)\"}\n"),
      ("sentence-tokens", 200, String(repeating: "the road was open and ", count: 60) + "Kari Lund said so."),
      ("entities", 1, sentence),
    ]
  }()

  @Test(arguments: met)
  func `a limit that is met is a diagnostic with the document and the option`(
    limit: String, value: Int, text: String
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "in/over.txt")
    let run = try ProgramRun(["annotate", "in", "--limit", "\(limit)=\(value)"], folder: folder.url)
    #expect(run.errors.contains("in/over.txt"), "\(run.errors)")
    #expect(run.errors.contains("--limit \(limit)=NUMBER"), "\(run.errors)")
    #expect(!(try ProgramRun(["annotate", "in"], folder: folder.url)).errors.contains("--limit"))
  }

  @Test func `every limit is tried`() {
    // Packed data is tried in PackedTests.
    #expect(Set(Self.met.map(\.limit) + ["expansion", "packings"]) == Set(Limits.table.map(\.name)))
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
