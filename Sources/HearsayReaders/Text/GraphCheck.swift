/// Whether a file is a graph or a picture of one: what an export left in the folder that is read next is no article.
enum GraphCheck {
  /// Elements that a graph's or a drawing's file of XML begins with, and words that a file of DOT begins with.
  private static let beginnings = ["<graphml", "<gexf", "<svg", "digraph \"", "digraph {", "strict digraph", "graph {"]
  /// How far into a file its first element may stand: behind declarations and comments.
  private static let reach = 2048

  /// Why `text`, in UTF-8, is no article, or nil where it may be one.
  static func reason(against text: [UInt8]) -> String? {
    var head = Substring(String(decoding: text.prefix(reach), as: UTF8.self))
    while true {
      head = head.drop(while: \.isWhitespace)
      // Past declarations, document types and comments.
      guard head.hasPrefix("<?") || head.hasPrefix("<!"), let end = head.firstIndex(of: ">") else { break }
      head = head[head.index(after: end)...]
    }
    return beginnings.contains { head.hasPrefix($0) } ? "a graph or a drawing, not an article: leave it out" : nil
  }
}
