import HearsayGraph

/// A label for each node that no other node has, for formats whose readers know nodes by their labels.
struct UniqueLabels {
  private let column: Int?
  private let spelling: (String) -> String
  private let all: Set<String>
  private let repeated: Set<String>

  /// The labels of `graph`, as the format spells them.
  init(_ graph: Graph, spelling: @escaping (String) -> String = { $0 }) {
    column = graph.nodeSchema.type(of: "label") == .string ? graph.nodeSchema.column(of: "label") : nil
    self.spelling = spelling
    var (all, repeated): (Set<String>, Set<String>) = ([], [])
    for node in graph.nodes {
      let label = Self.label(of: node, column, spelling)
      if !all.insert(label).inserted { repeated.insert(label) }
    }
    self.all = all
    self.repeated = repeated
  }

  /// The node's label, its id where it has none, with the id in brackets after it where another node has the same.
  func label(of node: Node) -> String {
    var label = Self.label(of: node, column, spelling)
    guard repeated.contains(label) else { return label }
    repeat { label += " [\(node.id)]" } while all.contains(label)
    return label
  }

  private static func label(of node: Node, _ column: Int?, _ spelling: (String) -> String) -> String {
    if let column, case .string(let text) = node.values[column] { return spelling(text) }
    return node.id
  }
}
