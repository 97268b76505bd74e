import HearsayExporters
import HearsayGraph
import Testing

@Suite struct DOTExporterTests {
  // Room for a statement is made before it is written: what escapes lengthen most, as texts and in lists, short, long, too long.
  @Test(
    arguments: ["\u{1}", "&a;", "\"", "\\", "\n", "\u{2028}", "\u{FFFE}", "é", "x"],
    [0, 1, 40, 580, 590, 4_100, 16_000, 16_001, 40_000])
  func `a statement finds room however much escapes lengthen it`(piece: String, count: Int) {
    let schema = AttributeSchema([("label", .string), ("texts", .list), ("text", .string), ("number", .int)])
    let edges = AttributeSchema([("label", .string), ("empty", .list)])
    var graph = Graph(nodeSchema: schema, edgeSchema: edges)
    let text = String(repeating: piece, count: count)
    graph.addNode(
      "a", ["label": .string(text), "texts": .list([text, text]), "text": .string(text), "number": .int(.min)])
    graph.addEdge("e", from: 0, to: 0, ["empty": .list(Array(repeating: "", count: count))])
    var buffer = OutputBuffer()
    buffer.append("digraph \"G\" {\n  \"a\" [\"label\"=")
    buffer.appendDOT(text, atMost: 250)
    buffer.append(", \"texts\"=")
    buffer.appendDOT(JSONText.array([text, text]))
    buffer.append(", \"text\"=")
    buffer.appendDOT(text)
    buffer.append(", \"number\"=\"\(Int.min)\"];\n  \"a\" -> \"a\" [\"id\"=\"e\", \"empty\"=")
    buffer.appendDOT(JSONText.array(Array(repeating: "", count: count)))
    buffer.append("];\n}\n")
    var sink = MemorySink()
    buffer.flush(into: &sink)
    #expect(DOTExporter().bytes(of: graph) == sink.bytes)
  }
}
