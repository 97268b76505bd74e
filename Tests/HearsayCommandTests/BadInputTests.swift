import Foundation
import HearsayTestSupport
import Testing

/// A sentence that says something, for articles that must be read.
let goodArticle = """
  Minister visits the north

  The foreign minister of Norway, Kari Lund, said on Friday that the road would be open before the winter came.
  """

@Suite struct BadInputTests {
  @Test(arguments: ["annotate", "export", "statements", "inspect"])
  func `a missing input ends with 66 and its name`(command: String) throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun([command, "nowhere/at-all.txt"], folder: folder.url)
    #expect(run.status == 66)
    #expect(run.errors.contains("nowhere/at-all.txt"))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: [[], ["annotate"], ["annotate", "--no-such-option", "x"], ["export", "x", "--view", "moon"]])
  func `a wrong command line ends with 64`(arguments: [String]) throws {
    let run = try ProgramRun(arguments)
    // Without any argument the program shows its help, which is what was wanted.
    #expect(run.status == (arguments.isEmpty ? 0 : 64))
  }

  @Test(arguments: [
    ("empty.txt", Data()),
    ("binary.bin", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 97) })),
    ("numbers.txt", Data("17 29 3.5 88 1024 99 12 0 44 17 2931 88 7 6 5 4 3 2 1 12 13 14 15 16\n".utf8)),
    ("noise.txt", Data("xqzv plkj wrtb zzxq vbnm qwrt plkj xzvb mnbv qpwx zmxn bvtr wqpl kjhg fdsz xcvq bnmz\n".utf8)),
    (
      "deutsch.txt",
      Data(
        """
        Die Bundesregierung hat am Freitag erklärt, dass sie den Vorschlag der Opposition nicht annehmen werde. Der \
        Minister sagte, es sei noch zu früh, um über die Folgen zu sprechen, und die Verhandlungen würden fortgesetzt.
        """.utf8)
    ),
    ("not-json.jsonl", Data("{\"text\": \"cut off in the mid\n".utf8)),
  ])
  func `an article that cannot be read is named and the others are read`(name: String, bytes: Data) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "articles/\(name)")
    try folder.write(goodArticle, to: "articles/zz-good.txt")
    let run = try ProgramRun(["annotate", "articles"], folder: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("articles/\(name)"), "\(run.errors)")
    #expect(run.errors.contains("1 document read, 1 skipped"), "\(run.errors)")
    #expect(run.text.split(separator: "\n").count == 1)
    let strict = try ProgramRun(["annotate", "articles", "--strict"], folder: folder.url)
    #expect(strict.status == 65)
    let alone = try ProgramRun(["annotate", "articles/\(name)"], folder: folder.url)
    #expect(alone.status == 65)
  }

  @Test func `what is read only in part is no success where strictness is asked`() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodArticle, to: "good.txt")
    let arguments = ["annotate", "good.txt", "--limit", "entities=1"]
    let run = try ProgramRun(arguments, folder: folder.url)
    #expect(run.status == 0 && run.text.contains("\"severity\":\"partial\""), "\(run.text)")
    let strict = try ProgramRun(arguments + ["--strict"], folder: folder.url)
    #expect(strict.status == 65 && strict.errors.contains("only in part"), "\(strict.errors)")
    #expect(strict.output.isEmpty)
  }

  @Test func `articles that cannot be told apart by name are told of`() throws {
    let folder = try TemporaryFolder()
    try folder.write(goodArticle, to: "a/x.txt")
    try folder.write(goodArticle + "\nHe left.", to: "b/x.txt")
    let run = try ProgramRun(["annotate", "a/x.txt", "b/x.txt"], folder: folder.url)
    #expect(run.status == 0 && run.errors.contains("x.txt: 2 different articles have this name"), "\(run.errors)")
    let apart = try ProgramRun(["annotate", "a", "b"], folder: folder.url)
    #expect(!apart.errors.contains("this name"), "\(apart.errors)")
  }

  @Test func `a folder without files is called one`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# About\n", to: "articles/README.md")
    let run = try ProgramRun(["annotate", "articles"], folder: folder.url)
    #expect(run.status == 65 && run.errors.contains("no file in articles"), "\(run.errors)")
  }

  @Test func `a day of publication that is none is told of`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"text":"The foreign minister of Norway, Kari Lund, said that the road was open.","published":"yesterday"}"#
        + "\n", to: "a.jsonl")
    let run = try ProgramRun(["annotate", "a.jsonl"], folder: folder.url)
    #expect(run.status == 0 && run.errors.contains("a.jsonl:1: \"published\" is no date"), "\(run.errors)")
  }

  // Disks of Apple systems have names in UTF-8 alone.
  #if os(Linux)
    @Test func `a name that is not UTF-8 is found, or said to be the fault`() throws {
      let folder = try TemporaryFolder()
      try folder.write(goodArticle, to: "good.txt")
      let name = "$'caf\\xe9.txt'"
      let found = try ProgramRun([], folder: folder.url, shell: "mv good.txt \(name); \"$0\" annotate \(name)")
      #expect(found.status == 0 && found.text.contains("\"source\":\"caf%E9.txt\""), "\(found.errors)")
      let missing = try ProgramRun([], folder: folder.url, shell: "\"$0\" validate $'gr\\xe9.graphml'")
      #expect(missing.status == 66 && missing.errors.contains("is not UTF-8: rename"), "\(missing.errors)")
      let output = try ProgramRun(
        [], folder: folder.url, shell: "\"$0\" export \(name) --quiet --output $'gr\\xe9'")
      #expect(output.status == 73 && output.errors.contains("not UTF-8; name another"), "\(output.errors)")
    }
  #endif

  @Test func `a folder without articles ends with 65`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "nothing"), withIntermediateDirectories: true)
    let run = try ProgramRun(["annotate", "nothing"], folder: folder.url)
    #expect(run.status == 65)
    #expect(run.errors.contains("nothing"))
  }

  @Test func `an article over the limit is left out, and the limit is named`() throws {
    let folder = try TemporaryFolder()
    let sentence = "The minister said on Friday that the road would be open before the winter came. "
    try folder.write(String(repeating: sentence, count: 50_000_000 / sentence.count), to: "articles/huge.txt")
    try folder.write(goodArticle, to: "articles/zz-good.txt")
    let run = try ProgramRun(["annotate", "articles"], folder: folder.url)
    #expect(run.status == 0)
    #expect(run.errors.contains("articles/huge.txt"))
    #expect(run.errors.contains("5000000") || run.errors.contains("5,000,000"), "\(run.errors)")
  }

  @Test func `a faulty line of JSON is named by its number`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"text\": \"The minister said that the road was open. It was a long day.\"}\n\n{\"text\": 7}\nnot json\n",
      to: "lines.jsonl")
    let run = try ProgramRun(["annotate", "lines.jsonl"], folder: folder.url)
    #expect(run.status == 0)
    #expect(run.errors.contains("lines.jsonl:3"), "\(run.errors)")
    #expect(run.errors.contains("lines.jsonl:4"), "\(run.errors)")
  }
}
