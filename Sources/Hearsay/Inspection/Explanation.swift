import HearsayCore
import HearsayIdentity

/// Why mentions are one entity: each place that stands for it, its sentence, and the rule that tied it; what each document
/// calls it, and why that is the same; what almost was, and why it is not.
public struct Explanation: Sendable {
  /// The explanation, a line for each link and mention, parted by document.
  public let text: String

  /// Explains the entity `node`, or nil where no document mentions it.
  public init?(of node: String, in corpus: Corpus) {
    let sources = Dictionary(corpus.documents.map { ($0.id, $0.source) }, uniquingKeysWith: { first, _ in first })
    var mentions: [String] = []
    var entity: Entity?
    for document in corpus.documents {
      guard let here = document.entities.first(where: { $0.id == node }) else { continue }
      entity = entity ?? here
      mentions.append("\(document.source) (\(document.id))")
      mentions += Self.mentions(of: node, in: document)
    }
    guard let entity else { return nil }
    var lines = ["\(entity.id): \(entity.label), \(entity.kind.rawValue)"]
    let resolved = corpus.resolution.node(node)
    if let aliases = resolved?.aliases, !aliases.isEmpty {
      lines.append("  also called " + aliases.joined(separator: ", "))
    }
    if let note = entity.note { lines.append("  " + note) }
    lines += (resolved?.decisions ?? []).map { "  " + $0 }
    if let members = resolved?.members {
      lines.append("Why it is one:")
      for member in members {
        let count = "\(member.mentions) mention\(member.mentions == 1 ? "" : "s")"
        lines.append("  “\(member.label)” in \(sources[member.document] ?? member.document) (\(count)): \(member.rule)")
      }
    }
    let misses = corpus.resolution.nearMisses(of: node)
    if !misses.isEmpty {
      lines.append("What it is not:")
      for miss in misses {
        let label = corpus.resolution.node(miss.id).map { " (\($0.label))" } ?? ""
        lines.append("  \(miss.id)\(label): \(miss.reason)")
      }
    }
    lines.append("Where it is mentioned:")
    text = (lines + mentions).map { TerminalText.safe($0) }.joined(separator: "\n") + "\n"
  }

  /// Each mention with its rule, the sentence once for those that share it.
  private static func mentions(of node: String, in document: Document) -> [String] {
    let map = CodePointMap(document)
    var lines: [String] = []
    var last: Int?
    for mention in document.mentions where mention.entity == node {
      let sentence = document.sentenceIndex(at: mention.range.start)
      if let sentence, sentence != last { lines.append("  | " + oneLine(document[document.sentences[sentence].range])) }
      last = sentence
      let points = map.codePoints(mention.range)
      lines.append(
        "  \(points.lowerBound)–\(points.upperBound) “\(oneLine(document[mention.range]))” (\(mention.form.rawValue), "
          + "\(Confidence.rounded(mention.confidence))): \(mention.rule)")
    }
    return lines
  }

  private static func oneLine(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
