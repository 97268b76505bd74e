/// The namespaces that news comes in, so that an element is known however its file calls them.
enum XMLNamespace {
  /// What names in a namespace begin with here; nothing for the languages that articles are written in.
  private static let prefixes = [
    "http://purl.org/rss/1.0/": "", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "",
    "http://backend.userland.com/rss2": "", "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://www.w3.org/1999/xhtml": "", "http://iptc.org/std/nar/2006-10-01/": "",
    "http://iptc.org/std/NITF/2006-10-18/": "", "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dc",
    "http://search.yahoo.com/mrss/": "media", "http://www.w3.org/2005/Atom": "atom", "http://purl.org/atom/ns#": "atom",
  ]

  /// The name of an element: `local`, with a prefix where its namespace is neither the root's nor a language of articles.
  static func name(_ local: String, prefix: String?, uri: String?, root: String?) -> String {
    if uri == root && prefix == nil { return local }
    guard let uri else { return prefix.map { $0 + ":" + local } ?? local }
    if uri == root { return local }
    let known = prefixes[uri] ?? prefix ?? "other"
    return known.isEmpty ? local : known + ":" + local
  }
}
