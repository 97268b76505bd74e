import Foundation
import Hearsay
import HearsayCore
import HearsayTestSupport

/// The tables of docs/VIEWS.md: rows of cells, without the line of names and the one of dashes.
enum ViewsDocument {
  /// The table that follows the heading `title`, after `skipping` others.
  static func table(under title: String, skipping count: Int = 0) throws -> [[String]] {
    let text = try String(contentsOf: Repository.file("docs/VIEWS.md"), encoding: .utf8)
    var lines = text.components(separatedBy: "\n")[...]
    lines = lines.drop { !($0.hasPrefix("#") && $0.hasSuffix(" " + title)) }.drop { !$0.hasPrefix("|") }
    for _ in 0..<count { lines = lines.drop { $0.hasPrefix("|") }.drop { !$0.hasPrefix("|") } }
    return lines.prefix { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.dropFirst().dropLast().components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}

/// A run of invented articles, each line of which is one statement by one country about another.
struct StatedCorpus {
  /// What was said.
  struct Row {
    var speaker: String
    var act: Statement.Act
    var polarity: Statement.Polarity = .affirmed
    var about: String
    var articles: [String]
    var date: ResolvedDate?
    var confidence = 0.9
  }

  /// The ids of the countries in it.
  static let countries = [
    "Norway": "country.NO", "Sweden": "country.SE", "Finland": "country.FI", "Iceland": "country.IS",
    "Russia": "country.RU",
  ]

  /// The articles with all that is found in them.
  ///
  /// - Parameter published: The day of each article.
  static func corpus(_ rows: [Row], published: [String: String] = [:]) -> Corpus {
    let articles = Set(rows.flatMap(\.articles)).sorted()
    return Corpus(
      articles.map { article in
        let told = rows.enumerated().filter { $0.element.articles.contains(article) }
        let lines = told.map { number, row in "\(row.speaker) on \(row.about): what \(number + 1) says." }
        var document = Document(
          text: "Article \(article).\n\n" + lines.joined(separator: "\n\n"), source: article,
          metadata: Metadata(published: published[article].flatMap { CalendarDate(iso8601: $0) }))
        var start = document.text.utf8.count - lines.joined(separator: "\n\n").utf8.count
        for (place, ((_, row), line)) in zip(told, lines).enumerated() {
          let end = start + line.utf8.count
          let speaker = TextRange(start, start + row.speaker.utf8.count)
          let about = TextRange(speaker.end + 4, speaker.end + 4 + row.about.utf8.count)
          let content = TextRange(about.end + 2, end)
          document.tokens.append(Token(TextRange(start, end), isSpaceAfter: true))
          document.sentences.append(Sentence(TextRange(start, end), tokens: place..<place + 1, paragraph: place + 1))
          for (name, range) in [(row.speaker, speaker), (row.about, about)] {
            document.mentions.append(
              Mention(range, form: .name, entity: countries[name]!, confidence: 1, rule: "given"))
            if !document.entities.contains(where: { $0.label == name }) {
              document.entities.append(Entity(id: countries[name]!, kind: .country, label: name))
            }
          }
          document.statements.append(
            Statement(
              speech: .indirect, source: [speaker], cue: [], content: [content], speaker: countries[row.speaker]!,
              act: row.act, polarity: row.polarity, date: row.date, about: [.init(countries[row.about]!, at: about)],
              confidence: row.confidence))
          start = end + 2
        }
        return document
      })
  }

  /// The five statements of docs/VIEWS.md.
  static func fiveStatements() throws -> Corpus {
    corpus(
      try ViewsDocument.table(under: "Five statements").map { cells in
        Row(
          speaker: cells[1], act: Statement.Act(rawValue: cells[2])!, polarity: Statement.Polarity(rawValue: cells[3])!,
          about: cells[4], articles: cells[5].components(separatedBy: ", "))
      })
  }
}
