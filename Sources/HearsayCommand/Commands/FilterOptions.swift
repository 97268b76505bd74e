import ArgumentParser
import Hearsay
import HearsayCore
import HearsayGraph

/// What of the articles goes into a graph, and what of the graph is kept; asked in the order in which the options stand here.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Leaves out statements that are less sure, 0 to 1.", valueName: "x"))
  var minConfidence: Double = 0

  @Option(
    help: ArgumentHelp("Leaves out what was said or published before: 2022, 2022-01 or 2022-01-07.", valueName: "date"),
    transform: { try days($0).lowerBound })
  var since: CalendarDate?

  @Option(
    help: ArgumentHelp("Leaves out what was said or published after.", valueName: "date"),
    transform: { try days($0).upperBound })
  var until: CalendarDate?

  @Option(
    help: ArgumentHelp("Keeps only statements of these speech acts, parted by commas.", valueName: "acts"),
    transform: {
      try ListOption.values($0, "speech act", Statement.Act.allCases.map(\.rawValue)) { Statement.Act(rawValue: $0) }
    })
  var act: [Statement.Act] = []

  @Option(
    help: ArgumentHelp("Keeps only nodes, or edges, of these kinds, parted by commas.", valueName: "kinds"),
    transform: { try ListOption.values($0, "kind", kinds) { kinds.contains($0) ? $0 : nil } })
  var kind: [String] = []

  @Option(help: ArgumentHelp("Leaves out edges that weigh less.", valueName: "w"))
  var minWeight: Double?

  @Option(
    help: ArgumentHelp(
      "Keeps the ties that chance does not explain: the disparity filter's level of significance, as 0.05.",
      valueName: "alpha"))
  var backbone: Double?

  @Option(help: ArgumentHelp("Keeps what is near this actor: an id or a name. May be given again.", valueName: "name"))
  var actor: [String] = []

  @Option(help: ArgumentHelp("How many edges from --actor; 1 unless given.", valueName: "n"))
  var hops: Int?

  func validate() throws {
    try InputOptions.validate(leastConfidence: minConfidence)
    if let since, let until, since > until { throw ValidationError("--since \(since) is after --until \(until)") }
    if let minWeight, !(minWeight >= 0 && minWeight.isFinite) { throw ValidationError("--min-weight is 0 or more") }
    if let backbone, !(backbone > 0 && backbone <= 1) {
      throw ValidationError("--backbone is a level of significance, more than 0 and at most 1: 0.05 is usual")
    }
    if let hops, hops < 0 { throw ValidationError("--hops is 0 or more") }
    if hops != nil, actor.isEmpty { throw ValidationError("--hops counts from an actor: name one with --actor") }
  }

  /// - Throws: where what is asked makes no sense for one of `views`.
  func validate(for views: [GraphView]) throws {
    for view in views {
      if let problem = filter(actors: []).problem(in: view) { throw ValidationError(problem) }
      if !act.isEmpty, view == .coMention {
        throw ValidationError("--act chooses statements, and the view co-mention has none")
      }
    }
  }

  /// The days that are kept.
  var window: DayWindow { DayWindow(first: since, last: until) }

  /// The speech acts that are kept, or nil for all.
  var acts: Set<Statement.Act>? { act.isEmpty ? nil : Set(act) }

  /// What of a graph is kept, round the actors of these ids.
  func filter(actors: [String]) -> GraphFilter {
    var filter = GraphFilter()
    filter.kinds = kind
    filter.leastWeight = minWeight
    filter.significance = backbone
    filter.actors = actors
    filter.hops = hops ?? 1
    return filter
  }

  private static let kinds: [String] = {
    var seen: Set<String> = []
    return GraphView.allCases.flatMap { Vocabulary.nodeKinds(of: $0) + Vocabulary.edgeKinds(of: $0) }
      .filter { seen.insert($0).inserted }
  }()

  /// The days of a date, a month or a year.
  private static func days(_ text: String) throws -> ClosedRange<CalendarDate> {
    let resolution: ResolvedDate.Resolution? =
      switch text.utf8.count {
      case 4: .year
      case 7: .month
      case 8: .week
      case 10: .day
      default: nil
      }
    guard let resolution, let days = ResolvedDate(text, resolution).days else {
      throw ValidationError("\(text) is no date: write 2022, 2022-01, 2022-W02 or 2022-01-07")
    }
    return days
  }
}
