import CLibXML2

/// What every parse by libxml2 here has in common.
enum SAXEvents {
  /// Begins libxml2, once: its own beginning is not for two threads at a time.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Takes every handler off `context`, whose events shall go to `listener`, and leaves entities unread but those that
  /// are characters.
  ///
  /// All of them, since libxml2's own handlers take what they are handed for its own context. No declaration is listened
  /// to: so no document can define an entity, and none is loaded.
  static func clear(_ context: UnsafeMutablePointer<xmlParserCtxt>, for listener: AnyObject) {
    context.pointee.userData = Unmanaged.passUnretained(listener).toOpaque()
    context.pointee.sax.pointee = xmlSAXHandler()
    context.pointee.sax.pointee.getEntity = { _, name in name.flatMap { xmlGetPredefinedEntity($0) } }
    context.pointee.sax.pointee.getParameterEntity = { _, _ in nil }
  }
}
