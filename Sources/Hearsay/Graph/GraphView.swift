/// Which graph is made of the documents.
public enum GraphView: String, CaseIterable, Sendable {
  /// People, organizations and countries, joined by statements, mentions, roles, memberships and homes.
  case actors
  /// Everything, with documents and statements as nodes.
  case evidence
}

/// What goes into a graph.
public struct GraphOptions: Hashable, Sendable {
  /// Which graph is made.
  public var view: GraphView
  /// Whether the actors view has cities and regions too.
  public var includesPlaces: Bool
  /// The least confidence, 0...1, at which a statement is kept.
  public var leastConfidence: Double

  /// Options; without any, the actors view with every statement.
  public init(view: GraphView = .actors, includesPlaces: Bool = false, leastConfidence: Double = 0) {
    self.view = view
    self.includesPlaces = includesPlaces
    self.leastConfidence = leastConfidence
  }
}
