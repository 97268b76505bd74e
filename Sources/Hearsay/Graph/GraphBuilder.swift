public import HearsayGraph
import HearsayCore
import HearsayIdentity

/// Makes a graph of a run's documents. The graph is derived, never stored: same documents, same graph.
public struct GraphBuilder: Sendable {
  let options: GraphOptions

  /// A builder.
  public init(_ options: GraphOptions = GraphOptions()) { self.options = options }

  /// The graph of `corpus`: nodes by kind and id, edges by kind, ends and id.
  public func graph(of corpus: Corpus) -> Graph {
    var graph = Graph(
      nodeSchema: Vocabulary.nodeSchema(of: options.view), edgeSchema: Vocabulary.edgeSchema(of: options.view))
    let documents = corpus.documents
    let material = Material(documents, options)
    let statements = material.statements
    var edges = EdgeList(documents, schema: graph.edgeSchema)
    addActors(of: documents, material, to: &graph)
    switch options.view {
    case .actors:
      addRelations(of: documents, material, to: &edges)
      addStatementEdges(statements, to: &edges)
      addMentionPairs(of: documents, material, to: &edges)
    case .evidence:
      addRelations(of: documents, material, to: &edges)
      addDocuments(documents, material, to: &graph)
      addStatements(statements, of: documents, to: &graph, &edges)
      addMentions(of: documents, material, to: &edges)
    case .speakers: SpokenView(statements, documents, options.count).addSpeakers(to: &edges)
    case .twoMode: SpokenView(statements, documents, options.count).addActs(to: &graph, &edges)
    case .agreement, .conflict: StanceView(statements, options.count).addTies(options.view, to: &edges)
    case .coMention: addMentionPairs(of: documents, material, to: &edges)
    }
    (consume edges).write(to: &graph)
    // The first two views show who there is, the others who is tied; and those whom no statement of an act ties did not act.
    let showsAll = options.view == .actors || options.view == .evidence
    return showsAll && options.acts == nil ? graph : graph.withoutLoneNodes()
  }

  private func addActors(of documents: [Document], _ material: Material, to graph: inout Graph) {
    let countries = CountryTable.standard
    let index = ActorIndex(documents, material)
    let hasPlaces = options.includesPlaces || options.view == .evidence
    let order = Dictionary(uniqueKeysWithValues: Entity.Kind.allCases.enumerated().map { ($1, $0) })
    let actors = index.actors.values.filter { hasPlaces || $0.entity.kind != .place }
      .sorted { (order[$0.entity.kind]!, $0.entity.id) < (order[$1.entity.kind]!, $1.entity.id) }
    for actor in actors {
      var values = ActorIndex.values(of: actor, countries: countries)
      if options.view == .twoMode { values["bipartite"] = .int(0) }
      graph.addNode(actor.entity.id, values)
    }
  }

  private func addRelations(of documents: [Document], _ material: Material, to edges: inout EdgeList) {
    for (index, document) in documents.enumerated() where material.isKept[index] {
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
      guard options.includesDeeds else { continue }
      for deed in document.deeds {
        edges.add(
          "relation", from: deed.from, to: deed.to, label: deed.kind.rawValue,
          evidence: .text(document: index, range: deed.range), ["relation": .string(deed.kind.rawValue)])
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
      let weight =
        switch options.count {
        case .statements: 1
        case .reports, .documents: reports.count
        case .origins: statements.origins(of: reports)
        }
      for target in statements.targets(of: reports) where target.entity != speaker {
        edges.add(
          "statement", from: speaker, to: target.entity, label: first.act.rawValue, weight: Double(weight),
          evidence: .text(document: target.document, range: target.range), values)
      }
    }
  }

  private func addMentionPairs(of documents: [Document], _ material: Material, to edges: inout EdgeList) {
    var pairs: [Pair: Cooccurrence] = [:]
    // The sentences of a story that twenty outlets print are no twenty sentences, unless reports are what is counted.
    var copied = CopiedSentences(documents, isCounted: options.count == .reports || options.count == .documents)
    // The first is the one in the document that sorts first: corpus order does not depend on the run.
    for (index, document) in documents.enumerated() where material.isKept[index] {
      for pair in SentencePairs.pairs(in: document) where copied.isNew(pair, in: document) {
        let key = Pair(from: pair.from, to: pair.to)
        if pairs[key] == nil { pairs[key] = Cooccurrence(document: index, range: pair.range) }
        pairs[key]!.count += 1
        if pairs[key]!.lastDocument != index { pairs[key]!.documents += 1 }
        pairs[key]!.lastDocument = index
      }
    }
    let countsDocuments = options.view == .coMention && options.count == .documents
    for (pair, found) in pairs {
      var values: [String: AttributeValue?] = ["count": .int(found.count)]
      if options.view == .coMention { values["documents"] = .int(found.documents) }
      edges.add(
        "mention", from: pair.from, to: pair.to, weight: Double(countsDocuments ? found.documents : found.count),
        evidence: .text(document: found.document, range: found.range), values)
    }
  }

  private struct Pair: Hashable {
    let from: String
    let to: String
  }

  private struct Cooccurrence {
    let document: Int
    let range: TextRange
    /// Sentences.
    var count = 0
    var documents = 0
    var lastDocument = -1

    init(document: Int, range: TextRange) {
      self.document = document
      self.range = range
    }
  }

  // MARK: - The evidence view

  private func addDocuments(_ documents: [Document], _ material: Material, to graph: inout Graph) {
    let reporting = Set(material.statements.reports.flatMap { $0.reports.map(\.document) })
    let kept = documents.indices.filter { material.isKept[$0] || reporting.contains($0) }
    for document in kept.map({ documents[$0] }).sorted(by: { $0.id < $1.id }) {
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
          "copy_of": document.copyOf.map { .string($0) },
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
      for target in statements.targets(of: reports) {
        edges.add("about", from: id, to: target.entity, evidence: .text(document: target.document, range: target.range))
      }
      for target in statements.addressees(of: reports) {
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

  private func addMentions(of documents: [Document], _ material: Material, to edges: inout EdgeList) {
    for (index, document) in documents.enumerated() where material.isKept[index] {
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

  /// The first words of a statement, as its node's label.
  private static func shortened(_ text: String) -> String {
    let limit = 60
    guard text.count > limit else { return text }
    let cut = text.prefix(limit)
    return cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "…"
  }
}
