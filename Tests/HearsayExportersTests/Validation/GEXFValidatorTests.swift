import Foundation
import HearsayExporters
import HearsayGraph
import Testing

private let schema = AttributeSchema([
  ("label", .string), ("kind", .string), ("weight", .double), ("count", .int), ("rule", .string), ("start", .int),
  ("aliases", .list), ("date", .string), ("document", .string),
])

private let rules = GraphRules(
  nodeSchema: schema, edgeSchema: schema,
  nodes: [.init("cat", id: "cat\\.[a-z]+", requires: ["count"], allows: ["aliases", "date", "start"])],
  edges: [
    .init(
      "sees", from: ["cat"], to: ["cat"], requires: [], allows: ["count", "start", "document"],
      names: [.target: "document"], counts: "count")
  ],
  evidence: [["rule"]], values: ["weight": .positive], ascending: [])

private func graph(_ edge: [String: AttributeValue?] = [:]) -> Graph {
  var graph = Graph(nodeSchema: schema, edgeSchema: schema)
  let tom = graph.addNode(
    "cat.tom",
    [
      "label": .string("Tom <&\"'"), "kind": .string("cat"), "count": .int(3), "aliases": .list(["a, \"b\"", "c"]),
      "date": .string("2022-W01"), "start": .int(7),
    ])
  let values: [String: AttributeValue?] = [
    "label": .string("sees"), "kind": .string("sees"), "weight": .double(2), "rule": .string("so"), "count": .int(2),
    "document": .string("cat.tom"),
  ]
  graph.addEdge("e1", from: tom, to: tom, values.merging(edge) { $1 })
  return graph
}

private func faults(in text: String) -> [String] {
  let bytes = Array(text.utf8)
  return GraphFileValidator(rules: rules).faults(in: bytes.span).map(\.description)
}

private func text(of graph: Graph) -> String { String(decoding: GEXFExporter().bytes(of: graph), as: UTF8.self) }

@Suite struct GEXFValidatorTests {
  @Test func `what the exporter writes has no fault`() {
    #expect(faults(in: text(of: graph())) == [])
    #expect(faults(in: text(of: Graph(nodeSchema: schema, edgeSchema: schema))) == [])
  }

  @Test(arguments: [
    ("version=\"1.3\"", "version=\"1.2\"", "version"), ("defaultedgetype=\"directed\"", "", "defaultedgetype"),
    ("<nodes count=\"1\">", "<nodes count=\"2\">", "count says 2 nodes, there are 1"),
    ("target=\"cat.tom\"", "target=\"cat.sue\"", "there is no node cat.sue"),
    ("target=\"cat.tom\"", "", "target"), ("weight=\"2.0\"", "weight=\"0.0\"", "edge e1: weight is not above 0"),
    ("weight=\"2.0\"", "weight=\"3.0\"", "edge e1: its weight is not its count"),
    ("weight=\"2.0\"", "weight=\"much\"", "weight"),
    ("for=\"rule\"", "for=\"reason\"", "no attribute reason is declared"),
    ("for=\"document\" value=\"cat.tom\"", "for=\"document\" value=\"cat.sue\"", "document is cat.sue, not its target"),
    ("id=\"count\" title=\"count\" type=\"long\"", "id=\"count\" title=\"count\" type=\"string\"", "count is a long"),
    ("for=\"count\" value=\"3\"", "for=\"count\" value=\"three\"", "count is not a whole number"),
    ("start=\"2022-01-03\"", "start=\"2022-01-33\"", "start"),
    ("end=\"2022-01-09\"", "end=\"2022-01-02\"", "ends before"),
    ("<edge id=\"e1\"", "<edge id=\"1\"", "1"), ("</gexf>", "", "end"), ("value=\"so\"", "value=\"\"", "rule is empty"),
  ])
  func `a fault is named with its line`(good: String, bad: String, fault: String) throws {
    let text = text(of: graph())
    let place = try #require(text.range(of: good))
    let found = faults(in: text.replacingCharacters(in: place, with: bad))
    let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
    #expect(found.contains { $0.contains(fault) }, "\(found)")
    // Counts are known at the end only, values with their element.
    let first = try #require(found.first.flatMap { Int($0.prefix { $0.isNumber }) })
    #expect((line - 6...line + 3).contains(first), "line \(line): \(found)")
  }

  @Test func `every beginning of a file is a fault`() {
    let text = text(of: graph())
    for count in stride(from: 0, to: text.utf8.count - 9, by: 7) {
      #expect(!faults(in: String(decoding: text.utf8.prefix(count), as: UTF8.self)).isEmpty, "\(count) bytes")
    }
  }
}
