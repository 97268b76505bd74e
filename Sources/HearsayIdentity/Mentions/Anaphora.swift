import HearsayCore

/// Resolves descriptions and pronouns to the nearest entity that fits.
struct Anaphora {
  private(set) var drafts: [EntityBuilder.Draft]
  private(set) var links: [EntityBuilder.Link]
  private let words: Words

  init(_ words: Words, drafts: [EntityBuilder.Draft], links: [EntityBuilder.Link]) {
    (self.words, self.drafts, self.links) = (words, drafts, links)
  }

  /// Adds a link for each description and pronoun that finds one entity.
  mutating func resolve() {}
}
