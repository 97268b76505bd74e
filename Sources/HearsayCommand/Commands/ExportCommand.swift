import ArgumentParser
import Hearsay
import HearsayCore
import HearsayExporters
import HearsayGraph

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the graph of a folder of articles for other tools, and pictures of it.",
    discussion: """
      Files are DIR/NAME.graphml, DIR/NAME.evidence.graphml and so on. NAME.dot is portable and has every edge; \
      pictures are made from NAME.picture.dot, where parallel statements are merged.

      EXAMPLES
        hearsay export seeds --render svg,png
        hearsay export crawl.jsonl --name week-3 --view actors,evidence --format graphml
      """)

  @OptionGroup var input: InputOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to; made if missing.", valueName: "dir"))
  var output = "Exports"

  @Option(help: ArgumentHelp("What files are called; the first input's name unless given.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp("actors, evidence or both, parted by commas.", valueName: "views"),
    transform: { try ListOption.values($0, "view", GraphView.allCases.map(\.rawValue)) { GraphView(rawValue: $0) } })
  var view: [GraphView] = [.actors]

  @Option(
    help: ArgumentHelp("Formats, parted by commas; hearsay formats lists them.", valueName: "formats"),
    transform: { try ListOption.values($0, "format", GraphFormat.table.map(\.name)) { GraphFormat.named($0) } })
  var format: [GraphFormat] = GraphFormat.table.filter { ["graphml", "dot"].contains($0.name) }

  @Option(
    help: ArgumentHelp("Pictures to draw: svg, png, pdf, parted by commas.", valueName: "kinds"),
    transform: {
      try ListOption.values($0, "picture", Graphviz.Picture.allCases.map(\.rawValue)) { Graphviz.Picture(rawValue: $0) }
    })
  var render: [Graphviz.Picture] = []

  @Flag(help: "Shows cities and regions in the actors view too.")
  var places = false

  @Option(help: ArgumentHelp("Leaves out statements that are less sure, 0 to 1.", valueName: "x"))
  var minConfidence: Double = 0

  func validate() throws {
    try InputOptions.validate(leastConfidence: minConfidence)
    if let name, name.isEmpty || name.contains("/") {
      throw ValidationError("--name is the beginning of a file's name, without a folder: use --output for that")
    }
  }

  func run() async throws {
    // Before the reading, which may take long: a missing program is better known at once.
    let graphviz = render.isEmpty ? nil : try Graphviz()
    let corpus = try await input.corpus()
    try OutputFile.createFolder(output)
    let stem = output + (output.hasSuffix("/") ? "" : "/") + (name ?? OutputName.name(of: input.inputs))
    var counts: [String] = []
    for view in GraphView.allCases where self.view.contains(view) {
      let graph = GraphBuilder(options(view)).graph(of: corpus)
      let base = view == .actors ? stem : "\(stem).\(view.rawValue)"
      for format in format {
        try write(graph, by: format.exporter(StyleTable.standard.graphStyle), to: "\(base).\(format.fileExtension)")
      }
      let count = "\(InputOptions.count(graph.nodes.count, "node")), \(InputOptions.count(graph.edges.count, "edge"))"
      counts.append(self.view.count == 1 ? count : "\(view.rawValue): \(count)")
    }
    if let graphviz { try draw(corpus, by: graphviz, stem: stem) }
    Console.say(InputOptions.summary(of: corpus, "; " + counts.joined(separator: "; ")))
  }

  /// Writes NAME.picture.dot, and draws it.
  private func draw(_ corpus: Corpus, by graphviz: Graphviz, stem: String) throws {
    let titles = Dictionary(uniqueKeysWithValues: corpus.documents.map { ($0.id, $0.metadata.title ?? $0.source) })
    let source = stem + ".picture.dot"
    try write(GraphBuilder(options(.actors)).graph(of: corpus), by: Picture(titles: titles), to: source)
    for picture in render {
      for warning in try graphviz.draw(source, as: picture, to: "\(stem).\(picture.rawValue)") {
        Console.say("graphviz: \(warning)")
      }
    }
  }

  private func options(_ view: GraphView) -> GraphOptions {
    GraphOptions(view: view, includesPlaces: places, leastConfidence: minConfidence)
  }

  private func write(_ graph: Graph, by exporter: some GraphExporter, to path: String) throws {
    try OutputFile.write(to: path) { try exporter.write(graph, to: &$0) }
  }
}
