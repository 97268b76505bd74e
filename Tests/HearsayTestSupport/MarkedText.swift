public import HearsayCore
import HearsayLanguage

/// News text in which the names that a reader would find are marked: `[P Anna Lind] of [O Nordbank] in [L Malmo]`.
///
/// Identity and attribution are tested on names that are given, so that their tests do not depend on how well names are
/// found.
public struct MarkedText {
  /// The text without its marks, with tokens, sentences and the marked names.
  public let document: Document

  /// Reads `marked`.
  public init(_ marked: String, source: String = "test.txt", published: CalendarDate? = nil) {
    var text: [UInt8] = []
    var names: [Name] = []
    let bytes = Array(marked.utf8)
    var index = 0
    var open: (start: Int, kind: Name.Kind)?
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "["), index + 2 < bytes.count, bytes[index + 2] == 0x20,
        let kind = Self.kind(bytes[index + 1])
      {
        open = (text.count, kind)
        index += 3
      } else if bytes[index] == UInt8(ascii: "]"), let begun = open {
        names.append(Name(TextRange(begun.start, text.count), kind: begun.kind, confidence: 0.9))
        open = nil
        index += 1
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    var document = Document(
      text: String(decoding: text, as: UTF8.self), source: source, metadata: Metadata(published: published))
    Tokenizer().annotate(&document)
    SentenceSplitter().annotate(&document)
    document.names = names
    self.document = document
  }

  private static func kind(_ letter: UInt8) -> Name.Kind? {
    switch letter {
    case UInt8(ascii: "P"): .person
    case UInt8(ascii: "O"): .organization
    case UInt8(ascii: "L"): .place
    default: nil
    }
  }
}
