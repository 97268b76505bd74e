import HearsayGraph

/// The names under which RDF knows a graph's parts: the same in Turtle and in N-Quads.
enum RDFTerms {
  /// The classes of a kind of node, from schema.org and PROV-O, as prefixed names.
  static func classes(of kind: AttributeValue?) -> [String] {
    guard case .string(let kind) = kind else { return ["rdfs:Resource"] }
    return classes[kind] ?? ["rdfs:Resource"]
  }

  private static let classes: [String: [String]] = [
    "person": ["schema:Person", "prov:Person"], "organization": ["schema:Organization", "prov:Organization"],
    "country": ["schema:Country"], "place": ["schema:Place"], "document": ["schema:NewsArticle", "prov:Entity"],
    "statement": ["schema:Quotation", "prov:Entity"],
  ]

  /// Prefixes and what they stand for.
  static let namespaces: [(prefix: String, namespace: String)] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"), ("schema", "https://schema.org/"),
    ("prov", "http://www.w3.org/ns/prov#"), ("oa", "http://www.w3.org/ns/oa#"),
  ]

  /// The IRI of a node. Ids have nothing to escape: see `Identifier`.
  static func node(_ id: String) -> String { "<urn:hearsay:node:\(id)>" }

  /// The IRI of an edge.
  static func edge(_ id: String) -> String { "<urn:hearsay:edge:\(id)>" }

  /// The predicate of an edge of `kind`.
  static func predicate(ofKind kind: AttributeValue?) -> String {
    guard case .string(let kind) = kind else { return "<urn:hearsay:kind:related>" }
    return "<urn:hearsay:kind:\(encoded(kind))>"
  }

  /// The predicate of an attribute.
  static func predicate(ofAttribute name: String) -> String {
    name == "label" ? "rdfs:label" : "<urn:hearsay:attribute:\(name)>"
  }

  /// What an edge rests on: the document, and the code points of its text where they are known.
  struct Evidence {
    let document: String
    let span: (start: Int, end: Int)?

    /// The evidence of `edge`, or nil where it names no document.
    init?(of edge: Edge, in graph: Graph) {
      guard case .string(let document) = graph.value("document", of: edge), Identifier.isValid(document) else {
        return nil
      }
      self.document = document
      guard case .int(let start) = graph.value("start", of: edge), case .int(let end) = graph.value("end", of: edge),
        start >= 0, end >= start
      else {
        span = nil
        return
      }
      span = (start, end)
    }
  }

  /// A text as a part of an IRI.
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        String(UnicodeScalar(byte))
      default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
