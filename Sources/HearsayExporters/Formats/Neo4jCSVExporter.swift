public import HearsayGraph

/// CSV as `neo4j-admin database import` reads it (https://neo4j.com/docs/operations-manual/current/import/), and the command
/// that runs it.
///
/// Every node has the label `Entity` and its kind's, an edge its kind for a type; columns have types. A list is parted by
/// semicolons, the program's default.
public struct Neo4jCSVExporter: GraphExporter {
  /// One of the files.
  public enum Part: Sendable {
    /// `id:ID`, `:LABEL`, then the attributes.
    case nodes
    /// `:START_ID`, `:END_ID`, `:TYPE`, `id`, then the attributes.
    case relationships
    /// A shell script beside the other two that imports them into an empty database.
    case command
  }

  private let part: Part

  /// An exporter of `part`.
  public init(_ part: Part) { self.part = part }

  /// Writes `graph` to `sink`.
  public func write<Sink: ByteSink>(_ graph: Graph, to sink: inout Sink) throws(Sink.Failure) {
    var buffer = OutputBuffer()
    switch part {
    case .nodes: try writeNodes(of: graph, &buffer, to: &sink)
    case .relationships: try writeEdges(of: graph, &buffer, to: &sink)
    case .command: buffer.append(Self.command)
    }
    try buffer.flush(into: &sink)
  }

  private func writeNodes<Sink: ByteSink>(
    of graph: Graph, _ buffer: inout OutputBuffer, to sink: inout Sink
  ) throws(Sink.Failure) {
    buffer.append("id:ID,:LABEL")
    writeNames(graph.nodeSchema, to: &buffer)
    for node in graph.nodes {
      // Ids have nothing to quote: see `Identifier`.
      buffer.append(node.id)
      buffer.append(",Entity")
      if case .string(let kind) = graph.value("kind", of: node) { buffer.append(";" + CypherNames.label(kind)) }
      writeValues(node.values, to: &buffer)
      try buffer.drain(into: &sink)
    }
  }

  private func writeEdges<Sink: ByteSink>(
    of graph: Graph, _ buffer: inout OutputBuffer, to sink: inout Sink
  ) throws(Sink.Failure) {
    let nodes = graph.nodes
    buffer.append(":START_ID,:END_ID,:TYPE,id")
    writeNames(graph.edgeSchema, to: &buffer)
    for edge in graph.edges {
      buffer.append(nodes[edge.source].id)
      buffer.append(UInt8(ascii: ","))
      buffer.append(nodes[edge.target].id)
      if case .string(let kind) = graph.value("kind", of: edge) {
        buffer.append("," + CypherNames.type(kind) + ",")
      } else {
        buffer.append(",RELATED,")
      }
      buffer.append(edge.id)
      writeValues(edge.values, to: &buffer)
      try buffer.drain(into: &sink)
    }
  }

  private func writeNames(_ schema: AttributeSchema, to buffer: inout OutputBuffer) {
    for (name, type) in zip(ColumnNames(schema, reserved: ["id"]).names, schema.attributes.map(\.type)) {
      let typeName =
        switch type {
        case .string: "string"
        case .int: "long"
        case .double: "double"
        case .list: "string[]"
        }
      buffer.append(",\(name):\(typeName)")
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private func writeValues(_ values: Row, to buffer: inout OutputBuffer) {
    values.withColumns { cells in
      for cell in cells {
        buffer.append(UInt8(ascii: ","))
        switch cell {
        case .none: break
        case .string(let text): buffer.appendCSV(text)
        case .int(let number): buffer.appendDecimal(number)
        case .double(let number): buffer.appendDecimal(number)
        case .list(let texts):
          let items = texts.strings
          // To the program an empty cell is no list, and a quoted one a list of one empty text.
          if items.isEmpty { break }
          // It has no escape for the semicolon.
          buffer.appendCSV(items.map { $0.replacing(";", with: ",") }.joined(separator: ";"))
        }
      }
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private static let command = """
    #!/bin/sh
    # Makes a database of the two files beside this one. Neo4j must be stopped, and the database new or empty.
    # usage: sh NAME.neo4j-import.sh [DATABASE]
    set -eu
    name=${0%.neo4j-import.sh}
    exec neo4j-admin database import full --overwrite-destination=false --multiline-fields=true --array-delimiter=';' \\
      --nodes="$name.neo4j-nodes.csv" --relationships="$name.neo4j-edges.csv" "${1:-neo4j}"

    """
}
