/// A node: an id and a value, or none, for each attribute of the graph's node schema.
public struct Node: Hashable, Sendable {
  /// Unique among the graph's nodes; see `Identifier`.
  public let id: String
  /// One entry for each attribute of `Graph.nodeSchema`, in its order.
  public let values: Row
}

/// A directed edge: an id, its ends and a value, or none, for each attribute of the graph's edge schema.
public struct Edge: Hashable, Sendable {
  /// Unique among the graph's edges; see `Identifier`.
  public let id: String
  /// The node it leaves, as an index into `Graph.nodes`.
  public let source: Int
  /// The node it enters, as an index into `Graph.nodes`.
  public let target: Int
  /// One entry for each attribute of `Graph.edgeSchema`, in its order.
  public let values: Row
}
