public import HearsayGraph

/// What of a graph is kept once it is made. The parts are asked in the order in which they stand here; each takes with it the
/// nodes that it leaves without an edge: docs/VIEWS.md#filters.
public struct GraphFilter: Hashable, Sendable {
  /// Kinds of node and of edge; empty for all. Kinds of node leave other nodes out, kinds of edge other edges.
  public var kinds: [String] = []
  /// The least weight of an edge, or nil.
  public var leastWeight: Double?
  /// The level of significance of the backbone, more than 0 and at most 1, or nil; see `DisparityFilter`.
  public var significance: Double?
  /// The ids of actors round which the graph is kept; empty for all of it. They stay where they are in the view at all.
  public var actors: [String] = []
  /// How many edges from them, 0 or more.
  public var hops = 1

  /// Keeps everything.
  public init() {}

  /// What was kept of a graph.
  public struct Outcome: Sendable {
    /// The graph that is left.
    public let graph: Graph
    /// Which part left nothing of the graph, in words; nil where something is left, or there was nothing before.
    public let emptiedBy: String?
  }

  /// Why this filter makes no sense for `view`, or nil.
  public func problem(in view: GraphView) -> String? {
    let (nodes, edges) = (Vocabulary.nodeKinds(of: view), Vocabulary.edgeKinds(of: view))
    if !kinds.isEmpty, !kinds.contains(where: { nodes.contains($0) || edges.contains($0) }) {
      return "--kind: the view \(view.rawValue) has no \(kinds.joined(separator: ", ")); "
        + "it has nodes (\(nodes.joined(separator: ", "))) and edges (\(edges.joined(separator: ", ")))"
    }
    if significance != nil, !edges.contains(where: Self.weighed.contains) {
      return "--backbone weighs ties between actors, and the view \(view.rawValue) has none: try actors or speakers"
    }
    return nil
  }

  /// What is kept of `graph`, a graph of `view`.
  public func outcome(on graph: Graph, of view: GraphView) -> Outcome {
    var graph = graph
    var emptiedBy: String?
    func step(_ name: String, _ change: (Graph) -> Graph) {
      let before = graph
      graph = change(before).withoutLoneNodes(but: Set(actors.flatMap { [$0, "target." + $0] }))
      if emptiedBy == nil, graph.edges.isEmpty, !before.edges.isEmpty {
        emptiedBy = "\(name) leaves none of its \(before.edges.count) edges"
      }
    }
    if !kinds.isEmpty { step("--kind \(kinds.joined(separator: ","))") { ofKinds($0, view) } }
    if let leastWeight {
      let heaviest = graph.edges.map { Self.weight(of: $0, in: graph) }.max() ?? 0
      step("--min-weight \(leastWeight) (the heaviest has \(heaviest))") { graph in
        graph.keeping(nodes: { _ in true }, edges: { Self.weight(of: graph.edges[$0], in: graph) >= leastWeight })
      }
    }
    if let significance { step("--backbone \(significance)") { Self.backbone(of: $0, significance) } }
    if !actors.isEmpty {
      step("--actor \(actors.joined(separator: ", ")) --hops \(hops)") { graph in
        let nodes = actors.flatMap { [$0, "target." + $0] }.compactMap { graph.index(ofNode: $0) }
        return graph.neighbourhood(of: nodes, hops: hops)
      }
    }
    return Outcome(graph: graph, emptiedBy: emptiedBy)
  }

  private func ofKinds(_ graph: Graph, _ view: GraphView) -> Graph {
    let nodeKinds = Set(kinds).intersection(Vocabulary.nodeKinds(of: view))
    let edgeKinds = Set(kinds).intersection(Vocabulary.edgeKinds(of: view))
    return graph.keeping(
      nodes: { index in
        let node = graph.nodes[index]
        // A target is of the kind of the actor that it is: target.person.kari-lund.
        let kind =
          graph.text("entity", of: node).map { String($0.prefix { $0 != "." }) } ?? graph.text("kind", of: node)
        return nodeKinds.isEmpty || kind.map(nodeKinds.contains) ?? false
      },
      edges: { index in
        edgeKinds.isEmpty || graph.text("kind", of: graph.edges[index]).map(edgeKinds.contains) ?? false
      })
  }

  // MARK: - The backbone

  /// Kinds of edge whose weights add up, so that they can be compared.
  private static let weighed: Set<String> = ["statement", "mention", "speaks", "agreement", "conflict"]
  /// Those that point from the one that sorts first, and so nowhere.
  private static let undirected: Set<String> = ["mention", "agreement", "conflict"]

  private struct Ends: Hashable {
    let source: Int
    let target: Int
  }

  /// The ties that chance does not explain, each kind a network of its own. All edges of a kind with the same ends are one tie.
  /// Edges that have nothing to weigh, as offices, stay between nodes that stay.
  private static func backbone(of graph: Graph, _ significance: Double) -> Graph {
    let kinds = graph.edges.map { graph.text("kind", of: $0) ?? "" }
    var isSignificant = [Bool](repeating: false, count: graph.edges.count)
    var isNodeKept = [Bool](repeating: false, count: graph.nodes.count)
    for kind in weighed.sorted() {
      var places: [Ends: Int] = [:]
      var ends: [Ends] = []
      var weights: [Double] = []
      var tieOfEdge: [(edge: Int, tie: Int)] = []
      for (index, edge) in graph.edges.enumerated() where kinds[index] == kind {
        let key = Ends(source: edge.source, target: edge.target)
        let place = places[key] ?? ends.count
        if place == ends.count {
          places[key] = place
          ends.append(key)
          weights.append(0)
        }
        weights[place] += weight(of: edge, in: graph)
        tieOfEdge.append((index, place))
      }
      let ties = zip(ends, weights).map { DisparityFilter.Tie(source: $0.source, target: $0.target, weight: $1) }
      let probabilities = DisparityFilter.probabilities(
        of: ties, nodeCount: graph.nodes.count, isDirected: !undirected.contains(kind))
      for (edge, tie) in tieOfEdge where probabilities[tie] < significance {
        isSignificant[edge] = true
        isNodeKept[graph.edges[edge].source] = true
        isNodeKept[graph.edges[edge].target] = true
      }
    }
    return graph.keeping(nodes: { isNodeKept[$0] }, edges: { isSignificant[$0] || !weighed.contains(kinds[$0]) })
  }

  private static func weight(of edge: Edge, in graph: Graph) -> Double {
    if case .double(let weight)? = graph.value("weight", of: edge) { weight } else { 1 }
  }
}
