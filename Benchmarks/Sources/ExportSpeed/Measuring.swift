import Foundation
import HearsayExporters

/// What a piece of work took.
struct Cost {
  /// Seconds of the processor, in the program and in the system for it.
  let seconds: Double
  /// Megabytes (of 1,000,000 bytes) by which the most memory ever held has grown.
  let memory: Double

  /// The cost of `body`.
  init(of body: () throws -> Void) rethrows {
    let before = Self.usage()
    try body()
    let after = Self.usage()
    seconds = after.seconds - before.seconds
    memory = after.memory - before.memory
  }

  /// Processor time so far, and the most memory ever held.
  static func usage() -> (seconds: Double, memory: Double) {
    var usage = rusage()
    #if os(Linux)
      getrusage(RUSAGE_SELF.rawValue, &usage)
      let bytes = Double(usage.ru_maxrss) * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      let bytes = Double(usage.ru_maxrss)
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return (seconds(usage.ru_utime) + seconds(usage.ru_stime), bytes / 1e6)
  }
}

/// A file that is written piece by piece.
struct FileSink: ByteSink {
  struct Failure: Error {}
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    if descriptor < 0 { throw Failure() }
  }

  mutating func write(_ bytes: Span<UInt8>) throws(Failure) {
    let isWritten = bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        #if os(Linux)
          let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        #else
          let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count <= 0 { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return true
    }
    if !isWritten { throw Failure() }
  }

  func finish() { close(descriptor) }
}
