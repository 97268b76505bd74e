/// Where bytes go: a file, a pipe, memory.
public protocol ByteSink {
  /// What may go wrong on the way; `Never` for memory.
  associatedtype Failure: Error
  /// Takes all of `bytes`, or throws. After a throw nothing more is written.
  mutating func write(_ bytes: Span<UInt8>) throws(Failure)
}

/// Keeps what is written.
public struct MemorySink: ByteSink, Sendable {
  /// Everything written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty sink.
  public init() {}

  /// Keeps `bytes`.
  public mutating func write(_ bytes: Span<UInt8>) throws(Never) {
    bytes.withUnsafeBufferPointer { self.bytes.append(contentsOf: $0) }
  }
}
