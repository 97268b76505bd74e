import HearsayCore

/// Which entities of a document the corrections that split a node speak of.
enum SplitChoice {
  /// The entities that each such correction chooses in `document`, whoever they turn out to be, by the correction's index.
  static func all(_ corrections: Corrections, in document: Document) -> [(correction: Int, entities: Set<String>)] {
    corrections.all.enumerated().compactMap { index, correction in
      guard case .split(_, let documents, let context, _) = correction.action,
        documents.isEmpty || documents.contains(where: { isNamed($0, document) })
      else { return nil }
      guard let context else { return (index, Set(document.entities.map(\.id))) }
      let entities = entities(beside: context.lowercased(), in: document)
      return entities.isEmpty ? nil : (index, entities)
    }
  }

  /// Whether `name` is the document's id, or one of its sources or the end of one: "x.txt" of "seeds/x.txt".
  private static func isNamed(_ name: String, _ document: Document) -> Bool {
    name == document.id || document.sources.contains { $0 == name || $0.hasSuffix("/" + name) }
  }

  /// The entities mentioned in a sentence that has `context`, which is in lower case.
  private static func entities(beside context: String, in document: Document) -> Set<String> {
    var found: Set<String> = []
    var checked: [Int: Bool] = [:]
    for mention in document.mentions where !found.contains(mention.entity) {
      guard let sentence = document.sentenceIndex(at: mention.range.start) else { continue }
      let isBeside =
        checked[sentence] ?? document[document.sentences[sentence].range].lowercased().contains(context)
      checked[sentence] = isBeside
      if isBeside { found.insert(mention.entity) }
    }
    return found
  }
}
