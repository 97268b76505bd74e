import Hearsay
import Synchronization

/// One line on standard error that says how far a run is, where that is a terminal; nothing elsewhere.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let lastLength = Mutex(0)

  init(isShown: Bool = Console.isErrorTerminal) { self.isShown = isShown }

  /// Shows `progress` in place of what was shown before.
  func show(_ progress: CorpusReader.Progress) {
    guard isShown else { return }
    let share = progress.filesInAll == 0 ? 0 : progress.files * 20 / progress.filesInAll
    let bar = String(repeating: "█", count: share) + String(repeating: "░", count: 20 - share)
    let line = "\(bar) \(progress.documents) documents, file \(progress.files) of \(progress.filesInAll)"
    draw(line)
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    draw("")
    Console.show("\r")
  }

  private func draw(_ line: String) {
    let padding = lastLength.withLock { last in
      defer { last = line.count }
      return max(0, last - line.count)
    }
    Console.show("\r" + line + String(repeating: " ", count: padding))
  }
}
