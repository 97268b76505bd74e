import HearsayCore

/// Profiles that are one entity so far, and what they say together.
struct Group {
  /// Indices of profiles, in order of first appearance by (date, document id).
  var members: [Int]
  /// Why each member belongs here, in the order of `members`.
  var reasons: [String]
  var countries: Set<String> = []
  var employers: Set<String> = []
  var company: Set<UInt64> = []
  var titles: Set<String> = []
  /// The countries that its documents speak of.
  var context: Set<String> = []

  /// A group without members: what corrections may fill.
  init() { (members, reasons) = ([], []) }

  init(_ member: Int, _ profile: Profile, reason: String) {
    members = [member]
    reasons = [reason]
    take(profile)
  }

  private mutating func take(_ profile: Profile) {
    if let country = profile.country { countries.insert(country) }
    employers.formUnion(profile.employers)
    company.formUnion(profile.company)
    titles.formUnion(profile.titles)
    context.formUnion(profile.context)
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
    titles.formUnion(other.titles)
    context.formUnion(other.context)
  }

  /// Whether the documents of two groups speak of a country in common: little, but more than nothing.
  func sharesContext(with other: Group) -> Bool { !context.isDisjoint(with: other.context) }

  /// How much speaks for two groups being one: shared employers, countries and neighbours.
  func support(_ other: Group) -> Int {
    var support = 2 * employers.intersection(other.employers).count
    support += countries.intersection(other.countries).count
    support += company.intersection(other.company).count
    support += titles.intersection(other.titles).count
    return support
  }

  /// Whether what is known of the two rules out that they are one: other countries or other employers, and no
  /// neighbour in common.
  func conflicts(with other: Group) -> Bool {
    if !employers.isDisjoint(with: other.employers) { return false }
    if !company.isDisjoint(with: other.company) { return false }
    if !countries.isEmpty, !other.countries.isEmpty {
      return countries.isDisjoint(with: other.countries) || disagreesOnEmployer(other)
    }
    return disagreesOnEmployer(other)
  }

  private func disagreesOnEmployer(_ other: Group) -> Bool {
    !employers.isEmpty && !other.employers.isEmpty && employers.isDisjoint(with: other.employers)
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
  }

  var kind: Entity.Kind
  var group: Group
  var fixed = Fixed()
}
