public import HearsayCore

/// Finds the times gone by that a text names, as `StatementFinder` resolves those of its statements.
public struct TimeFinder: Annotator {
  /// A finder.
  public init() {}

  /// Words and sentences.
  public var reads: Set<Layer> { [.tokens, .sentences] }
  /// The times.
  public var fills: Set<Layer> { [.times] }

  /// Fills the layer.
  public func annotate(_ document: inout Document) {
    document.times = StatementDates(words: Words(document)).times()
  }
}
