public import HearsayGraph

/// Node-link JSON, as NetworkX reads it (https://networkx.org/documentation/stable/reference/readwrite/json_graph.html).
///
/// `networkx.node_link_graph(json.load(file), edges="edges")` gives a MultiDiGraph whose edge keys are the edges' ids.
public struct NodeLinkExporter: GraphExporter {
  private let style: GraphStyle?

  /// An exporter of node-link JSON without looks.
  public init() { style = nil }

  /// An exporter of node-link JSON that also has what `networkx.display` draws by: `pos`, `color`, `shape`, `size`, and for
  /// edges `color` and `style`.
  public init(drawn style: GraphStyle) { self.style = style }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    let nodes = graph.nodes
    buffer.append("{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[")
    let nodeMembers = JSONMembers(
      ColumnNames(graph.nodeSchema, reserved: style == nil ? ["id"] : ["id", "pos", "color", "shape", "size"]).names)
    let nodeLooks = SpelledLooks(style?.nodes ?? [], graph.nodeSchema, Self.members)
    let sizes = style == nil ? [] : NodeSizes.sizes(of: graph)
    for (index, node) in nodes.enumerated() {
      // Ids have nothing to escape: see `Identifier`.
      buffer.append(index == 0 ? "\n{\"id\":\"" : ",\n{\"id\":\"")
      buffer.append(node.id)
      buffer.append(UInt8(ascii: "\""))
      nodeMembers.write(node.values, afterOthers: true, to: &buffer)
      buffer.append(nodeLooks.look(of: node.values))
      if let style { writePlace(style.position(ofNode: index), size: sizes[index], to: &buffer) }
      buffer.append(UInt8(ascii: "}"))
      try buffer.drain(into: &sink)
    }
    buffer.append("\n],\n\"edges\":[")
    let edgeNames = ColumnNames(
      graph.edgeSchema, reserved: Self.edgeNames.union(style == nil ? [] : ["color", "style"]))
    let edgeMembers = JSONMembers(edgeNames.names)
    let edgeLooks = SpelledLooks(style?.edges ?? [], graph.edgeSchema, Self.members)
    for (index, edge) in graph.edges.enumerated() {
      buffer.append(index == 0 ? "\n{\"source\":\"" : ",\n{\"source\":\"")
      buffer.append(nodes[edge.source].id)
      buffer.append("\",\"target\":\"")
      buffer.append(nodes[edge.target].id)
      buffer.append("\",\"key\":\"")
      buffer.append(edge.id)
      buffer.append(UInt8(ascii: "\""))
      edgeMembers.write(edge.values, afterOthers: true, to: &buffer)
      buffer.append(edgeLooks.look(of: edge.values))
      buffer.append(UInt8(ascii: "}"))
      try buffer.drain(into: &sink)
    }
    buffer.append("\n]}\n")
    try buffer.flush(into: &sink)
  }

  private static let edgeNames: Set<String> = ["source", "target", "key"]

  private func writePlace(_ place: NodePosition?, size: Double, to buffer: inout OutputBuffer) {
    if let place {
      buffer.append(",\"pos\":[")
      buffer.appendDecimal(place.x)
      buffer.append(UInt8(ascii: ","))
      buffer.appendDecimal(place.y)
      buffer.append(UInt8(ascii: "]"))
    }
    // NetworkX counts areas, in points.
    buffer.append(",\"size\":")
    buffer.appendDecimal(size * 20)
  }

  /// The looks of a node as Matplotlib spells them.
  private static func members(_ look: GraphStyle.NodeLook) -> String {
    let shape =
      switch look.shape {
      case .ellipse: "o"
      case .box, .note, .plain: "s"
      case .hexagon: "h"
      case .octagon: "8"
      }
    return ",\"color\":\"\(look.fill.hex)\",\"shape\":\"\(shape)\""
  }

  /// The looks of an edge, likewise.
  private static func members(_ look: GraphStyle.EdgeLook) -> String {
    let line =
      switch look.line {
      case .solid: "-"
      case .dashed: "--"
      case .dotted: ":"
      }
    return ",\"color\":\"\(look.color.hex)\",\"style\":\"\(line)\""
  }
}
