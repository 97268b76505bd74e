import Foundation
import Hearsay
import HearsayCore
import HearsayLanguage

/// What must hold of whatever is found in a text.
enum TextCheck {
  private static let pipeline = Pipeline.standard

  /// A text longer than this takes a fuzzer too long, and shows nothing more.
  private static let most = 20_000

  static func tokenize(_ bytes: [UInt8]) {
    var document = Document(text: String(decoding: bytes.prefix(most), as: UTF8.self), source: "fuzz")
    Tokenizer().annotate(&document)
    SentenceSplitter().annotate(&document)
    var end = 0
    for token in document.tokens {
      precondition(token.range.start >= end && token.range.end > token.range.start, "tokens stand in order")
      end = token.range.end
      precondition(end <= document.utf8.count, "tokens stand in the text")
      precondition(isBoundary(token.range.start, document) && isBoundary(end, document), "tokens part no character")
    }
    var next = 0
    for sentence in document.sentences {
      precondition(sentence.tokens.lowerBound >= next, "sentences stand in order")
      next = sentence.tokens.upperBound
      precondition(next <= document.tokens.count, "sentences are of tokens")
    }
  }

  private static func isBoundary(_ offset: Int, _ document: Document) -> Bool {
    offset >= document.utf8.count || document.utf8[offset] & 0xC0 != 0x80
  }

  static func annotate(_ bytes: [UInt8]) {
    var document = Document(text: String(decoding: bytes.prefix(most), as: UTF8.self), source: "fuzz")
    pipeline.annotate(&document)
    let corpus = Corpus([document])
    for document in corpus.documents {
      let line = AnnotationWriter(hasLayers: true).line(for: document)
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
        preconditionFailure("a line of annotate is an object of JSON: \(line.prefix(200))")
      }
      let length = document.text.unicodeScalars.count
      for mention in object["mentions"] as? [[String: Any]] ?? [] {
        guard let start = mention["start"] as? Int, let end = mention["end"] as? Int else { continue }
        precondition(0 <= start && start < end && end <= length, "a mention stands in the text: \(mention)")
      }
    }
    for view in GraphView.allCases { _ = GraphBuilder(GraphOptions(view: view)).graph(of: corpus) }
  }

  static func tag(_ bytes: [UInt8]) {
    let sentences = bytes.prefix(2_000).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.split(separator: 0x20, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
    let tagged = Tagger.embedded.tag(sentences)
    precondition(tagged.count == sentences.count, "each sentence is tagged")
    for (words, sentence) in zip(tagged, sentences) {
      precondition(words.count == sentence.count, "each word is tagged")
      for word in words { precondition((0...sentence.count).contains(word.head), "a head is a word, or none") }
    }
  }
}
