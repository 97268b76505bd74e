public import HearsayGraph

/// GML (https://web.archive.org/web/20190207140002/http://www.fim.uni-passau.de/index.php?id=17297&L=1) in ASCII.
///
/// Ids are numbers, as the format demands; ours is the attribute `name`. NetworkX and igraph know nodes by their labels,
/// so no two are alike. Edges have their id as `key`, by which NetworkX keeps parallel ones apart.
public struct GMLExporter: GraphExporter {
  private static let nodeNames: Set<String> = ["id", "label", "name", "graphics", "LabelGraphics"]
  private static let edgeNames: Set<String> = ["id", "source", "target", "key", "graphics", "LabelGraphics"]

  /// An exporter of GML.
  public init() {}

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    buffer.append("graph [\n  directed 1\n  multigraph 1\n")
    let labels = UniqueLabels(graph)
    // The label is written by itself.
    let nodeKeys = Self.keys(graph.nodeSchema, Self.nodeNames, without: "label")
    for (index, node) in graph.nodes.enumerated() {
      buffer.append("  node [\n    id \(index)\n    label ")
      buffer.appendGML(labels.label(of: node))
      // Ids have nothing to escape: see `Identifier`.
      buffer.append("\n    name \"\(node.id)\"\n")
      writeValues(node.values, nodeKeys, to: &buffer)
      buffer.append("  ]\n")
      try buffer.drain(into: &sink)
    }
    let edgeKeys = Self.keys(graph.edgeSchema, Self.edgeNames)
    for edge in graph.edges {
      buffer.append("  edge [\n    source \(edge.source)\n    target \(edge.target)\n    key \"\(edge.id)\"\n")
      writeValues(edge.values, edgeKeys, to: &buffer)
      buffer.append("  ]\n")
      try buffer.drain(into: &sink)
    }
    buffer.append("]\n")
    try buffer.flush(into: &sink)
  }

  /// Four blanks, the key and a blank for each column, nothing for the text `name`.
  private static func keys(
    _ schema: AttributeSchema, _ reserved: Set<String>, without name: String? = nil
  ) -> [[UInt8]?] {
    // Letters, digits and _, which the format does not have but all its readers do.
    let names = ColumnNames(schema, reserved: reserved) { name in
      String(
        decoding: name.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 },
        as: UTF8.self)
    }
    return zip(schema.attributes, names.names).map { attribute, key in
      attribute.name == name && attribute.type == .string ? nil : Array("    \(key) ".utf8)
    }
  }

  private func writeValues(_ values: Row, _ keys: [[UInt8]?], to buffer: inout OutputBuffer) {
    for (column, value) in values.enumerated() {
      guard let value, let key = keys[column] else { continue }
      buffer.append(key)
      switch value {
      case .string(let text): buffer.appendGML(text)
      case .list(let items): buffer.appendGML(JSONText.array(items))
      case .int(let number):
        buffer.appendDecimal(number)
        // The format's integers have 32 bits.
        if Int32(exactly: number) == nil { buffer.append(".0") }
      case .double(let number): buffer.appendGML(number)
      }
      buffer.append(UInt8(ascii: "\n"))
    }
  }
}

extension OutputBuffer {
  /// Appends a text as a string of GML: ASCII, all else as a character reference.
  fileprivate mutating func appendGML(_ text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("&quot;")
      case "&": append("&amp;")
      case " "..."~": append(UInt8(truncatingIfNeeded: scalar.value))
      default:
        append("&#")
        appendDecimal(Int(scalar.value))
        append(UInt8(ascii: ";"))
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a number with the point that the format wants before an exponent.
  fileprivate mutating func appendGML(_ number: Double) {
    let text = number.description
    if let exponent = text.firstIndex(of: "e"), !text.contains(".") {
      append("\(text[..<exponent]).0\(text[exponent...])")
    } else {
      appendDecimal(number)
    }
  }
}
