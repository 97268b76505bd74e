import HearsayCore

/// Makes documents of a file's articles, and diagnostics of what is none.
struct ArticleMaker {
  /// The name of the file, as documents carry it.
  let source: String
  let limits: Limits

  /// The name of one record in the file: at most 300 bytes of its id on one line, else its number, from 1.
  func name(_ id: String?, number: Int) -> String {
    let id = id.map { Words.collapsed($0) } ?? ""
    return source + "#" + (id.isEmpty ? String(number) : String(decoding: id.utf8.prefix(300), as: UTF8.self))
  }

  /// That something was left out: the file, or the record of it that is named.
  func skipped(_ message: String, _ name: String? = nil, line: Int? = nil) -> Reading {
    .diagnostic(Diagnostic(.skipped, source: name ?? source, line: line, message: message))
  }

  /// Something that may surprise about the file.
  func note(_ message: String) -> Reading { .diagnostic(Diagnostic(.note, source: source, message: message)) }

  /// That an article is over the limit.
  func tooLong(_ count: Int?, _ name: String? = nil) -> Reading {
    let size = count.map { "\($0) bytes, " } ?? ""
    return skipped(
      "\(size)over the limit of \(limits.articleBytes) for one article: split it, or allow more by "
        + "--limit article-bytes=NUMBER", name)
  }

  /// That the file has more records than the limit.
  var tooMany: Reading {
    skipped("more than \(limits.records) records: the rest is left out; allow more by --limit records=NUMBER")
  }

  /// The document that `content` is, or why it is none.
  ///
  /// - Parameter lost: What is missing of it, where something is.
  func reading(
    _ content: ArticleContent, _ name: String? = nil, lost: String? = nil, notes: [String] = []
  ) -> Reading {
    if content.text.utf8.count > limits.articleBytes { return tooLong(content.text.utf8.count, name) }
    if let reason = LetterCheck.reason(against: content.text) {
      return skipped(content.note ?? reason, name)
    }
    var document = Document(text: content.text, source: name ?? source, metadata: content.metadata)
    if let lost {
      document.diagnostics.append(Diagnostic(.partial, source: name ?? source, message: lost))
    }
    for note in notes + [content.note].compactMap(\.self) {
      document.diagnostics.append(Diagnostic(.note, source: name ?? source, message: note))
    }
    return .document(document)
  }

  /// The document that a page, fetched with `declared` as its encoding, is, or why it is none.
  ///
  /// - Parameters:
  ///   - known: What is known of it from elsewhere, where the page does not say it itself.
  ///   - lost: What is missing of it, where something is.
  func page(
    _ bytes: [UInt8], declared: String?, known: Metadata, _ name: String, lost: String? = nil
  ) -> Reading {
    let decoded = TextDecoder(
      bytes, declared: declared ?? DeclaredEncoding.name(in: bytes.prefix(DeclaredEncoding.reach)))
    var content = HTMLReader.article(CleanText.cleaned(decoded.utf8), limits: limits)
    content.metadata.fill(from: known)
    return reading(content, name, lost: lost, notes: [decoded.note].compactMap(\.self))
  }
}

extension Metadata {
  /// Takes from `other` what is not known here.
  mutating func fill(from other: Metadata) {
    title = title ?? other.title
    outlet = outlet ?? other.outlet
    published = published ?? other.published
    url = url ?? other.url
    language = language ?? other.language
  }
}
