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
        hearsay export crawl.jsonl --view speakers --since 2022-01 --act accuse,deny --min-weight 2
        hearsay export crawl.jsonl --view agreement,conflict --by month --measures degree,community
        hearsay export crawl.jsonl --for gephi,cytoscape
      """)

  @OptionGroup var input: InputOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to; made if missing.", valueName: "dir"))
  var output = "Exports"

  @Option(help: ArgumentHelp("What files are called; the first input's name unless given.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "\(GraphView.allCases.map(\.rawValue).joined(separator: ", ")); parted by commas.", valueName: "views"),
    transform: { try ListOption.values($0, "view", GraphView.allCases.map(\.rawValue)) { GraphView(rawValue: $0) } })
  var view: [GraphView] = [.actors]

  @Option(
    help: ArgumentHelp(
      "Formats, parted by commas; hearsay formats lists them. graphml,dot unless given or --for is.",
      valueName: "formats"),
    transform: { try ListOption.values($0, "format", GraphFormat.table.map(\.name)) { GraphFormat.named($0) } })
  var format: [GraphFormat]?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Programs to write for, as each shows it best: \(GraphTool.table.map(\.name).joined(separator: ", ")).",
      valueName: "tools"),
    transform: { try ListOption.values($0, "tool", GraphTool.table.map(\.name)) { GraphTool.named($0) } })
  var tools: [GraphTool] = []

  @Option(
    help: ArgumentHelp("Pictures to draw: svg, png, pdf, parted by commas.", valueName: "kinds"),
    transform: {
      try ListOption.values($0, "picture", Graphviz.Picture.allCases.map(\.rawValue)) { Graphviz.Picture(rawValue: $0) }
    })
  var render: [Graphviz.Picture] = []

  @Option(
    help: ArgumentHelp("light, dark or both; a dark picture is NAME.dark.svg.", valueName: "themes"),
    transform: {
      try ListOption.values($0, "theme", PictureTheme.allCases.map(\.rawValue)) { PictureTheme(rawValue: $0) }
    })
  var theme: [PictureTheme] = [.light]

  @Flag(help: "Shows cities and regions in the actors view too.")
  var places = false

  @Flag(help: "Adds what actors do to each other: who met, accused, arrested or invaded whom.")
  var relations = false

  @OptionGroup(title: "What is kept, in this order") var filters: FilterOptions

  @Option(
    help: ArgumentHelp(
      "Weights of speakers, two-mode, agreement, conflict: reports, documents, statements or origins.",
      valueName: "what"),
    transform: { try ListOption.value($0, "count", TieCount.allCases.map(\.rawValue)) { TieCount(rawValue: $0) } })
  var count: TieCount = .statements

  @Option(
    help: ArgumentHelp("A graph for each day, week, month or year, in files of its name.", valueName: "period"),
    transform: { try ListOption.value($0, "period", Period.allCases.map(\.rawValue)) { Period(rawValue: $0) } })
  var by: Period?

  @Option(
    help: ArgumentHelp(
      "Attributes to compute for nodes: degree, pagerank, betweenness, community; parted by commas.",
      valueName: "measures"),
    transform: { try ListOption.values($0, "measure", Measure.allCases.map(\.rawValue)) { Measure(rawValue: $0) } })
  var measures: [Measure] = []

  func validate() throws {
    try filters.validate(for: view)
    if let name, name.isEmpty || name.contains("/") || name.hasPrefix(".") {
      throw ValidationError(
        "--name is the beginning of a file's name, without a folder and no full stop at its start: --output names folders"
      )
    }
  }

  func run() async throws {
    // Before the reading, which may take long: a missing program is better known at once.
    let graphviz = render.isEmpty ? nil : try Graphviz()
    let corpus = try await input.corpus()
    let filter = filters.filter(actors: try actors(of: corpus))
    try OutputFile.createFolder(output)
    let stem = output + (output.hasSuffix("/") ? "" : "/") + (name ?? OutputName.name(of: input.inputs))
    let slices = slices(of: corpus)
    OutputBatch.removeLeftovers(of: stem)
    let totals = try OutputBatch.write { try write(corpus, slices, filter, by: graphviz, stem, in: $0) }
    tell(of: corpus, slices, totals)
  }

  private typealias Total = (nodes: Int, edges: Int)

  /// Writes every file; returns what each view has, all slices together.
  private func write(
    _ corpus: Corpus, _ slices: [Period.Slice?], _ filter: GraphFilter, by graphviz: Graphviz?, _ stem: String,
    in batch: OutputBatch
  ) throws -> [GraphView: Total] {
    var totals: [GraphView: Total] = [:]
    for slice in slices {
      for view in GraphView.allCases where self.view.contains(view) {
        let graph = graph(view, slice, of: corpus, filter)
        let base = base(stem, view, slice)
        try write(graph, base: base, in: batch)
        totals[view, default: (0, 0)].nodes += graph.nodes.count
        totals[view]!.edges += graph.edges.count
      }
      if let graphviz {
        for view in drawnViews {
          try draw(view, slice, of: corpus, filter, by: graphviz, base(stem, view, slice), in: batch)
        }
      }
    }
    return totals
  }

  /// The closing line, and what was left out for want of a date.
  private func tell(of corpus: Corpus, _ slices: [Period.Slice?], _ totals: [GraphView: Total]) {
    let counts = GraphView.allCases.compactMap { view in
      totals[view].map { total in
        (self.view.count == 1 ? "" : "\(view.rawValue): ")
          + "\(InputOptions.count(total.nodes, "node")), \(InputOptions.count(total.edges, "edge"))"
      }
    }
    let sliced = by == nil ? [] : [InputOptions.count(slices.count, "slice")]
    let outline = GraphBuilder(options(.actors, nil)).outline(of: corpus)
    if outline.undatedStatements + outline.undatedDocuments > 0 {
      input.say(Self.left(outline.undatedStatements, outline.undatedDocuments, "have no date"))
    }
    if view.contains(.actors), outline.untiedStatements > 0 {
      input.say(
        "hearsay: not in the view actors: \(InputOptions.count(outline.untiedStatements, "statement")) that nobody known "
          + "says, or about nobody else; hearsay statements and the view evidence have them")
    }
    input.say(
      InputOptions.summary(of: corpus, statements: outline.statements, "; " + (sliced + counts).joined(separator: "; "))
    )
  }

  /// The ids of the actors that are asked for.
  private func actors(of corpus: Corpus) throws -> [String] {
    guard !filters.actor.isEmpty else { return [] }
    let names = ActorNames(corpus)
    return try filters.actor.map {
      do { return try names.id(of: $0) } catch { throw CommandError(.data, "\(error)") }
    }
  }

  /// The slices that are asked for; one of everything where none are.
  private func slices(of corpus: Corpus) -> [Period.Slice?] {
    guard let by else { return [nil] }
    let found = GraphBuilder(options(.actors, nil)).slices(of: corpus, by: by)
    if found.statementsLeft + found.documentsLeft > 0 {
      input.say(Self.left(found.statementsLeft, found.documentsLeft, "have no date within one \(by.rawValue)"))
    }
    if found.slices.isEmpty { input.say("hearsay: nothing is left to slice by \(by.rawValue)") }
    return found.slices
  }

  private static func left(_ statements: Int, _ documents: Int, _ reason: String) -> String {
    let counts = [(statements, "statement"), (documents, "article")].filter { $0.0 > 0 }
    return
      "hearsay: left out: \(counts.map { InputOptions.count($0.0, $0.1) }.joined(separator: " and ")) that \(reason)"
  }

  /// The graph of a view, as far as it is kept, with the measures that are asked for.
  private func graph(_ view: GraphView, _ slice: Period.Slice?, of corpus: Corpus, _ filter: GraphFilter) -> Graph {
    let outcome = filter.outcome(on: GraphBuilder(options(view, slice)).graph(of: corpus), of: view)
    if let reason = outcome.emptiedBy {
      input.say(
        "hearsay: nothing is left of the view \(view.rawValue)\(slice.map { " of \($0.name)" } ?? ""): \(reason)")
    }
    guard !measures.isEmpty else { return outcome.graph }
    return outcome.graph.adding(nodeAttributes: measures.flatMap { $0.values(of: outcome.graph) })
  }

  /// The path of a view's files, without their extensions.
  private func base(_ stem: String, _ view: GraphView, _ slice: Period.Slice?) -> String {
    stem + (view == .actors ? "" : ".\(view.rawValue)") + (slice.map { ".\($0.name)" } ?? "")
  }

  /// The views that pictures are made of: those that are asked for, but of the evidence, which no page holds, the actors.
  private var drawnViews: [GraphView] {
    let views = GraphView.allCases.filter { view.contains($0) && $0 != .evidence }
    return views.isEmpty ? [.actors] : views
  }

  /// Writes `graph` in every format, and for every program, that was asked for: files BASE.EXTENSION.
  private func write(_ graph: Graph, base: String, in batch: OutputBatch) throws {
    let formats = format ?? (tools.isEmpty ? GraphFormat.table.filter { ["graphml", "dot"].contains($0.name) } : [])
    var style = StyleTable.standard.graphStyle
    // One layout serves them all.
    if formats.contains(where: \.isPlaced) || tools.contains(where: \.isPlaced) {
      style.positions = Layout.positions(of: graph)
    }
    for file in formats.flatMap(\.files) + tools.map(\.file) {
      let exporter = file.exporter(style)
      try batch.write(to: "\(base).\(file.fileExtension)") { try exporter.write(graph, to: &$0) }
    }
  }

  /// Writes BASE.picture.dot, and draws it.
  private func draw(
    _ view: GraphView, _ slice: Period.Slice?, of corpus: Corpus, _ filter: GraphFilter, by graphviz: Graphviz,
    _ base: String, in batch: OutputBatch
  ) throws {
    let articles = Dictionary(
      uniqueKeysWithValues: corpus.documents.map {
        ($0.id, Picture.Article(title: $0.metadata.title ?? $0.source, url: $0.metadata.url))
      })
    let graph = filter.outcome(on: GraphBuilder(options(view, slice)).graph(of: corpus), of: view).graph
    let title = slice.map { "\(view.title), \($0.name)" } ?? view.title
    for theme in theme {
      let drawing = Picture(articles: articles, title: title, style: theme.style)
      let stem = base + theme.suffix
      let source = stem + ".picture.dot"
      try batch.write(to: source) { try drawing.write(graph, to: &$0) }
      for picture in render {
        let path = "\(stem).\(picture.rawValue)"
        for warning in try graphviz.draw(source, as: picture, to: path, in: batch) { input.say("graphviz: \(warning)") }
        if let left = drawing.leftOut(of: graph) { input.say("\(path): not drawn: \(left)") }
      }
    }
  }

  private func options(_ view: GraphView, _ slice: Period.Slice?) -> GraphOptions {
    GraphOptions(
      view: view, includesPlaces: places, includesDeeds: relations, leastConfidence: filters.minConfidence,
      days: slice.map { filters.window.intersection($0.days) } ?? filters.window, acts: filters.acts, count: count)
  }
}
