/// A directed multigraph whose nodes and edges carry typed attributes.
///
/// It knows nothing of news. Nodes and edges keep the order in which they were added, and exporters write that order,
/// so whoever builds a graph decides its bytes.
public struct Graph: Sendable {
  /// What a node may carry.
  public internal(set) var nodeSchema: AttributeSchema
  /// What an edge may carry.
  public let edgeSchema: AttributeSchema
  /// The nodes, in order.
  public internal(set) var nodes: Nodes
  /// The edges, in order. Parallel edges and self-loops are kept.
  public internal(set) var edges: Edges

  /// An empty graph.
  public init(nodeSchema: AttributeSchema, edgeSchema: AttributeSchema) {
    self.nodeSchema = nodeSchema
    self.edgeSchema = edgeSchema
    nodes = Nodes(columns: nodeSchema.count)
    edges = Edges(columns: edgeSchema.count)
  }

  /// The index of the node `id` in `nodes`, or nil where there is none.
  public func index(ofNode id: String) -> Int? { nodes.ids.index(of: id) }

  /// Adds a node with the given values, by attribute name; names without a value have none.
  ///
  /// - Precondition: `id` is valid and new, every name is in `nodeSchema`, every value has its type and is finite.
  @discardableResult
  public mutating func addNode(_ id: String, _ values: [String: AttributeValue?]) -> Int {
    precondition(Identifier.isValid(id), "not a node id: \(id)")
    precondition(nodes.ids.insert(id), "node \(id) is added once")
    nodes.rows.append(nodeSchema.row(values, of: "node \(id)"))
    return nodes.count - 1
  }

  /// Adds an edge between two nodes, given as indices into `nodes`; values as in `addNode`.
  ///
  /// - Precondition: `id` is valid and new, both nodes are there, every value fits `edgeSchema`.
  public mutating func addEdge(_ id: String, from source: Int, to target: Int, _ values: [String: AttributeValue?]) {
    addEdge(id, from: source, to: target, row: edgeSchema.row(values, of: "edge \(id)"))
  }

  /// The same with a value, or none, for each column of `edgeSchema`, as `edgeSchema.row` gives them.
  package mutating func addEdge(_ id: String, from source: Int, to target: Int, row: [AttributeValue?]) {
    precondition(Identifier.isValid(id), "not an edge id: \(id)")
    precondition(nodes.indices.contains(source) && nodes.indices.contains(target), "edge \(id) joins two nodes")
    precondition(edges.ids.insert(id), "edge \(id) is added once")
    edges.ends.append(Edges.Ends(source: source, target: target))
    edges.rows.append(row)
  }

  /// Adds a node of a graph with the same schema, and values for the columns after its.
  mutating func append(_ node: Node, _ values: [AttributeValue?] = []) {
    precondition(nodes.ids.insert(node.id), "node \(node.id) is added once")
    nodes.rows.append(node.values, values)
  }

  /// Adds an edge of a graph with the same schema, between two nodes of this one.
  mutating func append(_ edge: Edge, from source: Int, to target: Int) {
    precondition(edges.ids.insert(edge.id), "edge \(edge.id) is added once")
    edges.ends.append(Edges.Ends(source: source, target: target))
    edges.rows.append(edge.values)
  }

  /// The value of attribute `name` of `node`, or nil where it has none.
  public func value(_ name: String, of node: Node) -> AttributeValue? {
    nodeSchema.column(of: name).flatMap { node.values[$0] }
  }

  /// The value of attribute `name` of `edge`, or nil where it has none.
  public func value(_ name: String, of edge: Edge) -> AttributeValue? {
    edgeSchema.column(of: name).flatMap { edge.values[$0] }
  }
}
