/// One thing that is wrong with a file.
public struct ValidationFault: Hashable, Sendable {
  /// The line, from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong, and with which element: lower case, without a full stop.
  public let message: String

  /// A fault.
  public init(line: Int?, message: String) {
    self.line = line
    self.message = message
  }
}

extension ValidationFault: CustomStringConvertible {
  /// The fault as a compiler would print it after the file's name: `7: node a has no kind`.
  public var description: String { line.map { "\($0): \(message)" } ?? message }
}

/// The faults found so far, up to a limit.
final class FaultList {
  private(set) var faults: [ValidationFault] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Whether no more are taken: a file can have as many faults as bytes.
  var isFull: Bool { faults.count >= limit }

  /// Notes a fault, unless the list is full.
  func add(_ message: String, line: Int?) {
    if !isFull { faults.append(ValidationFault(line: line, message: message)) }
  }
}
