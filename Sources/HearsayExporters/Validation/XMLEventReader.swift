import CLibXML2

/// An XML file read element by element through libxml2's reader, validated by a schema on the way.
///
/// Nothing but the bytes given is ever read: no entity is replaced, no DTD loaded, no address opened
/// (docs/decisions/0201-validation.md). Memory does not grow with the file. What is wrong goes to a list of faults.
///
/// Used on one thread, by which libxml2 knows where to report.
final class XMLEventReader {
  /// What stands at one place of the file.
  enum Event {
    /// A tag that opens; `isEmpty` where it closes at once.
    case start(name: String, isEmpty: Bool)
    /// A tag that closes.
    case end(name: String)
    /// Text inside an element.
    case text(String)
    /// Something that the profile does without: "a DTD".
    case unwanted(String)
  }

  /// Bytes on their way into the parser, a line at a time: the parser is never ahead of the line that it reports.
  private final class Feed {
    var rest: UnsafeRawBufferPointer
    var line = 0
    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    func next(_ destination: UnsafeMutableRawPointer, atMost count: Int) -> Int {
      guard let base = rest.baseAddress, !rest.isEmpty else { return 0 }
      let most = min(count, rest.count)
      let end = rest[..<most].firstIndex(of: 0x0A).map { $0 + 1 } ?? most
      destination.copyMemory(from: base, byteCount: end)
      if rest[end - 1] == 0x0A { line += 1 }
      rest = UnsafeRawBufferPointer(rebasing: rest[end...])
      return end
    }
  }

  /// Lines from this on are not kept in libxml2's nodes, which have 16 bits for them.
  private static let lastExactLine = 65_534

  private let reader: xmlTextReaderPtr
  private let feed: Feed
  private let faults: FaultList
  private let reporter: UnsafeMutablePointer<hearsay_xml_reporter>

  /// A reader of `bytes`, which outlive it and have a harmless prolog; `schema` is checked on the way.
  init?(_ bytes: UnsafeRawBufferPointer, schema: XMLSchema, faults: FaultList) {
    feed = Feed(bytes)
    self.faults = faults
    let read: xmlInputReadCallback = { context, destination, count in
      guard let context, let destination else { return -1 }
      return Int32(Unmanaged<Feed>.fromOpaque(context).takeUnretainedValue().next(destination, atMost: Int(count)))
    }
    let options = Int32(bitPattern: XML_PARSE_NONET.rawValue)
    let context = Unmanaged.passUnretained(feed).toOpaque()
    guard let reader = xmlReaderForIO(read, { _ in 0 }, context, nil, "UTF-8", options) else { return nil }
    self.reader = reader
    reporter = .allocate(capacity: 1)
    reporter.initialize(to: hearsay_xml_reporter())
    reporter.pointee.context = Unmanaged.passUnretained(self).toOpaque()
    reporter.pointee.report = { context, message, line, level in
      guard let context, let message, level >= 2 else { return }
      let reader = Unmanaged<XMLEventReader>.fromOpaque(context).takeUnretainedValue()
      reader.report(String(cString: message), line: Int(line))
    }
    hearsay_xml_report_thread(reporter)
    xmlTextReaderSetSchema(reader, schema.pointer)
  }

  deinit {
    xmlFreeTextReader(reader)
    hearsay_xml_report_thread(nil)
    reporter.deallocate()
  }

  /// The next event, or nil at the end of what can be read; a fault of the XML has been reported then.
  func next() -> Event? {
    var result = xmlTextReaderRead(reader)
    while result == 1 {
      switch xmlTextReaderNodeType(reader) {
      case 1: return .start(name: name, isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
      case 15: return .end(name: name)
      case 3, 13, 14: return .text(xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "")
      case 4: return .unwanted("a CDATA section")
      case 5: return .unwanted("an entity reference")
      case 10: return .unwanted("a DTD")
      default: result = xmlTextReaderRead(reader)
      }
    }
    if result < 0 && faults.faults.isEmpty { faults.add("is not well-formed XML", line: feed.line) }
    return nil
  }

  /// The value of an attribute of the element that just opened.
  func attribute(_ name: String) -> String? {
    guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
    defer { hearsay_xml_free(value) }
    return String(cString: value)
  }

  /// The line of the current event, from 1.
  var line: Int {
    // Only elements keep their line: libxml2 gives other nodes their parent's.
    guard xmlTextReaderNodeType(reader) == 1, let node = xmlTextReaderCurrentNode(reader) else { return feed.line }
    let line = Int(xmlGetLineNo(node))
    return line > 0 && line <= Self.lastExactLine ? line : feed.line
  }

  private var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

  private func report(_ message: String, line: Int) {
    let text = message.split(separator: "\n").first.map(String.init) ?? message
    let plain = text.replacing("{http://graphml.graphdrawing.org/xmlns}", with: "")
      .replacing("{http://gexf.net/1.3}", with: "")
    let isExact = line > 0 && line <= Self.lastExactLine
    faults.add(plain.hasSuffix(".") ? String(plain.dropLast()) : plain, line: isExact ? line : feed.line)
  }
}
