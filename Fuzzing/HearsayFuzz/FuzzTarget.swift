/// What is fuzzed: a way into the program that takes any bytes, and what must hold of what comes out.
///
/// A target stops the program where something does not hold, as the program itself does where it finds a fault of ours.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Every format that articles are read from, told apart by the bytes themselves.
  case readers
  /// Tokens and sentences of a text.
  case tokenizer
  /// All stages on a text, and its line of JSON.
  case annotate
  /// The neural reader on words.
  case tagger
  /// Every format that graphs are written in; those in XML and JSON are read back and compared.
  case exporters

  /// Takes `bytes`.
  public func run(_ bytes: [UInt8]) {
    switch self {
    case .readers: ReaderCheck.run(bytes)
    case .tokenizer: TextCheck.tokenize(bytes)
    case .annotate: TextCheck.annotate(bytes)
    case .tagger: TextCheck.tag(bytes)
    case .exporters: ExporterCheck.run(bytes)
    }
  }
}
