import HearsayGraph

/// One line of a picture: all edges of one sort from one actor to another.
struct PictureLine: Hashable {
  /// What a line stands for.
  enum Sort: Hashable {
    /// Statements by the one about the other.
    case statements
    /// Speaking the same or the opposite way about others.
    case stances
    /// Offices and memberships.
    case tie
    /// Being named in the same sentences.
    case mentions
  }

  /// The actor it leaves, as an index into the graph's nodes.
  let source: Int
  /// The actor it enters.
  let target: Int
  /// What it stands for.
  let sort: Sort
  /// Its edges, as indices into the graph's edges, in order.
  var edges: [Int]
  /// How much there is of it: edges, or sentences for mentions.
  var count: Int

  /// The edges of `graph` merged into lines, in order of their first edges.
  static func lines(of graph: Graph) -> [PictureLine] {
    struct Ends: Hashable {
      let source: Int
      let target: Int
      let sort: Sort
    }
    var lines: [PictureLine] = []
    var indexOfLine: [Ends: Int] = [:]
    for (index, edge) in graph.edges.enumerated() {
      guard let kind = graph.text("kind", of: edge) else { continue }
      let sort: Sort =
        switch kind {
        case "statement", "speaks": .statements
        case "agreement", "conflict": .stances
        case "mention": .mentions
        default: .tie
        }
      let count =
        switch sort {
        case .mentions: graph.number("count", of: edge) ?? 1
        case .statements: graph.number("statements", of: edge) ?? 1
        case .stances: graph.weight(of: edge)
        case .tie: 1
        }
      let ends = Ends(source: edge.source, target: edge.target, sort: sort)
      if let known = indexOfLine[ends] {
        lines[known].edges.append(index)
        lines[known].count += count
      } else {
        indexOfLine[ends] = lines.count
        lines.append(
          PictureLine(source: edge.source, target: edge.target, sort: sort, edges: [index], count: count))
      }
    }
    return lines
  }
}

extension Graph {
  /// A text attribute of a node.
  func text(_ name: String, of node: Node) -> String? {
    if case .string(let text) = value(name, of: node) { text } else { nil }
  }

  /// A text attribute of an edge.
  func text(_ name: String, of edge: Edge) -> String? {
    if case .string(let text) = value(name, of: edge) { text } else { nil }
  }

  /// A whole-number attribute of a node.
  func number(_ name: String, of node: Node) -> Int? {
    if case .int(let number) = value(name, of: node) { number } else { nil }
  }

  /// A whole-number attribute of an edge.
  func number(_ name: String, of edge: Edge) -> Int? {
    if case .int(let number) = value(name, of: edge) { number } else { nil }
  }

  /// The weight of an edge as a whole number, at least 1.
  func weight(of edge: Edge) -> Int {
    if case .double(let weight) = value("weight", of: edge) { max(1, Int(min(weight.rounded(), 1e15))) } else { 1 }
  }

  /// A list attribute of an edge, empty where it has none.
  func list(_ name: String, of edge: Edge) -> [String] {
    if case .list(let items) = value(name, of: edge) { items } else { [] }
  }

  /// A list attribute of a node, empty where it has none.
  func list(_ name: String, of node: Node) -> [String] {
    if case .list(let items) = value(name, of: node) { items } else { [] }
  }
}
