import HearsayCore
import HearsayGraph

/// The edges of a graph in the making: ids from content, written in an order that depends on nothing else.
///
/// Until they are written they hold where their evidence stands, not its words: an archive has millions.
struct EdgeList {
  private struct Entry {
    let kind: String
    let from: String
    let to: String
    let label: String?
    let weight: Double
    let evidence: Evidence
    let values: [String: AttributeValue?]
    let identity: [String]
    /// What the evidence says, and the digest that ends the id: both filled in by `write`.
    var quoted: QuotedEvidence?
    var digest: UInt64 = 0
  }

  private let documents: [Document]
  private var entries: [Entry] = []

  init(_ documents: [Document]) { self.documents = documents }

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
    entries.append(
      Entry(
        kind: kind, from: from, to: to, label: label, weight: weight, evidence: evidence, values: values,
        identity: identity))
  }

  /// Adds all edges to `graph`, ordered by kind, ends and id; one that is there twice goes in once.
  consuming func write(to graph: inout Graph) {
    quoteEvidence()
    entries.sort { ($0.kind, $0.from, $0.to, $0.digest) < ($1.kind, $1.from, $1.to, $1.digest) }
    for (index, entry) in entries.enumerated() {
      if index > 0, entries[index - 1].digest == entry.digest, entries[index - 1].kind == entry.kind { continue }
      guard let source = graph.index(ofNode: entry.from), let target = graph.index(ofNode: entry.to) else { continue }
      graph.addEdge(
        "\(entry.kind).\(Self.hexadecimal(entry.digest))", from: source, to: target, attributes(of: entry))
    }
  }

  /// Fills in what the evidence of each edge says, document after document, so that each text is read once.
  private mutating func quoteEvidence() {
    let byDocument = entries.indices.sorted {
      let (left, right) = (entries[$0].evidence.document ?? -1, entries[$1].evidence.document ?? -1)
      return left == right ? $0 < $1 : left < right
    }
    var quoter: EvidenceQuoter?
    for index in byDocument {
      if case .text(let document, let range) = entries[index].evidence {
        if quoter?.index != document { quoter = EvidenceQuoter(documents[document], index: document) }
        entries[index].quoted = quoter!.quoted(range)
      }
      entries[index].digest = Self.digest(of: entries[index], attributes(of: entries[index]))
    }
  }

  private func attributes(of entry: Entry) -> [String: AttributeValue?] {
    var all = entry.values
    switch entry.evidence {
    case .rule(let rule): all.merge(["rule": .string(rule)]) { given, _ in given }
    case .text(let document, _):
      all.merge(entry.quoted?.attributes(documents[document].id) ?? [:]) { given, _ in given }
    }
    all["kind"] = .string(entry.kind)
    all["label"] = .string(entry.label ?? entry.kind)
    all["weight"] = .double(entry.weight)
    return all
  }

  /// The first 64 bits of a digest of what makes the edge the one it is.
  private static func digest(of entry: Entry, _ values: [String: AttributeValue?]) -> UInt64 {
    let parts =
      [entry.kind, entry.from, entry.to]
      + ["statement", "document", "start", "end", "rule", "role", "former", "relation"].map { name in
        switch values[name] ?? nil {
        case .string(let text): text
        case .int(let number): "\(number)"
        default: ""
        }
      } + entry.identity
    return UInt64(SHA256(parts.joined(separator: "\u{1F}")).hex.prefix(16), radix: 16)!
  }

  /// 16 digits.
  private static func hexadecimal(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
