import HearsayCore
import HearsayReaders

/// What must hold of whatever a file gives.
enum ReaderCheck {
  /// Small, so that the limits are met often and a run takes little time.
  private static let limits: Limits = {
    var limits = Limits()
    limits.articleBytes = 200_000
    limits.feedBytes = 400_000
    limits.records = 50
    return limits
  }()

  static func run(_ bytes: [UInt8]) {
    var count = 0
    ArticleReader(limits: limits).read(bytes, source: "fuzz") { reading in
      count += 1
      switch reading {
      case .document(let document): check(document)
      case .diagnostic(let diagnostic):
        precondition(!diagnostic.message.isEmpty && !diagnostic.source.isEmpty, "a diagnostic says of what, and what")
      }
    }
    precondition(count > 0, "a file gives something, if only the reason why not")
  }

  private static func check(_ document: Document) {
    precondition(document.source.hasPrefix("fuzz"), "a document is called after its file: \(document.source)")
    precondition(!document.text.isEmpty, "a document has a text")
    precondition(document.utf8.count <= limits.articleBytes, "no text is over the limit: \(document.utf8.count)")
    precondition(document.utf8.elementsEqual(document.text.utf8), "a text is valid UTF-8")
    for paragraph in document.paragraphs {
      precondition(
        paragraph.start < paragraph.end && paragraph.end <= document.utf8.count, "a paragraph is in the text")
    }
  }
}
