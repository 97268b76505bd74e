import Foundation
import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

/// That the sets labelled by hand are what Tests/Gold/identity/README.md says.
struct IdentityGoldTests {
  @Test(arguments: [
    ("metonyms", ["government", "place", "other"], 200), ("sentences", [], 450),
    ("countries", ["yes", "either", "no"], 600), ("pairs", ["same", "different"], 300),
    ("more-pairs", ["same", "different"], 180), ("mentions", ["entity", "none"], 200),
  ])
  func `every row has all its cells, a known label and a place`(set: String, labels: [String], count: Int) throws {
    let table = try GoldTable(set)
    #expect(table.rows.count >= count)
    for row in table.rows {
      #expect(row.cells.count == table.columns.count, "\(set), line \(row.line)")
      if !labels.isEmpty { #expect(labels.contains(row["label"]), "\(set), line \(row.line)") }
      for suffix in set.hasSuffix("pairs") ? ["_a", "_b"] : [""] {
        #expect(row.place(suffix) != nil, "\(set), line \(row.line)")
        if set == "countries" { continue }
        #expect(row["sha256" + suffix].wholeMatch(of: /[0-9a-f]{64}/) != nil, "\(set), line \(row.line)")
        #expect(!row["corpus" + suffix].isEmpty && !row["item" + suffix].isEmpty, "\(set), line \(row.line)")
      }
    }
    #expect(Set(table.rows.map(\.cells)).count == table.rows.count, "\(set) has a row twice")
  }

  @Test func `a country stands where the label asks for one, by a code of the table`() throws {
    let codes = Set(CountryTable.standard.countries.map(\.code))
    for row in try GoldTable("metonyms").rows {
      let isGovernment = row["label"] == "government"
      #expect(isGovernment ? codes.contains(row["country"]) : row["country"].isEmpty, "line \(row.line)")
    }
    for row in try GoldTable("countries").rows {
      let listed = row["country"].split(separator: ";").map(String.init)
      #expect(listed.isEmpty == (row["label"] == "no") && codes.isSuperset(of: listed), "line \(row.line)")
    }
  }

  @Test func `a pronoun's entity is named in its article, and no one's is not`() throws {
    for row in try GoldTable("mentions").rows {
      #expect(["pronoun", "first", "relative", "noun"].contains(row["kind"]), "line \(row.line)")
      let named = row["named"].split(separator: ";").map { $0.split(separator: "-").compactMap { Int($0) } }
      #expect(named.isEmpty == (row["label"] == "none"), "line \(row.line)")
      #expect(named.allSatisfy { $0.count == 2 && $0[0] < $0[1] }, "line \(row.line)")
    }
  }

  @Test func `expressions lie in their sentences and apart from each other`() throws {
    let sentences = try GoldTable("sentences").rows
    #expect(sentences.map { Int($0["sentence"]) } == Array(1...sentences.count))
    let marks = Dictionary(grouping: try GoldTable("countries").rows) { Int($0["sentence"]) ?? 0 }
    #expect(marks.keys.allSatisfy { (1...sentences.count).contains($0) })
    for (sentence, row) in zip(1..., sentences) {
      let places = (marks[sentence] ?? []).compactMap { $0.place() }
      #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }, "sentence \(sentence)")
      #expect((places.last?.upperBound ?? 0) <= (row.place()?.count ?? 0), "sentence \(sentence)")
      #expect(["sample", "trap"].contains(row["stratum"]), "sentence \(sentence)")
    }
  }

  @Test func `every line of a pair stands in one report, and reports do not overlap`() throws {
    var lines: Set<Int> = []
    var reportOf: [Int: Int] = [:]
    for row in try GoldTable("reports").rows {
      let first = try #require(Int(row["first"]), "line \(row.line)")
      let last = try #require(Int(row["last"]), "line \(row.line)")
      #expect((1...20).contains(last - first + 1), "line \(row.line)")
      for line in first...last { #expect(lines.insert(line).inserted, "line \(row.line)") }
      for item in row["items"].split(separator: ";").compactMap({ Int($0) }) {
        #expect((first...last).contains(item), "line \(row.line)")
        reportOf[item] = row.line
      }
      #expect(row["sha256"].wholeMatch(of: /[0-9a-f]{64}/) != nil, "line \(row.line)")
    }
    for row in try GoldTable("pairs").rows {
      let sides = ["_a", "_b"].filter { row["corpus" + $0] == "voa_sentences" }.map {
        reportOf[Int(row["item" + $0]) ?? 0]
      }
      #expect(!sides.contains(nil) && Set(sides).count == sides.count, "line \(row.line)")
    }
  }

  @Test func `half of the pairs are one entity, and each half of the set has both`() throws {
    let rows = try GoldTable("pairs").rows
    #expect(rows.count { $0["label"] == "same" } * 2 == rows.count)
    for label in ["same", "different"] {
      let tuning = rows.count { $0["label"] == label && isEven(SHA256(Array($0["family"].utf8)).hex) }
      #expect((50...100).contains(tuning), "\(label)")
    }
  }

  @Test func `the pairs for tuning share no name with the half that is measured`() throws {
    let measured = Set(try GoldTable("pairs").rows.map { $0["family"] }).filter { !isEven(SHA256(Array($0.utf8)).hex) }
    for row in try GoldTable("more-pairs").rows {
      #expect(isEven(SHA256(Array(row["family"].utf8)).hex) && !measured.contains(row["family"]), "line \(row.line)")
    }
  }

  @Test(.enabled(if: Repository.shared("corpora/raw") != nil, "the texts are not on this machine"))
  func `every text is the one that was labelled, and every place has words`() throws {
    var texts = GoldTexts()
    for (set, suffixes) in [
      ("metonyms", [""]), ("sentences", [""]), ("pairs", ["_a", "_b"]), ("more-pairs", ["_a", "_b"]),
      ("mentions", [""]),
    ] {
      for row in try GoldTable(set).rows {
        for suffix in suffixes {
          let here: Comment = "\(set), line \(row.line)"
          let text = try #require(try texts.text(row["corpus" + suffix], row["item" + suffix]), here)
          let place = try #require(row.place(suffix), here)
          let points = Array(text.unicodeScalars)
          try #require(place.upperBound <= points.count, here)
          var words = String.UnicodeScalarView()
          words.append(contentsOf: points[place])
          let labelled = set == "sentences" ? String(words) : text
          #expect(SHA256(Array(labelled.utf8)).hex == row["sha256" + suffix], here)
          #expect(words.first != " " && words.last != " ", here)
        }
      }
    }
  }

  private func isEven(_ digest: String) -> Bool { digest.last.map { "02468ace".contains($0) } ?? false }
}
