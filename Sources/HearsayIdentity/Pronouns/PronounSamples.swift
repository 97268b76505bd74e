public import HearsayCore

/// What the pronouns of a document were weighed by: what Training/pronouns.py learns weights from.
public struct PronounSamples: Sendable {
  /// One line for each pronoun and each mention that it may stand for, tab-separated: the document's source, where the
  /// pronoun stands, the family of its weights, how it is known who is meant (`none`, `name`), where the mention stands (`-`
  /// for none) in bytes as `START-END`, the entity as a number, whether it is meant (`1`, `0`, `?`), and its features parted by `;`.
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
        + "\t\(sample.teacher.rawValue)"
      if sample.teacher == .none { lines.append("\(head)\t-\t-\t?\t" + sample.none.joined(separator: ";")) }
      for (candidate, isRight) in zip(sample.candidates, sample.isRight) {
        let answer = isRight.map { $0 ? "1" : "0" } ?? "?"
        // A number, not a word: what the attention says goes with its weight times this.
        let regard = candidate.regard == 0 ? [] : ["regard:\(candidate.regard)"]
        let features = (candidate.features + regard).joined(separator: ";")
        lines.append("\(head)\t\(span(candidate.range))\t\(candidate.draft)\t\(answer)\t\(features)")
      }
    }
    self.lines = lines
  }
}
