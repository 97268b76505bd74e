internal import CHearsayTables
internal import HearsayCore

/// What the tables of facts know of names.
enum NameTables {
  /// What a form is listed as.
  enum Entry {
    case place, organization, adjective, given, ambiguousGiven
  }

  /// The given names of the table, in its order.
  static var givenNames: [String] { reader(hearsay_table_given_names()).rows.compactMap { $0.text("name") } }

  /// Forms as printed, with their entries.
  static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for row in reader(hearsay_table_given_names()).rows {
      if let name = row.text("name") { entries[name] = row.text("ambiguous") == nil ? .given : .ambiguousGiven }
    }
    for row in reader(hearsay_table_places()).rows {
      if let name = row.text("name") { entries[name] = .place }
    }
    for row in reader(hearsay_table_organizations()).rows {
      for form in [row.text("name")].compactMap({ $0 }) + row.list("acronyms") + row.list("variants") {
        entries[form] = .organization
      }
    }
    for row in reader(hearsay_table_countries()).rows {
      for form in row.list("adjectives") + row.list("demonyms") + row.list("plurals") { entries[form] = .adjective }
      let capitals = row.list("capitals").map {
        $0.split(separator: " ").prefix { !isYears($0) }.joined(separator: " ")
      }
      for form in capitals.flatMap({ $0.split(separator: "/").map(String.init) }) { entries[form] = .place }
      for form in row.list("seats") { entries[form] = .organization }
      for form in row.list("names") + row.list("former") + [row.text("name")].compactMap({ $0 }) {
        entries[form.hasPrefix("the ") ? String(form.dropFirst(4)) : form] = .place
      }
    }
    return entries
  }()

  /// The first words of names of three words or more.
  static let longNameOpeners: Set<String> = Set(
    entries.keys.compactMap { name in
      let parts = name.split { $0 == " " || $0 == "-" }
      return parts.count >= 3 ? parts.first.map(String.init) : nil
    })

  /// The same in small letters, for lines in capitals; short forms and given names left out ("US", "Bill").
  static let loweredEntries: [String: Entry] = {
    var lowered: [String: Entry] = [:]
    for (form, entry) in entries.sorted(by: { $0.key < $1.key }) where form.utf8.count > 3 {
      if entry != .given, entry != .ambiguousGiven { lowered[form.lowercased()] = entry }
    }
    return lowered
  }()

  /// The last words of titles, ranks, offices and occupations.
  static let roleWords: Set<String> = Set(
    reader(hearsay_table_roles()).rows.filter { ["title", "rank", "office", "occupation"].contains($0.text("kind")) }
      .compactMap { $0.text("form") }.compactMap { $0.split { $0 == " " || $0 == "-" }.last.map(String.init) })

  /// Words that stand before an office: "deputy", "former", "finance", "prime".
  static let roleLeads: Set<String> = {
    var leads: Set<String> = []
    for row in reader(hearsay_table_roles()).rows {
      let parts = (row.text("form") ?? "").split { $0 == " " || $0 == "-" }.map(String.init)
      let isLead = ["modifier", "former", "portfolio"].contains(row.text("kind"))
      leads.formUnion(isLead ? parts : parts.dropLast())
    }
    return leads.subtracting(["of", "the", "and", "for"])
  }()

  private static func reader(_ table: hearsay_table) -> TableReader {
    TableReader(bytes: table.bytes, count: table.count)
  }

  private static func isYears(_ text: Substring) -> Bool {
    text.utf8.first.map { $0.isDigit || $0 == UInt8(ascii: "-") } ?? false
  }
}

/// Word lists of the language itself.
enum NameLexicon {
  /// Words that are no name for beginning a sentence with a capital.
  static let functionWords: Set<String> = words(
    """
    the a an this that these those he she it they we i you his her its their our my your him them us me who whom whose
    which what when where why how if but and or nor so yet for in on at by with from to of as into over under after before
    since during while until because although though unless despite about above across against along among around behind
    below beneath beside between beyond down inside near off out outside past through throughout toward towards up upon
    within without not no yes there here then now today yesterday tomorrow also however meanwhile moreover further
    furthermore instead indeed still already again once twice one two three four five six seven eight nine ten both all
    any some many most much more few several each every other another such same own only just even too very well will
    would could should may might must can cannot shall do does did done is are was were be been being am has have had
    having let please thank thanks according additionally earlier later last next first second third new old early late
    overall perhaps maybe rather quite almost nearly never ever always often sometimes usually recently currently finally
    eventually initially previously subsequently therefore thus hence otherwise besides regarding following including
    amid like unlike per via versus than whether either neither what's let's hundreds thousands millions dozens
    people officials authorities police experts analysts critics sources observers residents reporters journalists
    witnesses protesters residents local national international federal state government nobody everybody everyone
    someone anyone something anything nothing everything those photo image video advertisement read see share update
    updated related tags source subscribe comment comments editor editor's reporting by good great dear hi hello ok okay
    oh thank sorry welcome happy
    """)

  /// Weekdays, months and other names of times.
  static let calendar: Set<String> = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept.
    sep. oct. nov. dec. mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan gmt utc est edt pst am pm a.m.
    p.m. a.m p.m cet bst
    """)

  /// Words that head an organization's name.
  static let organizationHeads: Set<String> = words(
    """
    ministry department organization organisation university college institute school academy party committee commission
    council agency association authority board bureau center centre club coalition commonwealth company congress
    corporation court federation forum foundation front fund group league movement network news office parliament police
    post press senate service services society team trust union administration alliance army navy bank brigade brotherhood
    cabinet campaign church command conference confederation consortium duma embassy force forces guard guards
    headquarters herald hospital journal knesset laboratory majlis militia mission museum observatory partnership radio
    regiment secretariat senate staff studio studios taskforce television times treasury tribune tribunal airlines airways
    motors pharmaceuticals technologies systems industries holdings bancorp partners associates enterprises
    communications media entertainment pictures records software energy petroleum oil electric insurance securities
    capital solutions international inc inc. corp corp. co co. ltd ltd. llc plc gmbh ag sa nv spa oao pao jsc assembly
    """)

  /// Small words inside people's names: "Ludwig van Beethoven", "Khalid bin Salim".
  static let particles: Set<String> = words(
    "de van von der den del della di da dos das du la le bin ibn al el ben ter zu y e")

  /// Words that say that a place follows.
  static let placePrepositions: Set<String> = words(
    "in near at outside across throughout inside around from into via toward towards")

  /// Words in capitals that are no organization.
  static let otherAcronyms: Set<String> = words(
    "i ii iii iv v vi vii viii ix x xi xii ok tv ceo cfo cto coo dna hiv aids covid pdf faq id pc it hr pr vip gps sms dvd cd usb sars mp mps pm am dc d.c. d.c ad bc phd mba km us$ vs id no re fw ps p.s. lol imo btw fyi asap gdp ngo ngos"
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
