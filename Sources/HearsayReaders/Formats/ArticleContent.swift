import HearsayCore

/// What a format's reader makes of one article's bytes.
struct ArticleContent {
  /// The article's text; empty where there is none.
  var text: String
  /// What the article says of itself.
  var metadata = Metadata()
  /// What a user should know, or why there is no text.
  var note: String?
}
