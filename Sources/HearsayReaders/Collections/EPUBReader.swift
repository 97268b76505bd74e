import CLibZip
import HearsayCore

/// Reads EPUB 2 and 3: an article for each chapter in reading order that has text.
enum EPUBReader: CollectionReader {
  static func read(_ bytes: ByteReader, _ maker: ArticleMaker, _ body: (Reading) throws -> Void) rethrows {
    let limits = maker.limits
    let packed = bytes.take(limits.feedBytes + 1)
    guard packed.count <= limits.feedBytes else {
      return try body(
        maker.skipped(
          "over the limit of \(limits.feedBytes) bytes for one EPUB: allow more by --limit feed-bytes=NUMBER"))
    }
    guard let archive = ZipArchive(packed, limits: limits) else {
      return try body(maker.skipped("a damaged ZIP archive: fetch the file again"))
    }
    guard let package = EPUBPackage(archive, limits: limits) else {
      return try body(
        maker.skipped("a ZIP archive or an office document, but no EPUB: unpack it, or save it as text, first"))
    }
    var given = 0
    for (number, path) in package.chapters.enumerated() {
      if number >= limits.records { return try body(maker.tooMany) }
      let name = maker.name(path, number: number + 1)
      switch archive.bytes(of: path) {
      case .success(let chapter):
        let reading = maker.page(chapter, declared: nil, known: package.metadata, name)
        // Covers and title pages have no text, and are no loss.
        if case .diagnostic = reading { continue }
        given += 1
        try body(reading)
      case .failure(let fault): try body(maker.skipped("cannot be read: \(fault)", name))
      }
    }
    if given == 0 { try body(maker.skipped("no chapter with text in it")) }
  }
}

/// What an EPUB says of itself: its chapters, and where it comes from.
struct EPUBPackage {
  /// The paths of the chapters, in reading order.
  private(set) var chapters: [String] = []
  private(set) var metadata = Metadata()

  /// The package that `archive` holds, or nil where it is no EPUB.
  init?(_ archive: ZipArchive, limits: Limits) {
    guard let container = Self.tree("META-INF/container.xml", in: archive, limits),
      let root = container.first("rootfile", in: 0).flatMap({ container.attribute("full-path", of: $0) }),
      let package = Self.tree(root, in: archive, limits)
    else { return nil }
    let folder = root.split(separator: "/").dropLast().joined(separator: "/")
    var paths: [String: String] = [:]
    for item in package.subtree(of: 0) where package.nodes[item].name == "item" {
      let isContents = package.attribute("properties", of: item)?.split(separator: " ").contains("nav") ?? false
      guard !isContents, let id = package.attribute("id", of: item), let link = package.attribute("href", of: item),
        package.attribute("media-type", of: item).map({ $0.contains("html") }) ?? true
      else { continue }
      paths[id] = Self.path(link, in: folder)
    }
    for item in package.subtree(of: 0) where package.nodes[item].name == "itemref" {
      guard package.attribute("linear", of: item) != "no",
        let path = package.attribute("idref", of: item).flatMap({ paths[$0] })
      else { continue }
      chapters.append(path)
    }
    metadata.outlet = package.words(of: package.first("dc:publisher", in: 0))
    metadata.published = package.words(of: package.first("dc:date", in: 0)).flatMap(PrintedDate.date)
    metadata.language = LanguageCode.code(package.words(of: package.first("dc:language", in: 0)))
  }

  private static func tree(_ path: String, in archive: ZipArchive, _ limits: Limits) -> XMLTree? {
    guard case .success(let bytes) = archive.bytes(of: path) else { return nil }
    let parser = XMLRecordParser(records: [], limits: limits)
    parser.parse(MarkupBounds.bounded(CleanText.cleaned(TextDecoder(bytes).utf8), attributes: limits.attributes)) { _ in
      true
    }
    return parser.frame.nodes.isEmpty ? nil : parser.frame
  }

  /// The path that `link`, in a file of `folder`, leads to: within the book, whatever it says.
  static func path(_ link: String, in folder: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in unescaped(link).split(separator: "#").first.map({ $0.split(separator: "/") }) ?? [] {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  private static func unescaped(_ link: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(link.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
