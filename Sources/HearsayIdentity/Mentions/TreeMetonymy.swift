import HearsayCore

/// What the tree of its sentence says of a capital or a seat: the government that does something or is dealt with, or the
/// place where something is. Nil where the tree does not decide; the words beside it then do.
struct TreeMetonymy {
  let words: Words
  let grammar: Grammar

  typealias Verdict = Metonymy.Verdict

  func verdict(_ reference: Reference, isSeat: Bool) -> Verdict? {
    guard grammar.hasTrees else { return nil }
    let place = grammar.place(of: reference.tokens)
    guard let governor = place.governor else { return nil }
    let verb = words.word(governor)
    switch place.role {
    case .subject: return subject(of: governor, verb)
    case .passive:
      return Lexicon.placeVerb.contains(verb)
        ? .place(0.85, "something was done to it as a place")
        : .government(0.8, "subject of a verb of saying or acting")
    case .object: return object(of: governor, verb)
    case .oblique, .modifier: return dependent(place, reference, governor, verb, isSeat: isSeat)
    case .possessor, .other: return nil
    }
  }

  private func subject(of governor: Int, _ verb: String) -> Verdict? {
    switch grammar.partOfSpeech(governor) {
    case .verb, .auxiliary:
      if Lexicon.sayingVerb.contains(verb) { return .government(0.92, "subject of a verb of saying or acting") }
      if hasStance(governor, verb) { return .government(0.8, "has what governments have") }
      if Lexicon.placeSubjectVerb.contains(verb) { return .place(0.7, "subject of what places do") }
      return .government(Lexicon.actingVerb.contains(verb) ? 0.88 : 0.75, "subject of a verb of saying or acting")
    case .noun, .properNoun, .adjective:
      // "Sarajevo is the first stop": what it is said to be.
      if Lexicon.placeComplement.contains(verb) { return .place(0.85, "said to be what places are") }
      let isAdjective = grammar.partOfSpeech(governor) == .adjective
      return isAdjective ? .government(0.75, "said to be what governments are") : nil
    case .adverb, .numeral: return .place(0.65, "said to be somewhere")
    default: return nil
    }
  }

  /// "Tehran has doubts", "Moscow had ambitions": not "Tehran has nine million people".
  private func hasStance(_ governor: Int, _ verb: String) -> Bool {
    guard ["has", "have", "had", "having"].contains(verb) else { return false }
    return words.document.sentences[words.sentence[governor]].tokens.contains { token in
      grammar.head(of: token) == governor && grammar.relation(token) == "obj"
        && Lexicon.stanceNoun.contains(words.word(token))
    }
  }

  private func object(of governor: Int, _ verb: String) -> Verdict? {
    guard grammar.isVerb(governor) else { return nil }
    if Lexicon.placeVerb.contains(verb) { return .place(0.85, "object of a verb that takes a place") }
    let isActing = Lexicon.sayingVerb.contains(verb) || Lexicon.actingVerb.contains(verb)
    // "It prompted Quito to act": what is made to do something acts.
    return .government(isActing ? 0.85 : 0.7, "object of a verb of saying or acting")
  }

  /// Behind a preposition, of a verb or of a noun; or before a noun.
  private func dependent(
    _ place: Grammar.Place, _ reference: Reference, _ governor: Int, _ verb: String, isSeat: Bool
  ) -> Verdict? {
    if grammar.relation(place.head) == "compound" || grammar.relation(place.head) == "amod" {
      return Lexicon.governmentNoun.contains(words.word(reference.tokens.upperBound))
        ? .government(0.85, "before a noun of government") : nil
    }
    guard let preposition = preposition(before: reference) else { return nil }
    let isDealing = Lexicon.dealingNoun.contains(verb)
    switch preposition {
    case "to", "from":
      if isSeat { return nil }
      if place.role == .modifier {
        if Lexicon.travelNoun.contains(verb) { return .place(0.85, "after a noun of travel") }
        return isDealing ? .government(0.8, "a message to or from") : nil
      }
      if Lexicon.givingVerb.contains(verb), !Lexicon.motionVerb.contains(verb) {
        return .government(0.78, "given to or had from")
      }
      if Lexicon.motionVerb.contains(verb) { return .place(0.85, "after a verb of motion") }
      // "debt to Moscow", read as the verb's
      return nounBefore(reference).map { .government(0.7, $0) }
    case "on", "upon", "against", "with", "between":
      if preposition == "on", !isDealing, nounBefore(reference) == nil, !Lexicon.actingVerb.contains(verb) {
        return nil
      }
      return .government(preposition == "on" ? 0.8 : 0.82, "dealt with")
    case "for":
      if ["left", "leave", "leaves", "leaving", "departed", "depart", "head", "heads", "headed", "heading", "bound"]
        .contains(verb)
      {
        return .place(0.9, "after a verb of motion")
      }
      return isDealing ? .government(0.8, "a message to or from") : nil
    default: return nil
    }
  }

  /// A noun of dealings right before the preposition: "more than $13 billion debt to Moscow".
  private func nounBefore(_ reference: Reference) -> String? {
    Lexicon.dealingNoun.contains(words.word(reference.tokens.lowerBound - 2)) ? "a message to or from" : nil
  }

  private func preposition(before reference: Reference) -> String? {
    let before = reference.tokens.lowerBound - 1
    let word = words.word(before) == "the" ? words.word(before - 1) : words.word(before)
    return ["to", "from", "on", "upon", "against", "with", "between", "for"].contains(word) ? word : nil
  }
}
