public import HearsayGraph

/// Pajek's `.net` (http://mrvar.fdv.uni-lj.si/pajek/): labelled vertices and weighted, labelled arcs, parallel ones kept.
public struct PajekExporter: GraphExporter {
  /// An exporter of Pajek networks.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodes = graph.nodes
    buffer.append("*Vertices \(nodes.count)\n")
    let labels = UniqueLabels(graph, spelling: Self.spelled)
    for (index, node) in nodes.enumerated() {
      buffer.append("\(index + 1) \"\(labels.label(of: node))\"\n")
      try buffer.drain(into: &sink)
    }
    buffer.append("*Arcs\n")
    let weights = graph.edgeSchema.type(of: "weight") == .double ? graph.edgeSchema.column(of: "weight") : nil
    let words = graph.edgeSchema.type(of: "label") == .string ? graph.edgeSchema.column(of: "label") : nil
    for edge in graph.edges {
      buffer.append("\(edge.source + 1) \(edge.target + 1) ")
      if let weights, case .double(let weight) = edge.values[weights] {
        buffer.appendDecimal(weight)
      } else {
        buffer.append("1.0")
      }
      if let words, case .string(let label) = edge.values[words] { buffer.append(" l \"\(Self.spelled(label))\"") }
      buffer.append(UInt8(ascii: "\n"))
      try buffer.drain(into: &sink)
    }
    try buffer.flush(into: &sink)
  }

  /// A text within quotation marks. The format has no escapes, and some readers take backslashes for them.
  private static func spelled(_ text: String) -> String {
    func isPlain(_ byte: UInt8) -> Bool {
      byte >= 0x20 && byte != 0x7F && byte != 0xEF && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result.append("'")
      case "\\": result.append("/")
      case "\n", "\r", "\t": result.append(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
