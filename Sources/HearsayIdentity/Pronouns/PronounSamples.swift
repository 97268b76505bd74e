public import HearsayCore

/// What the pronouns of a document were weighed by: what Training/pronouns.py learns weights from.
public struct PronounSamples: Sendable {
  /// One line for each pronoun and each mention that it may stand for, tab-separated: the document's source, where the
  /// pronoun stands, the family of its weights, where the mention stands (`-` for none) in bytes as `START-END`, and its features
  /// parted by `;`.
  public let lines: [String]

  /// Reads `document`, whose names and sentences are found.
  public init(_ document: Document) {
    let words = Words(document)
    let resolver = MentionFinder.pronounSamples(in: words)
    func span(_ range: TextRange) -> String { "\(range.start)-\(range.end)" }
    var lines: [String] = []
    for sample in resolver {
      let head =
        "\(document.source)\t\(span(document.tokens[sample.pronoun.token].range))\t\(sample.pronoun.family.rawValue)"
      lines.append("\(head)\t-\t" + sample.none.joined(separator: ";"))
      for candidate in sample.candidates {
        lines.append("\(head)\t\(span(candidate.range))\t" + candidate.features.joined(separator: ";"))
      }
    }
    self.lines = lines
  }
}
