/// What can be computed of a graph's nodes. Each is defined as igraph defines it: docs/VIEWS.md#measures.
public enum Measure: String, CaseIterable, Sendable {
  /// How many edges enter and leave; an edge from a node to itself counts twice in `degree`, once in the other two.
  case degree
  /// How much attention a node gets: the share of time at it of one who follows edges by weight, and now and then leaps.
  case pagerank
  /// How many shortest paths lead through a node. Takes time as nodes times edges.
  case betweenness
  /// The group of nodes that it belongs to, numbered from 1, the largest first.
  case community

  /// The attributes that it gives nodes.
  public var attributes: [(name: String, type: AttributeType)] {
    switch self {
    case .degree: [("degree", .int), ("in_degree", .int), ("out_degree", .int)]
    case .pagerank: [("pagerank", .double)]
    case .betweenness: [("betweenness", .double)]
    case .community: [("community", .int)]
    }
  }

  /// Its attributes for the nodes of `graph`.
  ///
  /// - Parameter weight: The edges' attribute that says how much each counts, more than 0; an edge without counts 1.
  public func values(of graph: Graph, weight: String = "weight") -> [NodeAttribute] {
    let network = Network(graph, weight: weight)
    let columns: [[AttributeValue?]] =
      switch self {
      case .degree:
        [
          zip(network.outgoing, network.incoming).map { .int($0.count + $1.count) },
          network.incoming.map { .int($0.count) }, network.outgoing.map { .int($0.count) },
        ]
      case .pagerank: [PageRank.shares(of: network).map { .double($0) }]
      case .betweenness: [Betweenness.values(of: network).map { .double($0) }]
      case .community: [Communities(network).numbers.map { .int($0) }]
      }
    return zip(attributes, columns).map { NodeAttribute($0.name, $0.type, $1) }
  }

  /// The modularity of the groups that `community` finds in `graph`: how much more of the weight lies within groups than chance
  /// would put there (M. E. J. Newman, Analysis of weighted networks, 2004). 0 where there are no edges.
  public static func modularity(of graph: Graph, weight: String = "weight") -> Double {
    Communities(Network(graph, weight: weight)).modularity
  }
}

/// A graph as measures need it.
struct Network {
  /// The edges that leave each node, parallel ones and those to itself among them: where to, and their weight.
  var outgoing: [[(end: Int, weight: Double)]]
  /// The edges that enter each node: where from, and their weight.
  var incoming: [[(end: Int, weight: Double)]]

  var count: Int { outgoing.count }

  init(_ graph: Graph, weight: String) {
    outgoing = Array(repeating: [], count: graph.nodes.count)
    incoming = outgoing
    for edge in graph.edges {
      let weight: Double =
        switch graph.value(weight, of: edge) {
        case .double(let number): number
        case .int(let number): Double(number)
        default: 1
        }
      outgoing[edge.source].append((edge.target, weight))
      incoming[edge.target].append((edge.source, weight))
    }
  }
}
