public import HearsayExporters
public import HearsayGraph

/// The picture of an actors view, as DOT that Graphviz's `dot` draws: for eyes, not for other programs.
///
/// Statements by one about another are one line, labelled with their number and coloured by their commonest speech act.
/// What does not fit is left out, and the heading says how much. Why it looks as it does stands in
/// docs/decisions/0202-picture.md.
public struct Picture: GraphExporter {
  /// What fits on a page.
  public struct Limits: Hashable, Sendable {
    /// The most actors drawn.
    public var mostActors = 30
    /// The most lines drawn of statements.
    public var mostLines = 45
    /// Actors that nothing ties to others are drawn up to this number of actors.
    public var fewActors = 12

    /// The limits by which pictures stay legible.
    public init() {}
  }

  /// An article that a picture's lines rest on.
  public struct Article: Hashable, Sendable {
    /// Its title.
    public let title: String
    /// Where it stands on the web, if it does.
    public let url: String?

    /// An article.
    public init(title: String, url: String? = nil) {
      self.title = title
      self.url = url
    }
  }

  private let articles: [String: Article]
  private let title: String
  let style: StyleTable
  private let limits: Limits

  /// A picture whose tooltips name articles, and whose lines lead to them, by `articles`, from a document's id.
  ///
  /// - Parameter title: What its heading begins with.
  public init(
    articles: [String: Article] = [:], title: String = "Who said what about whom", style: StyleTable = .standard,
    limits: Limits = Limits()
  ) {
    self.articles = articles
    self.title = title
    self.style = style
    self.limits = limits
  }

  /// Writes the picture of `graph`, of any view but the evidence, to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    let content = PictureContent(graph, limits)
    let words = PictureWords(graph: graph, articles: articles)
    var buffer = OutputBuffer()
    buffer.append("digraph \"picture\" {\n")
    writeHeading(content.heading(title, of: graph), to: &buffer)
    writeLegend(of: content, words, to: &buffer)
    let weights = content.actors.map { PictureContent.weight(of: graph.nodes[$0], in: graph) }
    let heaviest = Double(max(1, weights.max() ?? 1))
    for (actor, weight) in zip(content.actors, weights) {
      writeActor(graph.nodes[actor], words, share: Double(weight) / heaviest, to: &buffer)
      try buffer.drain(into: &sink)
    }
    for (index, line) in content.lines.enumerated() {
      writeLine(line, number: index + 1, words, to: &buffer)
      try buffer.drain(into: &sink)
    }
    buffer.append("}\n")
    try buffer.flush(into: &sink)
  }

  /// What of `graph` the picture leaves out, "+18 more actors, +5 more statements"; nil where it shows everything.
  public func leftOut(of graph: Graph) -> String? { PictureContent(graph, limits).leftOut(of: graph) }

  private func writeHeading(_ heading: String, to buffer: inout OutputBuffer) {
    // Ranks from left to right: speakers first, then those they speak of. Room for labels is part of this layout, so none
    // lies on another.
    buffer.append("  graph [\"layout\"=\"dot\", \"rankdir\"=\"LR\", \"nodesep\"=\"0.2\", \"ranksep\"=\"0.25\", ")
    buffer.append("\"splines\"=\"true\", \"pad\"=\"0.3\", \"bgcolor\"=\"\(style.ground.hex)\", \"labelloc\"=\"t\", ")
    buffer.append("\"fontname\"=\"Helvetica,Arial,sans-serif\", \"fontsize\"=\"18\", ")
    buffer.append("\"fontcolor\"=\"\(style.ink.hex)\", \"label\"=")
    buffer.appendDOT(heading)
    buffer.append("];\n  node [\"fontname\"=\"Helvetica,Arial,sans-serif\", \"style\"=\"filled\", ")
    buffer.append("\"margin\"=\"0.12,0.06\", \"width\"=\"0.3\", \"height\"=\"0.3\", \"fontsize\"=\"12\"];\n")
    buffer.append("  edge [\"fontname\"=\"Helvetica,Arial,sans-serif\", \"fontsize\"=\"13\", \"arrowsize\"=\"0.8\"];\n")
  }

  private func writeActor(_ node: Node, _ words: PictureWords, share: Double, to buffer: inout OutputBuffer) {
    let graph = words.graph
    buffer.append("  ")
    buffer.appendDOT(node.id)
    buffer.append(" [\"id\"=")
    buffer.appendDOT(node.id)
    buffer.append(", \"label\"=")
    buffer.appendDOT(PictureWords.wrapped(graph.text("label", of: node) ?? node.id), atMost: 250)
    buffer.append(", \"tooltip\"=")
    buffer.appendDOT(words.tooltip(of: node))
    if let item = graph.text("wikidata", of: node) { writeLink("https://www.wikidata.org/wiki/" + item, to: &buffer) }
    // The area of the letters grows with the weight.
    let size = (12 + 15 * share.squareRoot()).rounded()
    buffer.append(", \"fontsize\"=\"")
    buffer.appendDecimal(Int(size))
    buffer.append("\"")
    if let look = graph.text("kind", of: node).flatMap(style.look(ofNode:)) {
      buffer.append(", " + Self.attributes(look))
    }
    buffer.append("];\n")
  }

  private func writeLine(_ line: PictureLine, number: Int, _ words: PictureWords, to buffer: inout OutputBuffer) {
    let graph = words.graph
    buffer.append("  ")
    buffer.appendDOT(graph.nodes[line.source].id)
    buffer.append(" -> ")
    buffer.appendDOT(graph.nodes[line.target].id)
    buffer.append(" [\"id\"=\"line.\(number)\", \"label\"=")
    buffer.appendDOT(words.label(of: line), atMost: 250)
    for name in ["tooltip", "labeltooltip"] {
      buffer.append(", \"\(name)\"=")
      buffer.appendDOT(words.tooltip(of: line))
    }
    if let url = words.url(of: line) { writeLink(url, to: &buffer) }
    if let look = row(of: line, words)?.look { buffer.append(", " + Self.attributes(look)) }
    switch line.sort {
    case .statements: buffer.append(", \"penwidth\"=\"\(Self.width(of: line.count))\"")
    case .stances: buffer.append(", \"penwidth\"=\"\(Self.width(of: line.count))\", \"arrowhead\"=\"none\"")
    case .tie: buffer.append(", \"fontsize\"=\"11\", \"arrowhead\"=\"vee\"")
    case .mentions:
      buffer.append(", \"arrowhead\"=\"none\"")
      // Where mentions are all there is, how many they are matters.
      if words.graph.number("documents", of: words.graph.edges[line.edges[0]]) != nil {
        buffer.append(", \"penwidth\"=\"\(Self.width(of: line.count))\"")
      }
    }
    buffer.append("];\n")
  }

  /// How a line looks, and what the legend calls it: statements by their commonest act, what is not done as denied, all else by its kind.
  func row(of line: PictureLine, _ words: PictureWords) -> (title: String, look: GraphStyle.EdgeLook)? {
    switch line.sort {
    case .statements:
      let act = words.acts(of: line).first
      return style.acts.first { row in act.map { row.acts.contains($0.drawnAs) } ?? false }.map { ($0.title, $0.look) }
    case .tie, .stances, .mentions:
      let kind = words.graph.text("kind", of: words.graph.edges[line.edges[0]])
      return style.ties.first { row in kind.map(row.kinds.contains) ?? false }.map { ($0.title, $0.look) }
    }
  }

  /// A link that a browser follows, for addresses of the web alone: a document must not run anything.
  private func writeLink(_ url: String, to buffer: inout OutputBuffer) {
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), url.utf8.count < 2000 else { return }
    buffer.append(", \"URL\"=\"")
    // Graphviz copies a link as it stands, so it has to be one of XML; for PDF, the program takes that back.
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "&"): buffer.append("&amp;")
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), 0...0x20, 0x7F...:
        buffer.append((byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true))
      default: buffer.append(byte)
      }
    }
    buffer.append("\", \"target\"=\"_blank\"")
  }

  /// The width of a line of `count` statements, in points, to one decimal: each doubling adds as much.
  private static func width(of count: Int) -> String {
    var (width, doubled) = (14, 1)
    while doubled * 2 <= count && width < 60 { (width, doubled) = (width + 12, doubled * 2) }
    return "\(width / 10).\(width % 10)"
  }

  static func attributes(_ look: GraphStyle.NodeLook) -> String {
    // A hexagon's slanted sides are margin enough.
    """
    "shape"="\(look.shape.rawValue)"\(look.shape == .hexagon ? ", \"margin\"=\"0.03,0.01\"" : ""), "fillcolor"="\(look.fill.hex)", "color"="\(look.stroke.hex)", \
    "fontcolor"="\(look.text.hex)"
    """
  }

  static func attributes(_ look: GraphStyle.EdgeLook) -> String {
    "\"color\"=\"\(look.color.hex)\", \"fontcolor\"=\"\(look.text.hex)\", \"style\"=\"\(look.line.rawValue)\""
  }
}
