public import HearsayGraph

/// Writes a graph in one format.
///
/// An exporter streams: it holds a few kilobytes beside the graph, however large the file. The same graph gives the same
/// bytes. It never fails by itself: what a format cannot carry is written as near as the format allows, and
/// `GraphFormat.loses` says so.
public protocol GraphExporter: Sendable {
  /// Writes `graph` to `sink`. Throws what the sink throws, and writes nothing more after that.
  func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure)
}

extension GraphExporter {
  /// The whole file in memory, for tests and small graphs.
  public func bytes(of graph: Graph) -> [UInt8] {
    var sink = MemorySink()
    write(graph, to: &sink)
    return sink.bytes
  }
}
