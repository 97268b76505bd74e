public import HearsayCore

/// What comes out of reading: an article, or why there is none.
public enum Reading: Sendable {
  /// An article, with empty layers.
  case document(Document)
  /// Something was left out.
  case diagnostic(Diagnostic)
}

/// Reads articles of every format, told apart by what they hold and not by their names.
///
/// Reading never fails: what cannot be read gives a diagnostic. A document reads no other file and nothing from a
/// network, whatever it asks for.
public struct ArticleReader: Sendable {
  private let limits: ReaderLimits

  /// A reader that takes in no more than `limits` allow.
  public init(limits: ReaderLimits = .init()) { self.limits = limits }

  /// Reads a file and hands each article, or diagnostic, to `body` in the file's order.
  ///
  /// JSON Lines are read line by line, and any other file only up to the limit, so memory stays bounded.
  public func read(_ file: InputFile, _ body: (Reading) throws -> Void) rethrows {
    let bytes: FileBytes
    var head: [UInt8] = []
    do {
      bytes = try FileBytes(file)
      try bytes.fill(&head, to: ArticleFormat.headSize)
    } catch {
      return try body(dropped(file.source, "cannot be read: \(error)"))
    }
    if BinaryCheck.reason(against: head.prefix(ArticleFormat.headSize)) == nil, isJSONLines(head) {
      return try readLines(head, then: bytes, source: file.source, body)
    }
    guard max(bytes.size ?? 0, head.count) <= limits.articleBytes else {
      return try body(tooLong(file.source, bytes.size ?? head.count))
    }
    do { try bytes.fill(&head, to: limits.articleBytes + 1) } catch {
      return try body(dropped(file.source, "cannot be read: \(error)"))
    }
    try read(head, source: file.source, body)
  }

  /// Reads the articles that `bytes` hold; a function of its arguments alone.
  public func read(_ bytes: [UInt8], source: String, _ body: (Reading) throws -> Void) rethrows {
    if bytes.isEmpty { return try body(dropped(source, "an empty file")) }
    if let reason = BinaryCheck.reason(against: bytes.prefix(ArticleFormat.headSize)) {
      return try body(dropped(source, reason))
    }
    if isJSONLines(bytes) {
      var lines = JSONLinesReader(source: source, limits: limits)
      try lines.take(Self.withoutMark(bytes), body)
      return try lines.finish(body)
    }
    guard bytes.count <= limits.articleBytes else { return try body(tooLong(source, bytes.count)) }
    switch JSONValue.whole(bytes, nesting: limits.jsonNesting) {
    case .object:
      // One object printed over several lines is one line of JSON Lines all the same.
      var lines = JSONLinesReader(source: source, limits: limits)
      try lines.takeLine(bytes, body)
    case .array: try body(dropped(source, "a list in JSON: write one object a line (JSON Lines)"))
    default: try body(article(bytes, source: source))
    }
  }

  private func article(_ bytes: [UInt8], source: String) -> Reading {
    let decoded = TextDecoder(bytes, declared: DeclaredEncoding.name(in: bytes.prefix(DeclaredEncoding.reach)))
    let utf8 = CleanText.cleaned(decoded.utf8)
    if let reason = GraphCheck.reason(against: utf8) { return .diagnostic(skipped(source, reason)) }
    let format = ArticleFormat.of(utf8[...])
    if format == .jsonLines { return .diagnostic(skipped(source, "JSON Lines not in UTF-8: write them in UTF-8")) }
    let content = format.article(utf8, limits: limits)
    if let reason = LetterCheck.reason(against: content.text) {
      return .diagnostic(skipped(source, content.note ?? reason))
    }
    var document = Document(text: content.text, source: source, metadata: content.metadata)
    for note in [decoded.note, content.note].compactMap({ $0 }) {
      document.diagnostics.append(Diagnostic(.note, source: source, message: note))
    }
    return .document(document)
  }

  private func readLines(
    _ head: [UInt8], then bytes: FileBytes, source: String, _ body: (Reading) throws -> Void
  ) rethrows {
    var lines = JSONLinesReader(source: source, limits: limits)
    try lines.take(Self.withoutMark(head), body)
    while !bytes.isAtEnd {
      let piece: [UInt8]
      do { piece = try bytes.next() } catch { return try body(dropped(source, "cannot be read on: \(error)")) }
      try lines.take(piece[...], body)
    }
    try lines.finish(body)
  }

  private func isJSONLines(_ bytes: [UInt8]) -> Bool {
    JSONLinesReader.matches(Self.withoutMark(bytes).prefix(ArticleFormat.headSize))
  }

  /// `bytes` without the byte order mark of UTF-8.
  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  private func skipped(_ source: String, _ message: String) -> Diagnostic {
    Diagnostic(.skipped, source: source, message: message)
  }

  private func dropped(_ source: String, _ message: String) -> Reading { .diagnostic(skipped(source, message)) }

  private func tooLong(_ source: String, _ count: Int) -> Reading {
    .diagnostic(skipped(source, "\(count) bytes, over the limit of \(limits.articleBytes) for one article: split it"))
  }
}
