/// A piece of XML in document order: elements with their names, attributes and text, walked without recursion.
struct XMLTree {
  /// An element, or a piece of text, whose name is empty.
  struct Node {
    let name: String
    /// The index of the element that holds it; -1 for the root.
    let parent: Int
    /// The index after the last node in it.
    var end: Int
    /// For text its bytes in `text`, for an element its attributes in `attributes`.
    var content: Range<Int>
  }

  /// Nodes, each before what it holds.
  private(set) var nodes: [Node] = []
  private var text: [UInt8] = []
  private var attributes: [(name: String, value: String)] = []

  /// Bytes that it takes up, about.
  var weight: Int { nodes.count * 64 + text.count + attributes.count * 64 }

  // MARK: Looking

  /// The nodes in `node`, itself first.
  func subtree(of node: Int) -> Range<Int> { node..<nodes[node].end }

  /// The children of `node` that are called one of `names`; all elements where none is named.
  func children(of node: Int, _ names: String...) -> [Int] {
    var found: [Int] = []
    var child = node + 1
    while child < nodes[node].end {
      let name = nodes[child].name
      if names.isEmpty ? !name.isEmpty : names.contains(name) { found.append(child) }
      child = nodes[child].end
    }
    return found
  }

  /// The first child of `node` of this name.
  func child(_ name: String, of node: Int) -> Int? { children(of: node, name).first }

  /// The child of `node` that is called `name`, else the first such element in it: where an end is missing, what follows
  /// stands deeper than it should.
  func element(_ name: String, of node: Int) -> Int? { child(name, of: node) ?? first(name, in: node) }

  /// The first element in `node` that is called `name`, however deep.
  func first(_ name: String, in node: Int) -> Int? {
    subtree(of: node).dropFirst().first { nodes[$0].name == name }
  }

  /// The value of an element's attribute.
  func attribute(_ name: String, of node: Int) -> String? {
    guard !nodes[node].name.isEmpty else { return nil }
    return attributes[nodes[node].content].first { $0.name == name }?.value
  }

  /// The text in `node`, cleaned of what references may have brought in.
  func bytes(of node: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in subtree(of: node) where nodes[index].name.isEmpty { bytes += text[nodes[index].content] }
    return CleanText.cleaned(bytes)
  }

  /// The text in `node`, blanks collapsed; nil where there is none.
  func words(of node: Int?) -> String? {
    guard let node else { return nil }
    let words = Words.collapsed(bytes(of: node))
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  /// What `node` holds as a page, whose elements are called what `name` makes of their names; where it gives nil, the
  /// element is left out with all in it.
  func page(of node: Int, nesting: Int, name: (String) -> String? = { $0 }) -> Page {
    var builder = PageBuilder(nesting: nesting)
    var open: [Int] = []
    var index = node
    while index < nodes[node].end {
      while let end = open.last, index >= end {
        open.removeLast()
        builder.end()
      }
      if nodes[index].name.isEmpty {
        CleanText.cleaned(Array(text[nodes[index].content])).withUnsafeBufferPointer { builder.append($0) }
      } else if let renamed = index == node ? "body" : name(nodes[index].name) {
        guard builder.begin(Tag(name: renamed.lowercased()), attributes: []) else { break }
        open.append(nodes[index].end)
      } else {
        index = nodes[index].end
        continue
      }
      index += 1
    }
    return builder.finished()
  }

  // MARK: Building

  mutating func begin(_ name: String, parent: Int, attributes more: [(name: String, value: String)]) -> Int {
    let start = attributes.count
    attributes += more
    nodes.append(Node(name: name, parent: parent, end: nodes.count + 1, content: start..<attributes.count))
    return nodes.count - 1
  }

  mutating func end(_ node: Int) { nodes[node].end = nodes.count }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, parent: Int) {
    let start = text.count
    text.append(contentsOf: bytes)
    if let last = nodes.indices.last, nodes[last].name.isEmpty, nodes[last].parent == parent {
      nodes[last].content = nodes[last].content.lowerBound..<text.count
    } else {
      nodes.append(Node(name: "", parent: parent, end: nodes.count + 1, content: start..<text.count))
    }
  }

  /// Takes what stands in `node`, the last element, out of the tree.
  mutating func detach(_ node: Int) -> XMLTree {
    var piece = XMLTree()
    let textStart = nodes[node...].first { $0.name.isEmpty }?.content.lowerBound ?? text.count
    let attributeStart = nodes[node].content.lowerBound
    piece.text = Array(text[textStart...])
    piece.attributes = Array(attributes[attributeStart...])
    piece.nodes = nodes[node...].map { inner in
      let shift = inner.name.isEmpty ? textStart : attributeStart
      return Node(
        name: inner.name, parent: max(-1, inner.parent - node), end: inner.end - node,
        content: inner.content.lowerBound - shift..<inner.content.upperBound - shift)
    }
    nodes.removeSubrange(node...)
    text.removeSubrange(textStart...)
    attributes.removeSubrange(attributeStart...)
    return piece
  }
}
