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

  /// The number of statements, each counted once however many documents report it.
  public var statementCount: Int { Set(documents.lazy.flatMap(\.statements).map(\.id)).count }

  /// Brings annotated documents together.
  ///
  /// The result does not depend on their order.
  public init(_ documents: [Document], diagnostics: [Diagnostic] = []) {
    do {
      try self.init(documents, diagnostics: diagnostics, corrections: .none)
    } catch {
      preconditionFailure("no corrections, no fault in them: \(error)")
    }
  }

  /// Brings annotated documents together as `corrections` say.
  ///
  /// - Throws: where a correction names a node that no document has.
  public init(
    _ documents: [Document], diagnostics: [Diagnostic] = [], corrections: Corrections
  ) throws(CorrectionError) {
    var merged: [Document] = []
    var indexOfID: [String: Int] = [:]
    for document in documents {
      if let index = indexOfID[document.id] {
        merged[index] = Self.merging(merged[index], document)
      } else {
        indexOfID[document.id] = merged.count
        merged.append(document)
      }
    }
    merged.sort { ($0.source, $0.id) < ($1.source, $1.id) }
    var used: Set<String> = []
    var identity = IdentityIndex(corrections: corrections)
    for index in merged.indices {
      used.formUnion(corrections.ignore(in: &merged[index]))
      identity.add(merged[index])
    }
    let (resolution, passedOver) = try identity.corrected()
    self.resolution = resolution
    var reports = ReportIndex()
    var copies = CopyIndex()
    for index in merged.indices {
      resolution.apply(to: &merged[index])
      reports.add(&merged[index])
      copies.add(merged[index])
    }
    let (statements, originals) = (reports.resolve(), copies.originals())
    for index in merged.indices {
      statements.apply(to: &merged[index])
      merged[index].copyOf = originals[merged[index].id]
    }
    self.documents = merged
    self.diagnostics = diagnostics + passedOver + corrections.unusedNames(used)
  }

  /// One document out of two of the same text: the one whose source sorts first, with the sources of both.
  private static func merging(_ left: Document, _ right: Document) -> Document {
    var first = left.source <= right.source ? left : right
    first.sources = Set(left.sources + right.sources).sorted()
    return first
  }
}
