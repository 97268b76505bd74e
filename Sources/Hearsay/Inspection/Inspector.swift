public import HearsayCore

/// Shows a document to a person: its text with names marked, then who said what.
public struct Inspector: Sendable {
  private let isColored: Bool

  /// An inspector.
  ///
  /// - Parameter isColored: Whether names are marked by a terminal's colours rather than by brackets.
  public init(isColored: Bool) { self.isColored = isColored }

  /// The text of `document` with every mention marked, and its statements and relations listed.
  public func text(for document: Document) -> String {
    let labels = Dictionary(document.entities.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
      .mapValues { TerminalText.safe($0) }
    var lines = [heading(of: document), ""]
    for paragraph in document.paragraphs {
      lines.append(marked(paragraph, of: document, labels))
      lines.append("")
    }
    if !document.statements.isEmpty {
      lines.append(bold("Statements"))
      for (index, statement) in document.statements.enumerated() {
        lines += Self.lines(for: statement, number: index + 1, in: document, labels)
      }
      lines.append("")
    }
    if !document.relations.isEmpty {
      lines.append(bold("Relations"))
      for relation in document.relations {
        let tie = [
          relation.isFormer ? "former" : nil, relation.role.map { TerminalText.safe($0) } ?? relation.kind.rawValue,
        ]
        lines.append(
          "  \(labels[relation.from] ?? relation.from) — \(tie.compactMap(\.self).joined(separator: " ")) — "
            + "\(labels[relation.to] ?? relation.to)")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private func heading(of document: Document) -> String {
    let parts = [
      document.source, document.metadata.published?.description, document.metadata.outlet, document.id,
    ]
    return bold("== " + parts.compactMap { $0.map { TerminalText.safe($0) } }.joined(separator: " · "))
  }

  private func marked(_ paragraph: TextRange, of document: Document, _ labels: [String: String]) -> String {
    var result = ""
    var position = paragraph.start
    for mention in document.mentions where paragraph.contains(mention.range) && mention.range.start >= position {
      result += TerminalText.safe(document[TextRange(position, mention.range.start)])
      result += mark(TerminalText.safe(document[mention.range]), labels[mention.entity] ?? mention.entity, mention)
      position = mention.range.end
    }
    return result + TerminalText.safe(document[TextRange(position, paragraph.end)])
  }

  private func mark(_ text: String, _ label: String, _ mention: Mention) -> String {
    let note = text == label ? "" : "→" + label
    guard isColored else { return "[\(text)\(note)]" }
    let color = mention.entity.hasPrefix("person.") ? 36 : mention.entity.hasPrefix("country.") ? 32 : 33
    return "\u{1B}[\(color);1m\(text)\u{1B}[0m" + (note.isEmpty ? "" : "\u{1B}[2m\(note)\u{1B}[0m")
  }

  private func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private static func lines(
    for statement: Statement, number: Int, in document: Document, _ labels: [String: String]
  ) -> [String] {
    func names(_ targets: [Statement.Target]) -> String {
      targets.map { labels[$0.entity] ?? $0.entity }.joined(separator: ", ")
    }
    let source = TerminalText.safe(document.text(of: statement.source))
    let speaker = statement.speaker.map { labels[$0] ?? $0 } ?? (source.isEmpty ? "?" : "“\(source)”?")
    var first = "  \(number). \(speaker) — \(ToldAct(statement).plain)"
    if !statement.addressees.isEmpty { first += " to \(names(statement.addressees))" }
    if let date = statement.date { first += " (\(date.text))" }
    var second = "     \(TerminalText.safe(StatementText.words(of: statement, in: document)))"
    if !statement.about.isEmpty { second += "\n     about: \(names(statement.about))" }
    return [first + " [\(statement.speech.rawValue), \(Confidence.rounded(statement.confidence))]", second]
  }
}
