import HearsayGraph
import Testing

@Suite struct RowTests {
  private static let schema = AttributeSchema([
    ("text", .string), ("number", .int), ("share", .double), ("list", .list),
  ])

  @Test(
    arguments: [
      [:], ["text": .string("")], ["text": .string("naïve 👩‍👩‍👧‍👦 \u{0}")], ["number": .int(.min)], ["number": .int(.max)],
      ["share": .double(-0.0)],
      ["share": .double(.leastNonzeroMagnitude)], ["list": .list([])],
      ["list": .list(["", "a", String(repeating: "long", count: 99)])],
      [
        "text": .string(String(repeating: "é", count: 300_000)), "list": .list(["b"]), "number": .int(-1),
        "share": .double(1),
      ],
    ] as [[String: AttributeValue]])
  func `a row has the values that it was given`(values: [String: AttributeValue]) {
    var graph = Graph(nodeSchema: Self.schema, edgeSchema: Self.schema)
    graph.addNode("before", ["text": .string("before")])
    graph.addNode("a", values)
    graph.addNode("after", ["list": .list(["after"])])
    let row = graph.nodes[1].values
    #expect(Array(row) == Self.schema.names.map { values[$0] })
    #expect(row.indices.map { row[$0] } == Self.schema.names.map { values[$0] })
    row.withCells { cells in #expect(cells.map(\.cell.value) == Self.schema.names.compactMap { values[$0] }) }
    row.withColumns { columns in #expect(columns.map { $0?.value } == Self.schema.names.map { values[$0] }) }
    #expect(graph.nodes[0].values[0] == .string("before") && graph.nodes[2].values[3] == .list(["after"]))
  }

  @Test func `rows are equal where their values are`() {
    var graph = Graph(nodeSchema: Self.schema, edgeSchema: Self.schema)
    for (id, text) in [("a", "x"), ("b", "x"), ("c", "y")] { graph.addNode(id, ["text": .string(text)]) }
    let rows = graph.nodes.map(\.values)
    #expect(rows[0] == rows[1] && rows[0] != rows[2] && Set(rows).count == 2)
  }

  @Test func `copies of a graph grow apart, and rows outlive their graph`() {
    var one = Graph(nodeSchema: Self.schema, edgeSchema: Self.schema)
    one.addNode("a", ["text": .string("a")])
    var two = one
    let row = one.nodes[0].values
    two.addNode("b", ["text": .string("two")])
    one.addNode("b", ["text": .string("one")])
    one.addNode("c", ["number": .int(3)])
    #expect(one.nodes.map { $0.values[0] } == [.string("a"), .string("one"), nil])
    #expect(two.nodes.map { $0.values[0] } == [.string("a"), .string("two")])
    #expect(two.index(ofNode: "c") == nil && one.index(ofNode: "c") == 2)
    one = Graph(nodeSchema: Self.schema, edgeSchema: Self.schema)
    #expect(row[0] == .string("a") && one.nodes.isEmpty)
  }

  @Test func `thousands of ids and rows are found where they were put`() {
    var graph = Graph(nodeSchema: Self.schema, edgeSchema: Self.schema)
    let ids = (0..<20_000).map { "n" + String($0 &* 7919, radix: 36) }
    for (index, id) in ids.enumerated() {
      #expect(graph.addNode(id, ["text": .string(id + id), "number": .int(index)]) == index)
    }
    #expect(ids.enumerated().allSatisfy { graph.index(ofNode: $1) == $0 })
    #expect(graph.nodes.map(\.id) == ids && graph.index(ofNode: "m") == nil)
    #expect(graph.nodes.enumerated().allSatisfy { $1.values[1] == .int($0) && $1.values[0] == .string($1.id + $1.id) })
    graph.nodes.withMemory { nodes in
      #expect((0..<nodes.count).allSatisfy { ids[$0].utf8.elementsEqual(nodes.id(at: $0)) })
    }
  }

  @Test func `the ids of edges' ends come in the order of the edges`() {
    var graph = Graph(nodeSchema: Self.schema, edgeSchema: Self.schema)
    for index in 0..<100 { graph.addNode("n\(index)", [:]) }
    for index in 0..<333 { graph.addEdge("e\(index)", from: index % 100, to: index * 7 % 100, [:]) }
    let found = graph.nodes.withMemory { nodes in
      var found: [String] = []
      nodes.forEach(of: graph.edges.ends) { index, source, target in
        found.append("\(index) \(String(decoding: source, as: UTF8.self)) \(String(decoding: target, as: UTF8.self))")
      }
      return found
    }
    #expect(found == (0..<333).map { "\($0) n\($0 % 100) n\($0 * 7 % 100)" })
  }

  @Test func `further attributes come after those that there were`() {
    var graph = Graph(nodeSchema: Self.schema, edgeSchema: Self.schema)
    graph.addNode("a", ["text": .string("a")])
    graph.addNode("b", ["list": .list(["b"])])
    graph.addEdge("ab", from: 0, to: 1, ["number": .int(1)])
    let wider = graph.adding(nodeAttributes: [NodeAttribute("rank", .double, [.double(0.5), nil])])
    #expect(wider.nodeSchema.names == Self.schema.names + ["rank"])
    #expect(Array(wider.nodes[0].values) == [.string("a"), nil, nil, nil, .double(0.5)])
    #expect(Array(wider.nodes[1].values) == [nil, nil, nil, .list(["b"]), nil])
    #expect(wider.edges[0] == graph.edges[0] && wider.index(ofNode: "b") == 1)
  }
}
