import HearsayGraph

/// The words of a picture: labels, and what a browser shows when the pointer rests on something.
struct PictureWords {
  /// The most statements that a tooltip quotes.
  private static let mostQuoted = 6
  /// The most characters of a name.
  private static let mostOfName = 90
  /// The most characters of one statement in a tooltip.
  private static let mostCharacters = 240

  let graph: Graph
  /// The articles, by the id of the document.
  let articles: [String: Picture.Article]

  /// A name on lines of about `width` characters; a very long one is cut with `…`, a very long word is broken.
  static func wrapped(_ text: String, width: Int = 20) -> String {
    let short = text.count <= mostOfName ? text : text.prefix(mostOfName - 1) + "…"
    var lines: [String] = []
    for word in short.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] += " " + word
      } else {
        var rest = word
        while rest.count > width * 3 / 2 {
          lines.append(String(rest.prefix(width)))
          rest = rest.dropFirst(width)
        }
        lines.append(String(rest))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The acts of a line, the most frequent first.
  func acts(of line: PictureLine) -> [ToldAct] {
    var counts: [(act: ToldAct, count: Int)] = []
    for index in line.edges {
      let edge = graph.edges[index]
      let polarity = graph.text("polarity", of: edge)
      // An edge that adds up statements lists their acts, the commonest first.
      guard let act = graph.text("act", of: edge) ?? graph.list("acts", of: edge).first else { continue }
      let told = ToldAct(act: act, polarity: polarity)
      let number = graph.number("statements", of: edge) ?? 1
      if let known = counts.firstIndex(where: { $0.act == told }) {
        counts[known].count += number
      } else {
        counts.append((told, number))
      }
      for other in graph.list("acts", of: edge).dropFirst() where !counts.contains(where: { $0.act.act == other }) {
        counts.append((ToldAct(act: other, polarity: nil), 0))
      }
    }
    // A stable order: of two as frequent, the one that came first.
    return counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(
      \.element.act)
  }

  /// What stands on a line: "accuses, demands ×3", "foreign minister", "member of".
  func label(of line: PictureLine) -> String {
    switch line.sort {
    case .statements:
      let acts = acts(of: line)
      let verbs = acts.prefix(2).map(\.told).joined(separator: ", ") + (acts.count > 2 ? " …" : "")
      return line.count == 1 ? verbs : "\(verbs) ×\(line.count)"
    case .tie:
      let labels = line.edges.prefix(1).map { index in
        let edge = graph.edges[index]
        switch graph.text("kind", of: edge) {
        case "role":
          return (graph.text("former", of: edge) == "true" ? "former " : "") + (graph.text("role", of: edge) ?? "role")
        case "member": return "member of"
        case "part": return "part of"
        default: return graph.text("relation", of: edge) ?? graph.text("label", of: edge) ?? ""
        }
      }
      return Self.wrapped(labels.joined(), width: 24)
    case .stances: return line.count == 1 ? "" : "×\(line.count)"
    case .mentions: return ""
    }
  }

  /// Where the first article stands that a line rests on, if it is on the web.
  func url(of line: PictureLine) -> String? {
    line.edges.lazy.compactMap { graph.text("document", of: graph.edges[$0]) }.first.flatMap { articles[$0]?.url }
  }

  /// What a browser shows on a line: who, to whom, and the words with date and article.
  func tooltip(of line: PictureLine) -> String {
    let (source, target) = (name(of: line.source), name(of: line.target))
    switch line.sort {
    case .statements:
      var lines = ["\(source) → \(target): \(Self.counted(line.count, "statement"))"]
      lines += line.edges.prefix(Self.mostQuoted).map { quotation(graph.edges[$0]) }
      if line.edges.count > Self.mostQuoted { lines.append("and \(line.edges.count - Self.mostQuoted) more") }
      return lines.joined(separator: "\n")
    case .tie:
      return (["\(source) → \(target)"] + line.edges.map { tie(graph.edges[$0]) }).joined(separator: "\n")
    case .stances:
      let edge = graph.edges[line.edges[0]]
      let parties = graph.list("third_parties", of: edge).map { id in
        graph.index(ofNode: id).map { name(of: $0) } ?? id
      }
      return
        "\(source) and \(target): \(graph.text("kind", of: edge) ?? "tie") about \(parties.joined(separator: ", "))"
    case .mentions: return "\(source) and \(target): named together in \(Self.counted(line.count, "sentence"))"
    }
  }

  /// What a browser shows on an actor.
  func tooltip(of node: Node) -> String {
    var lines = [graph.text("label", of: node) ?? node.id]
    lines[0] += " (\(graph.text("kind", of: node) ?? "?"))"
    let roles = graph.list("roles", of: node)
    if !roles.isEmpty { lines.append(roles.joined(separator: ", ")) }
    let aliases = graph.list("aliases", of: node)
    if !aliases.isEmpty { lines.append("also: " + aliases.joined(separator: ", ")) }
    let counts = [("statements", "statement"), ("mentions", "mention"), ("documents", "article")].compactMap {
      name, noun in
      graph.number(name, of: node).map { Self.counted($0, noun) }
    }
    if !counts.isEmpty { lines.append(counts.joined(separator: ", ")) }
    if let note = graph.text("note", of: node) { lines.append(note) }
    return lines.joined(separator: "\n")
  }

  /// "1 statement", "2 statements".
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func name(of node: Int) -> String { graph.text("label", of: graph.nodes[node]) ?? graph.nodes[node].id }

  /// `accuse, 2022-01-07: “…” (title of the article)`
  private func quotation(_ edge: Edge) -> String {
    let act = graph.text("act", of: edge).map { ToldAct(act: $0, polarity: graph.text("polarity", of: edge)).told }
    let date = graph.text("date", of: edge).map { ", \($0)" } ?? ""
    var words = graph.text("text", of: edge) ?? graph.text("sentence", of: edge) ?? ""
    words.replace("\n", with: " ")
    if words.count > Self.mostCharacters { words = words.prefix(Self.mostCharacters) + "…" }
    return "\(act ?? "says")\(date): “\(words)”\(article(edge))"
  }

  private func tie(_ edge: Edge) -> String {
    let kind = graph.text("role", of: edge) ?? graph.text("relation", of: edge) ?? graph.text("label", of: edge) ?? ""
    return kind + (graph.text("rule", of: edge).map { " (\($0))" } ?? article(edge))
  }

  private func article(_ edge: Edge) -> String {
    guard let document = graph.text("document", of: edge) else { return "" }
    return " (\(articles[document]?.title ?? document))"
  }
}
