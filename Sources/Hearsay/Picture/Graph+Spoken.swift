public import HearsayGraph

extension Graph {
  /// An evidence view as pictures take it: actors alone, each statement an edge from who made it to whom it is about. Any other
  /// graph as it is.
  public var spoken: Graph {
    let kinds = nodes.map { text("kind", of: $0) }
    guard kinds.contains("statement") else { return self }
    let isActor = kinds.map { $0 != "statement" && $0 != "document" }
    var graph = keeping(nodes: { isActor[$0] })
    var speakers: [Int: Edge] = [:]
    for edge in edges where text("kind", of: edge) == "said" { speakers[edge.target] = edge }
    for edge in edges where text("kind", of: edge) == "about" {
      guard let said = speakers[edge.source], let source = graph.index(ofNode: nodes[said.source].id),
        let target = graph.index(ofNode: nodes[edge.target].id), source != target
      else { continue }
      var values: [String: AttributeValue?] = [:]
      for (name, value) in zip(edgeSchema.names, edge.values) { values[name] = value }
      for name in ["act", "polarity", "date", "text"] where edgeSchema.column(of: name) != nil {
        values[name] = value(name, of: nodes[edge.source])
      }
      values["kind"] = .string("statement")
      values["statement"] = .string(nodes[edge.source].id)
      graph.addEdge("spoken.\(graph.edges.count)", from: source, to: target, values)
    }
    return graph
  }

  /// The articles of an evidence view, by id.
  public var articles: [String: Picture.Article] {
    var articles: [String: Picture.Article] = [:]
    for node in nodes where text("kind", of: node) == "document" {
      let title = text("title", of: node) ?? text("source", of: node) ?? node.id
      articles[node.id] = Picture.Article(title: title, url: text("url", of: node))
    }
    return articles
  }
}
