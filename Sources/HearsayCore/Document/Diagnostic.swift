/// Something that the reader of a run should know of: what was left out, or read in a way that may be wrong.
public struct Diagnostic: Hashable, Sendable {
  /// How much was lost.
  public enum Severity: String, Sendable {
    /// The document was read; something about it may surprise.
    case note
    /// Some of the document was left out: it is cut off, or over a limit.
    case partial
    /// The document was left out.
    case skipped
  }

  /// How much was lost.
  public let severity: Severity
  /// Where, as `Document.source` names it.
  public let source: String
  /// The line in the file, from 1, where one is to blame.
  public let line: Int?
  /// What happened and what would help: lower case, without a full stop.
  public let message: String

  /// A diagnostic on `source`.
  public init(_ severity: Severity, source: String, line: Int? = nil, message: String) {
    self.severity = severity
    self.source = source
    self.line = line
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as a compiler would print it: `seeds/x.jsonl:7: not JSON`.
  public var description: String { "\(source)\(line.map { ":\($0)" } ?? ""): \(message)" }
}
