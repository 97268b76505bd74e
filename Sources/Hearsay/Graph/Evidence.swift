import HearsayCore
import HearsayGraph

/// What an edge rests on. There is no edge without: `EdgeList.add` asks for one.
enum Evidence {
  /// A span of a document, in bytes.
  case text(document: Int, range: TextRange)
  /// A table that says so.
  case rule(String)
}

/// Evidence as outputs have it: a span in code points, and the sentence that it stands in.
struct QuotedEvidence {
  let points: Range<Int>
  let sentence: String

  /// The attributes `document`, `start`, `end` and `sentence`.
  func attributes(_ document: String) -> [String: AttributeValue?] {
    [
      "document": .string(document), "start": .int(points.lowerBound), "end": .int(points.upperBound),
      "sentence": .string(sentence),
    ]
  }
}

/// Quotes evidence from one document.
struct EvidenceQuoter {
  /// The document's index.
  let index: Int
  private let document: Document
  private let points: CodePointMap
  /// Many edges rest on one sentence, and share its words.
  private var sentences: [TextRange: String] = [:]

  init(_ document: Document, index: Int) {
    self.document = document
    self.index = index
    points = CodePointMap(document)
  }

  /// What `range` says.
  mutating func quoted(_ range: TextRange) -> QuotedEvidence {
    QuotedEvidence(points: points.codePoints(range), sentence: sentence(around: range))
  }

  /// The sentences that `range` touches, on one line; where it touches none, the words of `range` themselves.
  private mutating func sentence(around range: TextRange) -> String {
    let ends = [range.start, max(range.start, range.end - 1)]
    let touched = ends.compactMap { document.sentenceIndex(at: $0) }.map { document.sentences[$0].range }
    let whole = touched.reduce(range) { $0.union($1) }
    if let known = sentences[whole] { return known }
    let words = document[whole].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    sentences[whole] = words
    return words
  }
}
