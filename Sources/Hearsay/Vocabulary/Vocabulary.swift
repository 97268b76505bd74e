/// The names that a graph, and everything that reads one, may rely on.
///
/// Names and types here are promises: they may be added to, and change only with a new `version`.
public enum Vocabulary {
  /// The version of the vocabulary, which `annotate` prints on each line.
  public static let version = 1
}
