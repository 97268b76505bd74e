import HearsayCore

/// Which statement of one article is the same as one of another: the same words by the same speaker.
enum StatementIdentity {
  /// Gives every statement of `document` its id. Entity ids must be those of the whole run.
  static func assign(to document: inout Document) {
    for index in document.statements.indices {
      document.statements[index].id = id(of: document.statements[index], in: document)
    }
  }

  /// `statement.` and the first 12 hexadecimal digits of a digest of the speaker and the words.
  ///
  /// Marks, spaces and case do not count: outlets print one quotation with different ones. What nobody known said stays
  /// with its document.
  private static func id(of statement: Statement, in document: Document) -> String {
    let speaker = statement.speaker ?? document.id
    let words = String(
      String.UnicodeScalarView(
        document.text(of: statement.content).lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
    return "statement." + SHA256(speaker + "\n" + statement.polarity.rawValue + "\n" + words).hex.prefix(12)
  }
}
