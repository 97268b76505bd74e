public import HearsayGraph

/// How nodes and edges look, for formats that can say so: data, so that exporters need not know what a graph is about.
public struct GraphStyle: Hashable, Sendable {
  /// A colour of the sRGB space, written `#RRGGBB`.
  public struct Color: Hashable, Sendable, ExpressibleByStringLiteral {
    /// `#` and six hexadecimal digits.
    public let hex: String

    /// The colour `hex`.
    ///
    /// - Precondition: it is `#` and six hexadecimal digits.
    public init(stringLiteral hex: String) {
      let isColor = hex.utf8.count == 7 && hex.utf8.first == UInt8(ascii: "#") && Int(hex.dropFirst(), radix: 16) != nil
      precondition(isColor, "a colour is # and six hexadecimal digits, got \(hex)")
      self.hex = hex
    }

    /// Red, green and blue, each 0...255.
    var channels: (red: Int, green: Int, blue: Int) {
      let number = Int(hex.dropFirst(), radix: 16) ?? 0
      return (number >> 16, number >> 8 & 0xFF, number & 0xFF)
    }
  }

  /// The outline of a node.
  public enum Shape: String, CaseIterable, Sendable {
    case ellipse, box, hexagon, octagon, note, plain
  }

  /// How a line is drawn.
  public enum Line: String, CaseIterable, Sendable {
    case solid, dashed, dotted
  }

  /// How a node looks.
  public struct NodeLook: Hashable, Sendable {
    /// The outline.
    public let shape: Shape
    /// What the outline is filled with.
    public let fill: Color
    /// The outline's colour.
    public let stroke: Color
    /// The label's colour, readable on `fill`.
    public let text: Color

    /// A look.
    public init(_ shape: Shape, fill: Color, stroke: Color, text: Color) {
      self.shape = shape
      self.fill = fill
      self.stroke = stroke
      self.text = text
    }
  }

  /// How an edge looks.
  public struct EdgeLook: Hashable, Sendable {
    /// The colour of the line and its head.
    public let color: Color
    /// How the line is drawn.
    public let line: Line
    /// The label's colour, readable on white.
    public let text: Color

    /// A look whose label has the colour `text`, or the line's where that is nil.
    public init(_ color: Color, _ line: Line = .solid, text: Color? = nil) {
      self.color = color
      self.line = line
      self.text = text ?? color
    }
  }

  /// The attribute whose value chooses a node's or an edge's look, and the look for each value.
  public struct Choice<Look: Hashable & Sendable>: Hashable, Sendable {
    /// The attribute's name.
    public let attribute: String
    /// The look for each of its values.
    public let looks: [String: Look]

    /// A choice by `attribute`.
    public init(by attribute: String, _ looks: [String: Look]) {
      self.attribute = attribute
      self.looks = looks
    }
  }

  /// What decides on nodes: the first choice that has a look for the node's value.
  public let nodes: [Choice<NodeLook>]
  /// What decides on edges: the first choice that has a look for the edge's value.
  public let edges: [Choice<EdgeLook>]

  /// Where each node of the graph to be written stands, in its order; empty where that is left to the reader.
  public var positions: [NodePosition] = []

  /// A style.
  public init(nodes: [Choice<NodeLook>] = [], edges: [Choice<EdgeLook>] = []) {
    self.nodes = nodes
    self.edges = edges
  }

  /// No style: every reader's own.
  public static let none = GraphStyle()

  /// Where the node at `index` stands, or nil where nothing is said.
  func position(ofNode index: Int) -> NodePosition? { positions.indices.contains(index) ? positions[index] : nil }

  /// The look of `node` in `graph`, or nil where the style has none for it.
  func look(of node: Node, in graph: Graph) -> NodeLook? {
    Self.look(nodes) { graph.value($0, of: node) }
  }

  /// The look of `edge` in `graph`, or nil where the style has none for it.
  func look(of edge: Edge, in graph: Graph) -> EdgeLook? {
    Self.look(edges) { graph.value($0, of: edge) }
  }

  private static func look<Look>(_ choices: [Choice<Look>], _ value: (String) -> AttributeValue?) -> Look? {
    for choice in choices {
      if case .string(let text) = value(choice.attribute), let look = choice.looks[text] { return look }
    }
    return nil
  }
}
