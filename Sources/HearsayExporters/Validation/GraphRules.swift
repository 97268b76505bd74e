public import HearsayGraph

/// What a vocabulary asks of a graph, as data: the validator knows graphs, whoever calls it knows what they are about.
public struct GraphRules: Hashable, Sendable {
  /// What a node of one kind is like.
  public struct NodeKind: Hashable, Sendable {
    /// The value of the attribute `kind`.
    public let kind: String
    /// The form of its id, as an XML Schema regular expression (https://www.w3.org/TR/xmlschema-2/#regexs), which matches
    /// all of a text.
    public let id: String
    /// The attributes that it must have.
    public let requires: [String]
    /// The attributes that it may have.
    public let allows: [String]

    /// A kind of node.
    public init(_ kind: String, id: String, requires: [String], allows: [String]) {
      self.kind = kind
      self.id = id
      self.requires = requires
      self.allows = allows
    }
  }

  /// What an edge of one kind is like.
  public struct EdgeKind: Hashable, Sendable {
    /// The value of the attribute `kind`.
    public let kind: String
    /// The kinds of node that it may leave.
    public let from: [String]
    /// The kinds of node that it may enter.
    public let to: [String]
    /// The attributes that it must have, beside its evidence.
    public let requires: [String]
    /// The attributes that it may have.
    public let allows: [String]
    /// The attributes that name one of its ends.
    public let names: [End: String]
    /// The attribute that says the same number as its weight.
    public let counts: String?

    /// An end of an edge.
    public enum End: Hashable, Sendable { case source, target }

    /// A kind of edge.
    public init(
      _ kind: String, from: [String], to: [String], requires: [String], allows: [String], names: [End: String] = [:],
      counts: String? = nil
    ) {
      self.kind = kind
      self.from = from
      self.to = to
      self.requires = requires
      self.allows = allows
      self.names = names
      self.counts = counts
    }
  }

  /// What the values of an attribute are like, on nodes and edges.
  public enum ValueForm: Hashable, Sendable {
    /// Text that this XML Schema regular expression matches.
    case pattern(String)
    /// A number above 0.
    case positive
    /// A number in this range.
    case range(ClosedRange<Double>)
  }

  /// The attributes of nodes and their types.
  public let nodeSchema: AttributeSchema
  /// The attributes of edges and their types.
  public let edgeSchema: AttributeSchema
  /// The kinds of node.
  public let nodes: [NodeKind]
  /// The kinds of edge.
  public let edges: [EdgeKind]
  /// What backs an edge: it has all attributes of at least one of these.
  public let evidence: [[String]]
  /// The forms of values, by attribute.
  public let values: [String: ValueForm]
  /// Pairs of attributes of which the first is less than the second, where both are there.
  public let ascending: [[String]]

  /// The rules of a vocabulary.
  public init(
    nodeSchema: AttributeSchema, edgeSchema: AttributeSchema, nodes: [NodeKind], edges: [EdgeKind],
    evidence: [[String]], values: [String: ValueForm], ascending: [[String]]
  ) {
    self.nodeSchema = nodeSchema
    self.edgeSchema = edgeSchema
    self.nodes = nodes
    self.edges = edges
    self.evidence = evidence
    self.values = values
    self.ascending = ascending
  }
}
