public import HearsayCore

/// The stages that fill a document's layers, in order.
public struct Pipeline: Sendable {
  let stages: [any Annotator]

  /// A pipeline of `stages`, which run in that order.
  ///
  /// - Throws: `PipelineError` where a stage reads a layer that none before it fills, or fills one twice.
  public init(_ stages: [any Annotator]) throws(PipelineError) {
    var filled: Set<Layer> = []
    for stage in stages {
      let name = String(describing: type(of: stage))
      // Sorted, so that the same fault is named on every run.
      if let missing = stage.reads.subtracting(filled).min(by: { $0.rawValue < $1.rawValue }) {
        throw .unmetLayer(stage: name, layer: missing)
      }
      if let twice = stage.fills.intersection(filled).min(by: { $0.rawValue < $1.rawValue }) {
        throw .layerFilledTwice(stage: name, layer: twice)
      }
      filled.formUnion(stage.fills)
    }
    self.stages = stages
  }

  /// Fills every layer of `document`.
  public func annotate(_ document: inout Document) {
    for stage in stages { stage.annotate(&document) }
  }

  /// Lets go of the memory that the stages keep for the next document.
  public func releaseMemory() {
    for stage in stages { stage.releaseMemory() }
  }
}

/// Why stages make no pipeline.
public enum PipelineError: Error, Equatable {
  /// `stage` reads `layer`, which no stage before it fills.
  case unmetLayer(stage: String, layer: Layer)
  /// `stage` fills `layer`, which a stage before it filled.
  case layerFilledTwice(stage: String, layer: Layer)
}

extension PipelineError: CustomStringConvertible {
  /// The fault in a sentence.
  public var description: String {
    switch self {
    case .unmetLayer(let stage, let layer):
      "\(stage) reads \(layer.rawValue), which no stage before it fills: put one that does before it"
    case .layerFilledTwice(let stage, let layer):
      "\(stage) fills \(layer.rawValue), which a stage before it has filled: leave one of them out"
    }
  }
}
