public import HearsayCore

/// Parts paragraphs into sentences.
///
/// A sentence ends at a full stop, question mark, exclamation mark or ellipsis that is a token of its own (the stops of
/// abbreviations are not), with the closing marks behind it, unless what follows goes on: a word in lower case, or a
/// cue of speech behind a quotation ("“Go!” Smith said."). It never crosses a paragraph; a paragraph without a stop, a
/// headline, is one sentence. Items of a list and lines that are not wrapped text are sentences of their own. What has no
/// end for as long as the limit `sentence-tokens` is cut.
public struct SentenceSplitter: Annotator {
  private let mostTokens: Int

  /// A splitter.
  public init(limits: Limits = Limits()) { mostTokens = limits.sentenceTokens }

  /// The words and marks.
  public var reads: Set<Layer> { [.tokens] }
  /// The sentences.
  public var fills: Set<Layer> { [.sentences] }

  /// Fills `document.sentences`.
  public func annotate(_ document: inout Document) {
    var sentences: [Sentence] = []
    var cut = 0
    sentences.reserveCapacity(document.tokens.count / 16 + 1)
    for (paragraph, range) in document.paragraphs.enumerated() {
      let indices = document.tokenIndices(in: range)
      guard !indices.isEmpty else { continue }
      var boundaries = SentenceBoundaries(document, indices, mostTokens: mostTokens)
      let found = boundaries.sentences()
      cut += boundaries.cut
      for tokens in found {
        let whole = TextRange(
          document.tokens[tokens.lowerBound].range.start, document.tokens[tokens.upperBound - 1].range.end)
        sentences.append(Sentence(whole, tokens: tokens, paragraph: paragraph))
      }
    }
    document.sentences = sentences
    if cut > 0 {
      let message =
        "\(cut) \(cut == 1 ? "sentence" : "sentences") of over \(mostTokens) words and marks cut in parts; allow more by "
        + "--limit sentence-tokens=NUMBER"
      document.diagnostics.append(Diagnostic(.note, source: document.source, message: message))
    }
  }
}
