import ArgumentParser
import Foundation
import Hearsay
import HearsayCore
import HearsayIdentity
import HearsayLanguage
import HearsayReaders

/// What every command that reads articles asks.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files, folders, or - for standard input.")
  var inputs: [String]

  @Option(help: ArgumentHelp("Documents in work at the same time; the result does not depend on it.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "A limit on what is taken in, changed; as often as wanted. What is over one is left out or parted, and named.",
      discussion: LimitOption.list, valueName: "name=value"), transform: { try LimitOption($0) })
  var limit: [LimitOption] = []

  @Option(help: ArgumentHelp("Weights for the neural reader other than the program's own.", valueName: "file"))
  var model: String?

  @Flag(
    help: ArgumentHelp(
      "Has a network weigh when each statement was said: it dates many that no rule dates. Takes more than twice as long.",
      discussion: "Of ten such dates one to two are wrong; annotate gives how likely each is, as date_share."))
  var likelyDates = false

  @Flag(help: "Leaves out statements that state nothing: \"criticized Kyiv\", \"called for calm\".")
  var propositions = false

  @Flag(help: "End with 65 where a document cannot be read, or only in part.")
  var strict = false

  @Option(help: ArgumentHelp("Who is who, by hand: see hearsay correct --help.", valueName: "file"))
  var corrections: String?

  @Flag(help: "Passes over corrections of nodes that these articles do not have.")
  var allowUnmatched = false

  @Option(help: "How progress is told: bar, plain (a line now and then) or none; a bar on a terminal unless given.")
  var progress: ProgressLine.Style?

  @Flag(name: .shortAndLong, help: "Tells nothing on standard error but why the program ends early.")
  var quiet = false

  @Flag(help: "Says at the end how long each stage took, in seconds of processor time.")
  var timings = false

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("name a file or folder of articles, or - for standard input") }
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is from 1 to 1024") }
  }

  /// - Throws: where `confidence` is no least confidence.
  static func validate(leastConfidence confidence: Double) throws {
    guard (0...1).contains(confidence) else { throw ValidationError("--min-confidence is from 0 to 1") }
  }

  /// Reads and annotates all inputs, telling progress and diagnostics on standard error.
  ///
  /// - Throws: `CommandError` (65) where nothing could be read, or with `--strict` anything could not, or not whole.
  ///
  /// - Parameter keepsWorkingLayers: Whether documents keep tokens, names and trees, and have their times found.
  func corpus(keepsWorkingLayers: Bool = false) async throws -> Corpus {
    var limits = Limits()
    for option in limit { option.apply(to: &limits) }
    var corrections = try corrections.map { try CorrectionsFile(path: $0).corrections() } ?? .none
    corrections.allowsMissingNodes = allowUnmatched
    let progress = ProgressLine(quiet ? .off : progress)
    let pipeline = try pipeline(limits, wantsTimes: keepsWorkingLayers)
    var reader = CorpusReader(pipeline: pipeline, limits: limits, jobs: jobs, corrections: corrections)
    reader.keepsWorkingLayers = keepsWorkingLayers
    let clock = timings ? StageClock() : nil
    reader.clock = clock
    let corpus = try await reader.corpus(of: inputs) { progress.show($0) }
    progress.clear()
    for (stage, seconds) in clock?.times ?? [] { Console.say("\(stage): \((seconds * 1000).rounded() / 1000) s") }
    for diagnostic in corpus.diagnostics { say("hearsay: \(diagnostic)") }
    if corpus.documents.isEmpty, corpus.diagnostics.isEmpty {
      throw CommandError(
        .data,
        "no file in \(inputs.joined(separator: ", ")): README.md, and names that begin with a full stop, are passed over "
          + "in a folder")
    }
    if corpus.documents.isEmpty {
      throw CommandError(
        .data,
        "no document could be read in \(inputs.joined(separator: ", ")): give articles in English, in a format that hearsay --help names"
      )
    }
    if strict, corpus.skipped > 0 {
      throw CommandError(.data, "\(Self.count(corpus.skipped, "document")) could not be read, and --strict was asked")
    }
    if strict, corpus.partial > 0 {
      throw CommandError(
        .data, "\(Self.count(corpus.partial, "document")) could be read only in part, and --strict was asked")
    }
    return corpus
  }

  /// The stages that annotate, with the weights that were asked for.
  private func pipeline(_ limits: Limits, wantsTimes: Bool) throws(CommandError) -> Pipeline {
    let tagger = try model.map(ModelFile.tagger) ?? .embedded
    return .standard(
      tagger, limits: limits, includesCriticism: !propositions, wantsTimes: wantsTimes, hasLikelyDates: likelyDates)
  }

  /// Tells `line` on standard error, unless asked to be quiet.
  func say(_ line: String) { if !quiet { Console.say(line) } }

  /// The closing line: what was read and found.
  ///
  /// - Parameter statements: The number of statements that are shown; all that were found unless given.
  static func summary(of corpus: Corpus, statements: Int? = nil, _ more: String = "") -> String {
    "\(count(corpus.documents.count, "document")) read, \(corpus.skipped) skipped, "
      + "\(count(statements ?? corpus.statementCount, "statement"))\(more)"
  }

  /// A number with its noun.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
