import HearsayCore

/// Reads web archives, WARC 1.0 and 1.1: an article for each page that was fetched, and for each text that was made of one
/// (`conversion`). Records of other kinds and types are passed over.
///
/// Record by record: memory does not grow with the archive.
enum WARCReader: CollectionReader {
  /// Bytes that a record may have beside its article: headers, and what chunks and packing add.
  private static let slack = 1_000_000

  static func read(_ bytes: ByteReader, _ maker: ArticleMaker, _ body: (Reading) throws -> Void) rethrows {
    var number = 0
    var passed = 0
    var given = 0
    var isLost = false
    while true {
      let place = bytes.position
      guard let header = WARCHeader.next(in: bytes) else { break }
      guard case .header(let fields, let length) = header else {
        // The lines of what is no record: told of once, until a record begins again.
        if !isLost { try body(maker.skipped("no WARC record at byte \(place): read on from the next one")) }
        isLost = true
        continue
      }
      isLost = false
      number += 1
      if number > maker.limits.records { return try body(maker.tooMany) }
      let kind = WARCRecordKind(fields)
      guard kind != .other else {
        passed += 1
        bytes.skip(length)
        continue
      }
      let name = maker.name(fields["warc-record-id"].map(withoutBrackets), number: number)
      guard length <= maker.limits.articleBytes + slack else {
        try body(maker.tooLong(length, name))
        bytes.skip(length)
        continue
      }
      let block = bytes.take(length)
      let isCut = block.count < length || fields["warc-truncated"] != nil
      if let reading = reading(block, kind, fields, maker, name, isCut: isCut) {
        given += 1
        try body(reading)
      } else {
        passed += 1
      }
      if block.count < length {
        if bytes.fault == nil { try body(maker.skipped("the archive ends in the middle of record \(number)")) }
        break
      }
    }
    if given == 0, bytes.fault == nil {
      try body(maker.skipped("no page in its \(number) records: give an archive of HTTP responses of type HTML"))
    } else if passed > 0 {
      try body(maker.note("\(passed) of \(number) records are no pages and were passed over"))
    }
  }

  private static func withoutBrackets(_ id: String) -> String {
    id.hasPrefix("<") && id.hasSuffix(">") ? String(id.dropFirst().dropLast()) : id
  }

  /// The article in a record; nil where it is of a kind that holds none.
  private static func reading(
    _ block: [UInt8], _ kind: WARCRecordKind, _ fields: HeaderFields, _ maker: ArticleMaker, _ name: String, isCut: Bool
  ) -> Reading? {
    let lost = isCut ? "cut off: the archive does not have all of it" : nil
    var known = Metadata()
    known.url = fields["warc-target-uri"].map(withoutBrackets).flatMap { $0.hasPrefix("http") ? $0 : nil }
    switch kind {
    case .other: return nil
    case .page: return maker.page(block, declared: fields.charset, known: known, name, lost: lost)
    case .text:
      let decoded = TextDecoder(block, declared: fields.charset ?? "utf-8")
      var content = PlainTextReader.article(CleanText.cleaned(decoded.utf8))
      content.metadata.fill(from: known)
      return maker.reading(content, name, lost: lost, notes: [decoded.note].compactMap(\.self))
    case .response:
      guard let response = HTTPResponse(block), response.isPage else { return nil }
      switch response.body(limits: maker.limits) {
      case .success(let page):
        return maker.page(page, declared: response.fields.charset, known: known, name, lost: lost)
      case .failure(.tooLong): return maker.tooLong(nil, name)
      case .failure(.unreadable(let reason)): return maker.skipped(reason, name)
      }
    }
  }
}

/// What a record of a web archive holds, for reading.
enum WARCRecordKind {
  /// An HTTP response.
  case response
  /// A page by itself.
  case page
  /// The text that was made of one.
  case text
  /// Anything else.
  case other

  /// What the record with these fields holds.
  init(_ fields: HeaderFields) {
    let type = fields.mediaType
    switch fields["warc-type"]?.lowercased() {
    case "response": self = type == "application/http" || type == nil ? .response : .other
    case "resource" where HTTPResponse.pages.contains(type ?? ""): self = .page
    case "resource" where type == "text/plain", "conversion" where type == "text/plain": self = .text
    case "conversion" where HTTPResponse.pages.contains(type ?? ""): self = .page
    default: self = .other
    }
  }
}
