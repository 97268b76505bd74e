public import HearsayCore

/// Parts text into words and marks as Universal Dependencies counts them in English (the EWT treebank).
///
/// Contractions are parted ("do" + "n't", "can" + "not", "Blinken" + "'s", "gon" + "na"), and so are compounds
/// ("well" + "-" + "known", but "e-mail", "co-operate"); numbers, dates, times, addresses, handles, smileys and the stop
/// of an abbreviation stay whole. Every byte that is not white space lies in exactly one token. Time is linear in the
/// text, whatever it holds.
public struct Tokenizer: Annotator {
  /// A tokenizer.
  public init() {}

  /// Nothing.
  public var reads: Set<Layer> { [] }
  /// The words and marks.
  public var fills: Set<Layer> { [.tokens] }

  /// Fills `document.tokens`, paragraph by paragraph.
  public func annotate(_ document: inout Document) {
    var scanner = TokenScanner(document.utf8)
    for paragraph in document.paragraphs { scanner.scan(paragraph) }
    document.tokens = scanner.tokens
  }

  /// The tokens of `text`, taken as one paragraph.
  public func tokens(in text: String) -> [Token] {
    var scanner = TokenScanner(Array(text.utf8))
    scanner.scan(TextRange(0, scanner.bytes.count))
    return scanner.tokens
  }
}
