public import HearsayGraph

/// CX2 (https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/), what Cytoscape 3.10
/// and NDEx open: typed attributes, lists, positions, and the style as Cytoscape's own mappings, which its users can change.
///
/// Ids are numbers, as the format demands; ours is the attribute `id`. `name` is what Cytoscape shows of a node,
/// `interaction` what it takes for an edge's type; `label` and `kind` stay too.
public struct CX2Exporter: GraphExporter {
  private static let reserved: Set<String> = [
    "id", "name", "shared name", "interaction", "represents", "SUID", "selected", "x", "y", "z",
  ]

  private let style: GraphStyle

  /// An exporter of CX2 whose nodes and edges look as `style` says and stand where it places them.
  public init(style: GraphStyle = .none) { self.style = style }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodeNames = ColumnNames(graph.nodeSchema, reserved: Self.reserved).names
    let edgeNames = ColumnNames(graph.edgeSchema, reserved: Self.reserved).names
    let bypassed = graph.edges.indices.filter { bypass(of: graph.edges[$0], in: graph) != nil }
    writeHead(graph, nodeNames, edgeNames, bypassed.count, to: &buffer)

    buffer.append("{\"nodes\":[")
    let nodeMembers = JSONMembers(nodeNames)
    for (index, node) in graph.nodes.enumerated() {
      buffer.append(index == 0 ? "\n{\"id\":\(index)" : ",\n{\"id\":\(index)")
      if let place = style.position(ofNode: index) {
        buffer.append(",\"x\":")
        buffer.appendDecimal(place.x)
        // Cytoscape counts downwards.
        buffer.append(",\"y\":")
        buffer.appendDecimal(0 - place.y)
      }
      buffer.append(",\"v\":{\"id\":\"\(node.id)\",\"name\":")
      buffer.appendJSON(graph.value("label", of: node) ?? .string(node.id))
      nodeMembers.write(node.values, afterOthers: true, to: &buffer)
      buffer.append("}}")
      try buffer.drain(into: &sink)
    }
    buffer.append("\n]},\n{\"edges\":[")
    let edgeMembers = JSONMembers(edgeNames)
    for (index, edge) in graph.edges.enumerated() {
      buffer.append(index == 0 ? "\n" : ",\n")
      buffer.append("{\"id\":\(index),\"s\":\(edge.source),\"t\":\(edge.target),\"v\":{\"id\":\"\(edge.id)\"")
      if case .string(let kind) = graph.value("kind", of: edge) {
        buffer.append(",\"interaction\":")
        buffer.appendJSON(kind)
      }
      edgeMembers.write(edge.values, afterOthers: true, to: &buffer)
      buffer.append("}}")
      try buffer.drain(into: &sink)
    }
    buffer.append("\n]},\n")
    writeStyle(graph, to: &buffer)
    if !bypassed.isEmpty {
      buffer.append("{\"edgeBypasses\":[")
      for (place, index) in bypassed.enumerated() {
        buffer.append(place == 0 ? "\n" : ",\n")
        buffer.append("{\"id\":\(index),\"v\":\(bypass(of: graph.edges[index], in: graph) ?? "{}")}")
        try buffer.drain(into: &sink)
      }
      buffer.append("\n]},\n")
    }
    buffer.append("{\"status\":[{\"success\":true}]}\n]\n")
    try buffer.flush(into: &sink)
  }

  /// The descriptor, the number of everything that follows, and the attributes' types.
  private func writeHead(
    _ graph: Graph, _ nodeNames: [String], _ edgeNames: [String], _ bypasses: Int, to buffer: inout OutputBuffer
  ) {
    var counts = [("attributeDeclarations", 1), ("nodes", graph.nodes.count), ("edges", graph.edges.count)]
    counts.append(("visualProperties", 1))
    if bypasses > 0 { counts.append(("edgeBypasses", bypasses)) }
    buffer.append("[{\"CXVersion\":\"2.0\",\"hasFragments\":false},\n{\"metaData\":[")
    buffer.append(counts.map { "{\"name\":\"\($0)\",\"elementCount\":\($1)}" }.joined(separator: ","))
    buffer.append("]},\n{\"attributeDeclarations\":[{\"nodes\":{")
    let own = "\"id\":{\"d\":\"string\"},"
    buffer.append(own + "\"name\":{\"d\":\"string\"}")
    writeTypes(graph.nodeSchema, nodeNames, to: &buffer)
    buffer.append("},\"edges\":{" + own + "\"interaction\":{\"d\":\"string\"}")
    writeTypes(graph.edgeSchema, edgeNames, to: &buffer)
    buffer.append("}}]},\n")
  }

  private func writeTypes(_ schema: AttributeSchema, _ names: [String], to buffer: inout OutputBuffer) {
    for (name, type) in zip(names, schema.attributes.map(\.type)) {
      let typeName =
        switch type {
        case .string: "string"
        case .int: "long"
        case .double: "double"
        case .list: "list_of_string"
        }
      buffer.append(",\"\(name)\":{\"d\":\"\(typeName)\"}")
    }
  }

  // MARK: - The style

  private func writeStyle(_ graph: Graph, to buffer: inout OutputBuffer) {
    buffer.append(
      """
      {"visualProperties":[{"default":{"network":{"NETWORK_BACKGROUND_COLOR":"#FFFFFF"},\
      "node":{"NODE_SHAPE":"ellipse","NODE_WIDTH":80,"NODE_HEIGHT":40,"NODE_BACKGROUND_COLOR":"#EEEEEE",\
      "NODE_BORDER_WIDTH":1.5,"NODE_BORDER_COLOR":"#666666","NODE_LABEL_COLOR":"#000000","NODE_LABEL_FONT_SIZE":11,\
      "NODE_LABEL_MAX_WIDTH":160},"edge":{"EDGE_WIDTH":1.5,"EDGE_LINE_COLOR":"#888888",\
      "EDGE_TARGET_ARROW_COLOR":"#888888","EDGE_TARGET_ARROW_SHAPE":"triangle","EDGE_LABEL_FONT_SIZE":8,\
      "EDGE_LABEL_COLOR":"#444444","EDGE_CURVED":true}},
      "nodeMapping":{"NODE_LABEL":{"type":"PASSTHROUGH","definition":{"attribute":"name","type":"string"}}
      """)
    if let choice = style.nodes.first, isText(choice.attribute, graph.nodeSchema) {
      write(choice, "NODE_SHAPE", to: &buffer) { Self.shape($0.shape) }
      write(choice, "NODE_BACKGROUND_COLOR", to: &buffer) { $0.fill.hex }
      write(choice, "NODE_BORDER_COLOR", to: &buffer) { $0.stroke.hex }
      write(choice, "NODE_LABEL_COLOR", to: &buffer) { $0.text.hex }
    }
    buffer.append("},\n\"edgeMapping\":{")
    var separator = ""
    if isText("label", graph.edgeSchema) {
      buffer.append(
        "\"EDGE_LABEL\":{\"type\":\"PASSTHROUGH\",\"definition\":{\"attribute\":\"label\",\"type\":\"string\"}}")
      separator = ","
    }
    if let choice = style.edges.first, isText(choice.attribute, graph.edgeSchema) {
      write(choice, "EDGE_LINE_COLOR", separator: separator, to: &buffer) { $0.color.hex }
      write(choice, "EDGE_TARGET_ARROW_COLOR", to: &buffer) { $0.color.hex }
      write(choice, "EDGE_LABEL_COLOR", to: &buffer) { $0.text.hex }
      write(choice, "EDGE_LINE_STYLE", to: &buffer) { $0.line.rawValue }
    }
    buffer.append("}}]},\n")
  }

  private func isText(_ name: String, _ schema: AttributeSchema) -> Bool { schema.type(of: name) == .string }

  /// A mapping from each value of an attribute to that of a visual property.
  private func write<Look>(
    _ choice: GraphStyle.Choice<Look>, _ property: String, separator: String = ",", to buffer: inout OutputBuffer,
    _ spelling: (Look) -> String
  ) {
    buffer.append("\(separator)\n\"\(property)\":{\"type\":\"DISCRETE\",\"definition\":{\"attribute\":")
    buffer.appendJSON(choice.attribute)
    buffer.append(",\"type\":\"string\",\"map\":[")
    for (index, (value, look)) in choice.looks.sorted(by: { $0.key < $1.key }).enumerated() {
      buffer.append(index == 0 ? "{\"v\":" : ",{\"v\":")
      buffer.appendJSON(value)
      buffer.append(",\"vp\":\"\(spelling(look))\"}")
    }
    buffer.append("]}}")
  }

  /// The look of an edge that another choice than the first decides on: a mapping goes by one attribute only.
  private func bypass(of edge: Edge, in graph: Graph) -> String? {
    guard let first = style.edges.first else { return nil }
    if case .string(let value) = graph.value(first.attribute, of: edge), first.looks[value] != nil { return nil }
    guard let look = style.look(of: edge, in: graph) else { return nil }
    return """
      {"EDGE_LINE_COLOR":"\(look.color.hex)","EDGE_TARGET_ARROW_COLOR":"\(look.color.hex)",\
      "EDGE_LABEL_COLOR":"\(look.text.hex)","EDGE_LINE_STYLE":"\(look.line.rawValue)"}
      """
  }

  private static func shape(_ shape: GraphStyle.Shape) -> String {
    switch shape {
    case .ellipse: "ellipse"
    case .box: "round-rectangle"
    case .hexagon: "hexagon"
    case .octagon: "octagon"
    case .note, .plain: "rectangle"
    }
  }
}
