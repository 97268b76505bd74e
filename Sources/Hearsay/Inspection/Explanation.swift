import HearsayCore

/// Why mentions are one entity: each place that stands for it, with the rule that tied it.
public struct Explanation: Sendable {
  /// The explanation, a line for each mention, parted by document.
  public let text: String

  /// Explains the entity `node`, or nil where no document mentions it.
  public init?(of node: String, in corpus: Corpus) {
    var lines: [String] = []
    for document in corpus.documents {
      guard let entity = document.entities.first(where: { $0.id == node }) else { continue }
      if lines.isEmpty { lines.append("\(entity.id): \(entity.label), \(entity.kind.rawValue)") }
      if let note = entity.note, !lines.contains("  " + note) { lines.append("  " + note) }
      lines.append("\(document.source) (\(document.id))")
      let map = CodePointMap(document)
      for mention in document.mentions where mention.entity == node {
        let points = map.codePoints(mention.range)
        let words = document[mention.range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        lines.append(
          "  \(points.lowerBound)–\(points.upperBound) “\(words)” (\(mention.form.rawValue), "
            + "\(Confidence.rounded(mention.confidence))): \(mention.rule)")
      }
    }
    guard !lines.isEmpty else { return nil }
    text = lines.map { TerminalText.safe($0) }.joined(separator: "\n") + "\n"
  }
}
