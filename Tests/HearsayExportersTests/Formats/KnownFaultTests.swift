import HearsayExporters
import HearsayGraph
import Testing

/// Faults that other exporters are known for, each a case on the awkward graph. Runs that fail are in `Scripts/faults`.
@Suite struct KnownFaultTests {
  private static let markup = ["graphml", "gexf", "igraph.graphml", "yed.graphml", "gephi.gexf"]

  private func text(_ fileExtension: String) throws -> String {
    let file = try #require(WrittenFile.all.first { $0.fileExtension == fileExtension })
    return String(decoding: file.exporter(.sample).bytes(of: .awkward), as: UTF8.self)
  }

  private func values(of attribute: String, in elements: String, _ text: String) throws -> [Substring] {
    try text.matches(of: Regex<AnyRegexOutput>("<\(elements) [^>]*?\\b\(attribute)=\"([^\"]*)\"")).map {
      try #require($0.output[1].substring)
    }
  }

  @Test(arguments: markup)
  func `both ends of an edge are named, by nodes that there are`(file: String) throws {
    let text = try text(file)
    let nodes = Set(try values(of: "id", in: "node", text))
    let ends = try values(of: "source", in: "edge", text) + values(of: "target", in: "edge", text)
    #expect(ends.count == Graph.awkward.edges.count * 2 && ends.allSatisfy(nodes.contains))
  }

  @Test(arguments: markup, ["node", "edge", "key"])
  func `no id comes twice`(file: String, element: String) throws {
    let ids = try values(of: "id", in: element, text(file))
    #expect(Set(ids).count == ids.count && (element == "key" || !ids.isEmpty))
  }

  @Test(arguments: ["graphml", "igraph.graphml", "yed.graphml"])
  func `every key says what it is for`(file: String) throws {
    let text = try text(file)
    let keys = text.matches(of: #/<key [^>]*>/#).map(\.output)
    #expect(!keys.isEmpty && keys.allSatisfy { $0.contains(#/ for="(node|edge)"/#) })
  }

  @Test(arguments: markup + ["dot", "graphviz.dot"])
  func `all edges are directed, and none says otherwise`(file: String) throws {
    let text = try text(file)
    #expect(
      text.contains("edgedefault=\"directed\"") || text.contains("defaultedgetype=\"directed\"")
        || text.hasPrefix("digraph"))
    #expect(
      !text.contains(#/<edge [^>]*(directed|type)="/#) && !text.contains("\" -- \"") && !text.contains("undirected"))
  }

  @Test func `what is unknown has no data, and a list is a JSON array`() throws {
    let text = try text("graphml")
    let elements = Graph.awkward.nodes.map(\.values) + Graph.awkward.edges.map(\.values)
    #expect(text.matches(of: #/<data /#).count == elements.reduce(0) { $0 + $1.count { $0 != nil } })
    #expect(text.contains("<data key=\"aliases\">[\"O'Neil\",\"Ms. \\\"Ada\\\"\",\"\\\\\"]</data>"))
    #expect(text.contains("<data key=\"aliases\">[]</data>"))
    let json = try self.text("json")
    #expect(!json.contains(":null") && !json.contains(":NaN") && !json.contains(":\"\""))
  }

  @Test func `a number that an int cannot hold makes its key long, and no other`() throws {
    let text = try text("graphml")
    #expect(text.contains("<key id=\"mentions\" for=\"node\" attr.name=\"mentions\" attr.type=\"long\"/>"))
    #expect(text.contains("<key id=\"edge_start\" for=\"edge\" attr.name=\"start\" attr.type=\"int\"/>"))
  }
}
