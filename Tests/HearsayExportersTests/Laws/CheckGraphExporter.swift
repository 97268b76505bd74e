import HearsayExporters
import HearsayGraph
import Testing

/// The laws of `GraphExporter`, for any conformer.
///
/// - Parameter isWellFormed: Whether bytes are a file of the format, as far as can be said without another program.
func checkGraphExporter(_ exporter: any GraphExporter, isWellFormed: (String) -> Bool) throws {
  let schema = AttributeSchema([("label", .string), ("weight", .double)])
  let empty = Graph(nodeSchema: AttributeSchema([]), edgeSchema: AttributeSchema([]))
  var two = Graph(nodeSchema: schema, edgeSchema: schema)
  let (a, b) = (two.addNode("a", [:]), two.addNode("b", ["label": .string("B")]))
  two.addEdge("ab", from: a, to: b, ["weight": .double(1)])
  for graph in [empty, two, .awkward] {
    let bytes = exporter.bytes(of: graph)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Array(text.utf8).elementsEqual(bytes), "UTF-8")
    #expect(isWellFormed(text))
    // Where each line is a record of its own, no record is no line.
    #expect(
      text.isEmpty && graph.nodes.isEmpty || text.hasSuffix("\n") && !text.hasPrefix("\u{FEFF}"),
      "ends with a line feed, begins without a mark")
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }, "no control characters")
    #expect(!text.unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF }, "nothing that XML forbids")
    #expect(exporter.bytes(of: graph) == bytes, "the same graph gives the same bytes")
    try checkFailures(of: exporter, writing: graph, bytes)
  }
}

/// What a sink throws comes out, what it took before is a beginning of the file, and nothing follows.
private func checkFailures(of exporter: any GraphExporter, writing graph: Graph, _ bytes: [UInt8]) throws {
  var calls = FailingSink(failsAt: .max)
  try exporter.write(graph, to: &calls)
  #expect(calls.bytes == bytes)
  for call in (0..<calls.calls).map({ $0 + 1 }) {
    var sink = FailingSink(failsAt: call)
    #expect(throws: FailingSink.Full(call: call)) { try exporter.write(graph, to: &sink) }
    #expect(sink.calls == call, "nothing is written after a failure")
    #expect(bytes.starts(with: sink.bytes))
  }
}

/// A sink that fails at one call.
struct FailingSink: ByteSink {
  struct Full: Error, Equatable { let call: Int }
  let failsAt: Int
  private(set) var calls = 0
  private(set) var bytes: [UInt8] = []

  init(failsAt: Int) { self.failsAt = failsAt }

  mutating func write(_ bytes: Span<UInt8>) throws(Full) {
    calls += 1
    if calls == failsAt { throw Full(call: calls) }
    bytes.withUnsafeBufferPointer { self.bytes.append(contentsOf: $0) }
  }
}
