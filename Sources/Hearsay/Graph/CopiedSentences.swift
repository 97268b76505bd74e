import HearsayCore

/// Tells the sentences that an article has only because it is a copy of another.
struct CopiedSentences {
  private struct Place: Hashable {
    let story: String
    let pair: String
    let words: String
  }

  private let isCounted: Bool
  /// The ids of the articles that have copies.
  private let originals: Set<String>
  private var seen: Set<Place> = []

  /// The sentences of `documents`.
  ///
  /// - Parameter isCounted: Whether copies count like other articles: then every sentence is new.
  init(_ documents: [Document], isCounted: Bool) {
    self.isCounted = isCounted
    originals = Set(documents.compactMap(\.copyOf))
  }

  /// Whether no copy of `document`, and not `document` itself, has been asked for the sentence of `pair` before.
  mutating func isNew(_ pair: SentencePairs.Found, in document: Document) -> Bool {
    guard !isCounted, document.copyOf != nil || originals.contains(document.id),
      let sentence = document.sentenceIndex(at: pair.range.start)
    else { return true }
    let words = document[document.sentences[sentence].range].unicodeScalars.filter { $0.properties.isAlphabetic }
    return seen.insert(
      Place(
        story: document.copyOf ?? document.id, pair: pair.from + " " + pair.to,
        words: String(String.UnicodeScalarView(words)))
    ).inserted
  }
}
