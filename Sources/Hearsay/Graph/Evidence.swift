import HearsayCore
import HearsayGraph

/// What an edge rests on. There is no edge without: `EdgeList.add` asks for one.
enum Evidence {
  /// A span of a document, in bytes.
  case text(document: Int, range: TextRange)
  /// A table that says so.
  case rule(String)
}

/// Turns evidence into attributes: spans in code points, and the sentence that they stand in.
struct EvidenceWriter {
  private let documents: [Document]
  /// The map of the document that was asked for last; the maps of all would hold all texts.
  private var map: (document: Int, points: CodePointMap)?

  init(_ documents: [Document]) { self.documents = documents }

  /// The attributes `document`, `start`, `end` and `sentence`, or `rule`.
  mutating func attributes(of evidence: Evidence) -> [String: AttributeValue?] {
    switch evidence {
    case .rule(let rule): return ["rule": .string(rule)]
    case .text(let index, let range):
      if map?.document != index { map = (index, CodePointMap(documents[index])) }
      let points = map!.points.codePoints(range)
      return [
        "document": .string(documents[index].id), "start": .int(points.lowerBound), "end": .int(points.upperBound),
        "sentence": .string(sentence(around: range, in: documents[index])),
      ]
    }
  }

  /// The sentences that `range` touches, on one line; where it touches none, the words of `range` themselves.
  private func sentence(around range: TextRange, in document: Document) -> String {
    let ends = [range.start, max(range.start, range.end - 1)]
    let touched = ends.compactMap { document.sentenceIndex(at: $0) }.map { document.sentences[$0].range }
    let whole = touched.reduce(range) { $0.union($1) }
    return document[whole].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
