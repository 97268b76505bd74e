import HearsayCore

/// Joins a document's references into entities.
struct EntityBuilder {
  /// An entity in the making.
  struct Draft {
    var kind: Entity.Kind
    var id: String?
    var label: String?
    var country: String?
    /// How often each form names it, in order of first mention.
    var forms: [(form: String, count: Int)] = []
    var confidence = 0.0
    /// For people: the fullest name read so far.
    var person: PersonName?
    /// For organizations: the words that a later "the alliance" goes by.
    var heads: Set<String> = []
    var gender: Gender?

    mutating func add(_ form: String) {
      if let index = forms.firstIndex(where: { $0.form == form }) {
        forms[index].count += 1
      } else {
        forms.append((form, 1))
      }
    }
  }

  /// A reference that has found its entity.
  struct Link {
    var reference: Reference
    var draft: Int
  }

  private(set) var drafts: [Draft] = []
  private(set) var links: [Link] = []
  private let words: Words
  private let acronyms: [String: String]

  private var byID: [String: Int] = [:]
  private var byKey: [String: Int] = [:]
  private var bySurname: [String: [Int]] = [:]
  private var byFirstPart: [String: [Int]] = [:]
  private var byInnerPart: [String: [Int]] = [:]
  private var byNickname: [String: Int] = [:]
  private var byFirstWord: [String: [(key: String, draft: Int)]] = [:]
  private var byLastWord: [String: [(key: String, draft: Int)]] = [:]

  /// Joins `references`, which are in text order.
  ///
  /// - Parameter acronyms: initials that the text introduces, to the name that they stand for.
  init(_ words: Words, references: [Reference], acronyms: [String: String]) {
    self.words = words
    self.acronyms = acronyms
    // Full names first, so that a surname in the headline finds the name in the text.
    let people = references.filter { $0.kind == .person && $0.id == nil }
    for reference in people.sorted(by: Self.fullerFirst) where PersonName(reference.name).isFull {
      _ = person(named: reference)
    }
    for reference in references { link(reference) }
    renumber()
  }

  private static func fullerFirst(_ left: Reference, _ right: Reference) -> Bool {
    let (a, b) = (PersonName(left.name).parts.count, PersonName(right.name).parts.count)
    return a != b ? a > b : left.range < right.range
  }

  private mutating func link(_ reference: Reference) {
    var reference = reference
    let draft: Int
    if reference.id == nil, reference.kind == .person {
      draft = person(for: &reference)
    } else {
      draft = named(&reference)
    }
    if reference.form == .name || reference.form == .acronym { drafts[draft].add(reference.name) }
    if reference.form == .short { drafts[draft].add(reference.name) }
    drafts[draft].confidence = max(drafts[draft].confidence, reference.confidence)
    if drafts[draft].country == nil { drafts[draft].country = reference.country }
    links.append(Link(reference: reference, draft: draft))
  }

  // MARK: People

  /// The draft of a full name, made where there is none.
  private mutating func person(named reference: Reference) -> Int {
    let name = PersonName(reference.name)
    if let last = name.surname.last {
      for index in bySurname[last] ?? [] where drafts[index].person?.isCompatible(with: name) == true {
        return index
      }
      // "López Obrador" after "Andrés Manuel López Obrador": the end of a longer name.
      for index in bySurname[last] ?? [] where drafts[index].person?.parts.suffix(name.parts.count) == name.parts[...] {
        return index
      }
    }
    return newPerson(name)
  }

  private mutating func newPerson(_ name: PersonName) -> Int {
    var draft = Draft(kind: .person)
    draft.person = name
    drafts.append(draft)
    let index = drafts.count - 1
    if let last = name.surname.last { bySurname[last, default: []].append(index) }
    if let nickname = name.nickname, byNickname[nickname] == nil { byNickname[nickname] = index }
    if let first = name.parts.first, name.isFull { byFirstPart[first, default: []].append(index) }
    for part in Set(name.given.dropFirst()) where part.utf8.count > 2 { byInnerPart[part, default: []].append(index) }
    return index
  }

  private mutating func person(for reference: inout Reference) -> Int {
    let name = PersonName(reference.name)
    if let index = byNickname[reference.key] {
      reference.form = .short
      reference.rule = "nickname that the text gives in quotation marks"
      return index
    }
    if name.isFull {
      let index = person(named: reference)
      reference.rule = drafts[index].person == name ? reference.rule : "longer or shorter form of the name"
      return index
    }
    reference.form = .short
    let part = name.parts.last ?? ""
    let gender = titleGender(before: reference)
    let sameSurname = (bySurname[part] ?? []).filter {
      guard drafts[$0].person?.surname.joined() == name.parts.joined() || drafts[$0].person?.parts.last == part else {
        return false
      }
      // "Mrs Holt" beside "Peter Holt" is his wife.
      guard let gender, let theirs = drafts[$0].gender ?? drafts[$0].person.flatMap(Gender.of) else { return true }
      return gender == theirs
    }
    if let index = nearest(sameSurname, before: reference) {
      let isOnly = sameSurname.count == 1
      reference.confidence = min(reference.confidence, 1) * (isOnly ? 0.97 : 0.7)
      if drafts[index].person?.isFull == true {
        reference.rule =
          isOnly ? "surname of a person named in the text" : "surname of the person of that name last named"
      }
      return index
    }
    // "Kassym-Jomart" after "Kassym-Jomart Tokayev": given names alone.
    let begun = (byFirstPart[name.parts.first ?? ""] ?? []).filter {
      drafts[$0].person?.parts.prefix(name.parts.count) == name.parts[...]
    }
    if let index = nearest(begun, before: reference) {
      reference.confidence *= 0.85
      reference.rule = "first part of a person's name"
      return index
    }
    // "Mr. Yusuf" after "Abdullahi Yusuf Ahmed".
    if name.parts.count == 1, let inner = byInnerPart[part], inner.count == 1 {
      reference.confidence *= 0.8
      reference.rule = "middle part of a person's name"
      return inner[0]
    }
    reference.form = .name
    let index = newPerson(name)
    drafts[index].gender = gender
    return index
  }

  /// What "Mr" or "Mrs" before a name says.
  private func titleGender(before reference: Reference) -> Gender? {
    RoleTable.standard.entries(of: words.word(reference.tokens.lowerBound - 1)).filter { $0.kind == .title }
      .compactMap(\.gender).first
  }

  /// Of several people, the one named last before `reference`, else the first.
  private func nearest(_ candidates: [Int], before reference: Reference) -> Int? {
    if candidates.count < 2 { return candidates.first }
    return links.last { candidates.contains($0.draft) && $0.reference.range.start < reference.range.start }?.draft
      ?? candidates.first
  }

  // MARK: Organizations, places, countries

  private mutating func named(_ reference: inout Reference) -> Int {
    if let id = reference.id {
      if let index = byID[id] { return index }
      let index = new(reference)
      byID[id] = index
      byKey[reference.kind.rawValue + " " + reference.key] = index
      return index
    }
    let key = reference.kind.rawValue + " " + reference.key
    if let name = acronyms[reference.name], reference.kind == .organization {
      reference.form = .acronym
      reference.rule = "initials introduced in the text"
      let fullKey = "organization " + Folding.key(name)
      if let index = byKey[fullKey] { return index }
      // "NRWU (Northern Rail Workers Union)": the name comes after.
      var full = reference
      full.name = name
      let index = new(full)
      byKey[fullKey] = index
      return index
    }
    if let index = byKey[key] { return index }
    if reference.kind == .organization, let index = shortForm(of: reference) {
      reference.form = .short
      reference.rule = "first words of an organization's name"
      reference.confidence *= 0.85
      return index
    }
    if reference.kind == .organization, let index = endForm(of: reference) {
      reference.form = .short
      reference.rule = "last words of an organization's name"
      reference.confidence *= 0.8
      return index
    }
    let index = new(reference)
    byKey[key] = index
    let parts = reference.key.split(separator: " ")
    if reference.kind == .organization, let first = parts.first, let last = parts.last {
      byFirstWord[String(first), default: []].append((reference.key, index))
      byLastWord[String(last), default: []].append((reference.key, index))
    }
    return index
  }

  /// The one organization named before whose name begins with this one: "Ford" after "Ford Motor Company".
  private func shortForm(of reference: Reference) -> Int? {
    let key = reference.key
    guard key.utf8.count > 2, let first = key.split(separator: " ").first else { return nil }
    let longer = (byFirstWord[String(first)] ?? []).filter { $0.key.hasPrefix(key + " ") }
    guard let found = longer.first, longer.allSatisfy({ $0.draft == found.draft }) else { return nil }
    return found.draft
  }

  /// The one organization named before whose name ends with this one, "Judiciary Committee" after "House Judiciary Committee"; for
  /// "the Court" the last that is one.
  private func endForm(of reference: Reference) -> Int? {
    let key = reference.key
    let parts = key.split(separator: " ")
    guard let last = parts.last else { return nil }
    if parts.count == 1 {
      guard Lexicon.organizationHead[key] != nil, words.word(reference.tokens.lowerBound - 1) == "the" else {
        return nil
      }
      return links.last { $0.reference.kind == .organization && drafts[$0.draft].heads.contains(key) }?.draft
    }
    guard GenericName(key: SpellingKey.organization(reference.name)) == nil else { return nil }
    let longer = (byLastWord[String(last)] ?? []).filter {
      // "Tarn Fund and Heron Fund" are two.
      $0.key.hasSuffix(" " + key) && !$0.key.hasSuffix(" and " + key)
    }
    guard let found = longer.first, longer.allSatisfy({ $0.draft == found.draft }) else { return nil }
    return found.draft
  }

  private mutating func new(_ reference: Reference) -> Int {
    var draft = Draft(kind: reference.kind, id: reference.id, label: reference.label, country: reference.country)
    if reference.kind == .organization { draft.heads = Self.heads(of: reference) }
    if reference.kind == .place, reference.id == nil, let place = PlaceTable.standard.place(named: reference.name) {
      draft.country = place.country
      // "Bombay" is Mumbai.
      if Folding.key(place.name) != reference.key { draft.label = place.name }
    }
    drafts.append(draft)
    return drafts.count - 1
  }

  /// The kinds of organization that a name gives away: "bank" of "Deutsche Bank".
  private static func heads(of reference: Reference) -> Set<String> {
    if let id = reference.id, let known = OrganizationTable.standard.organization(id: id) {
      let nouns = Folding.key(known.name).split(separator: " ").map(String.init)
      return Set([known.kind] + nouns.filter { Lexicon.organizationHead[$0] != nil })
    }
    var kinds: Set<String> = []
    for part in (reference.label.map(Folding.key) ?? reference.key).split(separator: " ") {
      kinds.formUnion(Lexicon.organizationHead[String(part)] ?? [])
      if Lexicon.organizationHead[String(part)] != nil { kinds.insert(String(part)) }
      // "Capital TV", "the Malmo Herald"
      if Lexicon.outletName.contains(String(part)) { kinds.formUnion(["outlet", "company"]) }
    }
    if kinds.isEmpty { kinds = ["company"] }
    return kinds
  }

  // MARK: Order

  /// Puts the drafts in order of first mention and drops those without one.
  private mutating func renumber() {
    var order: [Int: Int] = [:]
    var kept: [Draft] = []
    for index in links.indices {
      let old = links[index].draft
      if order[old] == nil {
        order[old] = kept.count
        kept.append(drafts[old])
      }
      links[index].draft = order[old]!
    }
    drafts = kept
  }

  /// What an entity is called: the table's label, else a person's fullest name, else the fullest of the most frequent forms.
  static func label(of draft: Draft) -> String {
    if let label = draft.label { return label }
    let best = draft.forms.max { left, right in
      if draft.kind == .person {
        let (a, b) = (PersonName(left.form).parts.count, PersonName(right.form).parts.count)
        if a != b { return a < b }
      } else {
        let (a, b) = (left.form.utf8.count { $0 == 0x20 } > 0, right.form.utf8.count { $0 == 0x20 } > 0)
        if a != b { return b }
      }
      if left.count != right.count { return left.count < right.count }
      if left.form.utf8.count != right.form.utf8.count { return left.form.utf8.count < right.form.utf8.count }
      return left.form > right.form
    }
    return oneLine(draft.kind == .person ? PersonName.plain(best?.form ?? "") : best?.form ?? "")
  }

  /// `text` with each run of white space as one space.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
