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
    default:
      HearsayProgram.exit(withError: error)
    }
  }

  private static func status(of error: ReaderError) -> ExitStatus {
    switch error {
    case .noSuchInput: .noInput
    case .unreadable: .inputOutput
    }
  }

  private static func end(_ status: ExitStatus, _ message: String) -> Never {
    Console.say("hearsay: \(message)")
    Foundation.exit(status.rawValue)
  }
}
