import HearsayGraph

/// What is known of a file of GEXF while it is read.
struct GEXFFile {
  private let rules: GraphRules
  private let faults: FaultList
  private var checker: RuleChecker
  /// The name in the vocabulary of each declared attribute, by its id.
  private var titles: (nodes: [String: String], edges: [String: String]) = ([:], [:])
  private var declares: (isOfNodes: Bool, line: Int)?
  private var element: RuleChecker.Element?
  private var ends: (source: String, target: String)?
  /// How many nodes or edges the file says that there are, how many there were, and where it says so.
  private var expected: (count: String, line: Int)?
  private var count = 0

  init(_ rules: GraphRules, faults: FaultList) {
    self.rules = rules
    self.faults = faults
    checker = RuleChecker(rules, faults: faults)
  }

  mutating func read(_ reader: XMLEventReader) {
    while !faults.isFull, let event = reader.next() {
      switch event {
      case .start(let name, let isEmpty):
        begin(name, reader)
        if isEmpty { end(name) }
      case .end(let name): end(name)
      case .text: break
      case .unwanted(let what):
        faults.add("\(what) has no place in a file of Hearsay", line: reader.line)
      }
    }
  }

  private mutating func begin(_ name: String, _ reader: XMLEventReader) {
    switch name {
    case "attributes": declares = (reader.attribute("class") == "node", reader.line)
    case "attribute": declare(reader)
    case "nodes", "edges":
      expected = reader.attribute("count").map { ($0, reader.line) }
      count = 0
    case "node", "edge": beginElement(name, reader)
    case "attvalue": take(reader)
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "attributes": declares = nil
    case "nodes", "edges":
      if let expected, expected.count != "\(count)" {
        faults.add("count says \(expected.count) \(name), there are \(count)", line: expected.line)
      }
    case "node":
      if let node = element { checker.check(node: node) }
      element = nil
    case "edge":
      if let edge = element, let ends { checker.check(edge: edge, from: ends.source, to: ends.target) }
      element = nil
      ends = nil
    default: break
    }
  }

  private mutating func declare(_ reader: XMLEventReader) {
    guard let isOfNodes = declares?.isOfNodes, let id = reader.attribute("id"), let title = reader.attribute("title"),
      let type = reader.attribute("type")
    else { return }
    let line = reader.line
    let schema = isOfNodes ? rules.nodeSchema : rules.edgeSchema
    // What GEXF keeps for itself is written with a prefix.
    let name = schema.type(of: title) == nil && title.hasPrefix("attr_") ? String(title.dropFirst(5)) : title
    let isNew =
      isOfNodes
      ? titles.nodes.updateValue(name, forKey: id) == nil : titles.edges.updateValue(name, forKey: id) == nil
    if !isNew { faults.add("attribute \(id) comes twice", line: line) }
    let expected: String? =
      switch schema.type(of: name) {
      case nil: nil
      case .string: "string"
      case .int: "long"
      case .double: "double"
      case .list: "liststring"
      }
    guard let expected else {
      return faults.add("attribute \(id): \(isOfNodes ? "node" : "edge")s have no attribute \(name)", line: line)
    }
    if type != expected { faults.add("attribute \(id): \(name) is a \(expected), not a \(type)", line: line) }
  }

  private mutating func beginElement(_ name: String, _ reader: XMLEventReader) {
    count += 1
    var element = RuleChecker.Element(id: reader.attribute("id") ?? "", line: reader.line)
    element.values["label"] = reader.attribute("label")
    if name == "edge" {
      ends = (reader.attribute("source") ?? "", reader.attribute("target") ?? "")
      element.values["weight"] = reader.attribute("weight")
    }
    if let start = reader.attribute("start"), let end = reader.attribute("end"), start > end {
      faults.add("\(name) \(element.id): it ends before it starts", line: element.line)
    }
    self.element = element
  }

  private mutating func take(_ reader: XMLEventReader) {
    guard let id = reader.attribute("for"), let value = reader.attribute("value"), let element else { return }
    let owner = "\(ends == nil ? "node" : "edge") \(element.id)"
    guard let name = ends == nil ? titles.nodes[id] : titles.edges[id] else {
      return faults.add("\(owner): no attribute \(id) is declared for it", line: reader.line)
    }
    if self.element?.values.updateValue(value, forKey: name) != nil {
      faults.add("\(owner) has \(name) twice", line: reader.line)
    }
  }
}
