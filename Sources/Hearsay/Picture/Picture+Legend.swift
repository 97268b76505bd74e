import HearsayExporters

extension Picture {
  /// The kinds of node that an actors view has, and so the legend.
  private static let kinds = ["person", "organization", "country"]

  /// A framed list: samples of nodes and lines in one column, what they mean in the other.
  ///
  /// Its ids begin with `legend.`, which no actor's does.
  func writeLegend(to buffer: inout OutputBuffer) {
    buffer.append("  subgraph \"cluster_legend\" {\n")
    buffer.append("    graph [\"id\"=\"legend\", \"color\"=\"#BBBBBB\", \"margin\"=\"10\", \"labelloc\"=\"b\", ")
    buffer.append(
      "\"fontsize\"=\"12\", \"label\"=\"wider line: more statements; larger name: more often in the news\"];\n")
    for row in style.nodes where Self.kinds.contains(row.kind) {
      buffer.append(
        "    \"legend.\(row.kind)\" [\"label\"=\"name\", \"tooltip\"=\"\(row.kind)\", \"fontsize\"=\"11\", ")
      buffer.append(Self.attributes(row.look) + "];\n")
      writeMeaning(row.kind, of: row.kind, line: "\"style\"=\"invis\"", to: &buffer)
    }
    for (index, row) in style.acts.enumerated() {
      writeSample(row.title, row.look, head: "normal", number: index, to: &buffer)
    }
    // The ties of an actors view come first.
    for (index, row) in style.ties.prefix(2).enumerated() {
      let head = row.look.line == .solid ? "none" : "vee"
      writeSample(row.title, row.look, head: head, number: style.acts.count + index, to: &buffer)
    }
    buffer.append("  }\n")
  }

  /// A line that begins at nothing.
  private func writeSample(
    _ title: String, _ look: GraphStyle.EdgeLook, head: String, number: Int, to buffer: inout OutputBuffer
  ) {
    let sample = "line\(number)"
    buffer.append("    \"legend.\(sample)\" [\"shape\"=\"point\", \"style\"=\"invis\", \"width\"=\"0.05\"];\n")
    let line = "\(Self.attributes(look)), \"arrowhead\"=\"\(head)\", \"penwidth\"=\"1.6\", \"tooltip\"=\"\(title)\""
    writeMeaning(title, of: sample, line: line, to: &buffer)
  }

  /// What a sample means, and the line from the one to the other. All meanings have one width, so that they begin in one
  /// column.
  private func writeMeaning(_ title: String, of sample: String, line: String, to buffer: inout OutputBuffer) {
    buffer.append(
      "    \"legend.\(sample).meaning\" [\"label\"=\" \(title)\\l\", \"tooltip\"=\"\(title)\", \"shape\"=\"box\", ")
    buffer.append("\"style\"=\"\", \"peripheries\"=\"0\", \"margin\"=\"0\", \"width\"=\"3.2\", \"height\"=\"0.25\"];\n")
    buffer.append("    \"legend.\(sample)\" -> \"legend.\(sample).meaning\" [\(line)];\n")
  }
}
