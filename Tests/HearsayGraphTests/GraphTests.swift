import HearsayGraph
import Testing

@Suite struct GraphTests {
  private let schema = AttributeSchema([("label", .string), ("weight", .double)])

  @Test func `nodes and edges keep their order, parallel edges and loops`() {
    var graph = Graph(nodeSchema: schema, edgeSchema: schema)
    let (b, a) = (graph.addNode("b", [:]), graph.addNode("a", ["label": .string("A")]))
    graph.addEdge("2", orderedFrom: b, to: a)
    graph.addEdge("1", orderedFrom: b, to: a)
    graph.addEdge("3", orderedFrom: a, to: a)
    #expect(graph.nodes.map(\.id) == ["b", "a"])
    #expect(graph.edges.map(\.id) == ["e2", "e1", "e3"])
    #expect(graph.index(ofNode: "a") == 1 && graph.index(ofNode: "c") == nil)
    #expect(graph.value("label", of: graph.nodes[1]) == .string("A"))
    #expect(graph.value("label", of: graph.nodes[0]) == nil && graph.value("none", of: graph.nodes[0]) == nil)
    #expect(graph.value("weight", of: graph.edges[0]) == .double(1))
  }

  @Test func `a schema knows its columns in order`() {
    #expect(schema.names == ["label", "weight"] && schema.count == 2)
    #expect(schema.column(of: "weight") == 1 && schema.column(of: "size") == nil)
    #expect(schema.type(of: "weight") == .double && schema.type(of: "size") == nil)
    #expect(schema.attributes.map(\.type) == [.string, .double])
  }

  @Test(arguments: [
    ("a", true), ("person.antony-blinken", true), ("country.KZ", true), ("x_1", true), ("", false), ("1a", false),
    (".a", false), ("a b", false), ("é", false), ("a&b", false), ("a:b", false),
  ])
  func `an id is a letter and what every format takes after it`(id: String, isValid: Bool) {
    #expect(Identifier.isValid(id) == isValid)
  }
}

extension Graph {
  fileprivate mutating func addEdge(_ number: String, orderedFrom source: Int, to target: Int) {
    addEdge("e\(number)", from: source, to: target, ["weight": .double(1)])
  }
}
