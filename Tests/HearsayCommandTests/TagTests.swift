import Foundation
import HearsayTestSupport
import Testing

/// `hearsay tag`: the order and the shape of what comes out; how right it is, docs/MODEL.md says.
@Suite struct TagTests {
  private let input = Data("Kari Lund spoke in Oslo .\n\n🙂 ok\n".utf8)

  @Test(arguments: [("names", 2), ("upos", 2), ("tree", 10)])
  func `each token has a line in order and each sentence a blank line`(layer: String, columns: Int) throws {
    let run = try ProgramRun(["tag", "--layer", layer], input: input)
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
    let form = layer == "tree" ? 1 : 0
    let forms = lines.map { line in line.isEmpty ? "" : String(line.split(separator: "\t")[form]) }
    #expect(forms == ["Kari", "Lund", "spoke", "in", "Oslo", ".", "", "", "🙂", "ok", "", ""])
    for line in lines where !line.isEmpty { #expect(line.split(separator: "\t").count == columns, "\(line)") }
  }

  @Test func `names are in IOB2`() throws {
    let run = try ProgramRun(["tag"], input: input)
    #expect(run.text.hasPrefix("Kari\tB-PER\nLund\tI-PER\nspoke\tO\nin\tO\nOslo\tB-LOC\n.\tO\n\n\n"))
  }

  @Test func `a tree has one root and heads within the sentence`() throws {
    let run = try ProgramRun(
      ["tag", "--layer", "tree"], input: Data("The minister met her in Oslo on Friday .\n".utf8))
    let rows = run.text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.map { $0[0] } == (1...9).map(String.init))
    #expect(rows.count { $0[6] == "0" && $0[7] == "root" } == 1)
    #expect(rows.allSatisfy { (0...9).contains(Int($0[6]) ?? -1) && !$0[7].contains(":") })
  }

  @Test func `a file that holds no weights is named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("nothing of the kind", to: "no.weights")
    let run = try ProgramRun(["tag", "--model", "no.weights"], input: input, folder: folder.url)
    #expect(run.status == 65)
    #expect(run.errors.contains("no.weights: not a file of weights"), "\(run.errors)")
    #expect(try ProgramRun(["tag", "--model", "none.weights"], folder: folder.url).status == 66)
  }
}
