public import HearsayCore

/// What comes out of reading: an article, or why there is none.
public enum Reading: Sendable {
  /// An article, with empty layers.
  case document(Document)
  /// Something was left out.
  case diagnostic(Diagnostic)
}

/// Reads articles of every format in `InputFormat.table`, told apart by what they hold and not by their names.
///
/// Reading never fails: what cannot be read gives a diagnostic. A document reads no other file and nothing from a
/// network, whatever it asks for.
public struct ArticleReader: Sendable {
  private let limits: Limits

  /// A reader that takes in no more than `limits` allow.
  public init(limits: Limits = .init()) { self.limits = limits }

  /// Reads a file and hands each article, or diagnostic, to `body` in the file's order.
  ///
  /// JSON Lines and web archives are read record by record, and any other file only up to its limit, so memory stays
  /// bounded.
  public func read(_ file: InputFile, _ body: (Reading) throws -> Void) rethrows {
    let maker = ArticleMaker(source: file.source, limits: limits)
    if let refusal = file.refusal { return try body(maker.skipped(refusal)) }
    let stream: FileBytes
    do { stream = try FileBytes(file) } catch { return try body(maker.skipped("cannot be read: \(error)")) }
    try read(ByteReader(stream), maker, packings: 0, body)
  }

  /// Reads the articles that `bytes` hold; a function of its arguments alone.
  public func read(_ bytes: [UInt8], source: String, _ body: (Reading) throws -> Void) rethrows {
    try read(ByteReader(bytes), ArticleMaker(source: source, limits: limits), packings: 0, body)
  }

  private func read(
    _ bytes: ByteReader, _ maker: ArticleMaker, packings: Int, _ body: (Reading) throws -> Void
  ) rethrows {
    let head = FormatHead(bytes.ahead(FormatHead.size))
    if head.raw.isEmpty {
      return try body(maker.skipped(bytes.fault.map { "cannot be read: \($0)" } ?? "an empty file"))
    }
    if let reason = GraphCheck.reason(against: head.text) { return try body(maker.skipped(reason)) }
    guard let format = InputFormat.of(head) else {
      return try body(maker.skipped(BinaryCheck.reason(against: head.raw) ?? "no text in it"))
    }
    switch format.door {
    case .packing(let stream):
      guard packings < limits.packings else {
        return try body(
          maker.skipped(
            "packed more than \(limits.packings) times over: unpack it, or allow more by --limit packings=NUMBER"))
      }
      try read(ByteReader(stream(bytes, limits)), maker, packings: packings + 1, body)
    case .collection(let reader):
      try reader.read(bytes, maker, body)
      if let fault = bytes.fault { try body(maker.skipped("cannot be read on: \(fault)")) }
    case .article(let article): try body(reading(bytes, maker, as: article))
    }
  }

  /// The article that `bytes` are.
  private func reading(
    _ stream: ByteReader, _ maker: ArticleMaker, as article: ([UInt8], Limits, Metadata) -> ArticleContent
  ) -> Reading {
    if let size = stream.size, size > limits.articleBytes { return maker.tooLong(size) }
    let bytes = stream.take(limits.articleBytes + 1)
    if bytes.count > limits.articleBytes { return maker.tooLong(nil) }
    var lost: String?
    switch stream.fault {
    case nil: break
    case .cut?: lost = stream.fault.map { "cut off: \($0)" }
    case let fault?: return maker.skipped("cannot be read: \(fault)")
    }
    if let whole = JSONValue.whole(bytes, nesting: limits.jsonNesting) {
      if case .array = whole { return maker.skipped("a list in JSON: write one object a line (JSON Lines)") }
      // One object printed over several lines is one line of JSON Lines all the same.
      return JSONLinesReader(maker).reading(ofWhole: bytes)
    }
    let decoded = TextDecoder(bytes, declared: DeclaredEncoding.name(in: bytes.prefix(DeclaredEncoding.reach)))
    let utf8 = CleanText.cleaned(decoded.utf8)
    if JSONLinesReader.matches(utf8[...].prefix(FormatHead.size)) {
      return maker.skipped("JSON Lines not in UTF-8: write them in UTF-8")
    }
    return maker.reading(article(utf8, limits, Metadata()), lost: lost, notes: [decoded.note].compactMap(\.self))
  }
}
