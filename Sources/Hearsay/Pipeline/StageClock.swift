import Foundation
import HearsayCore

/// How long the stages of a run take, in seconds of processor time over all threads.
public final class StageClock: Sendable {
  private let seconds = Locked<[(stage: String, seconds: Double)]>([])

  /// A clock at zero.
  public init() {}

  /// Runs `body`, which stays on one thread, and counts its time for `stage`.
  public func measure<Result>(_ stage: String, _ body: () throws -> Result) rethrows -> Result {
    let start = Self.time(CLOCK_THREAD_CPUTIME_ID)
    defer {
      let taken = Self.time(CLOCK_THREAD_CPUTIME_ID) - start
      seconds.withLock { all in
        if let index = all.firstIndex(where: { $0.stage == stage }) {
          all[index].seconds += taken
        } else {
          all.append((stage, taken))
        }
      }
    }
    return try body()
  }

  /// Every stage's time, those that took longest first, then what the program spent besides: reading and writing.
  public var times: [(stage: String, seconds: Double)] {
    let measured = seconds.withLock { $0 }.sorted { ($1.seconds, $0.stage) < ($0.seconds, $1.stage) }
    let rest = Self.time(CLOCK_PROCESS_CPUTIME_ID) - measured.reduce(0) { $0 + $1.seconds }
    return measured + [("the rest", max(0, rest))]
  }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Pipeline {
  /// Fills every layer of `document`, each stage counted by `clock`.
  func annotate(_ document: inout Document, clock: StageClock) {
    for stage in stages { clock.measure(String(describing: type(of: stage))) { stage.annotate(&document) } }
  }
}
