import HearsayGraph

/// What is known of a file of GraphML while it is read.
struct GraphMLFile {
  private struct Key {
    let name: String
    let isOfNodes: Bool
  }

  private let rules: GraphRules
  private let faults: FaultList
  private var checker: RuleChecker
  private var keys: [String: Key] = [:]
  private var keyOrder: (nodes: [String], edges: [String]) = ([], [])
  private var element: RuleChecker.Element?
  private var ends: (source: String, target: String)?
  private var dataKey: String?
  private var text = ""

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
      case .text(let piece): if dataKey != nil { text += piece }
      case .unwanted(let what):
        faults.add("\(what) has no place in a file of Hearsay", line: reader.line)
      }
    }
  }

  private mutating func begin(_ name: String, _ reader: XMLEventReader) {
    switch name {
    case "key": beginKey(reader)
    case "graph": checkKeyOrder(line: reader.line)
    case "node": element = RuleChecker.Element(id: reader.attribute("id") ?? "", line: reader.line)
    case "edge":
      element = RuleChecker.Element(id: reader.attribute("id") ?? "", line: reader.line)
      ends = (reader.attribute("source") ?? "", reader.attribute("target") ?? "")
    case "data":
      dataKey = reader.attribute("key")
      text = ""
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "data": endData()
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

  private mutating func beginKey(_ reader: XMLEventReader) {
    guard let id = reader.attribute("id"), let name = reader.attribute("attr.name"),
      let type = reader.attribute("attr.type"), let owner = reader.attribute("for")
    else { return }
    let isOfNodes = owner == "node"
    let line = reader.line
    if keys.updateValue(Key(name: name, isOfNodes: isOfNodes), forKey: id) != nil {
      faults.add("key \(id) comes twice", line: line)
    }
    let expected = (isOfNodes ? "" : "edge_") + name
    if id != expected { faults.add("key \(id) of \(name) should have the id \(expected)", line: line) }
    if isOfNodes { keyOrder.nodes.append(name) } else { keyOrder.edges.append(name) }
    switch (isOfNodes ? rules.nodeSchema : rules.edgeSchema).type(of: name) {
    case nil: faults.add("key \(id): \(owner)s have no attribute \(name)", line: line)
    case .int where type != "int", .double where type != "double", .string where type != "string",
      .list where type != "string":
      faults.add("key \(id): \(name) has another type than \(type)", line: line)
    default: break
    }
  }

  private func checkKeyOrder(line: Int) {
    if !keyOrder.nodes.starts(with: ["label", "kind"]) { faults.add("node keys begin label, kind", line: line) }
    if !keyOrder.edges.starts(with: ["label", "kind", "weight"]) {
      faults.add("edge keys begin label, kind, weight", line: line)
    }
  }

  private mutating func endData() {
    guard let id = dataKey else { return }
    dataKey = nil
    guard let line = element?.line else { return }
    let owner = "\(ends == nil ? "node" : "edge") \(element?.id ?? "")"
    guard let key = keys[id], key.isOfNodes == (ends == nil) else {
      return faults.add("\(owner): no key \(id) is declared for it", line: line)
    }
    if element?.values.updateValue(text, forKey: key.name) != nil {
      faults.add("\(owner) has \(key.name) twice", line: line)
    }
  }
}
