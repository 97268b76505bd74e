import CLibXML2
import HearsayCore

/// Parses HTML and XML by libxml2 into a `Page`.
///
/// Through the parsers' events, not their trees: a tree of 10,000 levels is more than libxml2 builds. No entity is
/// substituted beyond the characters that HTML names, no DTD is loaded, nothing is read from file or network.
final class PageParser {
  private var builder: PageBuilder
  private var context: UnsafeMutablePointer<xmlParserCtxt>?
  private var isStopped = false

  private init(nesting: Int, hasCutTags: Bool) { builder = PageBuilder(nesting: nesting, hasCutTags: hasCutTags) }

  /// The page that `utf8` holds, whatever is wrong with its markup.
  static func html(_ utf8: [UInt8], limits: Limits) -> Page {
    let bounded = MarkupBounds.bounded(utf8, attributes: limits.attributes)
    let parser = PageParser(nesting: limits.nesting, hasCutTags: bounded.count < utf8.count)
    guard SAXEvents.isReady, let context = htmlNewParserCtxt() else { return Page() }
    defer { htmlFreeParserCtxt(context) }
    parser.listen(to: context)
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
    bounded.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let document = htmlCtxtReadMemory(context, start, Int32(bytes.count), nil, "UTF-8", Int32(options))
      xmlFreeDoc(document)
    }
    return parser.builder.finished()
  }

  /// The page that `utf8` holds as XML, or nil where it is not well-formed.
  static func xml(_ utf8: [UInt8], limits: Limits) -> Page? {
    let bounded = MarkupBounds.bounded(utf8, attributes: limits.attributes)
    let parser = PageParser(nesting: limits.nesting, hasCutTags: bounded.count < utf8.count)
    guard SAXEvents.isReady, let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    parser.listen(to: context)
    context.pointee.sax.pointee.initialized = 1
    let options = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
    bounded.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let document = xmlCtxtReadMemory(context, start, Int32(bytes.count), nil, "UTF-8", Int32(options))
      xmlFreeDoc(document)
    }
    return context.pointee.wellFormed == 1 && !parser.isStopped ? parser.builder.finished() : nil
  }

  /// Has the events of `context` come here.
  private func listen(to context: UnsafeMutablePointer<xmlParserCtxt>) {
    self.context = context
    SAXEvents.clear(context, for: self)
    let events = context.pointee.sax!
    events.pointee.startElement = { context, name, attributes in
      PageParser.at(context)?.begin(name, attributes)
    }
    events.pointee.endElement = { context, _ in PageParser.at(context)?.builder.end() }
    events.pointee.characters = { context, bytes, count in PageParser.at(context)?.append(bytes, count) }
    events.pointee.ignorableWhitespace = events.pointee.characters
    events.pointee.cdataBlock = events.pointee.characters
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> PageParser? {
    context.map { Unmanaged<PageParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(_ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard !isStopped, let name else { return }
    var kept: [(name: Page.Attribute, value: String)] = []
    if var pair = attributes {
      while let key = pair[0] {
        if let known = Page.Attribute.named[String(cString: key).lowercased()] {
          kept.append((known, pair[1].map { String(cString: $0) } ?? ""))
        }
        pair += 2
      }
    }
    if !builder.begin(Tag(name: String(cString: name).lowercased()), attributes: kept) {
      isStopped = true
      xmlStopParser(context)
    }
  }

  private func append(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard !isStopped, let bytes else { return }
    let piece = UnsafeBufferPointer(start: bytes, count: Int(count))
    // References bring in what the text was cleaned of before: spaces that do not break, soft hyphens, controls.
    if piece.contains(where: { $0 >= 0x7F || $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) {
      CleanText.cleaned(Array(piece)).withUnsafeBufferPointer { builder.append($0) }
    } else {
      builder.append(piece)
    }
  }
}
