import HearsayGraph
import Testing

/// A graph that breaks its own rules is a fault of ours, and stops the program.
struct GraphPreconditionTests {
  @Test func `an id is given once`() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([]))
      graph.addNode("a", [:])
      graph.addNode("a", [:])
    }
  }

  @Test func `an edge joins two nodes`() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([]))
      graph.addNode("a", [:])
      graph.addEdge("e", from: 0, to: 1, [:])
    }
  }

  @Test func `a value has the type that the schema gives it`() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph(nodeSchema: AttributeSchema([("mentions", .int)]), edgeSchema: AttributeSchema([]))
      graph.addNode("a", ["mentions": .string("2")])
    }
  }

  @Test func `an attribute is declared before it is used`() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([]))
      graph.addNode("a", ["label": .string("a")])
    }
  }

  @Test func `a number is finite`() async {
    await #expect(processExitsWith: .failure) {
      var graph = Graph(nodeSchema: AttributeSchema([("confidence", .double)]), edgeSchema: AttributeSchema([]))
      graph.addNode("a", ["confidence": .double(.nan)])
    }
  }
}
