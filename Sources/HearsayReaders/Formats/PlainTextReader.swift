import HearsayCore

/// Reads plain text: joins wrapped lines, takes out site furniture, finds title, date and outlet.
enum PlainTextReader {
  static func article(_ utf8: [UInt8]) -> ArticleContent {
    let paragraphs = LineJoiner.paragraphs(of: String(decoding: utf8, as: UTF8.self))
    let (text, metadata) = ArticleText.cleaned(paragraphs)
    return ArticleContent(text: text, metadata: metadata)
  }
}
