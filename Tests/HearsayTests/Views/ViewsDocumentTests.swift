import Hearsay
import HearsayCore
import HearsayGraph
import Testing

/// The worked example of docs/VIEWS.md, table by table.
@Suite struct ViewsDocumentTests {
  private let corpus: Corpus

  init() throws { corpus = try StatedCorpus.fiveStatements() }

  /// `from`, `to`, then the attributes `names`, of each edge of a view, sorted; targets by the names of the actors.
  private func rows(
    _ view: GraphView, _ names: [String], count: TieCount = .statements, prefix: [String] = []
  ) -> [[String]] {
    let graph = GraphBuilder(GraphOptions(view: view, count: count)).graph(of: corpus)
    return graph.edges.map { edge in
      prefix + [edge.source, edge.target].map { graph.spelled(graph.value("label", of: graph.nodes[$0])) }
        + names.map { graph.spelled(graph.value($0, of: edge)) }
    }
  }

  private func expect(_ found: [[String]], _ title: String) throws {
    let wanted = try ViewsDocument.table(under: title)
    #expect(!wanted.isEmpty)
    #expect(found.map { $0.joined(separator: " | ") }.sorted() == wanted.map { $0.joined(separator: " | ") }.sorted())
  }

  @Test func `speakers adds up statements, reports and articles`() throws {
    try expect(rows(.speakers, ["statements", "reports", "documents"]), "speakers")
  }

  @Test func `two-mode parts speakers from targets, and acts from one another`() throws {
    try expect(rows(.twoMode, ["act", "polarity", "statements", "reports", "documents"]), "two-mode")
    let graph = GraphBuilder(GraphOptions(view: .twoMode)).graph(of: corpus)
    for edge in graph.edges {
      #expect(graph.value("bipartite", of: graph.nodes[edge.source]) == .int(0))
      #expect(graph.value("bipartite", of: graph.nodes[edge.target]) == .int(1))
      #expect(graph.value("entity", of: graph.nodes[edge.target]) == .string("country.RU"))
    }
  }

  @Test func `agreement and conflict compare stances on third parties`() throws {
    // One graph for each way to count: their weights side by side.
    var table: [[String]] = []
    for view in [GraphView.agreement, .conflict] {
      let columns = [TieCount.statements, .reports, .documents].map { rows(view, ["weight"], count: $0) }
      for (index, row) in columns[0].enumerated() {
        table.append([view.rawValue] + row.dropLast() + columns.map { String($0[index].last!.dropLast(2)) })
      }
    }
    // The table stands below that of the stances, the second under its heading.
    let wanted = try ViewsDocument.table(under: "agreement and conflict", skipping: 1)
    #expect(wanted.count == 6)
    #expect(table.map { $0.joined(separator: " | ") }.sorted() == wanted.map { $0.joined(separator: " | ") }.sorted())
  }

  @Test func `co-mention counts sentences and articles`() throws {
    try expect(rows(.coMention, ["count", "documents"]), "co-mention")
  }

  @Test(arguments: TieCount.allCases)
  func `a weight is what is counted`(count: TieCount) {
    let graph = GraphBuilder(GraphOptions(view: .speakers, count: count)).graph(of: corpus)
    for edge in graph.edges {
      guard case .int(let number)? = graph.value(count.rawValue, of: edge) else { return #expect(Bool(false)) }
      #expect(graph.value("weight", of: edge) == .double(Double(number)))
    }
  }
}

extension Graph {
  /// A value as a table of docs/VIEWS.md has it.
  func spelled(_ value: AttributeValue?) -> String {
    switch value {
    case .string(let text): text
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .list(let items): items.joined(separator: ", ")
    case nil: ""
    }
  }
}
