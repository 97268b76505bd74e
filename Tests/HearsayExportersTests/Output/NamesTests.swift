@testable import HearsayExporters
import HearsayGraph
import Testing

@Suite struct NamesTests {
  @Test func `no two nodes get one label`() {
    let schema = AttributeSchema([("label", .string)])
    var graph = Graph(nodeSchema: schema, edgeSchema: schema)
    for (id, label) in [("a", "X"), ("b", "X"), ("c", "X [a]"), ("d", nil), ("e", "d"), ("f", "Y")] {
      graph.addNode(id, ["label": label.map { .string($0) }])
    }
    let labels = UniqueLabels(graph)
    #expect(graph.nodes.map(labels.label) == ["X [a] [a]", "X [b]", "X [a]", "d [d]", "d [e]", "Y"])
    let spelled = UniqueLabels(graph) { $0.lowercased() }
    #expect(graph.nodes.map(spelled.label) == ["x [a] [a]", "x [b]", "x [a]", "d [d]", "d [e]", "y"])
  }

  @Test func `no two attributes get one name`() {
    let schema = AttributeSchema(["id", "attr_id", "a.b", "a-b", "a_b", "b"].map { ($0, .string) })
    #expect(ColumnNames(schema, reserved: ["id"]).names == ["attr_id_", "attr_id", "a.b", "a-b", "a_b", "b"])
    let names = ColumnNames(schema, reserved: ["id"]) { String($0.map { $0 == "." || $0 == "-" ? "_" : $0 }) }
    #expect(names.names == ["attr_id_", "attr_id", "a_b_", "a_b__", "a_b", "b"])
  }
}
