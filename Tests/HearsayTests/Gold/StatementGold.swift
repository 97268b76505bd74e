import Foundation
import HearsayTestSupport

/// A row of a file of marks: docs/GOLD.md.
protocol GoldRow: Decodable {}

extension GoldRow {
  /// The rows of `Tests/Gold/statements/NAME.jsonl`.
  static func rows(_ name: String) throws -> [Self] {
    let text = try String(contentsOf: Repository.file("Tests/Gold/statements/\(name).jsonl"), encoding: .utf8)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try text.split(separator: "\n").map { try decoder.decode(Self.self, from: Data($0.utf8)) }
  }
}

/// An article's statements marked by hand, with what `Marked` has of each.
struct StatementGold<Marked: Decodable>: GoldRow {
  let id: String
  let sha256: String
  /// That of a made-up report; the others lie elsewhere.
  let text: String?
  let statements: [Marked]
}

/// The dates of an article whose statements others marked, by the statement's number.
struct DateGold: GoldRow {
  let id: String
  let sha256: String
  let dates: [String: MarkedDate]
}

/// When a statement was said.
struct MarkedDate: Decodable {
  let date: String?
  let dateResolution: String?
  let dateAlso: String?
}

/// What every file has of a statement.
struct MarkedSpans: Decodable {
  let source: [[Int]]
  let cue: [[Int]]
  let content: [[Int]]
  let date: String?
  let dateResolution: String?
  let dateAlso: String?
}

/// What else the halves have of it.
struct MarkedStatement: Decodable {
  let speaker: String?
  let speakerAlso: [String?]?
  let targets: [String]
  let targetsAlso: [String]?
  let addressees: [String]
  let act: String
  let actAlso: [String]?
  let polarity: String
  let speech: String
  let within: Int?

  /// Every entity that it names.
  var names: [String] {
    [speaker].compactMap(\.self) + (speakerAlso ?? []).compactMap(\.self) + targets + (targetsAlso ?? []) + addressees
  }
}

/// Someone that a statement of an article names.
struct MarkedEntity: Decodable {
  let name: String
  let kind: String
  let aliases: [String]
}

/// The entities of an article.
struct MarkedEntities: Decodable {
  let id: String
  let entities: [MarkedEntity]

  /// Those of every row of `Tests/Gold/statements/NAME.jsonl`, by article.
  static func all(_ name: String) throws -> [String: [MarkedEntity]] {
    let text = try String(contentsOf: Repository.file("Tests/Gold/statements/\(name).jsonl"), encoding: .utf8)
    let rows = try text.split(separator: "\n").map { try JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.entities) })
  }
}

/// The raw texts beside the checkout.
struct RawArticles {
  private var texts: [String: String] = [:]
  private let sentences: [Substring]

  /// Reads them from `raw`, the folder of the raw corpora.
  init(_ raw: URL) throws {
    struct Article: Decodable {
      let id: String
      let text: String
    }
    for line in try Repository.unpacked(raw.appending(path: "wikinews_2019.jsonl.gz")).split(separator: "\n") {
      let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
      texts[article.id] = article.text
    }
    sentences = try Repository.unpacked(raw.appending(path: "voa_sentences.txt.gz"))
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The text of the article `id`, nil where there is none.
  func text(of id: String) -> String? {
    guard id.hasPrefix("voa-") else { return texts[id] }
    let numbers = id.split(separator: "-").compactMap { Int($0) }
    return sentences[(numbers[0] - 1)..<numbers[1]].joined(separator: " ")
  }
}
