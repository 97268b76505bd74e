import Foundation
import HearsayTestSupport
import Testing

@Suite struct CorrectionTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(goodArticle, to: "articles/a.txt")
    return folder
  }

  @Test(arguments: ["annotate", "export", "statements", "inspect", "explain"])
  func `corrections apply to every command`(command: String) throws {
    let folder = try folder()
    try folder.write("- rename: person.kari-lund\n  to: Kari Q. Lund\n", to: "c.yaml")
    let arguments = (command == "explain" ? [command, "person.kari-lund"] : [command]) + ["articles"]
    let run = try ProgramRun(arguments + ["--corrections", "c.yaml"], folder: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let graph = try? String(contentsOf: folder.url.appending(path: "Exports/articles.graphml"), encoding: .utf8)
    #expect((run.text + (graph ?? "")).contains("Kari Q. Lund"))
  }

  @Test(arguments: [
    ("- rename: person.kari-lund\n  to: Kari Q. Lund\n", "Kari Q. Lund", "called Kari Q. Lund: correction, c.yaml:1"),
    ("- retype: person.kari-lund\n  to: organization\n", "Kari Lund", "of kind organization: correction, c.yaml:1"),
    ("- pin: person.kari-lund\n  wikidata: Q7\n", "kari lund", "Q7: correction, c.yaml:1"),
    ("- merge: [country.NO, person.kari-lund]\n", "person.kari-lund", "Why it is one"),
    ("- split: person.kari-lund\n  context: boat\n", "person.kari-lund", "no mention of it in a sentence with boat"),
  ])
  func `explain takes names and ids that became others, and says which entry decided`(
    yaml: String, node: String, line: String
  ) throws {
    let folder = try folder()
    try folder.write(yaml, to: "c.yaml")
    let run = try ProgramRun(["explain", node, "articles", "--corrections", "c.yaml"], folder: folder.url)
    #expect(run.status == 0)
    #expect((run.text + run.errors).contains(line), "\(run.text) \(run.errors)")
  }

  @Test(arguments: [
    ("- merge: [person.kari-lund", "c.yaml:1"), ("- smerge: [a, b]\n", "c.yaml:1"),
    ("\n- rename: person.nobody\n  to: X\n", "c.yaml:2"),
    ("- merge: [person.a, person.b]\n- merge: [person.b, person.a]\n", "c.yaml:2"),
  ])
  func `a faulty file ends with 65 and its line, and nothing is written`(yaml: String, place: String) throws {
    let folder = try folder()
    try folder.write(yaml, to: "c.yaml")
    for command in ["export", "annotate"] {
      let run = try ProgramRun([command, "articles", "--corrections", "c.yaml"], folder: folder.url)
      #expect(run.status == 65)
      #expect(run.errors.contains(place), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "Exports").path))
  }

  @Test func `a missing file ends with 66, one that is not UTF-8 with 65`() throws {
    let folder = try folder()
    #expect(try ProgramRun(["annotate", "articles", "--corrections", "no.yaml"], folder: folder.url).status == 66)
    try folder.write(Data([0x2D, 0x20, 0xFF, 0x0A]), to: "c.yaml")
    #expect(try ProgramRun(["annotate", "articles", "--corrections", "c.yaml"], folder: folder.url).status == 65)
  }

  @Test func `what matches nothing is told of and the run goes on`() throws {
    let folder = try folder()
    try folder.write("- ignore: Nobody\n- rename: person.nobody\n  to: X\n", to: "c.yaml")
    let run = try ProgramRun(
      ["annotate", "articles", "--corrections", "c.yaml", "--allow-unmatched"], folder: folder.url)
    #expect(run.status == 0)
    #expect(run.errors.contains("c.yaml:1: nothing is called Nobody"), "\(run.errors)")
    #expect(run.errors.contains("c.yaml:2: no node is called person.nobody"), "\(run.errors)")
  }

  @Test func `correct writes what the other commands read, and keeps comments`() throws {
    let folder = try folder()
    try folder.write("# mine\n", to: "c.yaml")
    let corrections: [[String]] = [
      ["rename", "person.kari-lund", "Kari Q. Lund", "--comment", "as she signs"],
      ["never-merge", "person.kari-lund", "country.NO"], ["ignore", "Getty Images"],
      ["pin", "person.kari-lund", "--wikidata", "Q7"],
    ]
    for arguments in corrections {
      let run = try ProgramRun(["correct"] + arguments + ["--corrections", "c.yaml"], folder: folder.url)
      #expect(run.status == 0, "\(run.errors)")
    }
    let text = try String(contentsOf: folder.url.appending(path: "c.yaml"), encoding: .utf8)
    #expect(text.hasPrefix("# mine\n# as she signs\n- rename: person.kari-lund\n  to: "))
    let run = try ProgramRun(["annotate", "articles", "--corrections", "c.yaml"], folder: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("\"label\":\"Kari Q. Lund\""))
  }

  @Test func `correct refuses what makes no correction and leaves the file`() throws {
    let folder = try folder()
    try folder.write("- merge: [person.a, person.b]\n", to: "c.yaml")
    let cases: [([String], Int32)] = [
      (["never-merge", "person.a", "person.b"], 65), (["rename", "Ann Lee", "X"], 65), (["pin", "person.a"], 64),
      (["retype", "person.a", "country"], 64), (["merge", "person.a"], 64), (["merge", "person.a", "person.a"], 0),
    ]
    for (arguments, status) in cases {
      let run = try ProgramRun(["correct"] + arguments + ["--corrections", "c.yaml"], folder: folder.url)
      #expect(run.status == status, "\(arguments): \(run.errors)")
    }
    let text = try String(contentsOf: folder.url.appending(path: "c.yaml"), encoding: .utf8)
    #expect(text == "- merge: [person.a, person.b]\n")
  }
}
