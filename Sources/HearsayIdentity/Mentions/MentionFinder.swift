public import HearsayCore

/// Finds who and what a document speaks of: names, surnames, initials, countries by every form, and the descriptions
/// and pronouns that stand for them.
///
/// The order of work is the order of the files beside this one: names are cleaned (`NameCleaner`), countries and capitals
/// read (`CountryReader`, `Metonymy`), organizations found by tables and by their own names (`OrganizationReader`,
/// `AcronymReader`), kinds voted on (`KindVote`), references joined into entities (`EntityBuilder`), and what is left
/// resolved to the nearest that fits (`Anaphora`).
public struct MentionFinder: Annotator {
  /// A finder with the program's tables.
  public init() {}

  /// Tokens, sentences and names.
  public var reads: Set<Layer> { [.tokens, .sentences, .names] }
  /// Mentions, and the entities that they stand for.
  public var fills: Set<Layer> { [.mentions] }

  /// Fills `document.mentions` and `document.entities`.
  public func annotate(_ document: inout Document) {
    let words = Words(document)
    var anaphora = anaphora(in: words)
    anaphora.resolve()
    Self.fill(&document, drafts: anaphora.drafts, links: anaphora.links)
  }

  /// The entities that are named in the text, before descriptions and pronouns find theirs.
  private func anaphora(in words: Words) -> Anaphora {
    let (references, acronyms) = named(in: words)
    let builder = EntityBuilder(words, references: references, acronyms: acronyms)
    return Anaphora(words, drafts: builder.drafts, links: builder.links)
  }

  /// What the pronouns of a text are weighed by.
  static func pronounSamples(in words: Words) -> [PronounResolver.Sample] {
    var anaphora = MentionFinder().anaphora(in: words)
    return anaphora.pronounSamples()
  }

  /// What is named in the text, and the initials that the text introduces with what they stand for.
  private func named(in words: Words) -> (references: [Reference], acronyms: [String: String]) {
    var names = NameCleaner(words: words).references()
    names += TitledNames(words: words, names: names).references()
    names.sort { $0.range < $1.range }
    let reader = CountryReader(words, names: names)
    let countries = reader.references()
    let organizations = OrganizationReader(words: words, names: names, countries: reader.allReferences())
    let introductions = AcronymReader(words: words, names: names).introductions()
    let vote = KindVote(words, names: names)

    var selection = ReferenceSelection()
    selection.add(organizations.organs(), rank: 5)
    selection.add(introductions.flatMap { [$0.name, $0.acronym] }, rank: 4)
    selection.add(TurnInitials(words: words, names: names).references(), rank: 4)
    selection.add(organizations.known(), rank: 3)
    selection.add(countries, rank: 2)
    selection.add(names.map { CountrySlips.mended(vote.decided($0), in: words) }, rank: 1)
    var selected = selection.selected()
    let repeats = RepeatedNames(words: words, references: selected).repeats()
    if !repeats.isEmpty { selected = (selected + repeats).sorted { $0.range < $1.range } }

    if RewordedNames.areUsed(introductions) {
      for index in selected.indices where selected[index].kind == .organization && selected[index].id == nil {
        guard let known = RewordedNames.known(selected[index].name) else { continue }
        (selected[index].id, selected[index].label, selected[index].country) = (known.id, known.label, known.country)
        selected[index].rule = "a known organization in other words"
      }
    }

    var acronyms: [String: String] = [:]
    for introduction in introductions { acronyms[introduction.acronym.name] = introduction.name.name }
    return (selected, acronyms)
  }

  /// Makes entities of the drafts and mentions of the links.
  private static func fill(_ document: inout Document, drafts: [EntityBuilder.Draft], links: [EntityBuilder.Link]) {
    var ids: [String] = []
    var indexByID: [String: Int] = [:]
    document.entities = []
    for draft in drafts {
      let label = EntityBuilder.label(of: draft)
      let id = draft.id ?? draft.kind.rawValue + "." + Folding.slug(label)
      ids.append(id)
      let aliases = draft.forms.map { EntityBuilder.oneLine($0.form) }
      if let index = indexByID[id] {
        // Two drafts of one id: "St. John" and "St John".
        document.entities[index].aliases = merged(document.entities[index].aliases + aliases, without: label)
        continue
      }
      indexByID[id] = document.entities.count
      document.entities.append(
        Entity(
          id: id, kind: draft.kind, label: label, aliases: merged(aliases, without: label), country: draft.country,
          confidence: draft.confidence))
    }
    document.mentions = links.map { link in
      let reference = link.reference
      return Mention(
        reference.range, form: reference.form, entity: ids[link.draft], confidence: reference.confidence,
        rule: reference.rule)
    }.sorted { $0.range < $1.range }
  }

  private static func merged(_ aliases: [String], without label: String) -> [String] {
    Set(aliases).subtracting([label]).sorted()
  }
}
