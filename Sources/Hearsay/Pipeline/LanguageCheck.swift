import HearsayCore
import HearsayLanguage

/// Leaves out what the program does not read.
enum LanguageCheck {
  /// Why `document` is left out, or nil where it is read.
  static func diagnostic(for document: Document) -> Diagnostic? {
    nil
  }
}
