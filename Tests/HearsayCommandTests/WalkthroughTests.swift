import Foundation
import HearsayTestSupport
import Testing

/// What docs/WALKTHROUGH.md shows is what the program prints, and the files that it names are there.
@Suite struct WalkthroughTests {
  private let text: String

  init() throws { text = try String(contentsOf: Repository.file("docs/WALKTHROUGH.md"), encoding: .utf8) }

  @Test func `commands print what the walkthrough shows`() throws {
    let blocks = text.components(separatedBy: "```console\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(!blocks.isEmpty)
    for block in blocks {
      var lines = block.split(separator: "\n")
      let command = lines.removeFirst().split(separator: " ").map(String.init)
      #expect(command.starts(with: ["$", "hearsay"]))
      let printed = try ProgramRun(Array(command.dropFirst(2))).text
      var rest = printed[...]
      // `…` stands for anything; what stands between must come in this order.
      for piece in lines.joined(separator: "\n").split(separator: "…") {
        let shown = piece.trimmingCharacters(in: .newlines)
        guard !shown.isEmpty else { continue }
        let found = rest.range(of: shown)
        #expect(found != nil, "\(command.dropFirst().joined(separator: " ")) does not print “\(shown)”")
        if let found { rest = rest[found.upperBound...] }
      }
    }
  }

  @Test func `the files and folders that the walkthrough names are there`() {
    for part in text.split(separator: "`").enumerated().filter({ $0.offset % 2 == 1 }).map(\.element) {
      guard ["Sources/", "Tests/", "seeds/", "docs/"].contains(where: part.hasPrefix), !part.contains(" ") else {
        continue
      }
      #expect(FileManager.default.fileExists(atPath: Repository.file(String(part)).path), "\(part)")
    }
  }
}
