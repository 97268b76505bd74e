import HearsayCore

/// Reads JSON Lines: an object a line with `text` (kept verbatim) or `html`, and perhaps `title`, `published`, `outlet`,
/// `url`, `id`.
///
/// It is given the file piece by piece and holds no more than a line.
struct JSONLinesReader: CollectionReader {
  private let maker: ArticleMaker
  private var line: [UInt8] = []
  private var isTooLong = false
  private var number = 0

  init(_ maker: ArticleMaker) { self.maker = maker }

  private var limits: Limits { maker.limits }

  static func read(_ bytes: ByteReader, _ maker: ArticleMaker, _ body: (Reading) throws -> Void) rethrows {
    var lines = JSONLinesReader(maker)
    if bytes.ahead(3).elementsEqual([0xEF, 0xBB, 0xBF]) { bytes.skip(3) }
    while true {
      let piece = bytes.piece()
      if piece.isEmpty { break }
      guard try lines.take(piece[...], body) else { return try body(maker.tooMany) }
    }
    guard bytes.fault == nil else { return }
    if lines.isFull, lines.isInLine { return try body(maker.tooMany) }
    try lines.finish(body)
  }

  /// Whether a text begins as an object of JSON does: a brace, then a name in quotation marks and a colon, or the end
  /// of the object. The first line may be broken where a later one is not.
  static func matches(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.first(where: { !$0.isBlank }) == UInt8(ascii: "{") else { return false }
    return head.split(separator: 0x0A).prefix(20).contains(where: opensObject)
  }

  private static func opensObject(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.drop { $0.isBlank }
    guard rest.popFirst() == UInt8(ascii: "{") else { return false }
    rest = rest.drop { $0.isBlank }
    guard rest.popFirst() == UInt8(ascii: "\""), let close = rest.firstIndex(of: UInt8(ascii: "\"")) else {
      return false
    }
    return rest[(close + 1)...].first { !$0.isBlank } == UInt8(ascii: ":")
  }

  /// Whether there have been as many lines as the limit allows.
  private var isFull: Bool { number >= limits.records }
  /// Whether a line has begun that is not blank.
  private var isInLine: Bool { isTooLong || line.contains { !$0.isBlank } }

  /// Reads the lines that end in `piece`; false where one begins that is over the limit on records.
  mutating func take(_ piece: ArraySlice<UInt8>, _ body: (Reading) throws -> Void) rethrows -> Bool {
    var rest = piece
    while let end = rest.firstIndex(of: 0x0A) {
      append(rest[..<end])
      if isFull, isInLine { return false }
      try finishLine(body)
      rest = rest[(end + 1)...]
    }
    append(rest)
    return true
  }

  /// Reads the last line, where no line break ends it.
  mutating func finish(_ body: (Reading) throws -> Void) rethrows {
    if !line.isEmpty || isTooLong { try finishLine(body) }
  }

  /// What `bytes`, an object with whatever line breaks in it, are as one line.
  func reading(ofWhole bytes: [UInt8]) -> Reading {
    var lines = self
    lines.number = 1
    return lines.reading(TextDecoder(bytes))
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    if isTooLong || line.count + bytes.count > limits.lineBytes {
      isTooLong = true
      line = []
    } else {
      line += bytes
    }
  }

  private mutating func finishLine(_ body: (Reading) throws -> Void) rethrows {
    number += 1
    defer {
      line.removeAll(keepingCapacity: true)
      isTooLong = false
    }
    if isTooLong {
      try body(
        .diagnostic(
          skipped("longer than the limit for a line, \(limits.lineBytes) bytes: \(Self.more("article-bytes"))")))
      return
    }
    let decoded = TextDecoder(line)
    let blank = decoded.utf8.first { !$0.isBlank } == nil
    if !blank { try body(reading(decoded)) }
  }

  private func skipped(_ message: String) -> Diagnostic {
    Diagnostic(.skipped, source: maker.source, line: number, message: message)
  }

  private func reading(_ decoded: TextDecoder) -> Reading {
    let object: JSONValue
    do {
      object = try JSONParser.value(of: decoded.utf8[...], nesting: limits.jsonNesting)
    } catch {
      let help = error.isTooDeep ? ": \(Self.more("json-nesting"))" : ""
      return .diagnostic(skipped("not JSON: \(error.reason), at byte \(error.offset + 1) of the line\(help)"))
    }
    guard case .object = object else { return .diagnostic(skipped("not an object: each line is one, in braces")) }
    let name = maker.name(identifier(object["id"]), number: number)
    guard var content = content(of: object) else {
      return .diagnostic(skipped("without text: give it a member \"text\" or \"html\""))
    }
    guard content.text.utf8.count <= limits.articleBytes else {
      return .diagnostic(
        skipped("over the limit of \(limits.articleBytes) bytes for one article: \(Self.more("article-bytes"))"))
    }
    if let reason = LetterCheck.reason(against: content.text) {
      return .diagnostic(skipped(content.note ?? reason))
    }
    content.metadata = declared(object, over: content.metadata)
    var document = Document(text: content.text, source: name, metadata: content.metadata)
    for note in [decoded.note, content.note, undated(object)].compactMap({ $0 }) {
      document.diagnostics.append(Diagnostic(.note, source: maker.source, line: number, message: note))
    }
    return .document(document)
  }

  /// How to have more than a limit allows.
  private static func more(_ limit: String) -> String { "allow more by --limit \(limit)=NUMBER" }

  private func content(of object: JSONValue) -> ArticleContent? {
    if let text = object["text"]?.string, text.utf8.contains(where: { !$0.isBlank }) {
      // The text stays as it is; only what it says of itself is read off it.
      return ArticleContent(
        text: text, metadata: text.utf8.count <= limits.articleBytes ? ArticleText.metadata(of: text) : Metadata())
    }
    guard let html = object["html"]?.string else { return nil }
    guard html.utf8.count <= limits.articleBytes else { return ArticleContent(text: html) }
    return HTMLReader.article(CleanText.cleaned(Array(html.utf8)), limits: limits)
  }

  private func declared(_ object: JSONValue, over found: Metadata) -> Metadata {
    func field(_ name: String) -> String? {
      object[name]?.string.map { Words.collapsed($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    var metadata = found
    metadata.title = field("title") ?? found.title
    metadata.outlet = field("outlet") ?? found.outlet
    metadata.url = field("url") ?? found.url
    if let published = field("published") {
      metadata.published = Self.day(published) ?? found.published
    }
    return metadata
  }

  /// What to say of a day of publication that is none.
  private func undated(_ object: JSONValue) -> String? {
    guard let text = object["published"]?.string, Self.day(text) == nil, text.utf8.contains(where: { !$0.isBlank })
    else { return nil }
    let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
    return "\"published\" is no date that can be read, \"\(shown)\": write 2022-01-22"
  }

  private static func day(_ text: String) -> CalendarDate? {
    let text = Words.collapsed(text)
    return CalendarDate(iso8601: text) ?? DateForms.date(in: text)
  }

  private func identifier(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text) where !text.isEmpty: text
    case .number(let text): text
    default: nil
    }
  }
}
