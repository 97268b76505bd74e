/// A program that people look at graphs with, and the file that it shows best at first opening: one row of `table`.
///
/// It is a dialect of a format: `NAME.TOOL.EXTENSION`, so that it never stands in the place of the plain one.
public struct GraphTool: Sendable {
  /// What `--for` takes: `gephi`.
  public let name: String
  /// What it is called, and how the file is opened.
  public let title: String
  /// The format that the file is a dialect of, by name.
  public let format: String
  /// What it shows at once, and what only this dialect has; a phrase each.
  public let shows: [String]
  /// Whether it can show where nodes stand.
  public let isPlaced: Bool
  /// The file.
  public let file: GraphFormat.File

  /// Every tool, in the order of their names. A new one is one row, and a file where no exporter speaks its dialect.
  public static let table: [GraphTool] = [
    GraphTool(
      name: "cytoscape", title: "Cytoscape 3.10: File, Import, Network from File", format: "cx2",
      shows: [
        "names", "colours and shapes as a style that can be changed", "positions", "act and kind in its filters",
      ],
      isPlaced: true, file: .init("cytoscape.cx2") { CX2Exporter(style: $0) }),
    GraphTool(
      name: "gephi", title: "Gephi 0.10: File, Open; of its import's options, do not merge parallel edges",
      format: "gexf",
      shows: [
        "labels", "colours, and sizes by ties", "positions", "act and kind in its filters", "a timeline of statements",
      ],
      isPlaced: true, file: .init("gephi.gexf") { GEXFExporter(style: $0) }),
    GraphTool(
      name: "graphviz", title: "Graphviz: dot -Tsvg FILE -O", format: "dot",
      shows: ["labels", "colours and shapes", "positions, kept by its layout neato"],
      isPlaced: true, file: .init("graphviz.dot") { DOTExporter(style: $0, isForGraphviz: true) }),
    GraphTool(
      name: "igraph", title: "igraph: Graph.Read_GraphML(FILE), then plot; read_graph(FILE, \"graphml\") in R",
      format: "graphml",
      shows: ["labels", "colours, shapes, and sizes by ties", "positions", "name finds nodes and edges by their ids"],
      isPlaced: true, file: .init("igraph.graphml") { IgraphExporter(style: $0) }),
    GraphTool(
      name: "neo4j", title: "Neo4j and Memgraph: cypher-shell -f FILE", format: "cypher",
      shows: ["labels", "colours by kind", "kinds as labels and types, which its queries filter by", "no positions"],
      isPlaced: false, file: .init("neo4j.cypher") { _ in CypherExporter() }),
    GraphTool(
      name: "networkx", title: "NetworkX 3.5: node_link_graph(json.load(FILE), edges=\"edges\"), then display",
      format: "json",
      shows: ["labels", "colours, shapes, and sizes by ties", "positions", "lists as lists"],
      isPlaced: true, file: .init("networkx.json") { NodeLinkExporter(drawn: $0) }),
    GraphTool(
      name: "yed", title: "yEd: File, Open", format: "graphml",
      shows: ["labels", "colours, shapes and lines", "positions", "all attributes as data"],
      isPlaced: true, file: .init("yed.graphml") { YEdExporter(style: $0) }),
  ]

  /// The tool called `name`, or nil where there is none.
  public static func named(_ name: String) -> GraphTool? { table.first { $0.name == name } }
}
