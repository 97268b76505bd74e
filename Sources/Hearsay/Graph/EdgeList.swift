import HearsayCore
import HearsayGraph

/// The edges of a graph in the making: ids from content, written in an order that depends on nothing else.
///
/// Until they are written they hold where their evidence stands, not its words, and their attributes as bytes: an archive has
/// millions.
struct EdgeList {
  private struct Entry {
    let kind: String
    let from: String
    let to: String
    /// The document that the evidence stands in, as an index; -1 where a rule says so.
    let document: Int32
    let range: TextRange
    let identity: [String]
    /// What the evidence says, and the digest that ends the id: both filled in by `write`.
    var quoted: QuotedEvidence?
    var digest: UInt64 = 0
  }

  private let documents: [Document]
  private let schema: AttributeSchema
  private var entries: [Entry] = []
  /// The attributes of each entry, without those of evidence that stands in a text.
  private var rows = RowStore()
  /// The columns of what parts edges with the same ends and evidence.
  private let identifying: [Int?]

  /// No edges yet, with attributes of `schema`.
  init(_ documents: [Document], schema: AttributeSchema) {
    self.documents = documents
    self.schema = schema
    identifying = ["statement", "document", "start", "end", "rule", "role", "former", "relation"].map(schema.column)
  }

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
    var values = values
    values["kind"] = .string(kind)
    values["label"] = .string(label ?? kind)
    values["weight"] = .double(weight)
    var place = (document: Int32(-1), range: TextRange(0, 0))
    switch evidence {
    case .text(let document, let range): place = (Int32(document), range)
    case .rule(let rule): values["rule"] = .string(rule)
    }
    rows.append(schema.row(values, of: "\(kind) of \(from) and \(to)"))
    entries.append(
      Entry(kind: kind, from: from, to: to, document: place.document, range: place.range, identity: identity))
  }

  /// Adds all edges to `graph`, ordered by kind, ends and id; one that is there twice goes in once.
  ///
  /// Give the list away: whoever keeps it has it copied.
  consuming func write(to graph: inout Graph) {
    quoteEvidence()
    let order = entries.indices.sorted { one, other in
      let (left, right) = (entries[one], entries[other])
      return (left.kind, left.from, left.to, left.digest) < (right.kind, right.from, right.to, right.digest)
    }
    var last: Int?
    for index in order {
      let entry = entries[index]
      defer { last = index }
      if let last, entries[last].digest == entry.digest, entries[last].kind == entry.kind { continue }
      guard let source = graph.index(ofNode: entry.from), let target = graph.index(ofNode: entry.to) else { continue }
      graph.addEdge("\(entry.kind).\(Self.hexadecimal(entry.digest))", from: source, to: target, row: row(index))
    }
  }

  /// Fills in what the evidence of each edge says, document after document, so that each text is read once.
  private mutating func quoteEvidence() {
    let byDocument = entries.indices.sorted { (entries[$0].document, $0) < (entries[$1].document, $1) }
    var quoter: EvidenceQuoter?
    for index in byDocument {
      let document = Int(entries[index].document)
      if document >= 0 {
        if quoter?.index != document { quoter = EvidenceQuoter(documents[document], index: document) }
        entries[index].quoted = quoter!.quoted(entries[index].range)
      }
      entries[index].digest = digest(of: entries[index], row(index))
    }
  }

  /// A value, or none, for each attribute of the edge at `index`.
  private func row(_ index: Int) -> [AttributeValue?] {
    var row = Array(rows.row(index, columns: schema.count))
    guard let quoted = entries[index].quoted else { return row }
    for (name, value) in quoted.attributes(documents[Int(entries[index].document)].id) {
      if let column = schema.column(of: name), row[column] == nil { row[column] = value }
    }
    return row
  }

  /// The first 64 bits of a digest of what makes the edge the one it is.
  private func digest(of entry: Entry, _ row: [AttributeValue?]) -> UInt64 {
    let parts =
      [entry.kind, entry.from, entry.to]
      + identifying.map { column in
        switch column.flatMap({ row[$0] }) {
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
