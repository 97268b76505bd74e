import Foundation
import HearsayTestSupport
import Testing

@Suite struct OutputFaultTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(goodArticle, to: "articles/good.txt")
  }

  @Test func `an output folder that cannot be made ends with 73`() throws {
    try folder.write("a file", to: "taken")
    let run = try ProgramRun(["export", "articles", "--output", "taken/graphs"], folder: folder.url)
    #expect(run.status == 73, "\(run.errors)")
    #expect(run.errors.contains("taken: cannot be created"))
  }

  #if os(Linux)
    @Test func `a full device ends with 74`() throws {
      let run = try ProgramRun(["annotate", "articles"], folder: folder.url, shell: "\"$0\" \"$@\" > /dev/full")
      #expect(run.status == 74, "\(run.errors)")
    }
  #endif

  // ThreadSanitizer keeps what it notes of memory in a file and dies of the limit itself.
  @Test(.disabled(if: ProcessInfo.processInfo.environment["HEARSAY_THREAD_SANITIZER"] != nil))
  func `a file over the size limit ends with 74 and leaves no half file`() throws {
    // Blocks of 1,024 bytes: the graph is larger than one.
    let run = try ProgramRun(
      ["export", "articles", "--output", "out"], folder: folder.url, shell: "ulimit -f 1; exec \"$0\" \"$@\"")
    #expect(run.status == 74, "\(run.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "out").path)
    #expect(left.isEmpty, "\(left)")
  }

  @Test func `a closed pipe ends with 74`() throws {
    let text = String(repeating: goodArticle + "\n\n", count: 2000)
    try folder.write(text, to: "long/long.txt")
    let run = try ProgramRun(
      ["annotate", "long", "--layers"], folder: folder.url,
      shell: "\"$0\" \"$@\" | head -c 1 > /dev/null; exit ${PIPESTATUS[0]}")
    #expect(run.status == 74, "\(run.errors)")
  }

  @Test func `a picture without Graphviz ends with 69 and says what brings it`() throws {
    let run = try ProgramRun(
      ["export", "articles", "--output", "out", "--render", "svg"], folder: folder.url,
      environment: ["PATH": "/nowhere"])
    #expect(run.status == 69, "\(run.errors)")
    #expect(run.errors.contains("graphviz"))
  }
}
