import HearsayExporters
import HearsayGraph

/// Trivial Graph Format (https://en.wikipedia.org/wiki/Trivial_Graph_Format): a line for each node, `#`, a line for each edge.
struct TrivialExporter: GraphExporter {
  func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    for node in graph.nodes {
      // Ids have nothing to escape: see `Identifier`.
      buffer.append("\(node.id) \(label(graph.value("label", of: node)))\n")
      try buffer.drain(into: &sink)
    }
    buffer.append("#\n")
    for edge in graph.edges {
      let (source, target) = (graph.nodes[edge.source].id, graph.nodes[edge.target].id)
      buffer.append("\(source) \(target) \(label(graph.value("label", of: edge)))\n")
      try buffer.drain(into: &sink)
    }
    try buffer.flush(into: &sink)
  }

  /// A label on one line: the format has no escapes.
  private func label(_ value: AttributeValue?) -> String {
    guard case .string(let text) = value else { return "" }
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "\u{0}"..."\u{1F}", "\u{FEFF}": " "
      case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
