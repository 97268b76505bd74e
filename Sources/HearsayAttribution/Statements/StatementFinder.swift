public import HearsayCore

/// Finds who said what, to whom and when: direct, mixed and indirect speech.
///
/// Works on words, marks and mentions, in layers: quotations, cues, sources, contents, speakers, targets, dates. The
/// layers between cues and contents read phrases from closed classes of words (`NounPhrases`), where trees are missing.
public struct StatementFinder: Annotator {
  /// What counts as a statement.
  public struct Options: Sendable {
    /// Whether praise, blame and demands without a proposition count: "criticized Kyiv", "called for calm".
    public var includesCriticism = true

    /// The defaults, or without `includesCriticism`.
    public init(includesCriticism: Bool = true) { self.includesCriticism = includesCriticism }
  }

  /// What counts as a statement.
  public let options: Options

  /// A finder.
  public init(options: Options = Options()) { self.options = options }

  /// Words, sentences, and who is mentioned.
  public var reads: Set<Layer> { [.tokens, .sentences, .mentions] }
  /// Who said what.
  public var fills: Set<Layer> { [.statements] }

  /// Fills the layer. `Statement.id` stays empty.
  public func annotate(_ document: inout Document) {
    let words = Words(document)
    var readings = DocumentReader(words: words).readings()
    if !options.includesCriticism { readings.removeAll { !$0.isProposition } }
    document.statements = StatementMaker(words: words).statements(from: readings)
  }
}
