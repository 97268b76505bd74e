import Foundation

/// Standard output and standard error, with faults that can be told apart from good ends.
enum Console {
  /// Writes `text` to standard output.
  static func write(_ text: String) throws(OutputError) {
    var output = StandardOutput()
    try output.write(text.utf8Span.span)
  }

  /// Writes `line` and a line break to standard error; a fault there has nowhere to be told.
  ///
  /// Control characters, which a file's name may hold, are shown as U+FFFD: a terminal must not obey them.
  static func say(_ line: String) {
    let shown = line.unicodeScalars.map { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F ? "\u{FFFD}" : $0 }
    show(String(String.UnicodeScalarView(shown)) + "\n")
  }

  /// Writes `text` to standard error as it is.
  static func show(_ text: String) { try? FileDescriptor(number: STDERR_FILENO).write(text.utf8Span.span) }

  /// Whether standard output is a terminal.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
