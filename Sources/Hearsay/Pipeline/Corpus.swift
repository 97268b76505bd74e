public import HearsayCore
import HearsayAttribution
public import HearsayIdentity

/// All documents of one run, annotated and brought together: one id per entity and per statement throughout.
public struct Corpus: Sendable {
  /// The documents by source, then id. Identical texts are one document with several sources.
  public let documents: [Document]
  /// What the documents left out, and why, in the order of reading.
  public let diagnostics: [Diagnostic]
  /// Which entities of which documents became one, and why.
  public let resolution: Resolution

  /// The number of documents that were left out.
  public var skipped: Int { diagnostics.count { $0.severity == .skipped } }

  /// The number of documents of which some was left out.
  public var partial: Int { documents.count { $0.diagnostics.contains { $0.severity == .partial } } }

  /// The number of statements, each counted once however many documents report it.
  public var statementCount: Int { Set(documents.lazy.flatMap(\.statements).map(\.id)).count }

  /// Brings annotated documents together.
  ///
  /// The result does not depend on their order.
  public init(_ documents: consuming [Document], diagnostics: [Diagnostic] = []) {
    do {
      try self.init(consume documents, diagnostics: diagnostics, corrections: .none)
    } catch {
      preconditionFailure("no corrections, no fault in them: \(error)")
    }
  }

  /// Brings annotated documents together as `corrections` say.
  ///
  /// Give the only reference to the documents away and they are renamed where they are; otherwise all are copied.
  ///
  /// - Throws: where a correction names a node that no document has.
  public init(
    _ documents: consuming [Document], diagnostics: [Diagnostic] = [], corrections: Corrections
  ) throws(CorrectionError) {
    var merged = Self.merged(consume documents)
    let (resolution, notes) = try Self.identified(&merged, corrections)
    self.resolution = resolution
    for index in merged.indices { resolution.apply(to: &merged[index]) }
    Self.findReports(&merged)
    self.documents = merged
    self.diagnostics = diagnostics + notes + Self.namesakes(merged)
  }

  /// One document for each text, by source, then id.
  private static func merged(_ documents: consuming [Document]) -> [Document] {
    var merged = consume documents
    var indexOfID: [String: Int] = [:]
    for index in merged.indices {
      if let first = indexOfID[merged[index].id] {
        merged[first] = merging(merged[first], merged[index])
      } else {
        merged.swapAt(indexOfID.count, index)
        indexOfID[merged[indexOfID.count].id] = indexOfID.count
      }
    }
    merged.removeLast(merged.count - indexOfID.count)
    merged.sort { ($0.source, $0.id) < ($1.source, $1.id) }
    return merged
  }

  /// That articles of one name cannot be told apart by it.
  private static func namesakes(_ documents: [Document]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for document in documents { for source in document.sources { counts[source, default: 0] += 1 } }
    return counts.filter { $0.value > 1 }.sorted { $0.key < $1.key }.map { source, count in
      Diagnostic(
        .note, source: source,
        message:
          "\(count) different articles have this name: name a folder above them all, or give each line an id of its own"
      )
    }
  }

  /// Who is who in `documents`, from which the names that corrections ignore are taken, and which corrections had no use. What
  /// was remembered of each entity to tell it goes as soon as it is told.
  private static func identified(
    _ documents: inout [Document], _ corrections: Corrections
  ) throws(CorrectionError) -> (Resolution, [Diagnostic]) {
    var used: Set<String> = []
    var identity = IdentityIndex(corrections: corrections)
    identity.reserveCapacity(documents.reduce(0) { $0 + $1.entities.count })
    for index in documents.indices {
      used.formUnion(corrections.ignore(in: &documents[index]))
      identity.add(documents[index])
    }
    let (resolution, passedOver) = try identity.corrected()
    return (resolution, passedOver + corrections.unusedNames(used))
  }

  /// Tells which statements are one, and which documents copy another.
  private static func findReports(_ documents: inout [Document]) {
    var reports = ReportIndex()
    var copies = CopyIndex()
    for index in documents.indices {
      reports.add(&documents[index])
      copies.add(documents[index])
    }
    let (statements, originals) = (reports.resolve(), copies.originals())
    for index in documents.indices {
      statements.apply(to: &documents[index])
      documents[index].copyOf = originals[documents[index].id]
    }
  }

  /// One document out of two of the same text: the one whose source sorts first, with the sources of both.
  private static func merging(_ left: Document, _ right: Document) -> Document {
    var first = left.source <= right.source ? left : right
    first.sources = Set(left.sources + right.sources).sorted()
    return first
  }
}
