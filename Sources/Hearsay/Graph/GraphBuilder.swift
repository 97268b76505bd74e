public import HearsayGraph
import HearsayCore
import HearsayIdentity

/// Makes a graph of a run's documents. The graph is derived, never stored: same documents, same graph.
public struct GraphBuilder: Sendable {
  private let options: GraphOptions

  /// A builder.
  public init(_ options: GraphOptions = GraphOptions()) { self.options = options }

  /// The graph of `corpus`: nodes by kind and id, edges by kind, ends and id.
  public func graph(of corpus: Corpus) -> Graph {
    var graph = Graph(nodeSchema: Vocabulary.nodeSchema, edgeSchema: Vocabulary.edgeSchema)
    let documents = corpus.documents
    let statements = StatementIndex(documents, leastConfidence: options.leastConfidence)
    var edges = EdgeList(EvidenceWriter(documents))
    addActors(of: documents, to: &graph)
    addRelations(of: documents, to: &edges)
    switch options.view {
    case .actors:
      addStatementEdges(statements, to: &edges)
      addMentionPairs(of: documents, to: &edges)
    case .evidence:
      addDocuments(documents, to: &graph)
      addStatements(statements, of: documents, to: &graph, &edges)
      addMentions(of: documents, to: &edges)
    }
    edges.write(to: &graph)
    return graph
  }

  private func addActors(of documents: [Document], to graph: inout Graph) {
    let countries = CountryTable.standard
    let index = ActorIndex(documents, leastConfidence: options.leastConfidence)
    let hasPlaces = options.includesPlaces || options.view == .evidence
    let order = Dictionary(uniqueKeysWithValues: Entity.Kind.allCases.enumerated().map { ($1, $0) })
    let actors = index.actors.values.filter { hasPlaces || $0.entity.kind != .place }
      .sorted { (order[$0.entity.kind]!, $0.entity.id) < (order[$1.entity.kind]!, $1.entity.id) }
    for actor in actors { graph.addNode(actor.entity.id, ActorIndex.values(of: actor, countries: countries)) }
  }

  private func addRelations(of documents: [Document], to edges: inout EdgeList) {
    for (index, document) in documents.enumerated() {
      for relation in document.relations where relation.from != relation.to {
        let evidence: Evidence =
          switch relation.evidence {
          case .text(let range): .text(document: index, range: range)
          case .rule(let rule): .rule(rule)
          }
        var values: [String: AttributeValue?] = [:]
        if relation.kind == .role {
          values["role"] = relation.role.map { .string($0) }
          values["former"] = .string(relation.isFormer ? "true" : "false")
        }
        edges.add(relation.kind.rawValue, from: relation.from, to: relation.to, evidence: evidence, values)
      }
    }
  }

  // MARK: - The actors view

  private func addStatementEdges(_ statements: StatementIndex, to edges: inout EdgeList) {
    for (id, reports) in statements.reports {
      let first = statements.statement(reports[0])
      guard let speaker = first.speaker else { continue }
      var values = statements.values(of: reports)
      values["statement"] = .string(id)
      for target in Self.targets(of: reports, in: statements) where target.entity != speaker {
        edges.add(
          "statement", from: speaker, to: target.entity, label: first.act.rawValue,
          evidence: .text(document: target.document, range: target.range), values)
      }
    }
  }

  private func addMentionPairs(of documents: [Document], to edges: inout EdgeList) {
    var pairs: [Pair: Cooccurrence] = [:]
    // The first is the one in the document that sorts first: corpus order does not depend on the run.
    for (index, document) in documents.enumerated() {
      for pair in SentencePairs.pairs(in: document) {
        let key = Pair(from: pair.from, to: pair.to)
        if pairs[key] == nil { pairs[key] = Cooccurrence(document: index, range: pair.range, count: 0) }
        pairs[key]!.count += 1
      }
    }
    for (pair, found) in pairs {
      edges.add(
        "mention", from: pair.from, to: pair.to, weight: Double(found.count),
        evidence: .text(document: found.document, range: found.range), ["count": .int(found.count)])
    }
  }

  private struct Pair: Hashable {
    let from: String
    let to: String
  }

  private struct Cooccurrence {
    let document: Int
    let range: TextRange
    var count: Int
  }

  // MARK: - The evidence view

  private func addDocuments(_ documents: [Document], to graph: inout Graph) {
    for document in documents.sorted(by: { $0.id < $1.id }) {
      let metadata = document.metadata
      graph.addNode(
        document.id,
        [
          "label": .string(metadata.title ?? document.source), "kind": .string("document"),
          "title": metadata.title.map { .string($0) }, "outlet": metadata.outlet.map { .string($0) },
          "published": metadata.published.map { .string($0.description) }, "source": .string(document.source),
          "sources": document.sources.count > 1 ? .list(document.sources) : nil,
          "url": metadata.url.map { .string($0) }, "sha256": .string(document.sha256),
          "words": .int(WordCount.words(in: document)), "language": metadata.language.map { .string($0) },
        ])
    }
  }

  private func addStatements(
    _ statements: StatementIndex, of documents: [Document], to graph: inout Graph, _ edges: inout EdgeList
  ) {
    for (id, reports) in statements.reports {
      let first = reports[0]
      let statement = statements.statement(first)
      var values = statements.values(of: reports)
      if case .string(let text)? = values["text"] ?? nil { values["label"] = .string(Self.shortened(text)) }
      values["kind"] = .string("statement")
      graph.addNode(id, values)
      let cue = statement.cue.first ?? statement.source.first ?? statement.content[0]
      if let speaker = statement.speaker {
        edges.add(
          "said", from: speaker, to: id, label: statement.act.rawValue,
          evidence: .text(document: first.document, range: cue),
          [
            "act": .string(statement.act.rawValue), "cue": values["cue"] ?? nil, "date": values["date"] ?? nil,
            "date_resolution": values["date_resolution"] ?? nil,
          ])
      }
      for target in Self.targets(of: reports, in: statements) {
        edges.add("about", from: id, to: target.entity, evidence: .text(document: target.document, range: target.range))
      }
      for target in Self.addressees(of: reports, in: statements) {
        edges.add(
          "addressed", from: id, to: target.entity, evidence: .text(document: target.document, range: target.range))
      }
      for report in reports {
        let content = statements.statement(report).content
        let range = content.dropFirst().reduce(content[0]) { $0.union($1) }
        edges.add(
          "reported", from: id, to: documents[report.document].id,
          evidence: .text(document: report.document, range: range),
          ["text": .string(String(documents[report.document][range]))])
      }
    }
  }

  private func addMentions(of documents: [Document], to edges: inout EdgeList) {
    for (index, document) in documents.enumerated() {
      var counts: [String: Int] = [:]
      var firsts: [Mention] = []
      for mention in document.mentions {
        if counts[mention.entity] == nil { firsts.append(mention) }
        counts[mention.entity, default: 0] += 1
      }
      for mention in firsts {
        let count = counts[mention.entity]!
        edges.add(
          "mentions", from: document.id, to: mention.entity, weight: Double(count),
          evidence: .text(document: index, range: mention.range), ["count": .int(count)])
      }
    }
  }

  // MARK: - What reports tell together

  private struct PlacedTarget {
    let entity: String
    let document: Int
    let range: TextRange
  }

  /// Whom a statement is about, by any of its reports, each once with the first report that says so.
  private static func targets(of reports: [StatementIndex.Report], in statements: StatementIndex) -> [PlacedTarget] {
    placed(reports) { statements.statement($0).about }
  }

  /// Whom a statement was said to, likewise.
  private static func addressees(of reports: [StatementIndex.Report], in statements: StatementIndex) -> [PlacedTarget] {
    placed(reports) { statements.statement($0).addressees }
  }

  private static func placed(
    _ reports: [StatementIndex.Report], _ targets: (StatementIndex.Report) -> [Statement.Target]
  ) -> [PlacedTarget] {
    var seen: Set<String> = []
    var result: [PlacedTarget] = []
    for report in reports {
      for target in targets(report) where seen.insert(target.entity).inserted {
        result.append(PlacedTarget(entity: target.entity, document: report.document, range: target.range))
      }
    }
    return result
  }

  /// The first words of a statement, as its node's label.
  private static func shortened(_ text: String) -> String {
    let limit = 60
    guard text.count > limit else { return text }
    let cut = text.prefix(limit)
    return cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "…"
  }
}
