public import HearsayCore

/// Which graph is made of the documents. What each is, and how its figures come about, stands in docs/VIEWS.md.
public enum GraphView: String, CaseIterable, Sendable {
  /// People, organizations and countries, joined by statements, mentions, roles, memberships and homes.
  case actors
  /// Everything, with documents and statements as nodes.
  case evidence
  /// Who speaks of whom: one edge for all statements by one actor about another.
  case speakers
  /// Speakers on one side, those they speak of on the other, with an edge for each speech act.
  case twoMode = "two-mode"
  /// Who speaks the same way about the same third parties.
  case agreement
  /// Who speaks the opposite way about the same third parties.
  case conflict
  /// Who is named in the same sentence as whom.
  case coMention = "co-mention"

  /// What it shows, as a picture's heading says.
  public var title: String {
    switch self {
    case .actors, .evidence, .speakers, .twoMode: "Who said what about whom"
    case .agreement: "Who speaks the same way about others"
    case .conflict: "Who speaks the opposite way about others"
    case .coMention: "Who is named with whom"
    }
  }
}

/// What goes into a graph.
public struct GraphOptions: Hashable, Sendable {
  /// Which graph is made.
  public var view: GraphView
  /// Whether views of actors have cities and regions too.
  public var includesPlaces: Bool
  /// Whether what actors do to each other is in it: who met, accused or invaded whom.
  public var includesDeeds: Bool
  /// The least confidence, 0...1, at which a statement is kept.
  public var leastConfidence: Double
  /// The days that articles and statements must be of.
  public var days: DayWindow
  /// The speech acts that are kept, and nothing but statements with them; nil for all, and whatever else ties actors.
  public var acts: Set<Statement.Act>?
  /// What the weights of views that add up statements count.
  public var count: TieCount

  /// Options; without any, the actors view with every statement.
  public init(
    view: GraphView = .actors, includesPlaces: Bool = false, includesDeeds: Bool = false,
    leastConfidence: Double = 0, days: DayWindow = DayWindow(), acts: Set<Statement.Act>? = nil,
    count: TieCount = .statements
  ) {
    self.view = view
    self.includesPlaces = includesPlaces
    self.includesDeeds = includesDeeds
    self.leastConfidence = leastConfidence
    self.days = days
    self.acts = acts
    self.count = count
  }
}

/// What is counted of the statements, or sentences, that an edge adds up.
public enum TieCount: String, CaseIterable, Sendable {
  /// Each report of a statement in an article.
  case reports
  /// Different articles.
  case documents
  /// Different statements, however many articles report them.
  case statements
  /// Reports that are not copies of another article's.
  case origins
}
