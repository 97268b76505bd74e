public import HearsayGraph

/// RDF as Turtle (https://www.w3.org/TR/turtle/): an edge is a triple, and an `rdf:Statement` about it with its values.
///
/// Kinds that schema.org knows are its classes. An edge with `document`, `start` and `end` is a Web Annotation
/// (https://www.w3.org/TR/annotation-model/) whose selector counts code points of the document's text, and is
/// `prov:wasDerivedFrom` the document (https://www.w3.org/TR/prov-o/).
public struct TurtleExporter: GraphExporter {
  private static let classes: [String: String] = [
    "person": "schema:Person, prov:Person", "organization": "schema:Organization, prov:Organization",
    "country": "schema:Country", "place": "schema:Place", "document": "schema:NewsArticle, prov:Entity",
    "statement": "schema:Quotation, prov:Entity",
  ]

  /// An exporter of Turtle.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    buffer.append(
      """
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix schema: <https://schema.org/> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix oa: <http://www.w3.org/ns/oa#> .

      """)
    let nodes = graph.nodes
    let nodeNames = Self.predicates(graph.nodeSchema)
    for node in nodes {
      var types = "rdfs:Resource"
      if case .string(let kind) = graph.value("kind", of: node) { types = Self.classes[kind] ?? types }
      // Ids have nothing to escape: see `Identifier`.
      buffer.append("<urn:hearsay:node:\(node.id)> a \(types)")
      writeValues(node.values, nodeNames, to: &buffer)
      buffer.append(" .\n")
      try buffer.drain(into: &sink)
    }
    let edgeNames = Self.predicates(graph.edgeSchema)
    for edge in graph.edges {
      var predicate = "<urn:hearsay:kind:related>"
      if case .string(let kind) = graph.value("kind", of: edge) {
        predicate = "<urn:hearsay:kind:\(Self.encoded(kind))>"
      }
      let ends = (nodes[edge.source].id, nodes[edge.target].id)
      buffer.append("<urn:hearsay:node:\(ends.0)> \(predicate) <urn:hearsay:node:\(ends.1)> .\n")
      buffer.append("<urn:hearsay:edge:\(edge.id)> a rdf:Statement; rdf:subject <urn:hearsay:node:\(ends.0)>; ")
      buffer.append("rdf:predicate \(predicate); rdf:object <urn:hearsay:node:\(ends.1)>")
      writeEvidence(of: edge, in: graph, to: &buffer)
      writeValues(edge.values, edgeNames, to: &buffer)
      buffer.append(" .\n")
      try buffer.drain(into: &sink)
    }
    try buffer.flush(into: &sink)
  }

  private func writeEvidence(of edge: Edge, in graph: Graph, to buffer: inout OutputBuffer) {
    guard case .string(let document) = graph.value("document", of: edge), Identifier.isValid(document) else { return }
    buffer.append(";\n  prov:wasDerivedFrom <urn:hearsay:node:\(document)>")
    guard case .int(let start) = graph.value("start", of: edge), case .int(let end) = graph.value("end", of: edge),
      start >= 0, end >= start
    else { return }
    buffer.append(
      "; a oa:Annotation; oa:hasTarget [ a oa:SpecificResource; oa:hasSource <urn:hearsay:node:\(document)>; ")
    buffer.append("oa:hasSelector [ a oa:TextPositionSelector; oa:start \(start); oa:end \(end) ] ]")
  }

  /// The line's beginning for each column: a separator and the predicate.
  private static func predicates(_ schema: AttributeSchema) -> [[UInt8]] {
    schema.names.map { name in
      Array(";\n  \(name == "label" ? "rdfs:label" : "<urn:hearsay:attribute:\(name)>") ".utf8)
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

  private func writeValues(_ values: [AttributeValue?], _ predicates: [[UInt8]], to buffer: inout OutputBuffer) {
    for (column, value) in values.enumerated() {
      guard let value else { continue }
      if case .list(let items) = value, items.isEmpty { continue }
      buffer.append(predicates[column])
      switch value {
      // JSON's escapes are Turtle's too.
      case .string(let text): buffer.appendJSON(text)
      case .int(let number): buffer.appendDecimal(number)
      case .double(let number):
        buffer.append(UInt8(ascii: "\""))
        buffer.appendDecimal(number)
        buffer.append("\"^^xsd:double")
      case .list(let items):
        for (index, item) in items.enumerated() {
          if index > 0 { buffer.append(", ") }
          buffer.appendJSON(item)
        }
      }
    }
  }
}
