import HearsayGraph

/// What of a graph goes into its picture: as much as a page holds, the weightiest first.
struct PictureContent {
  /// The actors drawn, as indices into the graph's nodes, in its order.
  let actors: [Int]
  /// The lines drawn, in the graph's order.
  let lines: [PictureLine]
  /// How many actors are not drawn.
  let actorsLeftOut: Int

  /// What of `graph` is drawn within `limits`.
  init(_ graph: Graph, _ limits: Picture.Limits) {
    let all = PictureLine.lines(of: graph)
    let weights = graph.nodes.map { Self.weight(of: $0, in: graph) }
    var page = Page(capacity: limits.mostActors, nodeCount: graph.nodes.count)
    var drawn: Set<PictureLine> = []

    // Statements first: they are what the picture is about.
    func byWeight(_ sort: PictureLine.Sort) -> [PictureLine] {
      all.enumerated().filter { $0.element.sort == sort }.sorted { left, right in
        let (leftLine, rightLine) = (left.element, right.element)
        if leftLine.count != rightLine.count { return leftLine.count > rightLine.count }
        let leftWeight = weights[leftLine.source] + weights[leftLine.target]
        let rightWeight = weights[rightLine.source] + weights[rightLine.target]
        return leftWeight != rightWeight ? leftWeight > rightWeight : left.offset < right.offset
      }.map(\.element)
    }
    for line in byWeight(.statements) where drawn.count < limits.mostLines && page.add(line.source, line.target) {
      drawn.insert(line)
    }
    for line in byWeight(.stances) where drawn.count < limits.mostLines && page.add(line.source, line.target) {
      drawn.insert(line)
    }
    for line in byWeight(.tie) where page.add(line.source, line.target) { drawn.insert(line) }
    // Where there is nothing else, the strongest mentions are what the picture is about.
    if drawn.isEmpty {
      for line in byWeight(.mentions).prefix(limits.mostLines) where page.add(line.source, line.target) {
        drawn.insert(line)
      }
    }
    // A line of mentions is drawn only where it ties to the rest what nothing else does: all of them would be a grey web.
    for line in byWeight(.mentions) where !page.areTied(line.source, line.target) {
      if page.add(line.source, line.target) { drawn.insert(line) }
    }
    let rest = graph.nodes.indices.filter { !page.holds($0) }
      .sorted { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    for actor in rest.prefix(max(0, limits.fewActors - page.count)) { page.add(actor) }

    actors = graph.nodes.indices.filter(page.holds)
    lines = all.filter(drawn.contains)
    actorsLeftOut = graph.nodes.count - actors.count
  }

  /// "Who said what about whom: 25 actors, 27 statements in 5 articles (not drawn: +2 more actors)".
  func heading(_ title: String, of graph: Graph) -> String {
    var parts = [PictureWords.counted(actors.count, "actor")]
    let drawn = Self.statements(of: lines.lazy.flatMap(\.edges).map { graph.edges[$0] }, in: graph)
    if graph.edges.contains(where: { !graph.list("evidence", of: $0).isEmpty }) {
      parts.append(PictureWords.counted(drawn.count, "statement"))
    } else if graph.edges.contains(where: { graph.number("documents", of: $0) != nil }) {
      parts.append(PictureWords.counted(lines.count, "line"))
    } else {
      let articles = Set(graph.edges.compactMap { graph.text("document", of: $0) }).count
      parts.append("\(PictureWords.counted(drawn.count, "statement")) in \(PictureWords.counted(articles, "article"))")
    }
    let rest = leftOut(of: graph).map { " (not drawn: \($0))" } ?? ""
    return "\(title): \(parts.joined(separator: ", "))\(rest)"
  }

  /// "+18 more actors, +5 more statements"; nil where everything is drawn but joint mentions.
  func leftOut(of graph: Graph) -> String? {
    // One statement about two actors is two edges.
    let all = Self.statements(of: graph.edges, in: graph)
    let drawn = Self.statements(of: lines.lazy.flatMap(\.edges).map { graph.edges[$0] }, in: graph)
    var parts: [String] = []
    if actorsLeftOut > 0 { parts.append("+\(PictureWords.counted(actorsLeftOut, "more actor"))") }
    if all.count > drawn.count { parts.append("+\(PictureWords.counted(all.count - drawn.count, "more statement"))") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The ids of the statements that edges stand for.
  private static func statements(of edges: some Sequence<Edge>, in graph: Graph) -> Set<String> {
    var ids: Set<String> = []
    for edge in edges {
      if let id = graph.text("statement", of: edge) { ids.insert(id) }
      ids.formUnion(graph.list("evidence", of: edge))
    }
    return ids
  }

  /// How much there is of a node: the statements that it made and the times that it is mentioned.
  static func weight(of node: Node, in graph: Graph) -> Int {
    (graph.number("statements", of: node) ?? 0) + (graph.number("mentions", of: node) ?? 0)
  }
}

/// The actors that a picture has room for, and which of them lines tie together.
private struct Page {
  private let capacity: Int
  /// For each actor another of its group, itself for one of each group; nil for those not on the page.
  private var parents: [Int?]
  private(set) var count = 0

  init(capacity: Int, nodeCount: Int) {
    self.capacity = capacity
    parents = Array(repeating: nil, count: nodeCount)
  }

  func holds(_ actor: Int) -> Bool { parents[actor] != nil }

  mutating func add(_ actor: Int) {
    guard parents[actor] == nil else { return }
    parents[actor] = actor
    count += 1
  }

  /// Puts both ends of a line on the page and ties them; false where there is no room.
  mutating func add(_ source: Int, _ target: Int) -> Bool {
    let needed = Set([source, target]).count { !holds($0) }
    guard count + needed <= capacity else { return false }
    add(source)
    add(target)
    parents[root(of: source)] = root(of: target)
    return true
  }

  mutating func areTied(_ source: Int, _ target: Int) -> Bool {
    holds(source) && holds(target) && root(of: source) == root(of: target)
  }

  /// The one of its group that stands for all.
  private mutating func root(of actor: Int) -> Int {
    var actor = actor
    while let parent = parents[actor], parent != actor {
      parents[actor] = parents[parent]
      actor = parent
    }
    return actor
  }
}
