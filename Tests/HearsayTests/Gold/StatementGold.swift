import Foundation
import HearsayTestSupport

/// A half of the statements marked by hand: docs/GOLD.md.
struct StatementGold {
  /// One article's marks.
  struct Row: Decodable {
    let id: String
    let sha256: String
    let entities: [Named]
    let statements: [Marked]
  }

  /// Someone that a statement of the article names.
  struct Named: Decodable {
    let name: String
    let kind: String
    let aliases: [String]
  }

  /// One statement.
  struct Marked: Decodable {
    let source: [[Int]]
    let cue: [[Int]]
    let content: [[Int]]
    let speaker: String?
    let speakerAlso: [String?]?
    let targets: [String]
    let targetsAlso: [String]?
    let addressees: [String]
    let act: String
    let actAlso: [String]?
    let polarity: String
    let speech: String
    let date: String?
    let dateResolution: String?
    let within: Int?

    /// Every entity that it names.
    var names: [String] {
      [speaker].compactMap(\.self) + (speakerAlso ?? []).compactMap(\.self) + targets + (targetsAlso ?? [])
        + addressees
    }
  }

  static let halves = ["tuning", "reporting"]
  /// The halves, and what of them was marked again.
  static let files = halves + ["second"]

  let rows: [Row]

  init(_ half: String) throws {
    let text = try String(contentsOf: Repository.file("Tests/Gold/statements/\(half).jsonl"), encoding: .utf8)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    rows = try text.split(separator: "\n").map { try decoder.decode(Row.self, from: Data($0.utf8)) }
  }

  /// The raw texts beside the checkout, by the ids of the rows; those that it does not have are left out.
  static func texts(of rows: [Row]) throws -> [String: String] {
    guard let articles = Repository.shared("corpora/raw/wikinews_2019.jsonl.gz"),
      let sentences = Repository.shared("corpora/raw/voa_sentences.txt.gz")
    else { return [:] }
    struct Article: Decodable {
      let id: String
      let text: String
    }
    var texts: [String: String] = [:]
    for line in try Repository.unpacked(articles).split(separator: "\n") {
      let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
      texts[article.id] = article.text
    }
    let lines = try Repository.unpacked(sentences).split(separator: "\n", omittingEmptySubsequences: false)
    for row in rows where row.id.hasPrefix("voa-") {
      let numbers = row.id.split(separator: "-").compactMap { Int($0) }
      texts[row.id] = lines[(numbers[0] - 1)..<numbers[1]].joined(separator: " ")
    }
    return texts
  }
}
