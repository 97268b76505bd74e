import ArgumentParser
import Foundation
import Hearsay
import HearsayIdentity
import HearsayReaders

/// Turns a thrown error into a line on standard error and an exit status.
enum ErrorReport {
  /// Ends the program.
  static func exit(with error: any Error) -> Never {
    switch error {
    case let error as CommandError: end(error.status, "\(error)")
    case let error as OutputError: end(error.status, "\(error)")
    case let error as GraphvizError: end(error.status, "\(error)")
    case let error as CorrectionError: end(.data, "\(error)")
    case let error as ReaderError: end(status(of: error), "\(error)")
    default: end(parsing: error)
    }
  }

  private static func status(of error: ReaderError) -> ExitStatus {
    switch error {
    case .noSuchInput: .noInput
    case .unreadable: .inputOutput
    }
  }

  /// Ends as ArgumentParser would, whose own way out takes no notice where help cannot be written.
  private static func end(parsing error: any Error) -> Never {
    let message = HearsayProgram.fullMessage(for: error)
    let status = HearsayProgram.exitCode(for: error)
    guard status.isSuccess else {
      if !message.isEmpty { Console.show(message + "\n") }
      Foundation.exit(status.rawValue)
    }
    do throws(OutputError) {
      try Console.write(message + "\n")
    } catch {
      end(error.status, "\(error)")
    }
    Foundation.exit(0)
  }

  private static func end(_ status: ExitStatus, _ message: String) -> Never {
    let isUnreadable = status == .noInput && ArgumentBytes.hasBroken
    let hint = isUnreadable ? "; a name that was given is not UTF-8: rename the file, or its folder" : ""
    Console.say("hearsay: \(message)\(hint)")
    Foundation.exit(status.rawValue)
  }
}
