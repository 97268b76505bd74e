public import HearsayGraph

/// RDF as N-Quads (https://www.w3.org/TR/n-quads/): the triples of Turtle, one a line, each in the graph of the document that
/// it was taken from. So a store can say what one article claims, and forget an article.
///
/// What rests on no document is in the default graph, as are the nodes.
public struct NQuadsExporter: GraphExporter {
  /// An exporter of N-Quads.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var lines = Lines()
    lines.buffer.append("# N-Quads by Hearsay: what was taken from a document is in its graph\n")
    let nodes = graph.nodes
    let nodeNames = graph.nodeSchema.names.map { Self.full(RDFTerms.predicate(ofAttribute: $0)) }
    for node in nodes {
      let subject = RDFTerms.node(node.id)
      for name in RDFTerms.classes(of: graph.value("kind", of: node)) { lines.add(subject, Self.type, Self.full(name)) }
      lines.add(subject, nodeNames, node.values)
      try lines.buffer.drain(into: &sink)
    }
    let edgeNames = graph.edgeSchema.names.map { Self.full(RDFTerms.predicate(ofAttribute: $0)) }
    for (index, edge) in graph.edges.enumerated() {
      let evidence = RDFTerms.Evidence(of: edge, in: graph)
      lines.graph = evidence.map { " " + RDFTerms.node($0.document) } ?? ""
      let predicate = RDFTerms.predicate(ofKind: graph.value("kind", of: edge))
      let (source, target) = (RDFTerms.node(nodes[edge.source].id), RDFTerms.node(nodes[edge.target].id))
      let subject = RDFTerms.edge(edge.id)
      lines.add(source, predicate, target)
      lines.add(subject, Self.type, Self.full("rdf:Statement"))
      lines.add(subject, Self.full("rdf:subject"), source)
      lines.add(subject, Self.full("rdf:predicate"), predicate)
      lines.add(subject, Self.full("rdf:object"), target)
      if let evidence { add(evidence, of: subject, index, to: &lines) }
      lines.add(subject, edgeNames, edge.values)
      try lines.buffer.drain(into: &sink)
    }
    try lines.buffer.flush(into: &sink)
  }

  private func add(_ evidence: RDFTerms.Evidence, of subject: String, _ index: Int, to lines: inout Lines) {
    let document = RDFTerms.node(evidence.document)
    lines.add(subject, Self.full("prov:wasDerivedFrom"), document)
    guard let (start, end) = evidence.span else { return }
    // Blank nodes are numbered by the edge.
    let (resource, selector) = ("_:r\(index)", "_:s\(index)")
    lines.add(subject, Self.type, Self.full("oa:Annotation"))
    lines.add(subject, Self.full("oa:hasTarget"), resource)
    lines.add(resource, Self.type, Self.full("oa:SpecificResource"))
    lines.add(resource, Self.full("oa:hasSource"), document)
    lines.add(resource, Self.full("oa:hasSelector"), selector)
    lines.add(selector, Self.type, Self.full("oa:TextPositionSelector"))
    lines.add(selector, Self.full("oa:start"), "\"\(start)\"^^\(Self.full("xsd:integer"))")
    lines.add(selector, Self.full("oa:end"), "\"\(end)\"^^\(Self.full("xsd:integer"))")
  }

  private static let type = full("rdf:type")

  /// A name with its prefix written out; an IRI as it is.
  private static func full(_ name: String) -> String {
    for (prefix, namespace) in RDFTerms.namespaces where name.hasPrefix(prefix + ":") {
      return "<\(namespace)\(name.dropFirst(prefix.utf8.count + 1))>"
    }
    return name
  }

  /// Quads on their way out.
  private struct Lines: ~Copyable {
    var buffer = OutputBuffer()
    /// A blank and the graph's name, or nothing for the default graph.
    var graph = ""

    mutating func add(_ subject: String, _ predicate: String, _ object: String) {
      buffer.append("\(subject) \(predicate) \(object)\(graph) .\n")
    }

    mutating func add(_ subject: String, _ predicates: [String], _ values: Row) {
      for (column, value) in values.enumerated() {
        switch value {
        case .none: break
        case .string(let text): add(subject, predicates[column], text: text)
        case .list(let items): for item in items { add(subject, predicates[column], text: item) }
        case .int(let number):
          add(subject, predicates[column], "\"\(number)\"^^\(NQuadsExporter.full("xsd:integer"))")
        case .double(let number):
          buffer.append("\(subject) \(predicates[column]) \"")
          buffer.appendDecimal(number)
          buffer.append("\"^^\(NQuadsExporter.full("xsd:double"))\(graph) .\n")
        }
      }
    }

    private mutating func add(_ subject: String, _ predicate: String, text: String) {
      buffer.append("\(subject) \(predicate) ")
      // JSON's escapes are those of N-Quads too.
      buffer.appendJSON(text)
      buffer.append("\(graph) .\n")
    }
  }
}
