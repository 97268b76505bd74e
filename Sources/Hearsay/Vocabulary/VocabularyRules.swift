import HearsayCore
public import HearsayExporters
import HearsayGraph

extension Vocabulary {
  /// What the vocabulary asks of a graph, as the validator takes it.
  public static let rules = GraphRules(
    nodeSchema: allNodeAttributes, edgeSchema: allEdgeAttributes, nodes: nodeKinds, edges: edgeKinds,
    evidence: [["document", "start", "end", "sentence"], ["rule"]], values: valueForms, ascending: [["start", "end"]])

  /// What nodes carry in any view.
  private static let allNodeAttributes = AttributeSchema(nodeSchema.attributes + furtherNodeAttributes)

  /// What edges carry in any view.
  private static let allEdgeAttributes = AttributeSchema(
    edgeSchema.attributes + furtherEdgeAttributes.filter { edgeSchema.column(of: $0.name) == nil })

  /// The speech acts of statements.
  public static let acts = Statement.Act.allCases.map(\.rawValue)

  private static let actors = ["person", "organization", "country", "place"]

  private static let nodeKinds: [GraphRules.NodeKind] = {
    let slug = "[A-Za-z0-9._\\-]+"
    let counts = ["mentions", "documents", "statements"]
    let measured = Measure.allCases.flatMap(\.attributes).map(\.name)
    let found =
      ["aliases", "roles", "country", "first_date", "last_date", "wikidata", "confidence", "note", "bipartite"]
      + measured
    return [
      .init("person", id: "person\\.\(slug)", requires: counts, allows: found),
      .init("organization", id: "organization\\.\(slug)", requires: counts, allows: found),
      .init(
        "country", id: "country\\.([A-Z]{2}|[A-Z]{4})", requires: counts, allows: found + ["iso2", "iso3"]),
      .init("place", id: "place\\.\(slug)", requires: counts, allows: found),
      .init(
        "document", id: "document\\.[0-9a-f]{12}", requires: ["source", "sha256", "words"],
        allows: ["title", "outlet", "published", "sources", "url", "language", "copy_of"] + measured),
      .init(
        "statement", id: "statement\\.[0-9a-f]{12}(-[0-9]+)?", requires: told, allows: toldPerhaps + measured),
      .init(
        "target", id: "target\\.(person|organization|country|place)\\.\(slug)",
        requires: counts + ["entity", "bipartite"],
        allows: found + ["iso2", "iso3"]),
    ]
  }()

  /// What every statement says of itself, on its node and, in the actors view, on its edges.
  private static let told = ["text", "speech", "act", "polarity", "reports", "origins"]
  private static let toldPerhaps = ["cue", "modality", "date", "date_resolution", "within", "confidence"]

  private static let edgeKinds: [GraphRules.EdgeKind] = [
    .init(
      "said", from: actors, to: ["statement"], requires: [],
      allows: ["act", "cue", "date", "date_resolution", "confidence"]),
    .init("about", from: ["statement"], to: actors, requires: [], allows: ["confidence"]),
    .init("addressed", from: ["statement"], to: actors, requires: [], allows: ["confidence"]),
    .init(
      "reported", from: ["statement"], to: ["document"], requires: ["text"], allows: ["cue", "confidence"],
      names: [.target: "document"]),
    .init(
      "mentions", from: ["document"], to: actors, requires: ["count"], allows: [], names: [.source: "document"],
      counts: "count"),
    .init(
      "role", from: ["person"], to: ["organization", "country"], requires: ["former"], allows: ["role", "confidence"]),
    .init(
      "relation", from: actors, to: actors, requires: ["relation"], allows: ["confidence", "date", "date_resolution"]),
    .init("member", from: ["country", "organization"], to: ["organization"], requires: [], allows: ["confidence"]),
    .init("part", from: ["organization", "place"], to: ["country"], requires: [], allows: ["confidence"]),
    .init("statement", from: actors, to: actors, requires: told + ["statement"], allows: toldPerhaps),
    .init("mention", from: actors, to: actors, requires: ["count"], allows: ["documents"], counts: "count"),
    .init(
      "speaks", from: actors, to: actors + ["target"],
      requires: ["acts", "statements", "documents", "reports", "origins", "evidence"],
      allows: ["act", "polarity", "first_date", "last_date"]),
    .init("agreement", from: actors, to: actors, requires: ["count", "third_parties", "evidence"], allows: []),
    .init("conflict", from: actors, to: actors, requires: ["count", "third_parties", "evidence"], allows: []),
  ]

  private static let valueForms: [String: GraphRules.ValueForm] = {
    let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    let time = "\(day)|[0-9]{4}-W[0-9]{2}|[0-9]{4}-[0-9]{2}|[0-9]{4}"
    return [
      "weight": .positive, "confidence": .range(0...1),
      "act": .pattern(acts.joined(separator: "|")), "speech": .pattern("direct|indirect|mixed"),
      "polarity": .pattern("affirmed|denied"), "former": .pattern("true|false"),
      "date": .pattern(time), "first_date": .pattern(time), "last_date": .pattern(time), "published": .pattern(day),
      "date_resolution": .pattern("day|week|month|year"),
      "document": .pattern("document\\.[0-9a-f]{12}"), "copy_of": .pattern("document\\.[0-9a-f]{12}"),
      "statement": .pattern("statement\\.[0-9a-f]{12}(-[0-9]+)?"),
      "within": .pattern("statement\\.[0-9a-f]{12}(-[0-9]+)?"), "sha256": .pattern("[0-9a-f]{64}"),
      "iso2": .pattern("[A-Z]{2}"), "iso3": .pattern("[A-Z]{3}"), "country": .pattern("[A-Z]{2}|[A-Z]{4}"),
      "wikidata": .pattern("Q[1-9][0-9]*"),
      "mentions": .range(0...1e15), "documents": .range(0...1e15), "statements": .range(0...1e15),
      "words": .range(0...1e15), "reports": .range(1...1e15), "origins": .range(1...1e15), "count": .range(1...1e15),
      "start": .range(0...1e15), "end": .range(1...1e15),
      "entity": .pattern("(person|organization|country|place)\\.[A-Za-z0-9._\\-]+"), "bipartite": .range(0...1),
      "degree": .range(0...1e15), "in_degree": .range(0...1e15), "out_degree": .range(0...1e15),
      "pagerank": .range(0...1), "betweenness": .range(0...1e300), "community": .range(1...1e15),
    ]
  }()
}
