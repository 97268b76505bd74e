import HearsayCore
import Testing

@testable import HearsayIdentity

@Suite struct OrganizationTableTests {
  private let table = OrganizationTable.standard

  @Test func `every row has a label, a name and a known kind, and every country exists`() {
    let kinds: Set<String> = [
      "alliance", "agency", "bank", "body", "court", "ministry", "parliament", "party", "militia", "army", "outlet",
      "company", "charity", "association", "government", "mission", "sport",
    ]
    for organization in table.organizations {
      #expect(!organization.label.isEmpty && !organization.name.isEmpty, "\(organization)")
      #expect(kinds.contains(organization.kind), "\(organization)")
      if let country = organization.country {
        #expect(CountryTable.standard.country(country) != nil, "\(organization)")
      }
      if let wikidata = organization.wikidata { #expect(wikidata.hasPrefix("Q"), "\(organization)") }
    }
  }

  @Test func `no form and no id points to two organizations`() {
    var owners: [String: String] = [:]
    var ids: Set<String> = []
    for organization in table.organizations {
      #expect(ids.insert(organization.id).inserted, "\(organization.id)")
      for form in Set([organization.name] + organization.acronyms + organization.variants) {
        #expect(owners.updateValue(organization.id, forKey: form) == nil, "\(form)")
      }
    }
  }

  @Test(arguments: [
    ("Collective Security Treaty Organisation", "organization.csto"), ("CSTO", "organization.csto"),
    ("North Atlantic Treaty Organization", "organization.nato"), ("U.N.", "organization.un"),
    ("World Health Organisation", "organization.who"), ("State Department", "organization.us-state-department"),
  ])
  func `spellings of an organization are one`(form: String, id: String) {
    #expect(table.organization(named: form)?.id == id)
  }
}

@Suite struct RoleTableTests {
  @Test func `every row has a form in lower case and a known kind`() {
    for row in RoleTable.standard.rows {
      let form = row.text("form") ?? ""
      #expect(!form.isEmpty && form == form.lowercased(), "line \(row.line)")
      #expect(row.text("kind").flatMap(RoleTable.Kind.init) != nil, "line \(row.line)")
      #expect(["country", "organization", nil].contains(row.text("scope")), "line \(row.line)")
      #expect(!RoleTable.standard.entries(of: form).isEmpty, "line \(row.line)")
    }
  }
}

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Antony Blinken", "antony-blinken"), ("Kassym-Jomart Tokayev", "kassym-jomart-tokayev"), ("AT&T", "atandt"),
    ("François Hollande", "francois-hollande"), ("N’Djamena", "ndjamena"), ("Łódź", "lodz"), ("U.S.", "us"),
    ("Сергей", "sergey"),
  ])
  func `a label becomes the part of an id`(label: String, slug: String) {
    #expect(Folding.slug(label) == slug)
  }

  @Test func `a label in another script becomes a hash`() {
    let slug = Folding.slug("新华社")
    #expect(slug.hasPrefix("x") && slug.utf8.count == 13)
    #expect(slug == Folding.slug("新华社"))
    #expect(slug != Folding.slug("人民日报"))
  }
}
