import Foundation
public import HearsayCore
import HearsayReaders
import HearsayAttribution
public import HearsayIdentity
import HearsayLanguage

/// Reads files and annotates their articles on several cores, through a bounded window.
public struct CorpusReader: Sendable {
  /// How many documents are in work at once, for each core: enough that a long one keeps no core waiting.
  private static let windowPerJob = 4

  /// What may be told of a run while it lasts.
  public struct Progress: Sendable {
    /// Files begun.
    public var files: Int
    /// Files in all.
    public var filesInAll: Int
    /// Documents annotated.
    public var documents: Int
  }

  private let reader: ArticleReader
  private let pipeline: Pipeline
  private let jobs: Int
  private let corrections: Corrections
  /// Whether documents keep the layers that only printing them needs: tokens, trees, names. Most of their memory.
  public var keepsWorkingLayers = true
  /// What counts how long the stages take, where that is asked.
  public var clock: StageClock?

  /// A reader of articles.
  ///
  /// - Parameters:
  ///   - pipeline: The stages that annotate an article.
  ///   - limits: What an article may be at most.
  ///   - jobs: How many documents are annotated at the same time; the processor's cores unless given. The result does
  ///     not depend on it.
  ///   - corrections: What a person has decided about who is who.
  public init(
    pipeline: Pipeline = .standard, limits: Limits = Limits(), jobs: Int? = nil,
    corrections: Corrections = .none
  ) {
    reader = ArticleReader(limits: limits)
    self.pipeline = pipeline
    self.corrections = corrections
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Reads every article of `inputs`: files, folders, or `-` for standard input.
  ///
  /// - Parameter report: Called now and then, from one task at a time.
  /// - Throws: `ReaderError` where an input is missing, `CorrectionError` where a correction's node is. A document that cannot be read is a diagnostic.
  public func corpus(
    of inputs: [String], report: @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Corpus {
    let files = try InputWalk.files(of: inputs)
    var progress = Progress(files: 0, filesInAll: files.count, documents: 0)
    var results: [Annotated] = []
    let window = DispatchSemaphore(value: jobs * Self.windowPerJob)
    let (items, feed) = AsyncStream.makeStream(of: Item.self)
    let reader = reader
    let pipeline = pipeline
    let (keepsWorkingLayers, clock) = (keepsWorkingLayers, clock)
    let spool = TextSpool()
    let producer = Thread {
      for file in files {
        feed.yield(.file)
        reader.read(file) { reading in
          window.wait()
          feed.yield(.reading(reading))
        }
      }
      feed.finish()
    }
    // Parsers and their callbacks want more than a thread's usual half megabyte.
    producer.stackSize = 8 << 20
    producer.start()
    await withTaskGroup(of: Annotated.self) { group in
      var order = 0
      var inFlight = 0
      for await item in items {
        guard case .reading(let reading) = item else {
          progress.files += 1
          continue
        }
        if inFlight >= jobs, let done = await group.next() {
          inFlight -= 1
          results.append(done)
          window.signal()
          progress.documents += 1
          report(progress)
        }
        let place = order
        order += 1
        inFlight += 1
        group.addTask {
          var reading = Self.annotated(reading, by: pipeline, clock)
          if case .document(var document) = reading {
            if !keepsWorkingLayers { document.dropWorkingLayers() }
            document.putText(on: spool)
            reading = .document(document)
          }
          return Annotated(order: place, reading: reading)
        }
      }
      for await done in group {
        results.append(done)
        window.signal()
        progress.documents += 1
        report(progress)
      }
    }
    pipeline.releaseMemory()
    guard let clock else { return try Self.broughtTogether(&results, corrections) }
    return try clock.measure("bringing together") { try Self.broughtTogether(&results, corrections) }
  }

  private enum Item: Sendable {
    case file
    case reading(Reading)
  }

  private struct Annotated: Sendable {
    let order: Int
    let reading: Reading
  }

  /// The article with its layers filled, or the reason why it is left out.
  private static func annotated(_ reading: Reading, by pipeline: Pipeline, _ clock: StageClock?) -> Reading {
    guard case .document(var document) = reading else { return reading }
    if let diagnostic = LanguageCheck.diagnostic(for: document) { return .diagnostic(diagnostic) }
    document.metadata.language = "en"
    if let clock { pipeline.annotate(&document, clock: clock) } else { pipeline.annotate(&document) }
    return .document(document)
  }

  /// Empties `results`, so that nobody else holds the documents when they are renamed.
  private static func broughtTogether(_ results: inout [Annotated], _ corrections: Corrections) throws -> Corpus {
    var documents: [Document] = []
    var diagnostics: [Diagnostic] = []
    results.sort { $0.order < $1.order }
    for result in results {
      switch result.reading {
      case .document(let document):
        documents.append(document)
        diagnostics += document.diagnostics
      case .diagnostic(let diagnostic):
        diagnostics.append(diagnostic)
      }
    }
    results = []
    return try Corpus(consume documents, diagnostics: diagnostics, corrections: corrections)
  }
}
