import HearsayCore
import HearsayGraph

/// The edges of a graph in the making: ids from content, written in an order that depends on nothing else.
struct EdgeList {
  private struct Entry {
    let id: String
    let kind: String
    let from: String
    let to: String
    let values: [String: AttributeValue?]
  }

  private var evidenceWriter: EvidenceWriter
  private var entries: [Entry] = []

  init(_ evidenceWriter: EvidenceWriter) { self.evidenceWriter = evidenceWriter }

  /// Adds an edge of `kind`, resting on `evidence`.
  ///
  /// - Parameters:
  ///   - label: What a tool shows; the kind unless given.
  ///   - weight: More than 0.
  ///   - values: Further attributes by name.
  ///   - identity: What else parts it from edges of its kind with the same ends and evidence.
  mutating func add(
    _ kind: String, from: String, to: String, label: String? = nil, weight: Double = 1, evidence: Evidence,
    _ values: [String: AttributeValue?] = [:], identity: [String] = []
  ) {
    var all = evidenceWriter.attributes(of: evidence)
    all.merge(values) { _, given in given }
    all["kind"] = .string(kind)
    all["label"] = .string(label ?? kind)
    all["weight"] = .double(weight)
    entries.append(Entry(id: Self.id(kind, from, to, all, identity), kind: kind, from: from, to: to, values: all))
  }

  /// Adds all edges to `graph`, ordered by kind, ends and id; one that is there twice goes in once.
  func write(to graph: inout Graph) {
    let ordered = entries.sorted { ($0.kind, $0.from, $0.to, $0.id) < ($1.kind, $1.from, $1.to, $1.id) }
    var previous: String?
    for entry in ordered {
      guard entry.id != previous, let source = graph.index(ofNode: entry.from),
        let target = graph.index(ofNode: entry.to)
      else { continue }
      previous = entry.id
      graph.addEdge(entry.id, from: source, to: target, entry.values)
    }
  }

  /// The kind, a full stop and 16 hexadecimal digits of a digest of what makes the edge the one it is.
  private static func id(
    _ kind: String, _ from: String, _ to: String, _ values: [String: AttributeValue?], _ identity: [String]
  ) -> String {
    let parts =
      [kind, from, to]
      + ["statement", "document", "start", "end", "rule", "role", "former", "relation"].map { name in
        switch values[name] ?? nil {
        case .string(let text): text
        case .int(let number): "\(number)"
        default: ""
        }
      } + identity
    return kind + "." + SHA256(parts.joined(separator: "\u{1F}")).hex.prefix(16)
  }
}
