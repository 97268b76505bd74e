import Foundation
import HearsayTestSupport
import Testing

@Suite struct ProgressTests {
  @Test func `quiet runs say nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodArticle, to: "articles/good.txt")
    try folder.write("", to: "articles/empty.txt")
    let loud = try ProgramRun(["annotate", "articles", "--timings"], folder: folder.url)
    #expect(loud.errors.contains("1 document read, 1 skipped"))
    #expect(loud.errors.contains("bringing together: "))
    let quiet = try ProgramRun(["annotate", "articles", "--quiet"], folder: folder.url)
    #expect(quiet.status == 0)
    #expect(quiet.errors == "")
    #expect(quiet.output == loud.output)
    // Why it ends early is told all the same.
    let strict = try ProgramRun(["annotate", "articles", "--quiet", "--strict"], folder: folder.url)
    #expect(strict.status == 65)
    #expect(strict.errors.contains("--strict"))
  }

  #if os(Linux)
    @Test(arguments: ["--help", "--version"])
    func `help that cannot be written ends with 74`(argument: String) throws {
      #expect(try ProgramRun([argument], shell: "\"$0\" \"$@\" > /dev/full").status == 74)
    }
  #endif
}
