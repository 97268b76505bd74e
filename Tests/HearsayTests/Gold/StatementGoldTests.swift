import Foundation
import HearsayCore
import HearsayTestSupport
import Testing

/// That the statements marked by hand are what docs/GOLD.md says.
struct StatementGoldTests {
  static let halves = ["tuning", "reporting"]
  /// The halves, and what of them was marked again.
  static let whole = halves + ["second"]
  /// These, and the files that hold dates alone.
  static let all =
    whole + ["dates-voa"]
    + halves.flatMap { half in
      ["dates-\(half)", "dates-passages-\(half)", "dates-invented-\(half)", "reports-\(half)"]
    }

  @Test(arguments: all)
  func `every marked statement has spans and, if any, a date`(file: String) throws {
    for row in try StatementGold<MarkedSpans>.rows(file) {
      #expect(row.sha256.wholeMatch(of: /[0-9a-f]{64}/) != nil, "\(row.id)")
      for (index, statement) in row.statements.enumerated() {
        let place: Comment = "\(row.id), statement \(index)"
        #expect(!statement.content.isEmpty, place)
        for spans in [statement.source, statement.cue, statement.content] {
          #expect(spans.allSatisfy { $0.count == 2 && 0 <= $0[0] && $0[0] < $0[1] }, place)
          #expect(zip(spans, spans.dropFirst()).allSatisfy { $0[1] <= $1[0] }, place)
        }
        #expect(isDate(statement.date, resolution: statement.dateResolution), place)
        #expect(statement.dateAlso == nil || statement.date == nil, "no statement has a date and perhaps another")
      }
    }
  }

  @Test(arguments: whole)
  func `every marked statement names acts and entities that there are`(file: String) throws {
    let entities = try MarkedEntities.all(file)
    for row in try StatementGold<MarkedStatement>.rows(file) {
      let named = entities[row.id] ?? []
      let known = Set(named.map(\.name))
      #expect(known.count == named.count, "\(row.id): a name twice")
      for entity in named {
        #expect(["person", "organization", "country", "place"].contains(entity.kind), "\(row.id): \(entity.name)")
      }
      for (index, statement) in row.statements.enumerated() {
        let place: Comment = "\(row.id), statement \(index)"
        #expect(known.isSuperset(of: statement.names), place)
        #expect(Statement.Speech(rawValue: statement.speech) != nil, place)
        #expect(Statement.Polarity(rawValue: statement.polarity) != nil, place)
        #expect(([statement.act] + (statement.actAlso ?? [])).allSatisfy { Statement.Act(rawValue: $0) != nil }, place)
        #expect(ends(row.statements, from: index), place)
      }
    }
  }

  @Test func `no article is in two files but the second coding`() throws {
    let files = Self.all.filter { $0 != "second" }
    let ids = try files.flatMap { try StatementGold<MarkedSpans>.rows($0).map(\.id) }
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    .enabled(if: Repository.shared("corpora/raw") != nil, "the raw articles are not on this machine"))
  func `the marks lie on the words of their articles`() throws {
    let articles = try RawArticles(#require(Repository.shared("corpora/raw")))
    for row in try Self.all.flatMap({ try StatementGold<MarkedSpans>.rows($0) }) {
      let text = try #require(row.text ?? articles.text(of: row.id), "\(row.id) is no article")
      #expect(SHA256(Array(text.utf8)).hex == row.sha256, "\(row.id)")
      let scalars = Array(text.unicodeScalars)
      for (index, statement) in row.statements.enumerated() {
        for span in statement.source + statement.cue + statement.content {
          try #require(span[1] <= scalars.count, "\(row.id), statement \(index)")
          let cuts = cutsWord(scalars, at: span[0]) || cutsWord(scalars, at: span[1])
          #expect(!cuts, "\(row.id), statement \(index): \(span)")
        }
      }
    }
  }

  @Test func `every date of a long article is a date, of a statement by its number, in one file`() throws {
    let rows = try Self.halves.flatMap { try DateGold.rows("dates-politics-\($0)") }
    #expect(rows.count == 83 && Set(rows.map(\.id)).count == rows.count)
    for row in rows {
      #expect(row.sha256.wholeMatch(of: /[0-9a-f]{64}/) != nil, "\(row.id)")
      for (number, marked) in row.dates {
        let place: Comment = "\(row.id), statement \(number)"
        #expect(Int(number).map { $0 >= 0 } == true, place)
        #expect(isDate(marked.date, resolution: marked.dateResolution), place)
        #expect((marked.date == nil) != (marked.dateAlso == nil), place)
      }
    }
  }

  private func isDate(_ date: String?, resolution: String?) -> Bool {
    switch (date, resolution) {
    case (nil, nil): true
    case (let date?, "day"): (try? Date(date, strategy: .iso8601.year().month().day())) != nil
    case (let date?, "week"): date.wholeMatch(of: /\d{4}-W(0[1-9]|[1-4]\d|5[0-3])/) != nil
    case (let date?, "month"): date.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])/) != nil
    case (let date?, "year"): date.wholeMatch(of: /\d{4}/) != nil
    default: false
    }
  }

  /// Whether the statements that quote the one at `index` are there, and end.
  private func ends(_ statements: [MarkedStatement], from index: Int) -> Bool {
    var (seen, current) = (Set([index]), index)
    while let outer = statements[current].within {
      guard statements.indices.contains(outer), seen.insert(outer).inserted else { return false }
      current = outer
    }
    return true
  }

  private func cutsWord(_ scalars: [Unicode.Scalar], at offset: Int) -> Bool {
    guard offset > 0, offset < scalars.count else { return false }
    return scalars[offset - 1].properties.isAlphabetic && scalars[offset].properties.isAlphabetic
  }
}
