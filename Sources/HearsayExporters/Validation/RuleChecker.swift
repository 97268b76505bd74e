import HearsayGraph

/// Checks nodes and edges by the rules of a vocabulary, as a file brings them.
struct RuleChecker {
  /// A node or edge as a file spells it.
  struct Element {
    let id: String
    let line: Int
    var values: [String: String] = [:]
  }

  private let rules: GraphRules
  private let nodeRules: [String: (rule: GraphRules.NodeKind, id: SchemaPattern, names: Set<String>)]
  private let edgeRules: [String: (rule: GraphRules.EdgeKind, names: Set<String>)]
  private let patterns: [String: SchemaPattern]
  private let faults: FaultList
  /// The kind of each node, by id.
  private var kinds: [String: String] = [:]
  private var edgeIDs: Set<String> = []

  init(_ rules: GraphRules, faults: FaultList) {
    self.rules = rules
    self.faults = faults
    let common = ["label", "kind"]
    nodeRules = Dictionary(
      uniqueKeysWithValues: rules.nodes.map {
        ($0.kind, ($0, SchemaPattern($0.id), Set(common + $0.requires + $0.allows)))
      })
    let backing = rules.evidence.flatMap(\.self)
    edgeRules = Dictionary(
      uniqueKeysWithValues: rules.edges.map {
        ($0.kind, ($0, Set(common + ["weight"] + backing + $0.requires + $0.allows)))
      })
    patterns = rules.values.compactMapValues {
      if case .pattern(let text) = $0 { SchemaPattern(text) } else { nil }
    }
  }

  /// Checks a node.
  mutating func check(node: Element) {
    let name = "node \(node.id)"
    if kinds.updateValue(node.values["kind"] ?? "", forKey: node.id) != nil {
      faults.add("\(name) comes twice", line: node.line)
    }
    checkValues(of: node, name, rules.nodeSchema)
    require(["label", "kind"], of: node, name)
    guard let kind = node.values["kind"] else { return }
    guard let (rule, pattern, names) = nodeRules[kind] else {
      return faults.add("\(name): no kind of node is called \(kind)", line: node.line)
    }
    if !pattern.matches(node.id) { faults.add("\(name): not the id of a \(kind)", line: node.line) }
    require(rule.requires, of: node, name)
    checkNames(of: node, name, kind, names)
  }

  /// Checks an edge between the nodes `source` and `target`, which come before all edges.
  mutating func check(edge: Element, from source: String, to target: String) {
    let name = "edge \(edge.id)"
    if !edgeIDs.insert(edge.id).inserted { faults.add("\(name) comes twice", line: edge.line) }
    checkValues(of: edge, name, rules.edgeSchema)
    require(["label", "kind", "weight"], of: edge, name)
    let ends = [source, target].map { id in
      let kind = kinds[id]
      if kind == nil { faults.add("\(name): there is no node \(id)", line: edge.line) }
      return kind
    }
    if !rules.evidence.contains(where: { $0.allSatisfy { edge.values[$0] != nil } }) {
      let ways = rules.evidence.map { $0.joined(separator: ", ") }.joined(separator: "; or ")
      faults.add("\(name) has no evidence: it needs \(ways)", line: edge.line)
    }
    guard let kind = edge.values["kind"] else { return }
    guard let (rule, names) = edgeRules[kind] else {
      return faults.add("\(name): no kind of edge is called \(kind)", line: edge.line)
    }
    if let from = ends[0], !rule.from.contains(from) {
      faults.add("\(name): \(kind) does not leave a node of kind \(from)", line: edge.line)
    }
    if let to = ends[1], !rule.to.contains(to) {
      faults.add("\(name): \(kind) does not enter a node of kind \(to)", line: edge.line)
    }
    require(rule.requires, of: edge, name)
    checkNames(of: edge, name, kind, names)
    for (end, id) in [(GraphRules.EdgeKind.End.source, source), (.target, target)] {
      if let attribute = rule.names[end], let value = edge.values[attribute], value != id {
        faults.add("\(name): \(attribute) is \(ValueText.shortened(value)), not its \(end) \(id)", line: edge.line)
      }
    }
    if let counts = rule.counts, let count = edge.values[counts].flatMap(Double.init),
      let weight = edge.values["weight"].flatMap(Double.init), count != weight
    {
      faults.add("\(name): its weight is not its \(counts)", line: edge.line)
    }
  }

  private func require(_ attributes: [String], of element: Element, _ name: String) {
    for attribute in attributes where element.values[attribute] == nil {
      faults.add("\(name) has no \(attribute)", line: element.line)
    }
  }

  private func checkNames(of element: Element, _ name: String, _ kind: String, _ names: Set<String>) {
    for attribute in element.values.keys.sorted() where !names.contains(attribute) {
      faults.add("\(name): of kind \(kind), which may not have \(attribute)", line: element.line)
    }
  }

  private func checkValues(of element: Element, _ name: String, _ schema: AttributeSchema) {
    for (attribute, value) in element.values.sorted(by: { $0.key < $1.key }) {
      guard let type = schema.type(of: attribute) else { continue }
      if let problem = ValueText(value, type).problem ?? problem(of: value, attribute) {
        faults.add("\(name): \(attribute) \(problem)", line: element.line)
      }
    }
    for pair in rules.ascending {
      let numbers = pair.compactMap { element.values[$0].flatMap(Int.init) }
      if numbers.count == 2, numbers[0] >= numbers[1] {
        faults.add("\(name): \(pair[0]) is not before \(pair[1])", line: element.line)
      }
    }
  }

  private func problem(of value: String, _ attribute: String) -> String? {
    switch rules.values[attribute] {
    case .none: nil
    case .pattern:
      patterns[attribute]?.matches(value) == false ? "cannot be \"\(ValueText.shortened(value))\"" : nil
    case .positive: (Double(value) ?? 1) > 0 ? nil : "is not above 0"
    case .range(let range):
      range.contains(Double(value) ?? range.lowerBound)
        ? nil : "is not between \(range.lowerBound) and \(range.upperBound)"
    }
  }
}
