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
  @Test func `every row has a name, an office, a country, years in order and a source`() throws {
    let rows = LeaderTable.rows()
    #expect(rows.count > 150)
    for row in rows {
      let name = try #require(row.text("name"), "line \(row.line)")
      let office = try #require(row.text("office"), "line \(row.line)")
      let country = try #require(row.text("country"), "line \(row.line)")
      let from = try #require(row.text("from").flatMap { Int($0) }, "line \(row.line)")
      let to = row.text("to").flatMap { Int($0) }
      #expect(PersonName(name).isFull && CountryTable.standard.country(country) != nil, "line \(row.line)")
      let entries =
        RoleTable.standard.entries(of: office)
        + RoleTable.standard.entries(of: String(office.split(separator: " ").last!))
      #expect(entries.contains { $0.kind == .office }, "line \(row.line)")
      #expect((1950...2030).contains(from) && to ?? from >= from, "line \(row.line)")
      #expect(row.text("source")?.wholeMatch(of: /https?:\/\/[a-z0-9.-]+(\/\S*)?/) != nil, "line \(row.line)")
      #expect(
        LeaderTable.standard.country(of: PersonName(name), office: office, year: from) == country, "line \(row.line)")
    }
  }

  @Test func `no term stands there twice`() {
    let terms = Dictionary(grouping: LeaderTable.rows()) {
      [$0.text("country"), $0.text("office"), $0.text("name"), $0.text("from")].map { $0 ?? "" }
    }
    for (term, rows) in terms { #expect(rows.count == 1, "\(term)") }
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
