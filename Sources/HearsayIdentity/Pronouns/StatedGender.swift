import HearsayCore

/// What the nouns beside a name say of whether it is a man's or a woman's: "his wife Ana", "Lind, father of two",
/// "Ana was an actress".
struct StatedGender {
  let grammar: Grammar
  private var words: Words { grammar.words }

  /// The gender of the person named by `name`, or nil where the words beside do not say.
  func of(_ name: Range<Int>) -> Gender? {
    guard grammar.hasTrees else { return gender(name.lowerBound - 1) }
    let head = grammar.headToken(of: name)
    // "his wife, Ana": the noun is the head, or hangs from the name.
    let before = words.word(name.lowerBound - 1) == "," ? name.lowerBound - 2 : name.lowerBound - 1
    if let gender = gender(before), isBeside(before, head) { return gender }
    let sentence = name.upperBound..<min(words.count, name.upperBound + 12)
    for token in sentence where words.areInOneSentence(head, token) && grammar.head(of: token) == head {
      if grammar.relation(token) == "appos", let gender = gender(token) { return gender }
    }
    // "Ana was an actress"
    if grammar.relation(head) == "nsubj", let noun = grammar.head(of: head), let gender = gender(noun),
      sentence.contains(where: { grammar.head(of: $0) == noun && grammar.relation($0) == "cop" })
    {
      return gender
    }
    return nil
  }

  private func isBeside(_ noun: Int, _ head: Int) -> Bool {
    let relations: Set<Substring> = ["appos", "flat", "compound", "nmod"]
    if grammar.head(of: head) == noun { return relations.contains(grammar.relation(head) ?? "") }
    return grammar.head(of: noun) == head && relations.contains(grammar.relation(noun) ?? "")
  }

  private func gender(_ token: Int) -> Gender? {
    // "Her manager Guy Oseary": a name, no noun.
    if let part = grammar.partOfSpeech(token), part != .noun { return nil }
    let word = words.word(token)
    if Lexicon.manNoun.contains(word) { return .male }
    return Lexicon.womanNoun.contains(word) ? .female : nil
  }
}
