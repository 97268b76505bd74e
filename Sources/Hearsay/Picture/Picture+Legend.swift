import HearsayExporters
import HearsayGraph

extension Picture {
  /// What stands in the picture: a row for each kind of node and of line that is drawn, as a table of Graphviz
  /// (https://graphviz.org/doc/info/shapes.html#html), which takes no room among the ranks.
  func writeLegend(of content: PictureContent, _ words: PictureWords, to buffer: inout OutputBuffer) {
    let graph = words.graph
    let kinds = Set(content.actors.compactMap { graph.text("kind", of: graph.nodes[$0]) })
    let titles = Set(content.lines.compactMap { row(of: $0, words)?.title })
    var rows = style.nodes.filter { kinds.contains($0.kind) }.map { row in
      Self.row(
        """
        <TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3" COLOR="\(row.look.stroke.hex)" \
        BGCOLOR="\(row.look.fill.hex)"\(row.look.shape == .ellipse ? " STYLE=\"ROUNDED\"" : "")><TR><TD>\
        <FONT COLOR="\(row.look.text.hex)" POINT-SIZE="10">name</FONT></TD></TR></TABLE>
        """, "\(row.kind) (\(Self.shapeName(row.look.shape)))")
    }
    let lines = style.acts.map { ($0.title, $0.look) } + style.ties.map { ($0.title, $0.look) }
    rows += lines.filter { titles.contains($0.0) }.map { Self.row(Self.sample($0.1), $0.0) }
    guard !rows.isEmpty else { return }
    rows.append(
      "<TR><TD COLSPAN=\"2\" ALIGN=\"LEFT\">wider line: more of it; larger name: more often in the news</TD></TR>")
    buffer.append("  \"legend\" [\"id\"=\"legend\", \"shape\"=\"plain\", \"style\"=\"\", \"tooltip\"=\"legend\", ")
    buffer.append(
      "\"fontcolor\"=\"\(style.ink.hex)\", \"fontsize\"=\"12\", \"label\"=<<TABLE BORDER=\"1\" CELLBORDER=\"0\" ")
    buffer.append("CELLSPACING=\"3\" CELLPADDING=\"1\" COLOR=\"\(style.frame.hex)\">")
    for row in rows { buffer.append(row) }
    buffer.append("</TABLE>>];\n")
  }

  private static func row(_ sample: String, _ meaning: String) -> String {
    "<TR><TD>\(sample)</TD><TD ALIGN=\"LEFT\">\(meaning)</TD></TR>"
  }

  /// A piece of a line: one bar, or several with gaps.
  private static func sample(_ look: GraphStyle.EdgeLook) -> String {
    func bar(_ width: Int, _ color: String) -> String {
      "<TD FIXEDSIZE=\"TRUE\" HEIGHT=\"3\" WIDTH=\"\(width)\"\(color.isEmpty ? "" : " BGCOLOR=\"\(color)\"")></TD>"
    }
    let cells =
      look.line == .solid ? bar(40, look.color.hex) : (0..<7).map { bar(6, $0 % 2 == 0 ? look.color.hex : "") }.joined()
    return
      "<TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"42\" HEIGHT=\"3\" BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>\(cells)</TR></TABLE>"
  }

  private static func shapeName(_ shape: GraphStyle.Shape) -> String {
    switch shape {
    case .ellipse: "oval"
    case .plain: "no frame"
    default: shape.rawValue
    }
  }
}
