public import HearsayCore

/// Finds what actors do to each other where the text itself states it: who met, accused, arrested or invaded whom.
///
/// Patterns over trees, from `deeds.tsv`: a verb, its subject, and the object or phrase that it ties to it. What is
/// denied, only possible, conditional, or told by somebody in the text is left out.
public struct DeedFinder: Annotator {
  /// A finder with the program's table.
  public init() {}

  /// Words, sentences, trees, who is mentioned, and who says what.
  public var reads: Set<Layer> { [.tokens, .sentences, .trees, .mentions, .statements] }
  /// What actors do to each other.
  public var fills: Set<Layer> { [.deeds] }

  /// Fills `document.deeds`, in the order of the text.
  public func annotate(_ document: inout Document) {
    let words = Words(document)
    guard let tree = words.tree else { return }
    document.deeds = DeedReader(words: words, tree: tree).deeds()
  }
}

/// Reads the deeds of one document.
struct DeedReader {
  let words: Words
  let tree: Tree
  private let speakers: SpeakerResolver
  private let kinds: [String: Entity.Kind]
  /// The tokens that stand in what somebody says.
  private let told: Set<Int>

  init(words: Words, tree: Tree) {
    self.words = words
    self.tree = tree
    speakers = SpeakerResolver(words: words)
    kinds = Dictionary(words.document.entities.map { ($0.id, $0.kind) }) { first, _ in first }
    told = Set(words.document.statements.flatMap { $0.content.flatMap { words.document.tokenIndices(in: $0) } })
  }

  /// The deeds, each once for a pair of actors and a sentence, in order.
  func deeds() -> [Deed] {
    var found: [Deed] = []
    for index in words.lower.indices where tree.partOfSpeech(index) == .verb && !told.contains(index) {
      let patterns = DeedTable.standard.patterns(of: words.lower[index])
      guard !patterns.isEmpty, isStated(index) else { continue }
      for pattern in patterns {
        for deed in deeds(of: pattern, at: index) where !found.contains(deed) { found.append(deed) }
      }
    }
    return found
  }

  /// Whether the clause of the verb at `index` is a plain statement: not denied, possible, wished or supposed.
  private func isStated(_ index: Int) -> Bool {
    for child in tree.children(index) where child < index || tree.isOne(child, of: "advmod") {
      if words.has(child, [.modal, .negation]) || words.isOne(child, of: "not", "n't", "never") { return false }
      if tree.isOne(child, of: "mark"), words.isOne(child, of: "to", "if", "whether", "unless") { return false }
    }
    if tree.isOne(index, of: "xcomp", "amod", "csubj") { return false }
    if isYetToCome(index) || isOfSport(index) { return false }
    // "pictures of Lopez meeting with Lund": a participle without a comma belongs to the noun before it.
    if words.lower[index].hasSuffix("ing"), tree.children(index, "aux").isEmpty, tree.children(index, "mark").isEmpty {
      let start = tree.phrase(index).lowerBound
      if start > 0, !words.isComma(start), !words.isComma(start - 1), !words.isOne(start - 1, of: "and") {
        return false
      }
    }
    if tree.isOne(index, of: "conj"), let head = tree.head(index), tree.subject(index) == nil,
      tree.partOfSpeech(head) == .verb
    {
      return isStated(head)
    }
    return true
  }

  /// "is expected to speak when she meets Lopez": a present after "when", "before" or "until" is yet to come.
  private func isYetToCome(_ index: Int) -> Bool {
    tree.isOne(index, of: "advcl")
      && (words.lower[index].hasSuffix("s") || words.isOne(index, of: "meet", "hold", "join"))
      && tree.children(index, "mark", "advmod").contains {
        words.isOne($0, of: "when", "before", "until", "once", "till")
      }
  }

  /// Whether the sentence tells of a game, where "oust" and "dismiss" mean to beat.
  private func isOfSport(_ index: Int) -> Bool {
    guard words.isOne(index, of: "ousted", "ousts", "dismissed", "dismisses", "attacked", "attacks"),
      let sentence = words.sentence(of: index)
    else { return false }
    return words.document.sentences[sentence].tokens.contains { Self.sport.contains(words.lower[$0]) }
  }

  private static let sport: Set<String> = [
    "sets", "balls", "wicket", "wickets", "innings", "lbw", "seeded", "unseeded", "semifinal", "semifinals",
    "quarterfinal",
    "quarterfinals", "quarter-finals", "semi-finals", "tournament", "goalkeeper", "batsman", "bowler", "playoffs",
  ]

  private func deeds(of pattern: DeedTable.Pattern, at verb: Int) -> [Deed] {
    if pattern.isByPhone, !namesPhone(verb) { return [] }
    let objects = tree.children(verb, "obj")
    let noun = objects.first { pattern.nouns.contains(words.lower[$0]) }
    if !pattern.nouns.isEmpty, noun == nil { return [] }
    let isPassive = !tree.children(verb, "nsubj:pass", "aux:pass").isEmpty
    var subjects: [Int] = []
    var others: [Int] = []
    if isPassive {
      guard pattern.ties.contains("object"), pattern.nouns.isEmpty else { return [] }
      subjects = phrases(of: [verb], with: "by")
      others = tree.subject(verb).map { [$0] } ?? []
    } else {
      subjects = subject(of: verb, depth: 0).map { [$0] } ?? []
      if pattern.ties.contains("object"), pattern.nouns.isEmpty,
        tree.children(verb, "xcomp").isEmpty || pattern.deed == .appoints
      {
        others += objects
      }
      // "spoke by telephone | with Lopez": the phrase may hang from the noun before it.
      let phones = tree.children(verb, "obl").filter { words.isOne($0, of: "phone", "telephone") }
      let heads = [verb] + (noun.map { [$0] } ?? []) + (pattern.isByPhone ? phones : [])
      for tie in ["with", "to", "on", "into", "of"] where pattern.ties.contains(tie) {
        others += phrases(of: heads, with: tie)
      }
    }
    let from = subjects.flatMap(actors).filter { fits($0.entity, pattern.from) }
    var to = others.flatMap(actors).filter { fits($0.entity, pattern.to) }
    var pairs: [(Mention, Mention)] = []
    if others.isEmpty, pattern.ties.contains("both"), from.count > 1 {
      to = Array(from.dropFirst())
      pairs = to.map { (from[0], $0) }
    } else {
      pairs = from.flatMap { one in to.map { (one, $0) } }
    }
    let token = words.document.tokens[verb].range
    return pairs.filter { $0.entity != $1.entity }.map { one, other in
      Deed(pattern.deed, from: one.entity, to: other.entity, range: one.range.union(token).union(other.range))
    }
  }

  /// The subject of the verb at `index`, its own or that of the verb it is joined to.
  private func subject(of index: Int, depth: Int) -> Int? {
    if let own = tree.subject(index) {
      // "Lund, who met Lopez": whom "who" stands for.
      if words.isOne(own, of: "who", "which", "that"), tree.isOne(index, of: "acl:relcl") { return tree.head(index) }
      return own
    }
    guard depth < 3, let head = tree.head(index), tree.isOne(index, of: "conj", "advcl"),
      tree.children(index, "mark").allSatisfy({ words.isOne($0, of: "after", "since", "while", "by", "upon") })
    else { return nil }
    return subject(of: head, depth: depth + 1)
  }

  /// The nouns that hang from one of `heads` with `preposition`.
  private func phrases(of heads: [Int], with preposition: String) -> [Int] {
    heads.flatMap { head in
      tree.children(head, "obl", "nmod").filter { child in
        tree.children(child, "case").contains { words.lower[$0] == preposition }
      }
    }
  }

  private func namesPhone(_ verb: Int) -> Bool {
    tree.phrase(verb).contains { words.isOne($0, of: "phone", "telephone", "phoned") }
  }

  /// The actors that the noun at `head` and those joined to it name.
  private func actors(_ head: Int) -> [Mention] {
    ([head] + tree.children(head, "conj")).compactMap { noun in
      guard tree.isNominal(noun) else { return nil }
      let span = tree.phrase(noun, before: "conj", "cc", "acl", "appos")
      let start = (tree.children(noun, "case").filter { $0 < noun }.max() ?? span.lowerBound - 1) + 1
      if let named = speakers.mention(heading: start..<span.upperBound, isActor: true) { return named }
      // "his French counterpart, Maria Lopez": the name that says who it is.
      return tree.children(noun, "appos").lazy.compactMap { name in
        speakers.mention(heading: tree.phrase(name), isActor: true)
      }.first
    }
  }

  private func fits(_ entity: String, _ wanted: Set<Entity.Kind>) -> Bool {
    kinds[entity].map { wanted.contains($0) } ?? false
  }
}
