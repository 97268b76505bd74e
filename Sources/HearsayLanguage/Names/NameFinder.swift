public import HearsayCore

/// Finds the names of people, organizations and places by rules: capitals, tables of facts, and the words around.
///
/// A name is a run of words in capitals with what joins them ("Ministry of Foreign Affairs", "Ludwig van Beethoven",
/// "AT&T"). Tables of countries, organizations, offices and given names, words that head organizations, and the words
/// before and after say what it names; what a document calls a person once is one elsewhere too. Lines in title case or
/// in capitals are read last, and only names known from the tables or from the rest of the document are found there.
public struct NameFinder: Annotator {
  /// A finder.
  public init() {}

  /// Words and sentences.
  public var reads: Set<Layer> { [.tokens, .sentences] }
  /// The names.
  public var fills: Set<Layer> { [.names] }

  /// Fills `document.names`.
  public func annotate(_ document: inout Document) {
    let words = NameWords(document)
    var names: [Name] = []
    var headlines: [Range<Int>] = []
    for sentence in document.sentences {
      if words.isHeadline(sentence.tokens) {
        headlines.append(sentence.tokens)
      } else {
        var runs = NameRuns(words, sentence.tokens)
        names += runs.names()
      }
    }
    let memory = NameMemory(words, names)
    names = names.compactMap { memory.revised($0) }
    for headline in headlines { names += memory.names(in: headline) }
    document.names = names.sorted { $0.range < $1.range }
  }
}
