import Foundation
import HearsayExporters
public import HearsayGraph

/// Reads the portable DOT that `hearsay export` writes: one statement a line, every id and value quoted.
public enum PortableDOT {
  /// The graph that `text` holds, or nil where it is other DOT, which Graphviz alone understands.
  ///
  /// What the file lost stays lost: see `hearsay formats`. Attributes that the vocabulary does not have are left out.
  public static func graph(of text: String) -> Graph? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.first == "digraph \"G\" {", lines.last == "}" else { return nil }
    lines = Array(lines.dropFirst().dropLast())
    let rules = Vocabulary.rules
    var graph = Graph(nodeSchema: rules.nodeSchema, edgeSchema: rules.edgeSchema)
    for line in lines {
      var reader = LineReader(line.utf8)
      guard reader.take("  "), let first = reader.string() else { return nil }
      if reader.take(" [") {
        guard Identifier.isValid(first), graph.index(ofNode: first) == nil, let found = reader.attributes()
        else { return nil }
        graph.addNode(first, values(found, graph.nodeSchema))
      } else {
        guard reader.take(" -> "), let second = reader.string(), reader.take(" ["), let found = reader.attributes(),
          let source = graph.index(ofNode: first), let target = graph.index(ofNode: second)
        else { return nil }
        // The edge's own id may be missing or there twice in a file that someone has changed.
        graph.addEdge("line.\(graph.edges.count)", from: source, to: target, values(found, graph.edgeSchema))
      }
    }
    return graph
  }

  private static func values(_ found: [String: String], _ schema: AttributeSchema) -> [String: AttributeValue?] {
    var values: [String: AttributeValue?] = [:]
    for (name, type) in schema.attributes {
      guard let text = found[name] ?? found["attr_" + name] else { continue }
      values[name] =
        switch type {
        case .string: .string(text)
        case .int: Int(text).map { .int($0) }
        case .double: Double(text).flatMap { $0.isFinite ? .double($0) : nil }
        case .list: (try? JSONDecoder().decode([String].self, from: Data(text.utf8))).map { .list($0) }
        }
    }
    return values
  }

  /// One line, from left to right.
  private struct LineReader {
    private var rest: Substring.UTF8View.SubSequence

    init(_ line: Substring.UTF8View) { rest = line }

    /// Passes over `text`, if it comes next.
    mutating func take(_ text: StaticString) -> Bool {
      let wanted = Array("\(text)".utf8)
      guard rest.starts(with: wanted) else { return false }
      rest = rest.dropFirst(wanted.count)
      return true
    }

    /// The quoted string that comes next.
    mutating func string() -> String? {
      guard take("\"") else { return nil }
      var bytes: [UInt8] = []
      var isEscaped = false
      for (count, byte) in rest.enumerated() {
        if isEscaped {
          bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          rest = rest.dropFirst(count + 1)
          return String(decoding: bytes, as: UTF8.self).replacing(/&amp;(?=[#A-Za-z0-9]+;)/, with: "&")
        } else {
          bytes.append(byte)
        }
      }
      return nil
    }

    /// `"name"="value", …];`, to the end of the line.
    mutating func attributes() -> [String: String]? {
      var found: [String: String] = [:]
      while !take("];") {
        guard let name = string(), take("="), let value = string() else { return nil }
        found[name] = value
        _ = take(", ")
      }
      return rest.isEmpty ? found : nil
    }
  }
}
