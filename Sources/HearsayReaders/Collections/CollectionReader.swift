import HearsayCore

/// Reads a format whose files hold many articles.
protocol CollectionReader: SendableMetatype {
  /// Hands each article of `bytes`, or the diagnostic for what was left out, to `body`, in the file's order.
  ///
  /// A fault of `bytes` is for the caller to tell.
  static func read(_ bytes: ByteReader, _ maker: ArticleMaker, _ body: (Reading) throws -> Void) rethrows
}
