/// A format that graphs are written in: one row of `table`, one exporter.
public struct GraphFormat: Sendable {
  /// What `--format` takes: `graphml`.
  public let name: String
  /// The files that it takes; most take one.
  public let files: [File]
  /// What it is and what opens it, in a line.
  public let title: String
  /// Where it is specified.
  public let specification: String
  /// What of a graph it does not carry, or only in another form; a phrase each.
  public let loses: [String]
  /// Whether it says where nodes stand, so that a layout is worth its time.
  public let isPlaced: Bool

  /// A file of a format.
  public struct File: Sendable {
    /// The end of its name, without the dot before it.
    public let fileExtension: String
    /// Its exporter; a format that can say how things look uses the style.
    public let exporter: @Sendable (GraphStyle) -> any GraphExporter

    /// A file.
    public init(_ fileExtension: String, _ exporter: @escaping @Sendable (GraphStyle) -> any GraphExporter) {
      self.fileExtension = fileExtension
      self.exporter = exporter
    }
  }

  /// Every format, in the order in which `hearsay formats` lists them. A new format is one file and one row.
  public static let table: [GraphFormat] = [
    GraphFormat(
      name: "graphml", fileExtension: "graphml",
      title: "GraphML: Gephi, Cytoscape, yEd, NetworkX, igraph",
      specification: "http://graphml.graphdrawing.org/specification.html",
      loses: ["a list is a JSON array in a string", "control characters become U+FFFD", "colours and shapes"],
      exporter: { _ in GraphMLExporter() }),
    GraphFormat(
      name: "dot", fileExtension: "dot",
      title: "DOT: Graphviz, Gephi, pydot",
      specification: "https://graphviz.org/doc/info/lang.html",
      loses: [
        "a list is a JSON array in a string", "numbers are strings",
        "a label over 250 bytes and a value over 16,000 are cut, ending in …",
        "control characters become U+FFFD", "every kind of line end becomes a line feed",
        "an attribute that Graphviz draws by gets attr_ before its name",
        "a node whose id is a word of DOT, like node, gets _ after it",
      ],
      exporter: { DOTExporter(style: $0) }),
    GraphFormat(
      name: "gexf", fileExtension: "gexf",
      title: "GEXF 1.3: Gephi with colours, sizes and a timeline; NetworkX",
      specification: "https://gexf.net/schema.html",
      loses: [
        "control characters become U+FFFD",
        "Gephi adds up parallel edges of one kind unless told not to",
        "an attribute that GEXF or a reader keeps for itself, like start, gets attr_ before its name",
      ],
      isPlaced: true, exporter: { GEXFExporter(style: $0) }),
    GraphFormat(
      name: "json", fileExtension: "json",
      title: "node-link JSON: NetworkX, D3",
      specification: "https://networkx.org/documentation/stable/reference/readwrite/json_graph.html",
      loses: [
        "colours and shapes", "an attribute called id, or for edges source, target or key, gets attr_ before its name",
      ],
      exporter: { _ in NodeLinkExporter() }),
    GraphFormat(
      name: "jgf", fileExtension: "jgf",
      title: "JSON Graph Format 2",
      specification: "https://jsongraphformat.info/",
      loses: ["colours and shapes"],
      exporter: { _ in JSONGraphExporter() }),
    GraphFormat(
      name: "cyjs", fileExtension: "cyjs",
      title: "Cytoscape.js JSON: Cytoscape, Cytoscape.js",
      specification: "https://js.cytoscape.org/#notation/elements-json",
      loses: [
        "colours and shapes", "an attribute that Cytoscape keeps for itself, like name, gets attr_ before its name",
      ],
      isPlaced: true, exporter: { CytoscapeExporter(style: $0) }),
    GraphFormat(
      name: "cx2", fileExtension: "cx2",
      title: "CX2: Cytoscape 3.10 with colours, NDEx, ndex2",
      specification: "https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/",
      loses: ["an attribute that Cytoscape keeps for itself, like name, gets attr_ before its name"],
      isPlaced: true, exporter: { CX2Exporter(style: $0) }),
    GraphFormat(
      name: "gml", fileExtension: "gml",
      title: "GML: NetworkX, igraph, Gephi, yEd",
      specification: "https://en.wikipedia.org/wiki/Graph_Modelling_Language",
      loses: [
        "a list is a JSON array in a string", "ids are numbers, and ours the attribute name",
        "a label that another node has too is followed by the id in brackets, and a node without one has its id",
        "a whole number over 32 bits is a real", "igraph shows letters outside ASCII as character references",
        "an attribute that GML keeps for itself, like id, gets attr_ before its name, and . and - in a name become _",
        "colours and shapes",
      ],
      exporter: { _ in GMLExporter() }),
    GraphFormat(
      name: "pajek", fileExtension: "net",
      title: "Pajek: Pajek, NetworkX, igraph",
      specification: "http://mrvar.fdv.uni-lj.si/pajek/",
      loses: [
        "everything but nodes' labels and edges' weights and labels",
        "a label that another node has too is followed by the id in brackets, and a node without one has its id",
        "in a label quotation marks become apostrophes, backslashes slashes, line ends and tabs blanks",
        "control characters become U+FFFD",
      ],
      exporter: { _ in PajekExporter() }),
    GraphFormat(
      name: "csv",
      title: "tables of nodes and edges: Gephi's spreadsheet import, spreadsheets, DuckDB, pandas",
      specification: "https://docs.gephi.org/desktop/User_Manual/Import/CSV_Format/",
      loses: [
        "a list is a JSON array in a string", "control characters become U+FFFD",
        "every kind of line end becomes a line feed",
        "a text that begins with = + - @, a tab or a line end, or with apostrophes and one of these, gets ' before it",
        "an attribute that Gephi keeps for itself, like type, gets attr_ before its name", "colours and shapes",
      ],
      files: [
        .init("nodes.csv") { _ in GephiCSVExporter(.nodes) }, .init("edges.csv") { _ in GephiCSVExporter(.edges) },
      ]),
    GraphFormat(
      name: "neo4j-csv",
      title: "CSV for neo4j-admin import, with the command: Neo4j",
      specification: "https://neo4j.com/docs/operations-manual/current/import/",
      loses: [
        "a semicolon in an item of a list becomes a comma", "an empty list is left out",
        "control characters become U+FFFD", "every kind of line end becomes a line feed",
        "a text that begins with = + - @, a tab or a line end, or with apostrophes and one of these, gets ' before it",
        "in a label or a type, what is no letter, digit or _ becomes _",
        "an attribute called id gets attr_ before its name", "colours and shapes",
      ],
      files: [
        .init("neo4j-nodes.csv") { _ in Neo4jCSVExporter(.nodes) },
        .init("neo4j-edges.csv") { _ in Neo4jCSVExporter(.relationships) },
        .init("neo4j-import.sh") { _ in Neo4jCSVExporter(.command) },
      ]),
    GraphFormat(
      name: "cypher", fileExtension: "cypher",
      title: "Cypher statements: Neo4j, Memgraph",
      specification: "https://opencypher.org/resources/",
      loses: [
        "control characters become U+FFFD", "in a label or a type, what is no letter, digit or _ becomes _",
        "an attribute called id gets attr_ before its name", "colours and shapes",
      ],
      exporter: { _ in CypherExporter() }),
    GraphFormat(
      name: "turtle", fileExtension: "ttl",
      title: "RDF as Turtle, with PROV-O, schema.org and Web Annotation: rdflib, Jena, Oxigraph",
      specification: "https://www.w3.org/TR/turtle/",
      loses: [
        "a list loses its order, and what it has twice", "an empty list is left out", "colours and shapes",
      ],
      exporter: { _ in TurtleExporter() }),
    GraphFormat(
      name: "nquads", fileExtension: "nq",
      title: "RDF as N-Quads, a graph for each document: Jena, Oxigraph, rdflib",
      specification: "https://www.w3.org/TR/n-quads/",
      loses: [
        "a list loses its order, and what it has twice", "an empty list is left out", "colours and shapes",
      ],
      exporter: { _ in NQuadsExporter() }),
    GraphFormat(
      name: "ftm", fileExtension: "ftm.json",
      title: "FollowTheMoney entities, one a line: Aleph, OpenAleph, followthemoney",
      specification: "https://followthemoney.tech/explorer/",
      loses: [
        "attributes that the model has no property for: counts, weights, offsets, confidence, speech acts but as a role",
        "of dates by week only the first day", "codes of most former states",
        "in an id, _ becomes -, and - or . at its end gets 0 after it", "colours and shapes",
      ],
      exporter: { _ in FollowTheMoneyExporter() }),
  ]

  /// A format of several files.
  init(
    name: String, title: String, specification: String, loses: [String], isPlaced: Bool = false, files: [File]
  ) {
    self.name = name
    self.title = title
    self.specification = specification
    self.loses = loses
    self.isPlaced = isPlaced
    self.files = files
  }

  /// A format of one file.
  init(
    name: String, fileExtension: String, title: String, specification: String, loses: [String],
    isPlaced: Bool = false, exporter: @escaping @Sendable (GraphStyle) -> any GraphExporter
  ) {
    self.init(
      name: name, title: title, specification: specification, loses: loses, isPlaced: isPlaced,
      files: [File(fileExtension, exporter)])
  }

  /// The format called `name`, or nil where there is none.
  public static func named(_ name: String) -> GraphFormat? { table.first { $0.name == name } }
}
