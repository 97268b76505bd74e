internal import HearsayCore

/// An interview whose turns are labelled "Q:" and "A:".
struct Interview: Sendable {
  /// Who answers; nil where the text before the first turn does not tell.
  let guest: Mention?

  /// The interview that the text of `words` holds; nil where it has no turns of both labels.
  init?(words: Words) {
    var questions: [Int] = []
    var answers = 0
    for paragraph in words.document.paragraphs {
      let tokens = words.document.tokenIndices(in: paragraph)
      guard tokens.count > 3, words.isOne(tokens.lowerBound + 1, of: ":") else { continue }
      let label = words.document[words.document.tokens[tokens.lowerBound].range]
      if label == "Q" { questions.append(tokens.lowerBound) }
      if label == "A" { answers += 1 }
    }
    guard let first = questions.first, answers > 0 else { return nil }
    guest = Self.guest(before: first, in: words)
  }

  /// The person whom the text before token `end` calls the one who is asked, else the only person whom it names.
  private static func guest(before end: Int, in words: Words) -> Mention? {
    let people = Set(words.document.entities.lazy.filter { $0.kind == .person }.map(\.id))
    let named = (0..<end).compactMap { index -> (token: Int, mention: Mention)? in
      guard words.mention[index] >= 0 else { return nil }
      let mention = words.document.mentions[words.mention[index]]
      guard people.contains(mention.entity), mention.range.start == words.document.tokens[index].range.start else {
        return nil
      }
      return (index, mention)
    }
    let asked = named.first { token, _ in
      (max(0, token - 6)..<token).contains { index in
        words.isOne(index, of: "interviewed", "interviews")
          || words.isOne(index, of: "interview") && words.isOne(index + 1, of: "with")
          || words.isOne(index, of: "spoke", "speaks", "talked", "talks", "sat")
            && words.isOne(token - 1, of: "to", "with")
      }
    }
    if let asked { return asked.mention }
    return Set(named.map(\.mention.entity)).count == 1 ? named.first?.mention : nil
  }
}
