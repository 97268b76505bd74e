import CLibXML2
import HearsayCore

/// Parses XML in which records of one kind follow one another, and hands out each as it ends.
///
/// Only the record that is open and what stands outside of records is held. Broken markup is read as far as it makes
/// sense; no entity that a document defines is read, no DTD is loaded.
final class XMLRecordParser {
  /// What surrounds the records, as far as it was read; nodes of records are not in it.
  private(set) var frame = XMLTree()
  /// Whether something was not well-formed.
  private(set) var isBroken = false
  /// Whether the file ended in the middle of a record.
  private(set) var isCut = false
  /// Whether a record, or what surrounds them, took more memory than a file may.
  private(set) var isTooLarge = false

  private let records: Set<String>
  private let mayNest: Bool
  private let most: Int
  private var rootURI: String?
  /// The elements that the parser has open; -1 for one that was ended before its time.
  private var open: [Int] = []
  private var openRecord: Int?
  private var finished: [XMLTree] = []
  private var entities: [String: UnsafeMutablePointer<xmlEntity>] = [:]
  private var context: UnsafeMutablePointer<xmlParserCtxt>?

  /// Bytes that are parsed before records are handed out.
  private static let pieceSize = 65_536

  /// A parser of the elements called `records`, of which one may stand in another only where `mayNest`.
  init(records: Set<String>, mayNest: Bool = true, limits: Limits) {
    self.records = records
    self.mayNest = mayNest
    most = limits.feedBytes * 4
  }

  deinit {
    for entity in entities.values {
      entity.pointee.content.deallocate()
      entity.deallocate()
    }
  }

  /// Parses `utf8` and hands each record to `body`; false from it ends the parse.
  func parse(_ utf8: [UInt8], _ body: (XMLTree) throws -> Bool) rethrows {
    guard SAXEvents.isReady, let context = xmlCreatePushParserCtxt(nil, nil, nil, 0, nil) else { return }
    self.context = context
    defer {
      xmlFreeParserCtxt(context)
      self.context = nil
    }
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    listen(to: context)
    var start = 0
    while start < utf8.count, !isTooLarge {
      let end = min(start + Self.pieceSize, utf8.count)
      utf8[start..<end].withUnsafeBytes {
        _ = xmlParseChunk(context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), 0)
      }
      start = end
      for record in takeFinished() { guard try body(record) else { return } }
    }
    xmlParseChunk(context, nil, 0, 1)
    isBroken = context.pointee.wellFormed == 0
    isCut = openRecord != nil
    endRecord()
    for record in takeFinished() { guard try body(record) else { return } }
  }

  private func takeFinished() -> [XMLTree] {
    defer { finished = [] }
    return finished
  }

  private func listen(to context: UnsafeMutablePointer<xmlParserCtxt>) {
    SAXEvents.clear(context, for: self)
    let events = context.pointee.sax!
    events.pointee.initialized = 0xDEED_BEAF
    events.pointee.startElementNs = { listener, local, prefix, uri, _, _, count, _, attributes in
      XMLRecordParser.at(listener)?.begin(local, prefix, uri, attributes, Int(count))
    }
    events.pointee.endElementNs = { listener, _, _, _ in XMLRecordParser.at(listener)?.end() }
    events.pointee.characters = { listener, bytes, count in XMLRecordParser.at(listener)?.append(bytes, count) }
    events.pointee.ignorableWhitespace = events.pointee.characters
    events.pointee.cdataBlock = events.pointee.characters
    // Feeds use the names that HTML gives to characters without saying so.
    events.pointee.getEntity = { listener, name in
      name.flatMap { name in xmlGetPredefinedEntity(name) ?? XMLRecordParser.at(listener)?.character(name) }
    }
  }

  private static func at(_ listener: UnsafeMutableRawPointer?) -> XMLRecordParser? {
    listener.map { Unmanaged<XMLRecordParser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The character that HTML calls `name`, as an entity that stands for itself.
  private func character(_ name: UnsafePointer<xmlChar>) -> UnsafeMutablePointer<xmlEntity>? {
    let key = String(cString: name)
    if let known = entities[key] { return known }
    guard let found = htmlEntityLookup(name), let scalar = Unicode.Scalar(UInt32(found.pointee.value)) else {
      return nil
    }
    let bytes = Array(String(scalar).utf8) + [0]
    let content = UnsafeMutablePointer<xmlChar>.allocate(capacity: bytes.count)
    content.initialize(from: bytes, count: bytes.count)
    let entity = UnsafeMutablePointer<xmlEntity>.allocate(capacity: 1)
    entity.initialize(to: xmlEntity())
    entity.pointee.type = XML_ENTITY_DECL
    entity.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
    entity.pointee.content = content
    entity.pointee.length = Int32(bytes.count - 1)
    entities[key] = entity
    return entity
  }

  private func begin(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?,
    _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    guard !isTooLarge, let local else { return }
    let space = uri.map { String(cString: $0) }
    if frame.nodes.isEmpty { rootURI = space }
    let name = XMLNamespace.name(
      String(cString: local), prefix: prefix.map { String(cString: $0) }, uri: space, root: rootURI)
    var kept: [(name: String, value: String)] = []
    if let values {
      // Five for each: name, prefix, namespace, where the value begins and where it ends.
      for index in stride(from: 0, to: count * 5, by: 5) {
        guard let local = values[index], let start = values[index + 3], let end = values[index + 4] else { continue }
        let prefix = values[index + 1].map { String(cString: $0) + ":" } ?? ""
        kept.append(
          (
            prefix + String(cString: local),
            String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
          )
        )
      }
    }
    let isRecord = records.contains(name)
    if isRecord, !mayNest { endRecord() }
    let node = frame.begin(name, parent: innermost, attributes: kept)
    if openRecord == nil, isRecord { openRecord = node }
    open.append(node)
    bound()
  }

  private func end() {
    guard !isTooLarge, let node = open.popLast(), node >= 0 else { return }
    frame.end(node)
    if node == openRecord {
      openRecord = nil
      finished.append(frame.detach(node))
    }
  }

  /// Ends the record that is open, with all that is open in it.
  private func endRecord() {
    guard let record = openRecord else { return }
    for place in open.indices where open[place] >= record {
      frame.end(open[place])
      open[place] = -1
    }
    openRecord = nil
    finished.append(frame.detach(record))
  }

  /// The innermost element that is open; -1 where none is.
  private var innermost: Int { open.last { $0 >= 0 } ?? -1 }

  private func append(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard !isTooLarge, let bytes else { return }
    frame.append(UnsafeBufferPointer(start: bytes, count: Int(count)), parent: innermost)
    bound()
  }

  private func bound() {
    guard frame.weight > most else { return }
    isTooLarge = true
    xmlStopParser(context)
  }
}
