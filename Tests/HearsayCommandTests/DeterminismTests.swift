import Foundation
import HearsayTestSupport
import Testing

/// Same input, same bytes: whatever the folder, the order of arguments, the language setting, the cores.
@Suite struct DeterminismTests {
  private static let arguments = ["--output", "out", "--name", "graph", "--view", "actors,evidence"]

  /// What an export of the seeds gives without more ado: reading them takes a while, so it is done once.
  private static let expected = Result { try files(["seeds"]) }

  /// Runs an export of the seeds in a folder of its own and gives back its files by name.
  private static func files(
    _ inputs: [String], _ more: [String] = [], environment: [String: String?] = [:]
  ) throws -> [String: Data] {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: Repository.file("seeds"), to: folder.url.appending(path: "seeds"))
    let run = try ProgramRun(
      ["export"] + inputs + arguments + more, folder: folder.url, environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    let out = folder.url.appending(path: "out")
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: out.appending(path: $0))) })
  }

  @Test(
    arguments: [
      (["seeds"], ["--jobs", "1"], [:]),
      (["seeds"], ["--jobs", "2"], [:]),
      (["seeds"], ["--jobs", "8", "--quiet", "--progress", "plain"], [:]),
      (["seeds"], [], ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"]),
      (["seeds"], [], ["LC_ALL": "C", "TZ": "America/St_Johns"]),
      (["seeds"], [], ["LC_ALL": "de_DE.UTF-8", "TMPDIR": "/nowhere"]),
      (["seeds", "seeds"], [], [:]),
    ] as [([String], [String], [String: String])])
  func `the same articles give the same bytes`(
    inputs: [String], more: [String], environment: [String: String]
  ) throws {
    let expected = try Self.expected.get()
    #expect(expected.keys.sorted() == ["graph.dot", "graph.evidence.dot", "graph.evidence.graphml", "graph.graphml"])
    #expect(try Self.files(inputs, more, environment: environment) == expected)
  }

  @Test func `the order of arguments makes no difference`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.file("seeds").path)
      .filter { $0 != "README.md" }.sorted().map { "seeds/" + $0 }
    #expect(try Self.files(names) == Self.files(names.reversed()))
  }

  @Test func `annotate gives the same ids as export`() throws {
    let graph = String(decoding: try Self.expected.get()["graph.evidence.graphml"] ?? Data(), as: UTF8.self)
    let run = try ProgramRun(["annotate", "seeds"])
    for line in run.text.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      let entities = object["entities"] as? [[String: Any]] ?? []
      for id in entities.compactMap({ $0["id"] as? String }) { #expect(graph.contains("<node id=\"\(id)\">"), "\(id)") }
      let statements = object["statements"] as? [[String: Any]] ?? []
      for id in statements.compactMap({ $0["id"] as? String }) {
        #expect(graph.contains("<node id=\"\(id)\">"), "\(id)")
      }
    }
  }
}
