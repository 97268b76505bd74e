import Foundation

/// What the program does when it is told to stop.
enum Signals {
  /// A closed pipe and a file over the size limit become errors of the write, not silent deaths; Ctrl-C ends with 130
  /// and leaves no half-written file.
  static func prepare() {
    ignoreWriteSignals()
    // Made here: a signal handler must not be the first to ask for it.
    UnfinishedFile.current.note([])
    signal(SIGINT) { _ in
      UnfinishedFile.current.remove()
      _exit(ExitStatus.interrupted.rawValue)
    }
  }
}
