import Hearsay
import HearsayCore
import HearsayGraph
import Testing

@Suite struct GraphFilterTests {
  private typealias Row = StatedCorpus.Row

  private static let corpus = StatedCorpus.corpus(
    [
      Row(speaker: "Norway", act: .accuse, about: "Russia", articles: ["A", "B"]),
      Row(speaker: "Norway", act: .accuse, about: "Russia", articles: ["A"]),
      Row(speaker: "Sweden", act: .praise, about: "Finland", articles: ["B"], date: ResolvedDate("2021", .year)),
      Row(speaker: "Finland", act: .say, about: "Iceland", articles: ["C"], date: ResolvedDate("2022-W02", .week)),
      Row(speaker: "Iceland", act: .say, about: "Finland", articles: ["D"], confidence: 0.3),
    ], published: ["A": "2022-01-03", "B": "2022-02-10", "C": "2022-03-01"])

  private static func graph(
    _ view: GraphView = .speakers, _ options: (inout GraphOptions) -> Void = { _ in },
    _ change: (inout GraphFilter) -> Void = { _ in }
  ) -> GraphFilter.Outcome {
    var given = GraphOptions(view: view)
    options(&given)
    var filter = GraphFilter()
    change(&filter)
    return filter.outcome(on: GraphBuilder(given).graph(of: corpus), of: view)
  }

  private static func ties(_ outcome: GraphFilter.Outcome) -> [String] {
    let graph = outcome.graph
    return graph.edges.map { edge in
      [edge.source, edge.target].map { String(graph.nodes[$0].id.suffix(2)) }.joined(separator: ">")
    }.sorted()
  }

  private static func window(_ first: String?, _ last: String?) -> DayWindow {
    DayWindow(first: first.flatMap { CalendarDate(iso8601: $0) }, last: last.flatMap { CalendarDate(iso8601: $0) })
  }

  @Test(
    arguments: [
      (nil, nil, ["FI>IS", "IS>FI", "NO>RU", "SE>FI"]), ("2022-01-01", nil, ["FI>IS", "NO>RU"]),
      (nil, "2021-12-31", ["SE>FI"]), ("2021-06-01", "2021-12-31", []), ("2022-01-10", "2022-01-16", ["FI>IS"]),
      ("2022-01-11", "2022-01-16", []), ("2022-01-03", "2022-01-03", ["NO>RU"]),
    ] as [(String?, String?, [String])])
  func `only what was surely said in time is kept`(first: String?, last: String?, expected: [String]) {
    #expect(Self.ties(Self.graph { $0.days = Self.window(first, last) }) == expected)
  }

  @Test func `what has no date is counted`() {
    let options = GraphOptions(days: Self.window("2021-01-01", nil))
    let outline = GraphBuilder(options).outline(of: Self.corpus)
    #expect(outline.statements == 4 && outline.undatedStatements == 1 && outline.undatedDocuments == 1)
  }

  @Test(arguments: [(0.0, 5), (0.5, 4), (1.0, 0)])
  func `the outline counts the statements that are sure enough`(least: Double, count: Int) {
    #expect(GraphBuilder(GraphOptions(leastConfidence: least)).outline(of: Self.corpus).statements == count)
  }

  @Test func `only acts leave the actors view its statements with them`() {
    let outcome = Self.graph(.actors) { $0.acts = [.accuse] }
    #expect(Self.ties(outcome) == ["NO>RU", "NO>RU"])
    #expect(outcome.graph.nodes.map(\.id) == ["country.NO", "country.RU"])
    let evidence = Self.graph(.evidence) { $0.acts = [.praise] }.graph
    #expect(Set(evidence.nodes.map { $0.id.prefix { $0 != "." } }) == ["country", "document", "statement"])
    #expect(evidence.edges.count == 3)
  }

  @Test(
    arguments: [
      (["statement"], ["FI>IS", "IS>FI", "NO>RU", "NO>RU", "SE>FI"]), (["mention"], ["FI>IS", "FI>SE", "NO>RU"]),
      (["country", "mention"], ["FI>IS", "FI>SE", "NO>RU"]), (["person"], []),
    ])
  func `kinds choose nodes and edges`(kinds: [String], expected: [String]) {
    let outcome = Self.graph(.actors, { _ in }) { $0.kinds = kinds }
    #expect(Self.ties(outcome) == expected)
    #expect((outcome.emptiedBy == nil) == !expected.isEmpty)
  }

  @Test func `a filter that leaves nothing says which it was`() {
    let outcome = Self.graph(.speakers, { _ in }) { $0.leastWeight = 3 }
    #expect(outcome.graph.nodes.isEmpty)
    #expect(outcome.emptiedBy == "--min-weight 3.0 (the heaviest has 2.0) leaves none of its 4 edges")
  }

  @Test(arguments: [
    (0, [], ["country.FI"]), (1, ["FI>IS", "IS>FI", "SE>FI"], ["country.FI", "country.IS", "country.SE"]),
  ])
  func `an actor stays with what is near`(hops: Int, expected: [String], ids: [String]) {
    let outcome = Self.graph(.speakers, { _ in }) {
      $0.actors = ["country.FI"]
      $0.hops = hops
    }
    #expect(Self.ties(outcome) == expected)
    #expect(outcome.graph.nodes.map(\.id) == ids)
  }

  @Test func `weight is asked before nearness`() {
    let outcome = Self.graph(.speakers, { _ in }) {
      $0.leastWeight = 2
      $0.actors = ["country.NO"]
    }
    #expect(Self.ties(outcome) == ["NO>RU"])
  }

  @Test(arguments: [
    (Period.year, ["2021", "2022"], 1, 1), (.month, ["2022-01", "2022-02", "2022-03"], 2, 1),
    (.week, ["2022-W01", "2022-W02", "2022-W06", "2022-W09"], 2, 1),
    (.day, ["2022-01-03", "2022-02-10", "2022-03-01"], 3, 1),
  ])
  func `slices are those that anything is of`(period: Period, names: [String], statements: Int, documents: Int) {
    let found = GraphBuilder(GraphOptions()).slices(of: Self.corpus, by: period)
    #expect(found.slices.map(\.name) == names)
    #expect(found.statementsLeft == statements && found.documentsLeft == documents)
  }

  @Test func `kinds that a view does not have, and ties that it does not weigh, are a problem`() {
    var filter = GraphFilter()
    filter.kinds = ["said"]
    #expect(filter.problem(in: .evidence) == nil)
    #expect(filter.problem(in: .speakers)?.contains("no said") == true)
    filter = GraphFilter()
    filter.significance = 0.05
    #expect(filter.problem(in: .evidence) != nil)
    #expect(GraphView.allCases.filter { filter.problem(in: $0) != nil } == [.evidence])
  }

  @Test(arguments: GraphView.allCases)
  func `the backbone at level 1 and weight 0 leave what is tied twice`(view: GraphView) {
    guard view != .evidence else { return }
    let all = Self.graph(view).graph
    let outcome = Self.graph(view, { _ in }) { $0.leastWeight = 0 }
    #expect(outcome.graph.edges.count == all.edges.count)
  }

  @Test(arguments: [("Norway", "country.NO"), ("NORWAY", "country.NO"), ("country.NO", "country.NO")])
  func `an actor goes by its id and its names`(name: String, id: String) throws {
    #expect(try ActorNames(Self.corpus).id(of: name) == id)
  }

  @Test func `a name that nobody has is told with those that are like it`() {
    #expect(throws: ActorNameError.noActor(name: "Norwey", near: ["Norway"])) {
      try ActorNames(Self.corpus).id(of: "Norwey")
    }
  }
}
