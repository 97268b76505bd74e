import Foundation
import HearsayTestSupport
import Testing

/// What docs/ANNOTATION.md promises of `hearsay annotate`.
@Suite struct AnnotationTests {
  /// What a field may hold.
  private enum Form: String {
    case text, number, bool, texts, spans, textOrNull, numberOrNull, list
    case span
  }

  private static let fields: [String: [(name: String, form: Form)]] = [
    "document": [
      ("vocabulary", .number), ("id", .text), ("source", .text), ("sources", .texts), ("title", .textOrNull),
      ("outlet", .textOrNull), ("published", .textOrNull), ("url", .textOrNull), ("language", .text),
      ("sha256", .text), ("text", .text), ("entities", .list), ("mentions", .list), ("statements", .list),
      ("relations", .list), ("diagnostics", .list),
    ],
    "entities": [
      ("id", .text), ("kind", .text), ("label", .text), ("aliases", .texts), ("country", .textOrNull),
      ("wikidata", .textOrNull), ("note", .textOrNull), ("confidence", .number),
    ],
    "mentions": [
      ("start", .number), ("end", .number), ("text", .text), ("form", .text), ("entity", .text),
      ("confidence", .number), ("rule", .text),
    ],
    "statements": [
      ("id", .text), ("speech", .text), ("source", .spans), ("cue", .spans), ("content", .spans),
      ("speaker", .textOrNull), ("act", .text), ("polarity", .text), ("modality", .textOrNull), ("date", .textOrNull),
      ("date_resolution", .textOrNull), ("date_share", .numberOrNull), ("about", .texts), ("addressees", .texts),
      ("within", .textOrNull),
      ("text", .text), ("proposition", .bool), ("confidence", .number),
    ],
  ]

  private func documents(_ more: [String] = []) throws -> [[String: Any]] {
    let run = try ProgramRun(["annotate", "seeds"] + more)
    #expect(run.status == 0, "\(run.errors)")
    return try run.text.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private func fits(_ value: Any?, _ form: Form) -> Bool {
    switch form {
    case .text: value is String
    case .number: value is NSNumber
    case .bool: value is Bool
    case .texts: value is [String]
    case .textOrNull: value is String || value is NSNull
    case .numberOrNull: value is NSNumber || value is NSNull
    case .list: value is [[String: Any]]
    case .span: (value as? [Int]).map { $0.count == 2 && 0 <= $0[0] && $0[0] < $0[1] } ?? false
    case .spans: (value as? [Any])?.allSatisfy { fits($0, .span) } ?? false
    }
  }

  private func check(_ object: [String: Any], _ name: String) {
    for field in Self.fields[name] ?? [] {
      #expect(fits(object[field.name], field.form), "\(name): \(field.name) is no \(field.form.rawValue)")
    }
    #expect(Set(object.keys) == Set((Self.fields[name] ?? []).map(\.name)), "\(name)")
  }

  @Test func `every field is there with its type`() throws {
    let documents = try documents()
    #expect(documents.count == 6)
    for document in documents {
      check(document, "document")
      for name in ["entities", "mentions", "statements"] {
        for object in document[name] as? [[String: Any]] ?? [] { check(object, name) }
      }
      for relation in document["relations"] as? [[String: Any]] ?? [] {
        for name in ["kind", "from", "to"] { #expect(fits(relation[name], .text)) }
        // A span of the text, or the rule of a table.
        #expect(fits(relation["rule"], .text) != (fits(relation["start"], .number) && fits(relation["end"], .number)))
        if relation["kind"] as? String == "role" {
          #expect(fits(relation["role"], .textOrNull) && fits(relation["former"], .bool))
        }
      }
    }
  }

  @Test func `spans count code points of the text`() throws {
    for document in try documents() {
      let text = Array(try #require(document["text"] as? String).unicodeScalars)
      func words(_ start: Int, _ end: Int) -> String { String(String.UnicodeScalarView(text[start..<end])) }
      let ids = Set((document["entities"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
      for mention in document["mentions"] as? [[String: Any]] ?? [] {
        let (start, end) = (try #require(mention["start"] as? Int), try #require(mention["end"] as? Int))
        #expect(words(start, end) == mention["text"] as? String)
        #expect(ids.contains(mention["entity"] as? String ?? ""))
      }
      for statement in document["statements"] as? [[String: Any]] ?? [] {
        let content = try #require(statement["content"] as? [[Int]])
        let said = try #require(statement["text"] as? String).split(whereSeparator: \.isWhitespace)
        let printed = content.map { words($0[0], $0[1]) }.joined(separator: " ").split(whereSeparator: \.isWhitespace)
        // The text leaves off nothing but outer marks.
        #expect(said.count == printed.count)
        #expect(zip(said, printed).allSatisfy { $1.contains($0) })
        for id in [statement["speaker"] as? String].compactMap(\.self) + (statement["about"] as? [String] ?? []) {
          #expect(ids.contains(id))
        }
      }
    }
  }

  @Test func `layers adds tokens and sentences`() throws {
    for document in try documents(["--layers"]) {
      #expect(fits(document["tokens"], .spans) && fits(document["sentences"], .spans))
    }
  }

  @Test func `every field is told of in the document`() throws {
    let text = try String(contentsOf: Repository.file("docs/ANNOTATION.md"), encoding: .utf8)
    for (_, fields) in Self.fields {
      for field in fields { #expect(text.contains("`\(field.name)`"), "\(field.name)") }
    }
  }

  @Test func `a likely date is given on demand, with its share`() throws {
    let folder = try TemporaryFolder()
    let text =
      "Minister Jon Hale told a hearing on Tuesday that the bank had been warned. The chair, Anna Lund, asked him why nobody had acted. "
      + "Hale answered that nobody had believed it. The council will meet in June."
    try folder.write("{\"published\":\"2022-01-12\",\"text\":\"\(text)\"}\n", to: "a.jsonl")
    func statements(_ more: [String]) throws -> [[String: Any]] {
      let run = try ProgramRun(["annotate", "a.jsonl"] + more, folder: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      let document = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
      return try #require(document?["statements"] as? [[String: Any]])
    }
    let (usual, likely) = (try statements([]), try statements(["--likely-dates"]))
    #expect(usual.map { $0["date"] as? String } == ["2022-01-11", nil, nil])
    #expect(likely.map { $0["date"] as? String } == ["2022-01-11", "2022-01-11", "2022-01-11"])
    #expect(usual.allSatisfy { $0["date_share"] is NSNull })
    #expect(likely.map { ($0["date_share"] as? Double).map { $0 > 0.5 } } == [nil, true, true])
  }
}
