import HearsayCore
@testable import HearsayReaders

/// What reading gives, for tests.
struct Read {
  var documents: [Document] = []
  var diagnostics: [Diagnostic] = []

  /// Reads bytes.
  init(_ bytes: [UInt8], source: String = "x.txt", limits: Limits = Limits()) {
    ArticleReader(limits: limits).read(bytes, source: source) { take($0) }
  }

  /// Reads a text.
  init(_ text: String, source: String = "x.txt", limits: Limits = Limits()) {
    self.init(Array(text.utf8), source: source, limits: limits)
  }

  /// Reads a file.
  init(_ file: InputFile, limits: Limits = Limits()) {
    ArticleReader(limits: limits).read(file) { take($0) }
  }

  private mutating func take(_ reading: Reading) {
    switch reading {
    case .document(let document): documents.append(document)
    case .diagnostic(let diagnostic): diagnostics.append(diagnostic)
    }
  }

  /// The text of the first document.
  var text: String? { documents.first?.text }
  /// What the first document says of itself.
  var metadata: Metadata { documents.first?.metadata ?? Metadata() }
}
