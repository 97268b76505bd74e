import HearsayCore
import Testing

@testable import HearsayIdentity

private let table = CountryTable.standard
private let rows = CountryTable.rows()

@Suite struct CountryTableTests {
  @Test func `every entry of ISO 3166-1, Kosovo and every entry of ISO 3166-3 has a row`() {
    let codes = table.countries.map(\.code)
    #expect(codes.filter { $0.utf8.count == 2 && $0 != "XK" }.count == 249)
    #expect(codes.contains("XK"))
    #expect(codes.filter { $0.utf8.count == 4 }.count == 31)
    #expect(Set(codes).count == codes.count)
  }

  @Test func `codes have their form and stand for one entry each`() {
    var seen: Set<String> = []
    for country in table.countries where country.code.utf8.count == 2 {
      #expect(country.alpha2 == country.code, "\(country.code)")
      #expect(country.code.utf8.allSatisfy { (0x41...0x5A).contains($0) }, "\(country.code)")
      if country.code == "XK" {
        #expect(country.alpha3 == nil)
      } else {
        #expect(country.alpha3?.utf8.count == 3, "\(country.code)")
        #expect(seen.insert(country.alpha3 ?? "").inserted, "\(country.code)")
      }
    }
    for country in table.countries where country.code.utf8.count == 4 {
      #expect(country.code.hasPrefix(country.alpha2 ?? "?"), "\(country.code)")
      #expect(country.status != .state, "\(country.code)")
    }
  }

  @Test func `every row has all its cells, a name, and a Wikidata id where it is current`() {
    for (row, country) in zip(rows, table.countries) {
      #expect(row.cellCount == 15, "line \(row.line) has \(row.cellCount) cells")
      #expect(!country.name.isEmpty, "line \(row.line)")
      if let wikidata = country.wikidata {
        #expect(wikidata.hasPrefix("Q") && Int(wikidata.dropFirst()) != nil, "line \(row.line)")
      } else {
        #expect(country.status == .territory && country.code.utf8.count == 4, "line \(row.line) has no Wikidata id")
      }
    }
  }

  @Test func `every state has an adjective, a demonym, its plural and one capital now`() {
    for country in table.countries where country.status == .state {
      #expect(!country.adjectives.isEmpty, "\(country.code)")
      #expect(!country.demonyms.isEmpty, "\(country.code)")
      #expect(!country.plurals.isEmpty, "\(country.code)")
      #expect(country.capitals.contains { $0.until == nil }, "\(country.code)")
      for capital in country.capitals {
        #expect(!capital.names.isEmpty, "\(country.code)")
        if let since = capital.since, let until = capital.until { #expect(since <= until, "\(country.code)") }
      }
    }
  }

  @Test func `every state that ended names those that came after`() {
    for country in table.countries {
      let isFormer = country.status == .dissolved || country.status == .renamed
      if isFormer { #expect(!country.successors.isEmpty, "\(country.code)") }
      for successor in country.successors { #expect(table.country(successor) != nil, "\(country.code)") }
    }
  }

  @Test func `no form points to two countries without being listed as ambiguous`() {
    var owners: [String: [String]] = [:]
    for country in table.countries {
      for (form, _) in CountryTable.surfaceForms(of: country) { owners[form, default: []].append(country.code) }
    }
    for (form, codes) in owners where codes.count > 1 {
      for found in table.forms(of: form) {
        #expect(found.readings.contains(.country), "\(form) is \(codes.sorted()) and not listed in \(found.code)")
      }
    }
  }

  @Test func `what is listed as ambiguous is a form of its row, with readings that are known`() {
    for (row, country) in zip(rows, table.countries) {
      let forms = Set(CountryTable.surfaceForms(of: country).map(\.form))
      for entry in row.list("ambiguous") {
        let parts = entry.split(separator: "=")
        #expect(parts.count == 2 && forms.contains(String(parts[0])), "line \(row.line): \(entry)")
        for reading in parts.last?.split(separator: ",") ?? [] {
          #expect(CountryForm.Reading(rawValue: String(reading)) != nil, "line \(row.line): \(entry)")
        }
      }
    }
  }

  @Test func `every form is found by its own text`() {
    for country in table.countries {
      for (form, kind) in CountryTable.surfaceForms(of: country) {
        #expect(table.forms(of: form).contains { $0.code == country.code && $0.kind == kind }, "\(form)")
      }
    }
  }

  @Test(arguments: [
    ("US", "US"), ("U.S.", "US"), ("USA", "US"), ("America", "US"), ("UK", "GB"), ("U.K.", "GB"), ("UAE", "AE"),
    ("RUSSIA", "RU"), ("Burma", "MM"), ("Zaire", "CD"), ("Soviet Union", "SUHH"), ("USSR", "SUHH"),
    ("East German", "DDDE"), ("Czechoslovak", "CSHH"), ("Yugoslavia", "YUCS"), ("Kazakhstani", "KZ"), ("Kazakh", "KZ"),
    ("Briton", "GB"), ("Nur-Sultan", "KZ"), ("N’Djamena", "TD"), ("Kiev", "UA"), ("Kyiv", "UA"), ("Kremlin", "RU"),
    ("Quai d’Orsay", "FR"), ("Guinea-Bissau", "GW"), ("Holy See", "VA"), ("Kosovar", "XK"), ("Côte d’Ivoire", "CI"),
  ])
  func `a form is its country`(form: String, code: String) {
    #expect(table.forms(of: form).map(\.code) == [code])
  }

  @Test(arguments: ["us", "it", "IT", "IN", "DE", "turkey", "Georgi", "chad", "Washingtonian", "uk", "Indiana"])
  func `a word is no country`(form: String) {
    #expect(table.forms(of: form).isEmpty)
  }

  @Test(arguments: [("Congo", ["CG", "CD"]), ("Dominican", ["DM", "DO"]), ("Korea", ["KP", "KR"])])
  func `a form of two countries is both`(form: String, codes: [String]) {
    #expect(Set(table.forms(of: form).map(\.code)) == Set(codes))
  }

  @Test func `the longest form wins and ends where a word ends`() {
    let text = Array("South Korean and U.S.-led, Papua New\u{A0}Guinea’s".utf8)
    func found(_ start: Int) -> String? {
      table.longestForm(in: text, at: start).map { String(decoding: text[start..<$0.end], as: UTF8.self) }
    }
    #expect(found(0) == "South Korean")
    #expect(found(17) == "U.S.")
    #expect(found(27) == "Papua New\u{A0}Guinea")
  }
}
