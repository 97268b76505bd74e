import Foundation
import HearsayCore

/// Standard output and standard error, with faults that can be told apart from good ends.
enum Console {
  /// Writes `text` to standard output.
  static func write(_ text: String) throws(OutputError) {
    var output = StandardOutput()
    try output.write(text.utf8Span.span)
  }

  /// Writes `line` and a line break to standard error; a fault there has nowhere to be told.
  ///
  /// What a terminal might obey, which a file's name may hold, is shown as U+FFFD.
  static func say(_ line: String) { show(TerminalText.safe(line) + "\n") }

  /// Writes `text` to standard error as it is.
  static func show(_ text: String) { try? FileDescriptor(number: STDERR_FILENO).write(text.utf8Span.span) }

  /// Whether standard output is a terminal.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
