public import HearsayExporters
import HearsayGraph
import HearsayTestSupport
public import Testing

extension GraphFormat: CustomTestStringConvertible {
  /// The name.
  public var testDescription: String { name }
}

/// A file of a format or of a dialect, as the suite names it.
struct WrittenFile: Sendable, CustomTestStringConvertible {
  let fileExtension: String
  let exporter: @Sendable (GraphStyle) -> any GraphExporter

  static let all =
    GraphFormat.table.flatMap(\.files).map { WrittenFile(fileExtension: $0.fileExtension, exporter: $0.exporter) }
    + GraphTool.table.map { WrittenFile(fileExtension: $0.file.fileExtension, exporter: $0.file.exporter) }

  var testDescription: String { fileExtension }
}

@Suite struct GraphFormatTests {
  @Test(arguments: WrittenFile.all)
  func `an exporter keeps the laws`(file: WrittenFile) throws {
    // With a place for each node of the largest graph, and without any.
    for style in [GraphStyle.placed, .sample] {
      try checkGraphExporter(file.exporter(style)) { text in
        switch file.fileExtension.split(separator: ".").last {
        case "graphml": text.hasPrefix("<?xml") && text.hasSuffix("</graphml>\n")
        case "dot": text.hasPrefix("digraph") && text.hasSuffix("}\n")
        // The rest is for the readers of `make conformance` to say.
        default: true
        }
      }
    }
  }

  @Test(arguments: GraphFormat.table)
  func `the awkward graph is written as its golden file`(format: GraphFormat) throws {
    for file in format.files {
      try expectGolden(file.exporter(.placed).bytes(of: .awkward), "awkward.\(file.fileExtension)")
    }
  }

  @Test(arguments: GraphTool.table.map(\.name))
  func `the awkward graph is written for a program as the golden file says`(name: String) throws {
    let tool = try #require(GraphTool.named(name))
    let bytes = tool.file.exporter(.placed).bytes(of: .awkward)
    let plain = GraphFormat.named(tool.format)?.files[0].exporter(.placed).bytes(of: .awkward)
    if bytes != plain { try expectGolden(bytes, "awkward.\(tool.file.fileExtension)") }
  }

  @Test(arguments: GraphTool.table.map(\.name))
  func `a dialect is one of a format's, with its ending`(name: String) throws {
    let tool = try #require(GraphTool.named(name))
    let format = try #require(GraphFormat.named(tool.format))
    #expect(tool.file.fileExtension == "\(name).\(format.files[0].fileExtension)")
    #expect(!tool.title.isEmpty && tool.shows.contains("labels") || tool.shows.contains("names"))
    #expect(tool.shows.contains { $0.hasPrefix("positions") } == tool.isPlaced)
  }

  @Test(arguments: GraphFormat.table)
  func `a format says where it is specified and what it loses`(format: GraphFormat) {
    #expect(!format.title.isEmpty && format.specification.hasPrefix("http"))
    #expect(!format.loses.isEmpty && format.loses.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") })
    #expect(GraphFormat.named(format.name)?.title == format.title)
  }

  @Test func `no two formats share a name or a file`() {
    #expect(Set(GraphFormat.table.map(\.name)).count == GraphFormat.table.count)
    #expect(Set(GraphTool.table.map(\.name)).count == GraphTool.table.count)
    #expect(Set(WrittenFile.all.map(\.fileExtension)).count == WrittenFile.all.count)
    #expect(GraphFormat.named("no such") == nil && GraphTool.named("no such") == nil)
  }
}

extension GraphStyle {
  /// The sample with a place for each node of the awkward graph, on a spiral.
  static let placed: GraphStyle = {
    var style = sample
    for number in Graph.awkward.nodes.indices {
      let place = NodePosition(x: Double(number * (number % 4 - 1)), y: 0.5 - Double(number * (number % 3 - 1)))
      style.positions.append(place)
    }
    return style
  }()

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
