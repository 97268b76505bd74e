public import HearsayGraph

extension Vocabulary {
  /// What a node of `view` may carry, in the order in which formats write it.
  public static func nodeSchema(of view: GraphView) -> AttributeSchema {
    switch view {
    case .actors, .evidence: nodeSchema
    case .twoMode: AttributeSchema(actorAttributes + twoModeAttributes)
    case .speakers, .agreement, .conflict, .coMention: AttributeSchema(actorAttributes)
    }
  }

  /// What an edge of `view` may carry, in the order in which formats write it.
  public static func edgeSchema(of view: GraphView) -> AttributeSchema {
    let start: [(name: String, type: AttributeType)] = [("label", .string), ("kind", .string), ("weight", .double)]
    let place: [(name: String, type: AttributeType)] = [
      ("document", .string), ("start", .int), ("end", .int), ("sentence", .string),
    ]
    switch view {
    case .actors, .evidence: return edgeSchema
    case .speakers: return AttributeSchema(start + place + sumAttributes)
    case .twoMode: return AttributeSchema(start + place + [("act", .string), ("polarity", .string)] + sumAttributes)
    case .agreement, .conflict:
      return AttributeSchema(
        start + [("rule", .string), ("count", .int), ("third_parties", .list), ("evidence", .list)])
    case .coMention: return AttributeSchema(start + place + [("count", .int), ("documents", .int)])
    }
  }

  /// The kinds of node that `view` has; of targets, those of the actors that they are.
  public static func nodeKinds(of view: GraphView) -> [String] {
    let actors = ["person", "organization", "country", "place"]
    return view == .evidence ? actors + ["document", "statement"] : actors
  }

  /// The kinds of edge that `view` has.
  public static func edgeKinds(of view: GraphView) -> [String] {
    switch view {
    case .actors: ["statement", "mention", "role", "member", "part", "relation"]
    case .evidence: ["said", "about", "addressed", "reported", "mentions", "role", "member", "part", "relation"]
    case .speakers, .twoMode: ["speaks"]
    case .agreement: ["agreement"]
    case .conflict: ["conflict"]
    case .coMention: ["mention"]
    }
  }

  /// Attributes that nodes have in some views only, or on request.
  static let furtherNodeAttributes = twoModeAttributes + Measure.allCases.flatMap(\.attributes)

  /// Attributes that edges have in some views only.
  static let furtherEdgeAttributes = sumAttributes + [("third_parties", .list)]

  /// The attributes of people, organizations, countries and places, which come first in the schema.
  private static let actorAttributes: [(name: String, type: AttributeType)] = Array(
    nodeSchema.attributes.prefix { $0.name != "title" })

  private static let twoModeAttributes: [(name: String, type: AttributeType)] = [
    ("entity", .string), ("bipartite", .int),
  ]

  /// What an edge has that adds up statements.
  private static let sumAttributes: [(name: String, type: AttributeType)] = [
    ("acts", .list), ("statements", .int), ("documents", .int), ("reports", .int), ("origins", .int),
    ("first_date", .string), ("last_date", .string), ("evidence", .list),
  ]
}
