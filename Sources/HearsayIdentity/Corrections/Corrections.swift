public import HearsayCore

/// What a person has decided about who is who, applied on every run. See docs/CORRECTIONS.md.
public struct Corrections: Sendable {
  /// No corrections.
  public static let none = Corrections(file: "", all: [])

  /// The file that they stand in, as it was named.
  public let file: String
  /// The corrections, in the file's order.
  public let all: [Correction]
  /// Whether a node that no document has is told of and passed over, rather than an error.
  public var allowsMissingNodes = false

  private init(file: String, all: [Correction]) { (self.file, self.all) = (file, all) }

  /// Reads a file's text.
  ///
  /// - Parameter file: The file's name, which errors and diagnostics give.
  /// - Throws: where the text is no YAML, a correction is not made as one, or two contradict each other.
  public init(yaml: String, file: String) throws(CorrectionError) {
    self.init(file: file, all: try CorrectionReader(file: file).corrections(yaml))
    try CorrectionCheck(self).check()
  }

  /// Takes away the mentions that are to be ignored, and entities that nothing is left of.
  ///
  /// - Returns: the names and ids that this document had a use for.
  public func ignore(in document: inout Document) -> Set<String> {
    let names = Set(ignored.map(\.name))
    return names.isEmpty ? [] : IgnoredNames(names: names).remove(from: &document)
  }

  /// What is to be ignored but is neither of the names `used` nor anywhere.
  public func unusedNames(_ used: Set<String>) -> [Diagnostic] {
    ignored.filter { !used.contains($0.name) }.map {
      note("nothing is called \($0.name) in these documents", line: $0.line)
    }
  }

  private var ignored: [(name: String, line: Int)] {
    all.compactMap { correction in
      guard case .ignore(let name) = correction.action else { return nil }
      return (name, correction.line)
    }
  }

  func note(_ message: String, line: Int) -> Diagnostic {
    Diagnostic(.note, source: file, line: line, message: message)
  }

  func error(_ fault: CorrectionError.Fault, line: Int) -> CorrectionError {
    CorrectionError(fault, file: file, line: line)
  }
}
