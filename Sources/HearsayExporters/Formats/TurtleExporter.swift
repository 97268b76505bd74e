public import HearsayGraph

/// RDF as Turtle (https://www.w3.org/TR/turtle/): an edge is a triple, and an `rdf:Statement` about it with its values.
///
/// Kinds that schema.org knows are its classes. An edge with `document`, `start` and `end` is a Web Annotation
/// (https://www.w3.org/TR/annotation-model/) whose selector counts code points of the document's text, and is
/// `prov:wasDerivedFrom` the document (https://www.w3.org/TR/prov-o/).
public struct TurtleExporter: GraphExporter {
  /// An exporter of Turtle.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    for (prefix, namespace) in RDFTerms.namespaces { buffer.append("@prefix \(prefix): <\(namespace)> .\n") }
    let nodes = graph.nodes
    let nodeNames = Self.predicates(graph.nodeSchema)
    for node in nodes {
      let classes = RDFTerms.classes(of: graph.value("kind", of: node)).joined(separator: ", ")
      buffer.append("\(RDFTerms.node(node.id)) a \(classes)")
      writeValues(node.values, nodeNames, to: &buffer)
      buffer.append(" .\n")
      try buffer.drain(into: &sink)
    }
    let edgeNames = Self.predicates(graph.edgeSchema)
    for edge in graph.edges {
      let predicate = RDFTerms.predicate(ofKind: graph.value("kind", of: edge))
      let (source, target) = (RDFTerms.node(nodes[edge.source].id), RDFTerms.node(nodes[edge.target].id))
      buffer.append("\(source) \(predicate) \(target) .\n")
      buffer.append("\(RDFTerms.edge(edge.id)) a rdf:Statement; rdf:subject \(source); ")
      buffer.append("rdf:predicate \(predicate); rdf:object \(target)")
      if let evidence = RDFTerms.Evidence(of: edge, in: graph) { write(evidence, to: &buffer) }
      writeValues(edge.values, edgeNames, to: &buffer)
      buffer.append(" .\n")
      try buffer.drain(into: &sink)
    }
    try buffer.flush(into: &sink)
  }

  private func write(_ evidence: RDFTerms.Evidence, to buffer: inout OutputBuffer) {
    let document = RDFTerms.node(evidence.document)
    buffer.append(";\n  prov:wasDerivedFrom \(document)")
    guard let (start, end) = evidence.span else { return }
    buffer.append("; a oa:Annotation; oa:hasTarget [ a oa:SpecificResource; oa:hasSource \(document); ")
    buffer.append("oa:hasSelector [ a oa:TextPositionSelector; oa:start \(start); oa:end \(end) ] ]")
  }

  /// The line's beginning for each column: a separator and the predicate.
  private static func predicates(_ schema: AttributeSchema) -> [[UInt8]] {
    schema.names.map { Array(";\n  \(RDFTerms.predicate(ofAttribute: $0)) ".utf8) }
  }

  private func writeValues(_ values: Row, _ predicates: [[UInt8]], to buffer: inout OutputBuffer) {
    values.withCells { cells in
      for (column, cell) in cells {
        var items: [String] = []
        if case .list(let texts) = cell {
          items = texts.strings
          if items.isEmpty { continue }
        }
        buffer.append(predicates[column])
        switch cell {
        // JSON's escapes are Turtle's too.
        case .string(let text): buffer.appendJSON(text)
        case .int(let number): buffer.appendDecimal(number)
        case .double(let number):
          buffer.append(UInt8(ascii: "\""))
          buffer.appendDecimal(number)
          buffer.append("\"^^xsd:double")
        case .list:
          for (index, item) in items.enumerated() {
            if index > 0 { buffer.append(", ") }
            buffer.appendJSON(item)
          }
        }
      }
    }
  }
}
