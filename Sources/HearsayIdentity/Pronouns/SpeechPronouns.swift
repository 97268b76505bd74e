public import HearsayCore

/// Ties "I" and "we" in a quotation to its speaker, "you" to whoever is addressed.
public struct SpeechPronouns: Annotator {
  /// A finder without settings.
  public init() {}

  /// Tokens, sentences, mentions and statements.
  public var reads: Set<Layer> { [.tokens, .sentences, .mentions, .statements] }
  /// The mentions of speakers and addressees by pronouns.
  public var fills: Set<Layer> { [.speech] }

  private static let speaker: Set<String> = ["i", "me", "my", "mine", "myself"]
  private static let speakers: Set<String> = ["we", "us", "our", "ours", "ourselves"]
  private static let addressee: Set<String> = ["you", "your", "yours", "yourself", "yourselves"]

  /// Adds them to `document.mentions`.
  public func annotate(_ document: inout Document) {
    let words = Words(document)
    let kinds = Dictionary(document.entities.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    var taken: Set<Int> = []
    for mention in document.mentions { taken.formUnion(words.tokens(overlapping: mention.range)) }
    // A quotation inside another is its own speaker's: the shorter first.
    let order = document.statements.indices.sorted {
      let (a, b) = (Self.length($0, document), Self.length($1, document))
      return a != b ? a < b : $0 < $1
    }
    var found: [Mention] = []
    for index in order where document.statements[index].speech != .indirect {
      let statement = document.statements[index]
      for range in statement.content {
        for token in words.tokens(overlapping: range) where words.isQuoted[token] && taken.insert(token).inserted {
          let link = Self.meant(words.word(token), by: statement, kinds)
          guard let link else {
            if !Lexicon.pronoun.contains(words.word(token)) { taken.remove(token) }
            continue
          }
          found.append(
            Mention(
              document.tokens[token].range, form: .pronoun, entity: link.entity,
              confidence: link.confidence * statement.confidence, rule: link.rule))
        }
      }
    }
    if found.isEmpty { return }
    document.mentions = (document.mentions + found).sorted { $0.range < $1.range }
  }

  private static func length(_ statement: Int, _ document: Document) -> Int {
    document.statements[statement].content.reduce(0) { $0 + $1.count }
  }

  private static func meant(
    _ word: String, by statement: Statement, _ kinds: [String: Entity.Kind]
  ) -> (entity: String, confidence: Double, rule: String)? {
    if speaker.contains(word) || speakers.contains(word) {
      guard let who = statement.speaker, let kind = kinds[who] else { return nil }
      // A ministry says "we", and nobody's "I" is a ministry.
      if speaker.contains(word) { return kind == .person ? (who, 0.95, "the speaker of the quotation") : nil }
      return (who, kind == .person ? 0.65 : 0.8, "the speaker of the quotation, and those spoken for")
    }
    if addressee.contains(word), statement.addressees.count == 1 {
      return (statement.addressees[0].entity, 0.7, "whom the quotation addresses")
    }
    return nil
  }
}
