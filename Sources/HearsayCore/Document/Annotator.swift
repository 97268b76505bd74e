/// A stage: it reads some layers of a document and fills others.
///
/// The order of stages is checked before anything runs: `Pipeline.init` throws where a layer is read that no earlier
/// stage fills. A stage keeps no state between documents, so one value may annotate many at once.
public protocol Annotator: Sendable {
  /// The layers that must be there.
  var reads: Set<Layer> { get }
  /// The layers that this stage fills.
  var fills: Set<Layer> { get }
  /// Fills them. Never fails: what cannot be found is left out.
  func annotate(_ document: inout Document)
  /// Lets go of the memory that was kept for the next document, which would have to take it again.
  func releaseMemory()
}

extension Annotator {
  /// Most stages keep none.
  public func releaseMemory() {}
}
