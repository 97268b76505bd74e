import Foundation
import HearsayExporters

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One run of Graphviz: DOT in, a picture out, complaints beside it.
///
/// Both streams are read as they come, by one `poll`: a program that fills a pipe which nobody empties would wait for
/// ever.
struct GraphvizRun {
  /// How it ended.
  enum End: Equatable { case good, failed, stopped }

  private let process = Process()
  private let output = Pipe()
  private let complaints = Pipe()
  private let deadline: ContinuousClock.Instant
  private var complaint: [UInt8] = []

  /// Starts `executable`, which reads `input`; it is stopped after `limit`.
  init(_ executable: URL, arguments: [String], input: FileHandle, limit: Duration) throws {
    deadline = .now + limit
    process.executableURL = executable
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = complaints
    do { try process.run() } catch { throw GraphvizError.missing }
  }

  /// Copies the picture to `sink` as it comes, waits for the end and says how it was.
  mutating func copyOutput<Sink: ByteSink>(to sink: inout Sink) throws -> End {
    var waiting = [output, complaints].map {
      pollfd(fd: $0.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    // A descriptor below 0 is one that poll passes over: its stream has ended.
    while waiting.contains(where: { $0.fd >= 0 }) {
      let left = deadline - .now
      guard left > .zero else {
        stop()
        return .stopped
      }
      let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000 + 1
      guard poll(&waiting, nfds_t(waiting.count), Int32(clamping: milliseconds)) > 0 else { continue }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let count = read(waiting[index].fd, &chunk, chunk.count)
        if count <= 0 {
          if count == 0 || errno != EINTR { waiting[index].fd = -1 }
        } else if index == 0 {
          try sink.write(chunk.span.extracting(0..<count))
        } else {
          complaint += chunk[..<count]
        }
      }
    }
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0 ? .good : .failed
  }

  /// Ends it at once, if it still runs.
  func stop() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// What it complained of, a line each.
  var messages: [String] {
    complaint.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
