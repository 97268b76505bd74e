import Foundation
import HearsayTestSupport

/// One of the sets labelled by hand in Tests/Gold/identity, whose README says what the columns mean.
struct GoldTable {
  /// The names of the columns.
  let columns: [Substring]

  /// The rows, each a cell for every column.
  let rows: [Row]

  /// A row, and the line of the file that it stands on.
  struct Row {
    let line: Int
    let cells: [Substring: Substring]

    subscript(column: String) -> String { String(cells[Substring(column)] ?? "") }

    /// The place in the column `start` and `end`, with `suffix` at the end of both names: code points, half-open.
    func place(_ suffix: String = "") -> Range<Int>? {
      guard let start = Int(self["start" + suffix]), let end = Int(self["end" + suffix]), 0 <= start, start < end else {
        return nil
      }
      return start..<end
    }
  }

  init(_ name: String) throws {
    let text = try String(contentsOf: Repository.file("Tests/Gold/identity/\(name).tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
      .map { (line: $0.offset + 1, cells: $0.element.split(separator: "\t", omittingEmptySubsequences: false)) }
    let columns = lines.first?.cells ?? []
    self.columns = columns
    rows = lines.dropFirst().map { line, cells in
      Row(line: line, cells: cells.count == columns.count ? Dictionary(zip(columns, cells)) { $1 } : [:])
    }
  }
}

/// The texts that the rows lie in, beside the checkout.
struct GoldTexts {
  private var texts: [String: [String: String]] = [:]

  /// The text of `item` of `corpus`: a line, an article or a sentence of a treebank.
  mutating func text(_ corpus: String, _ item: String) throws -> String? {
    if texts[corpus] == nil { texts[corpus] = try Self.read(corpus) }
    return texts[corpus]?[item]
  }

  private static func read(_ corpus: String) throws -> [String: String] {
    func lines(_ path: String) throws -> [Substring] {
      guard let url = Repository.shared("corpora/\(path).gz") else { return [] }
      return try Repository.unpacked(url).split(separator: "\n", omittingEmptySubsequences: false)
    }
    switch corpus {
    case "voa_sentences":
      let numbered = try lines("raw/voa_sentences.txt").enumerated().map { (String($0.offset + 1), String($0.element)) }
      return Dictionary(uniqueKeysWithValues: numbered)
    case "ud_ewt_test", "gum_news":
      var sentences: [String: String] = [:]
      var sentence = ""
      for line in try lines("trees/\(corpus).conllu") {
        if line.hasPrefix("# sent_id = ") { sentence = String(line.dropFirst("# sent_id = ".count)) }
        if line.hasPrefix("# text = ") { sentences[sentence] = String(line.dropFirst("# text = ".count)) }
      }
      return sentences
    default:
      struct Article: Decodable {
        let id: String
        let text: String
      }
      let folder = corpus.hasPrefix("re3d_") ? "names" : "raw"
      let articles = try lines("\(folder)/\(corpus).jsonl").filter { !$0.isEmpty }.map {
        try JSONDecoder().decode(Article.self, from: Data($0.utf8))
      }
      return Dictionary(articles.map { ($0.id, $0.text) }) { $1 }
    }
  }
}
