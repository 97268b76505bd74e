import Foundation
import HearsayExporters
import HearsayTestSupport
import Testing

@Suite struct FormatsDocumentTests {
  @Test(arguments: GraphFormat.table.map(\.name))
  func `docs FORMATS says of each format what the program says`(name: String) throws {
    let text = try String(contentsOf: Repository.file("docs/FORMATS.md"), encoding: .utf8)
    let format = try #require(GraphFormat.named(name))
    for phrase in [format.title, format.specification, "`\(format.name)`"] + format.loses {
      #expect(text.contains(phrase), "\(phrase)")
    }
  }
}
