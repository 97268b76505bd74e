import HearsayCore

/// Finds people by the initials that the turns of an interview are labelled with: "JM: Why did you leave?" of Jane Moore.
struct TurnInitials {
  let words: Words
  let names: [Reference]

  /// The initials before the colons of turns, where the text has two turns or more so labelled, as the one person each of whose
  /// names has them.
  func references() -> [Reference] {
    let labels = self.labels()
    guard labels.count > 1 else { return [] }
    var people: [String: Set<String>] = [:]
    for name in names where name.kind == .person {
      for initials in Self.initials(of: name.name) { people[initials, default: []].insert(name.name) }
    }
    return labels.compactMap { token in
      let range = words.document.tokens[token].range
      let initials = words.document[range].filter { $0 != "." }
      guard let meant = people[initials], meant.count == 1, let name = meant.first else { return nil }
      return Reference(
        tokens: token..<token + 1, range: range, kind: .person, form: .acronym, name: name, confidence: 0.9,
        rule: "initials before what is said in an interview")
    }
  }

  /// The tokens of two or three capitals that open a paragraph before a colon.
  private func labels() -> [Int] {
    var last = -1
    return words.document.sentences.compactMap { sentence in
      let token = sentence.tokens.lowerBound
      defer { last = sentence.paragraph }
      guard sentence.paragraph != last, words.isAcronym(token), words.word(token + 1) == ":",
        (2...3).contains(words.text(token).filter { $0 != "." }.count)
      else { return nil }
      return token
    }
  }

  /// "JM" and "JPM" of "Jane Paula Moore".
  private static func initials(of name: String) -> Set<String> {
    let letters = name.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
    guard letters.count > 1, let first = letters.first, let last = letters.last else { return [] }
    return [String(letters), String([first, last])]
  }
}
