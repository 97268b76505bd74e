import HearsayCore

/// Profiles that are one entity so far, and what they say together.
struct Group {
  /// Indices of profiles, in order of first appearance by (date, document id).
  var members: [Int]
  /// Why each member belongs here, in the order of `members`.
  var reasons: [String]
  var countries: Set<String> = []
  var employers: Set<String> = []
  var company: Set<UInt32> = []
  var titles: Set<String> = []
  /// The offices of the ministries that its documents name.
  var spoken: Set<String> = []
  /// How high the highest of its offices is.
  var standing = Standing.none
  /// The countries that its documents speak of.
  var context: Set<String> = []
  /// Whether "Mr" or an office stands before its name.
  var isAddressed = false

  /// A group without members: what corrections may fill.
  init() { (members, reasons) = ([], []) }

  init(_ member: Int, _ profile: Profile, reason: String) {
    members = [member]
    reasons = [reason]
    take(profile)
  }

  /// All of `members`, in order of first appearance.
  init(_ members: [Int], _ profiles: [Profile], reason: String = "") {
    self.members = members
    reasons = [String](repeating: reason, count: members.count)
    for member in members { take(profiles[member]) }
  }

  private mutating func take(_ profile: Profile) {
    if let country = profile.country { countries.insert(country) }
    employers.formUnion(profile.employers)
    for key in profile.company where key != profile.ownKey { company.insert(key) }
    standing = max(standing, profile.standing)
    titles.formUnion(profile.titles)
    spoken.formUnion(profile.spoken)
    context.formUnion(profile.context)
    isAddressed = isAddressed || profile.isAddressed
  }

  mutating func add(_ member: Int, _ profile: Profile, reason: String) {
    members.append(member)
    reasons.append(reason)
    take(profile)
  }

  mutating func merge(_ other: Group, reason: String) {
    for (member, old) in zip(other.members, other.reasons) {
      members.append(member)
      reasons.append(old == "same name" || old == "first named" ? reason : old)
    }
    countries.formUnion(other.countries)
    employers.formUnion(other.employers)
    company.formUnion(other.company)
    standing = max(standing, other.standing)
    titles.formUnion(other.titles)
    spoken.formUnion(other.spoken)
    context.formUnion(other.context)
    isAddressed = isAddressed || other.isAddressed
  }

  /// Whether the documents of two groups speak of a country in common: little, but more than nothing.
  func sharesContext(with other: Group) -> Bool { !context.isDisjoint(with: other.context) }

  /// How much speaks for two groups being one: shared employers, countries, neighbours and offices, also the office of a ministry that
  /// the other's documents name: "Mr. Holt" beside the Defense Ministry is the defense minister.
  func support(_ other: Group) -> Int {
    2 * Self.shared(employers, other.employers) + Self.shared(countries, other.countries)
      + Self.shared(company, other.company) + Self.shared(titles, other.titles)
      + Self.shared(titles, other.spoken) + Self.shared(spoken, other.titles)
  }

  /// How many elements two sets share, without making a third.
  private static func shared<Element>(_ left: Set<Element>, _ right: Set<Element>) -> Int {
    let (few, many) = left.count < right.count ? (left, right) : (right, left)
    return few.isEmpty ? 0 : few.reduce(0) { many.contains($1) ? $0 + 1 : $0 }
  }

  /// Whether what is known of the two rules out that they are one: other countries or other employers, and no
  /// neighbour in common.
  ///
  /// A country that the documents of the one with fewer speak of is no other one's: "pro-Syrian President" of Lebanon.
  func conflicts(with other: Group) -> Bool {
    (disagreesOnCountry(other) || disagreesOnEmployer(other)) && company.isDisjoint(with: other.company)
  }

  private func disagreesOnCountry(_ other: Group) -> Bool {
    guard !countries.isEmpty, !other.countries.isEmpty, countries.isDisjoint(with: other.countries) else {
      return false
    }
    let (many, few) = members.count < other.members.count ? (other, self) : (self, other)
    let isEven = many.members.count == few.members.count
    return many.countries.isDisjoint(with: few.context) && (!isEven || few.countries.isDisjoint(with: many.context))
  }

  /// Who serves one country may do so in two offices: head of one of its agencies, then of another.
  private func disagreesOnEmployer(_ other: Group) -> Bool {
    guard !employers.isEmpty, !other.employers.isEmpty, employers.isDisjoint(with: other.employers),
      countries.isDisjoint(with: other.countries)
    else { return false }
    // "the EU" and "the European Union Foreign Policy" are no two employers.
    return Self.words(employers).isDisjoint(with: Self.words(other.employers))
  }

  /// The words of organizations' names, by their ids, without those that many have; a name that the table knows counts as its
  /// initials.
  private static func words(_ ids: Set<String>) -> Set<String> {
    var words: Set<String> = []
    for id in ids {
      let parts = id.drop { $0 != "." }.dropFirst().split(separator: "-").map(String.init)
      for count in 2...4 where count <= parts.count {
        if let known = OrganizationTable.standard.organization(named: parts.prefix(count).joined(separator: " ")) {
          words.formUnion(known.acronyms.map { $0.lowercased() })
        }
      }
      for part in parts where !Lexicon.functionWord.contains(part) && !Lexicon.organizationWord.contains(part) {
        words.insert(part)
      }
    }
    return words
  }
}

/// A group that becomes a node, and what a person has decided of it.
struct NodeGroup {
  /// What corrections say, whatever documents do.
  struct Fixed {
    var id: String?
    var label: String?
    var country: String?
    var wikidata: String?
    var note: String?
    /// What was decided, with the entry that says so.
    var decisions: [String] = []
  }

  var kind: Entity.Kind
  var group: Group
  var fixed = Fixed()
}
