import HearsayCore

/// A pronoun of the third person.
struct Pronoun {
  /// Whom it may stand for: each set is weighed by weights of its own.
  enum Family: String, CaseIterable, Sendable {
    /// he, she: a person.
    case person
    /// it: an organization, country or place.
    case thing
    /// they: an organization, a people.
    case group
  }

  /// What it does, and by it what it may not stand for.
  enum Use: String, Sendable {
    case subject = "S"
    case object = "O"
    case possessor = "P"
    case reflexive = "R"
  }

  let token: Int
  let family: Family
  let gender: Gender?
  let use: Use
  let place: Grammar.Place

  private static let forms: [String: (family: Family, gender: Gender?, use: Use)] = [
    "he": (.person, .male, .subject), "him": (.person, .male, .object), "his": (.person, .male, .possessor),
    "himself": (.person, .male, .reflexive), "she": (.person, .female, .subject), "her": (.person, .female, .possessor),
    "hers": (.person, .female, .object), "herself": (.person, .female, .reflexive), "it": (.thing, nil, .subject),
    "its": (.thing, nil, .possessor), "itself": (.thing, nil, .reflexive), "they": (.group, nil, .subject),
    "them": (.group, nil, .object), "their": (.group, nil, .possessor), "theirs": (.group, nil, .object),
    "themselves": (.group, nil, .reflexive),
  ]

  /// What a word says of whom it stands for, if it is "he" or "she" in any of their forms.
  ///
  /// - Parameter word: in lower case.
  static func gender(of word: String) -> Gender? { forms[word]?.gender }

  /// The pronoun at `token`, or nil.
  init?(at token: Int, _ grammar: Grammar) {
    guard let form = Self.forms[grammar.words.word(token)] else { return nil }
    self.token = token
    (family, gender) = (form.family, form.gender)
    var place = grammar.place(of: token..<(token + 1))
    var use = form.use
    if grammar.hasTrees {
      if use != .reflexive {
        switch place.role {
        case .subject, .passive: use = .subject
        case .possessor: use = .possessor
        case .object, .oblique, .modifier: use = use == .possessor && place.role == .modifier ? .possessor : .object
        case .other: break
        }
      }
    } else if grammar.words.word(token) == "her" {
      use = Self.isBeforeNoun(token, grammar.words) ? .possessor : .object
    } else if grammar.words.word(token) == "it", !Self.isBeforeVerb(token, grammar.words) {
      use = .object
    }
    if !grammar.hasTrees {
      place.role = use == .subject ? .subject : use == .possessor ? .possessor : .object
    }
    (self.use, self.place) = (use, place)
  }

  /// A pronoun as it would stand in place of a person's name.
  init(for name: Reference, _ gender: Gender, _ grammar: Grammar) {
    place = grammar.place(of: name.tokens)
    (token, family, self.gender) = (place.head, .person, gender)
    switch place.role {
    case .subject, .passive: use = .subject
    case .possessor: use = .possessor
    case .object, .oblique, .modifier, .other: use = .object
    }
  }

  private static func isBeforeNoun(_ token: Int, _ words: Words) -> Bool {
    words.isWord(token + 1) && !Lexicon.functionWord.contains(words.word(token + 1))
      && words.areInOneSentence(token, token + 1)
  }

  private static func isBeforeVerb(_ token: Int, _ words: Words) -> Bool {
    let next = words.word(token + 1)
    return Lexicon.actingVerb.contains(next) || Lexicon.auxiliary.contains(next) || next.hasSuffix("ed")
  }
}
