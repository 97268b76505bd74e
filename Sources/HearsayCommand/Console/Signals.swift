import Foundation

/// What the program does when it is told to stop.
enum Signals {
  /// A closed pipe and a file over the size limit become errors of the write, not silent deaths. Ctrl-C, a terminal that is
  /// closed and a plain `kill` end with 128 and the signal's number (130 for Ctrl-C) and leave no half-written file.
  static func prepare() {
    ignoreWriteSignals()
    // Made here: a signal handler must not be the first to ask for it.
    UnfinishedFiles.current.forgetAll()
    for number in [SIGINT, SIGTERM] { signal(number) { UnfinishedFiles.current.stop($0) } }
    // Under nohup a hang-up is ignored, and stays so: SIG_IGN is 1 on every system.
    let before = signal(SIGHUP) { UnfinishedFiles.current.stop($0) }
    if unsafeBitCast(before, to: UInt.self) == 1 { signal(SIGHUP, SIG_IGN) }
  }
}
