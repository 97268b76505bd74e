import Foundation
import Hearsay
import HearsayCore
import HearsayExporters
import HearsayGraph
import HearsayReaders
import HearsayTestSupport
import Testing

/// What becomes of documents when they are brought together.
@Suite struct CorpusTests {
  /// The seeds, annotated each by itself.
  private static func documents() throws -> [Document] {
    var documents: [Document] = []
    for file in try InputWalk.files(of: [Repository.file("seeds").path]) {
      ArticleReader().read(file) { reading in
        guard case .document(var document) = reading else { return }
        Pipeline.standard.annotate(&document)
        documents.append(document)
      }
    }
    return documents
  }

  private static func file(_ corpus: Corpus) throws -> [UInt8] {
    let graph = GraphBuilder(GraphOptions(view: .evidence)).graph(of: corpus)
    return try #require(GraphFormat.named("graphml")?.files.first).exporter(StyleTable.standard.graphStyle).bytes(
      of: graph)
  }

  private static func annotated(_ text: String, _ source: String, published: String) -> Document {
    var document = Document(
      text: text, source: source, metadata: Metadata(published: CalendarDate(iso8601: published)))
    Pipeline.standard.annotate(&document)
    return document
  }

  @Test func `documents added one after the other, in any order, give the bytes of all at once`() throws {
    let documents = try Self.documents()
    #expect(documents.count > 3)
    let expected = try Self.file(Corpus(documents))
    var added: [Document] = []
    for document in documents.reversed() {
      added.append(document)
      _ = Corpus(added)
    }
    #expect(try Self.file(Corpus(added)) == expected)
    #expect(try Self.file(Corpus(Array(documents[2...]) + documents[..<2])) == expected)
  }

  @Test func `one quotation in several articles is one statement with its reports`() throws {
    let words = "The mountain road will reopen before the winter festival, and every farmer will be paid"
    let story = (1...9).map {
      "Engineers measured wall number \($0) of the old tunnel near Lake \($0 * 7) and found it dry."
    }
    .joined(separator: " ")
    let corpus = Corpus([
      Self.annotated("“\(words),” Kari Lund said.\n\n\(story)", "a.txt", published: "2024-03-01"),
      Self.annotated("Copied. “\(words),” Kari Lund said.\n\n\(story)", "b.txt", published: "2024-03-02"),
      Self.annotated("Kari Lund said: «\(words)!»", "c.txt", published: "2024-03-03"),
      Self.annotated(
        "“The mountain road will reopen before the winter festival,” said Kari Lund.", "d.txt", published: "2024-03-04"),
    ])
    let graph = GraphBuilder(GraphOptions(view: .evidence)).graph(of: corpus)
    let said = graph.nodes.filter {
      graph.value("kind", of: $0) == .string("statement") && graph.value("reports", of: $0) == .int(4)
    }
    #expect(said.count == 1)
    #expect(graph.value("origins", of: try #require(said.first)) == .int(3))
    let copies = graph.nodes.compactMap { graph.value("copy_of", of: $0) }
    #expect(copies == [.string(corpus.documents[0].id)])
    let texts = graph.edges.filter { graph.value("kind", of: $0) == .string("reported") }.compactMap {
      graph.value("text", of: $0)
    }
    #expect(Set(texts).count == 3)
  }

  @Test(arguments: [(TieCount.statements, 1.0), (.origins, 2), (.reports, 3)])
  func `copies double no weight unless reports are counted`(count: TieCount, weight: Double) throws {
    let words = "Norway will reopen the mountain road before the winter festival, and every farmer will be paid"
    let story = (1...9).map {
      "Engineers measured wall number \($0) of the old tunnel near the \($0 * 7)th hill and found it dry."
    }
    .joined(separator: " ")
    let corpus = Corpus([
      Self.annotated("“\(words),” Kari Lund said.\n\n\(story)", "a.txt", published: "2024-03-01"),
      Self.annotated("Copied. “\(words),” Kari Lund said.\n\n\(story)", "b.txt", published: "2024-03-02"),
      Self.annotated("Kari Lund said: «\(words)!»", "c.txt", published: "2024-03-03"),
    ])
    let graph = GraphBuilder(GraphOptions(count: count)).graph(of: corpus)
    func weights(_ kind: String) -> [AttributeValue?] {
      graph.edges.filter { graph.value("kind", of: $0) == .string(kind) }.map { graph.value("weight", of: $0) }
    }
    #expect(weights("statement") == [.double(weight)])
    #expect(weights("mention") == [.double(count == .reports ? 3 : 2)])
  }

  @Test func `a text on a shelf reads as it did in memory`() throws {
    final class Shelf: TextShelf {
      let kept: [UInt8]
      init(_ kept: [UInt8]) { self.kept = kept }
      func keep(_ bytes: [UInt8]) -> Int? { bytes == kept ? 7 : nil }
      func bytes(_ number: Int, count: Int) -> [UInt8] { number == 7 && count == kept.count ? kept : [] }
    }
    let whole = Self.annotated("Håkon Dahl said that Bodø was “ready”.", "a.txt", published: "2024-03-01")
    var shelved = whole
    shelved.putText(on: Shelf(whole.utf8))
    #expect(shelved.text == whole.text && shelved.utf8 == whole.utf8)
    for token in whole.tokens { #expect(shelved[token] == whole[token]) }
    var other = whole
    other.putText(on: Shelf([]))
    #expect(other.text == whole.text)
  }
}
