import CLibXML2

/// A regular expression of XML Schema, compiled to an automaton by libxml2: time is linear in the text.
final class SchemaPattern {
  private let compiled: xmlRegexpPtr

  /// The pattern `text`.
  ///
  /// - Precondition: it is one.
  init(_ text: String) {
    guard let compiled = xmlRegexpCompile(text) else { preconditionFailure("not a regular expression: \(text)") }
    self.compiled = compiled
  }

  deinit { xmlRegFreeRegexp(compiled) }

  /// Whether it matches all of `text`.
  func matches(_ text: String) -> Bool { xmlRegexpExec(compiled, text) == 1 }
}
