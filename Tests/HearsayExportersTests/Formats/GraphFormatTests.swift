public import HearsayExporters
import HearsayGraph
import HearsayTestSupport
public import Testing

extension GraphFormat: CustomTestStringConvertible {
  /// The name.
  public var testDescription: String { name }
}

@Suite struct GraphFormatTests {
  @Test(arguments: GraphFormat.table)
  func `an exporter keeps the laws`(format: GraphFormat) throws {
    try checkGraphExporter(format.exporter(.sample)) { text in
      switch format.name {
      case "graphml": text.hasPrefix("<?xml") && text.hasSuffix("</graphml>\n")
      case "dot": text.hasPrefix("digraph") && text.hasSuffix("}\n")
      // The rest is for the readers of `make conformance` to say.
      default: !text.isEmpty
      }
    }
  }

  @Test(arguments: GraphFormat.table)
  func `the awkward graph is written as its golden file`(format: GraphFormat) throws {
    try expectGolden(format.exporter(.sample).bytes(of: .awkward), "awkward.\(format.fileExtension)")
  }

  @Test(arguments: GraphFormat.table)
  func `a format says where it is specified and what it loses`(format: GraphFormat) {
    #expect(!format.title.isEmpty && format.specification.hasPrefix("http"))
    #expect(!format.loses.isEmpty && format.loses.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
    #expect(GraphFormat.named(format.name)?.title == format.title)
  }

  @Test func `no two formats share a name or a file`() {
    #expect(Set(GraphFormat.table.map(\.name)).count == GraphFormat.table.count)
    #expect(Set(GraphFormat.table.map(\.fileExtension)).count == GraphFormat.table.count)
    #expect(GraphFormat.named("no such") == nil)
  }
}

extension GraphStyle {
  /// A style with every part of one.
  static let sample = GraphStyle(
    nodes: [
      .init(
        by: "kind",
        [
          "person": .init(.ellipse, fill: "#56B4E9", stroke: "#000000", text: "#000000"),
          "organization": .init(.box, fill: "#E69F00", stroke: "#000000", text: "#000000"),
        ])
    ],
    edges: [
      .init(by: "act", ["deny": .init("#D55E00")]),
      .init(by: "kind", ["mention": .init("#999999"), "member": .init("#999999", .dashed)]),
    ])
}
