/// What the program says to whoever called it (sysexits.h); 64, a wrong command line, is ArgumentParser's to say.
enum ExitStatus: Int32 {
  /// No document could be read; an invalid file; an unknown node.
  case data = 65
  /// An input that is named is not there.
  case noInput = 66
  /// A program that is needed is missing.
  case unavailable = 69
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed on the way.
  case inputOutput = 74
  /// Ctrl-C.
  case interrupted = 130
}

/// A fault with the status that it ends the program with.
struct CommandError: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }
}
