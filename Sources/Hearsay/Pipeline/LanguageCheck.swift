import HearsayCore
import HearsayLanguage

/// Leaves out what the program does not read.
enum LanguageCheck {
  /// Why `document` is left out, or nil where it is read.
  static func diagnostic(for document: Document) -> Diagnostic? {
    let reason: String
    switch LanguageIdentifier.language(of: document.utf8) {
    case .english: return nil
    case .other(let code):
      reason = "in another language\(code.map { " (\($0))" } ?? ""): only English is read"
    case .notLanguage: reason = "no language: its words are none that anyone could speak"
    }
    return Diagnostic(.skipped, source: document.source, message: reason)
  }
}
