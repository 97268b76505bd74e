/// The people of one surname, the most often named first, with what each is known by, so that the one whom a surname alone means is
/// found without looking at all of them.
struct Namesakes {
  /// Indices of groups, those of most members first.
  private let bearers: [Int]
  /// The bearers that share a neighbour, an employer or an office, each with at most as many as a surname can have.
  private var byCompany: [UInt32: [Int]] = [:]
  private var byWord: [String: [Int]] = [:]
  private var byCountry: [String: [Int]] = [:]
  private var byStanding: [Standing: [Int]] = [:]

  init(_ bearers: [Int], _ groups: [Group]) {
    self.bearers = bearers.sorted { (groups[$1].members.count, $0) < (groups[$0].members.count, $1) }
    for bearer in self.bearers {
      let group = groups[bearer]
      for key in group.company { byCompany[key, default: []].append(bearer) }
      for word in group.employers.union(group.titles) { byWord[word, default: []].append(bearer) }
      for country in group.countries { byCountry[country, default: []].append(bearer) }
      if group.standing != .none { byStanding[group.standing, default: []].append(bearer) }
    }
  }

  /// The one bearer that `single`, a surname alone, means, and why; nil where nothing says which.
  ///
  /// - Parameters:
  ///   - isCommon: whether so many bear the surname that it says little by itself.
  ///   - onlyWoman: the one bearer whose given name is a woman's, where "Mrs" or "she" says that a woman is meant.
  ///   - fits: whether a bearer can be meant at all.
  func choice(
    for single: Group, _ groups: [Group], isCommon: Bool, onlyWoman: Int? = nil, where fits: @escaping (Int) -> Bool
  ) -> (group: Int, reason: String)? {
    func canBe(_ bearer: Int) -> Bool { !groups[bearer].conflicts(with: single) && fits(bearer) }
    func isLikely(_ bearer: Int) -> Bool { !isCommon || isBorneOut(groups[bearer], by: single) }
    let two = Array(bearers.lazy.filter(canBe).prefix(2))
    if two.count < 2 { return two.first.flatMap { isLikely($0) ? ($0, "the one person of that surname") : nil } }
    let ofCountry = { onlyOne(of: single.context, where: canBe).map { ($0, "surname, and the one of its country") } }
    if let best = closest(to: single, groups, where: canBe) {
      // "President Santos" where Colombia is spoken of: another country's president has but the office in common.
      let countries = groups[best].countries
      let isElsewhere =
        !countries.isEmpty && countries.isDisjoint(with: single.context)
        && groups[best].company.isDisjoint(with: single.company)
      let near = isElsewhere ? ofCountry() : nil
      return near ?? (best, "surname, and the same company")
    }
    if let woman = onlyWoman { return (woman, "surname of the one woman who has it") }
    if let near = ofCountry() { return near }
    if let best = highest(for: single, groups, where: canBe), isLikely(best) {
      return (best, "surname, and the highest office of those who have it")
    }
    if let best = farMoreOften(groups, where: canBe) {
      return (best, "surname of someone far more often named than others who have it")
    }
    return onlyLeader(groups, where: canBe).flatMap {
      isLikely($0) ? ($0, "surname of the one head of a state who has it") : nil
    }
  }

  /// The one bearer of any of some countries.
  private func onlyOne(of countries: Set<String>, where canBe: @escaping (Int) -> Bool) -> Int? {
    let near = countries.sorted().flatMap { byCountry[$0] ?? [] }.lazy.filter(canBe)
    return near.first.flatMap { first in near.contains { $0 != first } ? nil : first }
  }

  /// Whether more than a common surname speaks for its bearer: something in common, a name that many documents have, or an office so
  /// high that news calls who holds it by the surname.
  private func isBorneOut(_ bearer: Group, by single: Group) -> Bool {
    if bearer.members.count >= Self.leastOften || bearer.support(single) > 0 { return true }
    if !single.context.isDisjoint(with: bearer.countries.union(bearer.context.subtracting(Self.everyday))) {
      return true
    }
    // "Mr. Havel" is the president even where Burma is spoken of; a minister only where no country is.
    switch bearer.standing {
    case .leader: return single.isAddressed
    case .minister:
      // The business of a foreign minister is other countries.
      let isAbroad = !bearer.titles.isDisjoint(with: Lexicon.officeAbroad)
      return single.isAddressed && (isAbroad || single.context.isEmpty)
    case .none: return false
    }
  }

  /// The countries that two documents of news have in common by chance. Fixed: what an archive speaks of most would change with a
  /// document that names none of these people.
  static let everyday: Set<String> = ["US"]

  /// In how many documents a name stands at least that many know.
  private static let leastOften = 5

  /// The one bearer at the head of a state, where no other has an office of note: whom news calls by the surname alone.
  private func onlyLeader(_ groups: [Group], where canBe: @escaping (Int) -> Bool) -> Int? {
    let leaders = Array((byStanding[.leader] ?? []).lazy.filter(canBe).prefix(2))
    guard leaders.count == 1, !(byStanding[.minister] ?? []).contains(where: canBe) else { return nil }
    return leaders[0]
  }

  /// The bearer with the most in common with `single`, if it is one and has anything.
  func closest(to single: Group, _ groups: [Group], where canBe: ((Int) -> Bool)? = nil) -> Int? {
    func isPossible(_ bearer: Int) -> Bool { canBe?(bearer) ?? true }
    var near: Set<Int> = []
    for key in single.company { near.formUnion(Self.telling(byCompany[key])) }
    for word in single.employers.union(single.titles).union(single.spoken) {
      near.formUnion(Self.telling(byWord[word]))
    }
    // Those who share but a country have all as much in common: two are enough to know that none is closest.
    var likely = near.filter(isPossible)
    for country in single.countries {
      likely.formUnion((byCountry[country] ?? []).lazy.filter { !near.contains($0) && isPossible($0) }.prefix(2))
    }
    let scored = likely.map { (bearer: $0, support: groups[$0].support(single)) }
    guard let most = scored.map(\.support).max(), most > 0 else { return nil }
    let best = scored.filter { $0.support == most }
    return best.count == 1 ? best[0].bearer : nil
  }

  /// The bearers that share something, unless so many do that it says nothing.
  private static func telling(_ bearers: [Int]?) -> [Int] { bearers.map { $0.count <= 64 ? $0 : [] } ?? [] }

  /// The one bearer at the head of a state of which the document speaks, if it speaks of any; else of one of its ministries. Nobody
  /// whom others of the surname put in the shade.
  private func highest(for single: Group, _ groups: [Group], where canBe: @escaping (Int) -> Bool) -> Int? {
    guard let most = bearers.first(where: canBe).map({ groups[$0].members.count }) else { return nil }
    for standing in [Standing.leader, .minister] {
      let high = (byStanding[standing] ?? []).lazy.filter { bearer in
        let group = groups[bearer]
        let isOfContext = !group.countries.isDisjoint(with: single.context)
        let isOfOther = group.countries.isEmpty || !(single.context.isEmpty || isOfContext)
        if isOfOther || !canBe(bearer) { return false }
        return standing == .leader ? 2 * group.members.count >= most : isOfContext && group.members.count == most
      }
      let two = Array(high.prefix(2))
      if let first = two.first { return two.count == 1 ? first : nil }
    }
    return nil
  }

  /// Whether `single` can be any of them.
  func hasAny(for single: Group, _ groups: [Group], where fits: @escaping (Int) -> Bool) -> Bool {
    !first(1, for: single, groups, where: fits).isEmpty
  }

  /// The first `count` that `single` can be.
  func first(_ count: Int, for single: Group, _ groups: [Group], where fits: @escaping (Int) -> Bool) -> [Int] {
    Array(bearers.lazy.filter { !groups[$0].conflicts(with: single) && fits($0) }.prefix(count))
  }

  /// The one bearer that many documents name, and far more often than the others together; twice as often if it is the head of a
  /// state.
  ///
  /// The most often named come first, so that a few tell that there is none.
  func farMoreOften(_ groups: [Group], where canBe: (Int) -> Bool = { _ in true }) -> Int? {
    guard let place = bearers.firstIndex(where: canBe) else { return nil }
    let best = groups[bearers[place]]
    if best.members.count < Self.leastOften { return nil }
    var others = 0
    for bearer in bearers[(place + 1)...] where canBe(bearer) {
      others += groups[bearer].members.count
      if best.members.count <= (best.standing == .leader ? 2 : 5) * others { return nil }
    }
    return bearers[place]
  }
}
