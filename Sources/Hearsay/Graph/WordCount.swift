import HearsayCore

/// How long an article is, as an editor counts.
enum WordCount {
  /// The number of runs of characters between white space that hold a letter or digit.
  static func words(in document: Document) -> Int {
    document.text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
