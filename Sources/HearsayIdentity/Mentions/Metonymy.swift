import HearsayCore

/// Decides whether a capital or a seat of government is a place or acts for its government.
///
/// "Moscow replied" and "relations between Moscow and Washington" speak of governments, "talks in Moscow" and
/// "MOSCOW (agency) –" of the city. Each rule looks at the words at both sides; the first that holds decides.
struct Metonymy {
  let words: Words
  private let grammar: Grammar

  init(words: Words, grammar: Grammar) { (self.words, self.grammar) = (words, grammar) }

  /// A reading: what stands there, how surely, by which rule.
  struct Verdict {
    let isGovernment: Bool
    let confidence: Double
    let rule: String

    static func government(_ confidence: Double, _ rule: String) -> Verdict {
      Verdict(isGovernment: true, confidence: confidence, rule: "government: " + rule)
    }
    static func place(_ confidence: Double, _ rule: String) -> Verdict {
      Verdict(isGovernment: false, confidence: confidence, rule: "place: " + rule)
    }
  }

  /// `reference`, which names a capital or a seat, as the country or as a place; nil for a seat that is but a building.
  func reading(of reference: Reference, form: CountryForm, evidence: Int) -> Reference? {
    var result = reference
    let verdict = self.verdict(reference, isSeat: form.kind == .seat)
    // Kingston is a capital, but also a dozen towns: it acts only where its country is spoken of.
    let isDoubtful = form.readings.contains(.place) && evidence == 0
    if verdict.isGovernment, !isDoubtful {
      result.form = .metonym
      result.confidence = min(verdict.confidence, form.readings.contains(.disputed) ? 0.7 : 1)
      result.rule = verdict.rule
      if form.readings.contains(.organization), reference.name.uppercased() == "BRUSSELS" {
        result.kind = .organization
        (result.id, result.label, result.country) = ("organization.eu", "EU", nil)
        result.confidence = min(result.confidence, 0.7)
        result.rule = "Brussels acts for the European Union"
      }
      return result
    }
    let name = form.kind == .capital ? usualName(of: reference.name, code: form.code) : reference.name
    result.kind = .place
    result.form = .name
    result.id = "place." + Folding.slug(name)
    result.label = name
    result.country = isDoubtful || form.readings.contains(.disputed) ? nil : form.code
    result.confidence = isDoubtful ? 0.6 : verdict.confidence
    result.rule = isDoubtful ? "place: its country is not spoken of" : verdict.rule
    return result
  }

  /// The first spelling of a capital: "Kyiv" for "Kiev", "Moscow" for "MOSCOW".
  private func usualName(of name: String, code: String) -> String {
    let key = Folding.key(name)
    for capital in CountryTable.standard.country(code)?.capitals ?? []
    where capital.names.contains(where: { Folding.key($0) == key }) {
      return capital.names[0]
    }
    return name
  }

  private func verdict(_ reference: Reference, isSeat: Bool) -> Verdict {
    let (first, last) = (reference.tokens.lowerBound, reference.tokens.upperBound - 1)
    if isDateline(reference) { return .place(0.98, "dateline") }
    if let suffix = words.hyphenSuffix(after: reference.range) {
      let isPlace = ["based", "born", "area", "bound", "to", "trained", "educated"].contains(suffix)
      return isPlace ? .place(0.9, "Moscow-based") : .government(0.85, "Moscow-backed")
    }
    // "could not find Almaty on a map"
    if words.word(last + 1) == "on", words.word(last + 3) == "map" { return .place(0.9, "on a map") }
    if let verdict = TreeMetonymy(words: words, grammar: grammar).verdict(reference, isSeat: isSeat) { return verdict }
    let right = self.right(of: last)
    let left = self.left(of: first)
    if right.isPossessive {
      return Lexicon.placeNoun.contains(words.word(right.index)) || words.isCapitalized(right.index)
        ? .place(0.7, "possessor of a place") : .government(0.8, "possessor")
    }
    // "The capital city of Luanda says": the tree knows that it is not Luanda that says it.
    let role = grammar.hasTrees ? grammar.place(of: reference.tokens).role : .subject
    let isSubject = right.isVerb && !left.isPlacePreposition && role != .modifier && role != .oblique
    if isSubject { return .government(right.isAuxiliary ? 0.8 : 0.92, "subject of a verb of saying or acting") }
    if left.isPlacePreposition { return .place(0.95, "after a preposition of place") }
    if words.word(last + 1) == ",", words.isCapitalized(last + 2), isCountryOrState(last + 2) {
      return .place(0.95, "followed by its country")
    }
    if !isSeat, Lexicon.placeNoun.contains(words.word(last + 1)) || words.isCapitalized(last + 1) {
      return .place(0.8, "before a noun of place")
    }
    return fallback(left, isSeat: isSeat, first: first, last: last)
  }

  private func fallback(_ left: Left, isSeat: Bool, first: Int, last: Int) -> Verdict {
    switch left.word {
    case "between": return .government(0.85, "between two governments")
    case _ where Lexicon.actorPreposition.contains(left.word):
      return .government(0.75, "after a preposition that takes an actor")
    case "of":
      if Lexicon.ofPlaceNoun.contains(words.word(left.index - 1)) { return .place(0.9, "city of") }
      return isSeat ? .government(0.75, "of") : .place(0.55, "of")
    case "to", "from":
      let before = words.word(left.index - 1)
      let isMessage = [
        "message", "letter", "warning", "signal", "close", "demands", "pressure", "threat", "threats",
        "according", "concessions", "loyal", "appeal", "support", "aid", "statement", "criticism", "response",
        "permission", "approval", "independence", "orders", "guarantees", "proposals", "ultimatum",
      ].contains(before)
      if isMessage || (isSeat && left.word == "from") { return .government(0.75, "a message to or from") }
      return .place(left.word == "to" ? 0.7 : 0.65, "after a preposition of movement")
    case _ where Lexicon.actingVerb.contains(left.word) && !Lexicon.auxiliary.contains(left.word):
      return .government(0.75, "object of a verb of saying or acting")
    default: break
    }
    if let other = coordinated(first: first, last: last) { return other }
    return isSeat ? .government(0.7, "seat of government") : .place(0.5, "no sign that it acts")
  }

  /// "Washington and Moscow agreed", "between Moscow and Washington": as its neighbour.
  private func coordinated(first: Int, last: Int) -> Verdict? {
    if ["and", "or", ","].contains(words.word(last + 1)) {
      let other = last + 2
      if words.isCapitalized(other), right(of: other).isVerb, !right(of: other).isPossessive {
        return .government(0.85, "subject with another")
      }
    }
    if ["and", "or"].contains(words.word(first - 1)) {
      var index = first - 2
      while index >= 0, words.isCapitalized(index) || words.word(index) == "," { index -= 1 }
      if words.word(index) == "the" { index -= 1 }
      if words.word(index) == "between" || Lexicon.actorPreposition.contains(words.word(index)) {
        return .government(0.85, "between two governments")
      }
      if Lexicon.placePreposition.contains(words.word(index)) { return .place(0.9, "after a preposition of place") }
    }
    return nil
  }

  // MARK: Words at both sides

  /// "MOSCOW (agency) –", "GENEVA —", "Moscow, 22 January:" where a paragraph begins.
  private func isDateline(_ reference: Reference) -> Bool {
    let first = reference.tokens.lowerBound
    guard words.isSentenceStart(first), words.sentence[first] >= 0 else { return false }
    let paragraph = words.document.sentences[words.sentence[first]].paragraph
    guard words.document.paragraphs.indices.contains(paragraph),
      words.document.paragraphs[paragraph].start == reference.range.start
    else { return false }
    let next = words.word(reference.tokens.upperBound)
    if ["(", "–", "—", "--", "-", "/"].contains(next) { return true }
    let isCapitals = reference.name.utf8.count > 2 && reference.name == reference.name.uppercased()
    return isCapitals && [",", "."].contains(next)
  }

  private struct Left {
    let index: Int
    let word: String
    let isPlacePreposition: Bool
  }

  /// The word before, without "the", quotation marks and adjectives of position.
  private func left(of first: Int) -> Left {
    var index = first - 1
    while index >= 0, words.areInOneSentence(index, first),
      ["the", "official", "both", "“", "\"", "‘", "”", "’"].contains(words.word(index))
    {
      index -= 1
    }
    guard index >= 0, words.areInOneSentence(index, first) else {
      return Left(index: -1, word: "", isPlacePreposition: false)
    }
    let word = words.word(index)
    return Left(index: index, word: word, isPlacePreposition: Lexicon.placePreposition.contains(word))
  }

  private struct Right {
    let index: Int
    let isPossessive: Bool
    let isVerb: Bool
    let isAuxiliary: Bool
  }

  private func right(of last: Int) -> Right {
    var index = last + 1
    guard words.areInOneSentence(index, last) else {
      return Right(index: index, isPossessive: false, isVerb: false, isAuxiliary: false)
    }
    let isPossessive = words.isPossessive(index) && words.isWord(index + 1)
    if isPossessive {
      index += 1
      // "Moscow's top diplomat": the noun decides, not the adjective; two words are enough.
      return Right(index: index, isPossessive: true, isVerb: false, isAuxiliary: false)
    }
    // "Moscow, however, replied"
    if words.word(index) == ",", ["however", "meanwhile", "too", "also", "though"].contains(words.word(index + 1)) {
      index += 2
    }
    if words.word(index) == "," { index += 1 }
    let word = words.word(index)
    let isAfterComma = index > last + 1 && words.word(last + 1) == "," && index == last + 2
    var isVerb =
      Lexicon.actingVerb.contains(word) && !isNounHere(index)
      && (!words.isCapitalized(index) || (words.isHeadline(index) && word.hasSuffix("s")))
    let isAuxiliary = Lexicon.auxiliary.contains(word) && !words.isCapitalized(index)
    if isAuxiliary { isVerb = true }
    if isAfterComma { isVerb = isVerb && Lexicon.sayingVerb.contains(word) && words.word(last + 2) == word }
    return Right(index: index, isPossessive: false, isVerb: isVerb, isAuxiliary: isAuxiliary)
  }

  /// "Moscow talks", "Paris attacks", "Geneva meeting": a noun after the name, not its verb.
  private func isNounHere(_ index: Int) -> Bool {
    let word = words.word(index)
    return Lexicon.placeNoun.contains(word) || word.hasSuffix("ing")
  }

  private func isCountryOrState(_ index: Int) -> Bool {
    guard index < words.count else { return false }
    return CountryTable.standard.longestForm(in: words.document.utf8, at: words.document.tokens[index].range.start)
      != nil
      || Lexicon.stateOfUS.contains(words.word(index))
  }
}
