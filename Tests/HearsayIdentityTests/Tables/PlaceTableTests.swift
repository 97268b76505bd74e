import HearsayCore
import Testing

@testable import HearsayIdentity

@Suite struct PlaceTableTests {
  @Test func `every row has a name of its own and a country that exists`() {
    var seen: Set<String> = []
    for place in PlaceTable.standard.places {
      #expect(!place.name.isEmpty && seen.insert(place.name).inserted, "\(place.name)")
      if let country = place.country { #expect(CountryTable.standard.country(country) != nil, "\(place.name)") }
      #expect(PlaceTable.standard.place(named: place.name) != nil, "\(place.name)")
    }
  }

  @Test func `no place is a form of a country`() {
    for place in PlaceTable.standard.places {
      let forms = CountryTable.standard.forms(of: place.name).filter { $0.kind != .seat && $0.kind != .capital }
      #expect(forms.isEmpty, "\(place.name)")
    }
  }
}

@Suite struct GenderTests {
  @Test(arguments: [
    ("Anna Lind", Gender.female), ("Sergey Petrov", .male), ("Kassym-Jomart Berik", .male), ("José Ibáñez", .male),
  ])
  func `a given name says whether she or he`(name: String, gender: Gender) {
    #expect(Gender.of(PersonName(name)) == gender)
  }

  @Test(arguments: ["Lind", "Robin Lind", "Zzyzx Lind"])
  func `a surname or a name of both says nothing`(name: String) {
    #expect(Gender.of(PersonName(name)) == nil)
  }

  @Test func `every row has a name, a gender and a kind`() {
    for row in Gender.rows() {
      #expect(row.text("name") != nil && row.text("gender").flatMap(Gender.init) != nil, "line \(row.line)")
      #expect(["given", "spelled"].contains(row.text("kind")), "line \(row.line)")
    }
  }
}

@Suite struct CommonSurnamesTests {
  @Test func `every row is a name as names are compared, once and in order`() {
    let names = CommonSurnames.rows().compactMap { $0.text("surname") }
    #expect(names.count == CommonSurnames.rows().count && names.count > 10_000)
    #expect(names == Set(names).sorted())
    for name in names { #expect(Folding.key(name) == name && name.utf8.count > 1, "\(name)") }
  }

  @Test(arguments: [("taylor", true), ("saleh", true), ("alonso", true), ("blinken", false), ("tokayev", false)])
  func `a surname that many bear is known`(name: String, isCommon: Bool) {
    #expect(CommonSurnames.standard.contains(name) == isCommon)
  }
}

@Suite struct LeaderTableTests {
  /// One row, as its file has it.
  private struct Term: Comparable {
    let country: String, office: String, name: String, from: Int, to: Int?, line: Int

    static func < (left: Term, right: Term) -> Bool {
      (left.country, left.office, left.from, left.to ?? .max, left.name)
        < (right.country, right.office, right.from, right.to ?? .max, right.name)
    }
  }

  private func terms() throws -> [Term] {
    try LeaderTable.rows().map { row in
      Term(
        country: try #require(row.text("country"), "line \(row.line)"),
        office: try #require(row.text("office"), "line \(row.line)"),
        name: try #require(row.text("name"), "line \(row.line)"),
        from: try #require(row.text("from").flatMap { Int($0) }, "line \(row.line)"),
        to: row.text("to").flatMap { Int($0) }, line: row.line)
    }
  }

  @Test func `every row has a full name in ASCII, an office, a country that exists and years in order`() throws {
    let terms = try terms()
    #expect(terms.count > 700)
    for term in terms {
      #expect(PersonName(term.name).isFull && term.name.utf8.allSatisfy { $0 < 128 }, "line \(term.line)")
      #expect(CountryTable.standard.country(term.country) != nil, "line \(term.line)")
      let entries = [term.office, String(term.office.split(separator: " ").last!)].flatMap(RoleTable.standard.entries)
      #expect(entries.contains { $0.kind == .office }, "line \(term.line)")
      // Nobody in news of this century began before 1960 or stayed for fifty years.
      #expect((1960...2026).contains(term.from), "line \(term.line)")
      #expect((term.from...min(term.from + 50, 2026)).contains(term.to ?? term.from), "line \(term.line)")
      #expect(
        LeaderTable.standard.country(of: PersonName(term.name), office: term.office, year: term.from) == term.country,
        "line \(term.line)")
    }
  }

  @Test func `terms are in order, and an office has one holder at a time`() throws {
    let terms = try terms()
    #expect(terms == terms.sorted())
    for (term, next) in zip(terms, terms.dropFirst())
    where (term.country, term.office) == (next.country, next.office) {
      // After the election of 2010 two had themselves sworn in as president of Ivory Coast.
      if term.country == "CI", next.from == 2010 { continue }
      #expect(term.to.map { $0 <= next.from } == true, "line \(next.line)")
      #expect(term.name != next.name || term.from < next.from, "line \(next.line)")
    }
  }

  @Test func `a row names a source of the table's head or none, and most name one`() {
    let sources = LeaderTable.rows().map { $0.text("source") }
    #expect(Set(sources.compactMap(\.self)) == ["holders", "leaders", "states", "west-africa", "current"])
    #expect(3 * sources.count { $0 != nil } > 2 * sources.count)
  }

  @Test(
    arguments: [
      ("Joe Biden", "president", 2022, "US"), ("Biden", "president", 2022, "US"), ("Biden", "president", nil, "US"),
      ("Joe Biden", "president", 2012, nil), ("Joe Biden", "vice president", 2012, "US"),
      ("Hunter Biden", "president", 2022, nil), ("Joe Biden", "prime minister", 2022, nil),
      ("Volodymyr Zelenskyy", "president", 2022, "UA"), ("Holt", "president", 2022, nil),
    ] as [(String, String, Int?, String?)])
  func `a holder's state is found by name, office and year`(name: String, office: String, year: Int?, country: String?)
  {
    #expect(LeaderTable.standard.country(of: PersonName(name), office: office, year: year) == country)
  }
}

@Suite struct LexiconTests {
  @Test func `every class has words in lower case, none twice`() {
    for row in Lexicon.rows() {
      let words = row.list("words")
      #expect(row.text("class") != nil && !words.isEmpty, "line \(row.line)")
      for word in words { #expect(word == word.lowercased(), "line \(row.line): \(word)") }
    }
  }

  @Test(arguments: ["said", "says", "replied", "denies", "urging", "planned", "stopped", "told", "vetoes"])
  func `a verb is known in every inflection`(form: String) {
    #expect(Lexicon.actingVerb.contains(form))
  }
}
