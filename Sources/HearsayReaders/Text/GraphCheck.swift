/// Whether a file is a graph, a table or a picture of one, as exports leave them: in the folder that is read next it is no
/// article.
enum GraphCheck {
  /// How the files of our formats and of their programs begin, behind declarations and comments of XML.
  private static let beginnings = [
    "<graphml", "<gexf", "<svg", "digraph \"", "digraph {", "strict digraph", "graph {",
    // GML, Pajek, Turtle, N-Quads, Cypher.
    "graph [", "*Vertices ", "@prefix ", "# N-Quads", "<urn:", "CREATE CONSTRAINT ", "MERGE (",
    // Tables of Gephi and of neo4j-admin, the script that imports these, and the table of statements.
    "Id,Label", "Source,Target,", "id:ID", ":START_ID", "#!/bin/sh", "date,speaker,act,",
    // Node-link JSON, JSON Graph Format, Cytoscape's two.
    "{\"directed\":", "{\"graph\":{", "{\"graphs\":[", "{\"format_version\":", "[{\"CXVersion\":",
  ]
  /// What an entity of FollowTheMoney has in its line, after its id.
  private static let entityMarks = ["\",\"schema\":\"", "\",\"properties\":{"]
  /// How far into a file its first element may stand: behind declarations and comments.
  private static let reach = 2048

  /// Why a file that begins as `text`, in UTF-8, is no article, or nil where it may be one.
  static func reason(against text: ArraySlice<UInt8>) -> String? {
    var head = Substring(String(decoding: text.prefix(reach), as: UTF8.self))
    while true {
      head = head.drop(while: \.isWhitespace)
      // Past declarations, document types and comments.
      guard head.hasPrefix("<?") || head.hasPrefix("<!"), let end = head.firstIndex(of: ">") else { break }
      head = head[head.index(after: end)...]
    }
    let isGraph = beginnings.contains { head.hasPrefix($0) } || isEntity(head)
    return isGraph ? "a graph or a drawing, not an article: leave it out" : nil
  }

  /// Whether `head` begins as a line of entities, and is not a line of articles that have a schema.
  private static func isEntity(_ head: Substring) -> Bool {
    let line = head.prefix { !$0.isNewline }
    return line.hasPrefix("{\"id\":\"") && entityMarks.allSatisfy { line.contains($0) } && !line.contains("\"text\":")
  }
}
