public import HearsayGraph

/// FollowTheMoney entities (https://followthemoney.tech/explorer/), one JSON object a line, as Aleph and the tools round it read
/// them.
///
/// A country that speaks is a `PublicBody`: the model lets a `Territory` be no member and no employer. A tie that the model
/// has no schema for is an `UnknownLink` with its label as its role; its words are the link's summary, its sentence the
/// description, its document the proof.
public struct FollowTheMoneyExporter: GraphExporter {
  /// The former states that the model knows, by ISO 3166-3.
  private static let formerStates = ["SUHH": "suhh", "YUCS": "yucs", "CSXX": "csxx", "CSHH": "cshh", "DDDE": "dd"]

  /// How a kind of node or edge is told.
  private struct Row {
    let schema: String
    /// The property for an edge's two ends; none for a node.
    var ends: (source: String, target: String)?
    /// The property for each attribute; several attributes may share one.
    let properties: [(attribute: String, property: String)]
  }

  /// What every thing has.
  private static let thing = [
    ("label", "name"), ("aliases", "alias"), ("country", "country"), ("wikidata", "wikidataId"),
    ("note", "notes"),
  ]
  /// What every link has.
  private static let link = [
    ("text", "summary"), ("sentence", "description"), ("date", "date"), ("document", "proof"),
    ("statement", "recordId"),
  ]

  private static let nodes: [String: Row] = [
    "person": Row(schema: "Person", properties: thing + [("roles", "position")]),
    "organization": Row(schema: "Organization", properties: thing + [("roles", "keywords")]),
    "country": Row(schema: "PublicBody", properties: thing),
    "place": Row(schema: "Address", properties: thing),
    "document": Row(
      schema: "Article",
      properties: [
        ("label", "name"), ("title", "title"), ("outlet", "publisher"), ("published", "publishedAt"),
        ("source", "fileName"), ("url", "sourceUrl"),
      ]),
    "statement": Row(
      schema: "Note", properties: [("label", "name"), ("text", "description"), ("cue", "keywords")]),
  ]
  private static let otherNode = Row(schema: "LegalEntity", properties: thing)

  private static let edges: [String: Row] = [
    "role": Row(schema: "Employment", ends: ("employee", "employer"), properties: link + [("role", "role")]),
    "member": Row(schema: "Membership", ends: ("member", "organization"), properties: link),
    "reported": Row(schema: "Documentation", ends: ("entity", "document"), properties: [("text", "summary")]),
    "mentions": Row(schema: "Documentation", ends: ("document", "entity"), properties: link),
    "relation": Row(schema: "UnknownLink", ends: ("subject", "object"), properties: link + [("relation", "role")]),
  ]
  private static let otherEdge = Row(
    schema: "UnknownLink", ends: ("subject", "object"), properties: link + [("label", "role")])

  /// An exporter of FollowTheMoney entities.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    var ids = PlainIDs(graph)
    for node in graph.nodes {
      var row = Self.otherNode
      if case .string(let kind) = graph.value("kind", of: node) { row = Self.nodes[kind] ?? row }
      var properties = Self.properties(row) { graph.value($0, of: node) }
      // A country's own code is in its id; that of a former state has four letters, while its two may be another's now.
      if node.id.hasPrefix("country."), let code = Self.spelled(String(node.id.dropFirst(8)), as: "country") {
        properties["country"] = [code]
      }
      // The model asks for a name.
      if properties["name"] == nil { properties["name"] = [node.id] }
      write(ids.id(of: node.id), row.schema, properties, to: &buffer)
      try buffer.drain(into: &sink)
    }
    for edge in graph.edges {
      var row = Self.otherEdge
      if case .string(let kind) = graph.value("kind", of: edge) { row = Self.edges[kind] ?? row }
      var properties = Self.properties(row) { graph.value($0, of: edge) }
      if let proof = properties["proof"] {
        properties["proof"] = proof.filter(Identifier.isValid).map { ids.id(of: $0) }
      }
      if case .string("true") = graph.value("former", of: edge) { properties["status"] = ["former"] }
      if let ends = row.ends {
        properties[ends.source] = [ids.id(of: graph.nodes[edge.source].id)]
        properties[ends.target] = [ids.id(of: graph.nodes[edge.target].id)]
      }
      write(ids.id(of: edge.id), row.schema, properties, to: &buffer)
      try buffer.drain(into: &sink)
    }
    try buffer.flush(into: &sink)
  }

  /// The values of each property, none of them twice or empty.
  private static func properties(_ row: Row, _ value: (String) -> AttributeValue?) -> [String: [String]] {
    var properties: [String: [String]] = [:]
    for (attribute, property) in row.properties {
      let texts: [String]
      switch value(attribute) {
      case .string(let text): texts = [text]
      case .list(let items): texts = items
      default: continue
      }
      for text in texts {
        guard let text = spelled(text, as: property), properties[property]?.contains(text) != true else { continue }
        properties[property, default: []].append(text)
      }
    }
    return properties
  }

  /// A value as the model takes it, or nil where it takes none such.
  private static func spelled(_ text: String, as property: String) -> String? {
    switch property {
    case "country": text.utf8.count == 2 ? text.lowercased() : formerStates[text]
    // Days, months and years; it has no weeks.
    case "date", "publishedAt": text.contains("W") ? DaySpan(text)?.first : text
    default: text.isEmpty ? nil : text
    }
  }

  private func write(
    _ id: String, _ schema: String, _ properties: [String: [String]], to buffer: inout OutputBuffer
  ) {
    buffer.append("{\"id\":\"\(id)\",\"schema\":\"\(schema)\",\"properties\":{")
    for (index, (name, values)) in properties.sorted(by: { $0.key < $1.key }).enumerated() {
      buffer.append(index == 0 ? "\"\(name)\":" : ",\"\(name)\":")
      buffer.appendJSON(values)
    }
    buffer.append("}}\n")
  }

  /// Ids without `_` and with a letter or digit at their end, which the model asks for.
  private struct PlainIDs {
    private var taken: Set<String>
    private var renamed: [String: String] = [:]

    init(_ graph: Graph) {
      taken = Set(graph.nodes.lazy.map(\.id)).union(graph.edges.lazy.map(\.id)).filter(Self.isPlain)
    }

    mutating func id(of id: String) -> String {
      if Self.isPlain(id) { return id }
      if let known = renamed[id] { return known }
      var plain = id.replacing("_", with: "-")
      while !Self.isPlain(plain) || taken.contains(plain) { plain += "-0" }
      taken.insert(plain)
      renamed[id] = plain
      return plain
    }

    private static func isPlain(_ id: String) -> Bool {
      !id.utf8.contains(UInt8(ascii: "_")) && id.utf8.last != UInt8(ascii: "-") && id.utf8.last != UInt8(ascii: ".")
    }
  }
}
