import Foundation

/// What the program does when it is told to stop.
enum Signals {
  /// A closed pipe and a file over the size limit become errors of the write, not silent deaths; Ctrl-C ends with 130.
  static func prepare() {
    ignoreWriteSignals()
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
  }
}
