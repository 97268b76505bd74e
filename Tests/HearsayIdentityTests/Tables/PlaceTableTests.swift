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
