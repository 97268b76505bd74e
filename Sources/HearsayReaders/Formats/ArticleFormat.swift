import HearsayCore

/// The formats that articles come in: one row each, tried in order, told apart by what the bytes hold.
enum ArticleFormat: String, CaseIterable, Sendable {
  /// One JSON object a line (https://jsonlines.org).
  case jsonLines
  /// A page of the web.
  case html
  /// Any other XML.
  case xml
  /// Anything else that is text.
  case plainText

  /// Bytes from the start by which a format is known.
  static let headSize = 65_536

  /// The format of a text in UTF-8 that begins with `head`, of which the first matches, in the order of the cases.
  static func of(_ head: ArraySlice<UInt8>) -> ArticleFormat {
    allCases.first { $0.matches(head.prefix(headSize)) } ?? .plainText
  }

  private func matches(_ head: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .jsonLines: JSONLinesReader.matches(head)
    case .html: HTMLReader.matches(head)
    case .xml: XMLReader.matches(head)
    case .plainText: true
    }
  }

  /// What a document in this format holds: its text, cleaned, and what it says of itself; or why there is none.
  ///
  /// - Precondition: not for JSON Lines, which hold many documents.
  func article(_ utf8: [UInt8], limits: ReaderLimits) -> ArticleContent {
    switch self {
    case .jsonLines: preconditionFailure("JSON Lines are read line by line")
    case .html: HTMLReader.article(utf8, limits: limits)
    case .xml: XMLReader.article(utf8, limits: limits)
    case .plainText: PlainTextReader.article(utf8)
    }
  }
}

/// What a format's reader makes of one article's bytes.
struct ArticleContent {
  /// The article's text; empty where there is none.
  var text: String
  /// What the article says of itself.
  var metadata = Metadata()
  /// What a user should know, or why there is no text.
  var note: String?
}
