extension Graph {
  /// The graph of some of the nodes and edges, in the same order, with the same schemas.
  ///
  /// An edge goes where one of its ends does.
  ///
  /// - Parameters:
  ///   - isNodeKept: Whether each node stays, by its index.
  ///   - isEdgeKept: Whether each edge stays where both its ends do, by its index.
  public func keeping(nodes isNodeKept: (Int) -> Bool, edges isEdgeKept: (Int) -> Bool = { _ in true }) -> Graph {
    var graph = Graph(nodeSchema: nodeSchema, edgeSchema: edgeSchema)
    var places = [Int?](repeating: nil, count: nodes.count)
    for index in nodes.indices where isNodeKept(index) {
      places[index] = graph.nodes.count
      graph.append(nodes[index])
    }
    for (index, ends) in edges.ends.enumerated() {
      guard let source = places[ends.source], let target = places[ends.target], isEdgeKept(index) else { continue }
      graph.append(edges[index], from: source, to: target)
    }
    return graph
  }

  /// The graph without the nodes that no edge leaves or enters, those of `kept` aside.
  public func withoutLoneNodes(but kept: Set<String> = []) -> Graph {
    var isTied = nodes.map { kept.contains($0.id) }
    for edge in edges.ends {
      isTied[edge.source] = true
      isTied[edge.target] = true
    }
    return keeping(nodes: { isTied[$0] })
  }

  /// The graph with further attributes of its nodes, after those that it has.
  ///
  /// - Precondition: the names are new, and there is a value, or none, of its type for each node.
  public func adding(nodeAttributes attributes: [NodeAttribute]) -> Graph {
    for attribute in attributes {
      precondition(attribute.values.count == nodes.count, "\(attribute.name) has a value for each node")
      for case let value? in attribute.values {
        precondition(value.type == attribute.type, "\(attribute.name) is not a \(value.type)")
      }
    }
    let schema = AttributeSchema(nodeSchema.attributes + attributes.map { ($0.name, $0.type) })
    var graph = Graph(nodeSchema: schema, edgeSchema: edgeSchema)
    for (index, node) in nodes.enumerated() { graph.append(node, attributes.map { $0.values[index] }) }
    graph.edges = edges
    return graph
  }
}

/// An attribute with its value, or none, for each node of a graph, in order.
public struct NodeAttribute: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it holds.
  public let type: AttributeType
  /// One entry for each node.
  public let values: [AttributeValue?]

  /// An attribute.
  public init(_ name: String, _ type: AttributeType, _ values: [AttributeValue?]) {
    self.name = name
    self.type = type
    self.values = values
  }
}
