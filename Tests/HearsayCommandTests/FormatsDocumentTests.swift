import Foundation
import HearsayExporters
import HearsayTestSupport
import Testing

/// docs/FORMATS.md has the tables that the program prints, and a test of conformance for each file of each format.
@Suite struct FormatsDocumentTests {
  @Test func `docs FORMATS has the tables that the program prints`() throws {
    let text = try String(contentsOf: Repository.file("docs/FORMATS.md"), encoding: .utf8)
    let run = try ProgramRun(["formats", "--markdown"])
    #expect(run.status == 0)
    #expect(text.contains("-->\n\n\(run.text)\n<!--"), "run make formats, read the difference, commit it")
  }

  @Test(arguments: GraphTool.table.map(\.name))
  func `export for a program writes its file, and no other`(name: String) throws {
    let tool = try #require(GraphTool.named(name))
    let folder = try TemporaryFolder()
    let run = try ProgramRun(["export", "seeds", "--output", folder.url.path, "--name", "x", "--for", name])
    #expect(run.status == 0, "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names == ["x.\(tool.file.fileExtension)"])
  }

  @Test func `an unknown program ends with 64 and the known ones`() throws {
    let run = try ProgramRun(["export", "seeds", "--for", "excel"])
    #expect(run.status == 64)
    #expect(run.errors.contains("no tool is called excel; there are cytoscape, gephi, graphviz"))
  }
}
