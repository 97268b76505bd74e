import HearsayCore

/// How the words of a document hang together: by its trees where a stage has read them, else by the words beside.
struct Grammar {
  /// What a noun phrase does in its clause.
  enum Role: String, CaseIterable, Sendable {
    case subject, passive, object, oblique, possessor, modifier, other
  }

  /// Where a noun phrase stands.
  struct Place {
    /// Its head, as a token.
    var head: Int
    /// What it does; of one that is joined on ("and Lind") or in apposition, what its host does.
    var role: Role
    /// The word that it does it for: the verb of a subject, the noun of a possessor.
    var governor: Int?
    /// Whether "and" joins it to another before it.
    var isJoined = false
  }

  let words: Words
  private let syntax: [Syntax]

  /// Whether there are trees.
  let hasTrees: Bool

  init(_ words: Words) {
    self.words = words
    hasTrees = !words.document.syntax.isEmpty && words.document.syntax.count == words.count
    syntax = hasTrees ? words.document.syntax : []
  }

  /// The relation of a token without its subtype, nil without trees.
  func relation(_ token: Int) -> Substring? {
    hasTrees && syntax.indices.contains(token) ? syntax[token].relation.prefix { $0 != ":" } : nil
  }

  /// The relation of a token with its subtype.
  func fullRelation(_ token: Int) -> String? {
    hasTrees && syntax.indices.contains(token) ? syntax[token].relation : nil
  }

  /// The word that a token hangs from.
  func head(of token: Int) -> Int? { hasTrees && syntax.indices.contains(token) ? syntax[token].head : nil }

  /// What kind of word a token is.
  func partOfSpeech(_ token: Int) -> Syntax.PartOfSpeech? {
    hasTrees && syntax.indices.contains(token) ? syntax[token].partOfSpeech : nil
  }

  /// Whether a token is a verb, as far as is known.
  func isVerb(_ token: Int) -> Bool {
    guard let part = partOfSpeech(token) else { return Lexicon.actingVerb.contains(words.word(token)) }
    return part == .verb || part == .auxiliary
  }

  /// The token of some that the others hang from.
  func headToken(of tokens: Range<Int>) -> Int {
    guard hasTrees else { return max(tokens.lowerBound, tokens.upperBound - 1) }
    return tokens.first { token in
      syntax.indices.contains(token) && syntax[token].head.map { !tokens.contains($0) } ?? true
    }
      ?? tokens.lowerBound
  }

  /// Where the noun phrase of `tokens` stands.
  func place(of tokens: Range<Int>) -> Place { hasTrees ? placeInTree(tokens) : placeByWords(tokens) }

  private func placeInTree(_ tokens: Range<Int>) -> Place {
    let head = headToken(of: tokens)
    var place = Place(head: head, role: .other)
    var token = head
    for _ in 0..<8 {
      guard let relation = relation(token), let above = self.head(of: token) else { break }
      place.governor = above
      switch relation {
      case "nsubj", "csubj":
        place.role = fullRelation(token) == "nsubj:pass" ? .passive : .subject
        return place
      case "obj", "iobj":
        place.role = .object
        return place
      case "obl":
        place.role = .oblique
        return place
      case "nmod":
        if fullRelation(token) == "nmod:desc" {
          token = above
          continue
        }
        place.role = fullRelation(token) == "nmod:poss" ? .possessor : .modifier
        return place
      case "compound", "amod":
        place.role = .modifier
        return place
      case "conj":
        place.isJoined = true
        token = above
      case "appos", "flat", "list":
        token = above
      default: return place
      }
    }
    return place
  }

  private static let copulas: Set<String> = ["is", "was", "are", "were", "has", "had", "became", "also", "who"]
  private static let opensClause: Set<String> = [
    "“", "\"", "``", "but", "that", "when", "after", "because", "while", "if", "before", "although",
  ]

  private func placeByWords(_ tokens: Range<Int>) -> Place {
    let (first, end) = (tokens.lowerBound, tokens.upperBound)
    var place = Place(head: end - 1, role: .object)
    place.isJoined = words.word(first - 1) == "and"
    let before = words.word(first - 1)
    let next = words.word(end)
    if words.isPossessive(end) {
      place.role = .possessor
      place.governor = end + 1
    } else if before == "of" {
      place.role = .modifier
    } else if Lexicon.placePreposition.contains(before) || Lexicon.actorPreposition.contains(before)
      || ["to", "from", "about", "than", "as", "like", "unlike"].contains(before)
    {
      place.role = .oblique
    } else if words.isSentenceStart(first) || Self.opensClause.contains(before) || Self.copulas.contains(next)
      || Lexicon.actingVerb.contains(next) || Lexicon.auxiliary.contains(next)
      || (next.hasSuffix("ed") && next.utf8.count > 4)
    {
      place.role = .subject
      place.governor = end
    }
    return place
  }

  // MARK: Clauses

  /// The heads of the clauses that a token stands in, its own first, up to that of the sentence.
  func clauses(of token: Int) -> [Int] {
    guard hasTrees else { return [] }
    var clauses: [Int] = []
    var walk = token
    for _ in 0..<40 {
      switch relation(walk) {
      case "root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis": clauses.append(walk)
      case "conj" where isVerb(walk): clauses.append(walk)
      default: break
      }
      guard let above = head(of: walk) else { break }
      walk = above
    }
    return clauses
  }

  /// Whether `token` hangs from `other`, however far down.
  func isBelow(_ token: Int, _ other: Int) -> Bool {
    var walk = token
    for _ in 0..<60 {
      guard let above = head(of: walk) else { return false }
      if above == other { return true }
      walk = above
    }
    return false
  }

  /// Whether a clause is a relative one, and of which noun.
  func relativeHost(ofClause clause: Int) -> Int? { fullRelation(clause) == "acl:relcl" ? head(of: clause) : nil }
}
