import ArgumentParser
import Hearsay
import HearsayCore

/// Says on standard error how far a run is.
final class ProgressLine: Sendable {
  /// How it is said.
  enum Style: String, CaseIterable, ExpressibleByArgument {
    /// One line that changes.
    case bar
    /// A line every five seconds, for logs.
    case plain
    case off = "none"
  }

  private struct State {
    var lastLength = 0
    var lastShown: ContinuousClock.Instant?
  }

  private let style: Style
  private let start = ContinuousClock.now
  private let state = Locked(State())

  /// In `style`, else a bar where standard error is a terminal and nothing elsewhere.
  init(_ style: Style?) { self.style = style ?? (Console.isErrorTerminal ? .bar : .off) }

  /// Shows `progress`; at most ten times a second, and plain lines every five seconds.
  func show(_ progress: CorpusReader.Progress) {
    let now = ContinuousClock.now
    let pause: Duration = style == .bar ? .milliseconds(100) : .seconds(5)
    let isDue = state.withLock { state in
      guard style != .off, state.lastShown.map({ now - $0 >= pause }) ?? (style == .bar || now - start >= pause) else {
        return false
      }
      state.lastShown = now
      return true
    }
    guard isDue else { return }
    let line = Self.line(progress, after: now - start)
    if style == .plain { return Console.say(line) }
    let share = progress.filesInAll == 0 ? 0 : progress.files * 20 / progress.filesInAll
    draw(String(repeating: "█", count: share) + String(repeating: "░", count: 20 - share) + " " + line)
  }

  /// Takes the line away.
  func clear() {
    guard style == .bar else { return }
    draw("")
    Console.show("\r")
  }

  /// What is done, how fast, and how long the rest will take, as far as the files read tell.
  static func line(_ progress: CorpusReader.Progress, after time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    var line = "\(InputOptions.count(progress.documents, "document")), file \(progress.files) of \(progress.filesInAll)"
    guard seconds >= 0.5 else { return line }
    let rate = Double(progress.documents) / seconds
    line += ", \(rate < 10 ? "\((rate * 10).rounded() / 10)" : "\(Int(rate))") a second"
    // The first file may be the only one, or the longest: its share tells nothing yet.
    if progress.files > 1, progress.files <= progress.filesInAll {
      let left = Int(seconds / Double(progress.files - 1) * Double(progress.filesInAll - progress.files + 1))
      line += ", " + (left < 60 ? "\(left) s" : left < 3600 ? "\(left / 60) min" : "\(left / 3600) h") + " left"
    }
    return line
  }

  private func draw(_ line: String) {
    let padding = state.withLock { state in
      defer { state.lastLength = line.count }
      return max(0, state.lastLength - line.count)
    }
    Console.show("\r" + line + String(repeating: " ", count: padding))
  }
}
