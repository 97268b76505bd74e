import Foundation
import HearsayExporters
import HearsayTestSupport
import Testing

/// The format that docs/WALKTHROUGH.md adds is `TrivialExporter`, which keeps the laws of every other.
@Suite struct WalkthroughFormatTests {
  @Test func `the walkthrough shows the file as it stands here`() throws {
    let text = try String(contentsOf: Repository.file("docs/WALKTHROUGH.md"), encoding: .utf8)
    let file = Repository.file("Tests/HearsayExportersTests/Formats/TrivialExporter.swift")
    #expect(text.contains("```swift\n\(try String(contentsOf: file, encoding: .utf8))```"))
  }

  @Test func `the format of the walkthrough keeps the laws`() throws {
    try checkGraphExporter(TrivialExporter()) { $0.contains("#\n") }
  }
}
