internal import HearsayCore

/// To whom something is said.
extension TreeContents {
  /// The hearer: "told CNN that", "said to CNN", "in an interview with CNN".
  func hearer(_ site: ContentFinder.Site) -> Range<Int>? {
    let verb = site.cue.verb
    if site.cue.frames.contains(.addressee) || site.cue.frames.contains(.order),
      let object = tree.children(verb, "obj", "iobj").first(where: { $0 > verb && tree.isNominal($0) })
    {
      return trimmed(tree.phrase(object))
    }
    // "said in an interview with her | he was open": what stands right behind the verb may seem part of the clause.
    let behind = (site.cue.group.upperBound..<min(site.cue.group.upperBound + 4, words.count)).filter {
      Self.talks.contains(words.lower[$0]) && tree.isOne($0, of: "obl") && tree.head($0) != verb
    }
    for child in tree.children(verb, "obl") + behind where tree.isNominal(child) {
      guard let preposition = tree.children(child, "case").first else { continue }
      if words.isOne(preposition, of: "to"), child > verb {
        return trimmed(preposition + 1..<tree.phrase(child).upperBound)
      }
      if words.isOne(preposition, of: "in", "during", "via"), Self.talks.contains(words.lower[child]),
        let partner = partner(of: child, under: verb)
      {
        return partner
      }
    }
    // "Roe, speaking to the Daily Globe, said", "wrote to the ministry | asking for".
    let participles = (tree.children(verb, "advcl") + (tree.subject(verb).map { tree.children($0, "acl") } ?? []))
      .filter {
        words.isOne($0, of: "speaking", "talking", "testifying")
      }
    let acts =
      participles
      + (site.cue.shape == .gerund && tree.isOne(verb, of: "advcl") ? [tree.head(verb)].compactMap(\.self) : [])
    for act in acts {
      for child in tree.children(act, "obl") where child > act && tree.isNominal(child) {
        if let preposition = tree.children(child, "case").first, words.isOne(preposition, of: "to", "with"),
          preposition + 1 < tree.phrase(child).upperBound, words.isOne(preposition, of: "to") || act != tree.head(verb)
        {
          return trimmed(preposition + 1..<tree.phrase(child).upperBound)
        }
      }
    }
    return nil
  }

  /// With whom the talk at `talk` was, or to whom the letter: "an interview with | the Daily Globe".
  private func partner(of talk: Int, under verb: Int) -> Range<Int>? {
    let beside = tree.children(verb, "obl").filter { tree.phrase($0).lowerBound == talk + 1 }
    for partner in tree.children(talk, "nmod") + beside {
      guard let preposition = tree.children(partner, "case").first, words.isOne(preposition, of: "with", "to"),
        preposition + 1 < tree.phrase(partner).upperBound
      else { continue }
      return trimmed(preposition + 1..<tree.phrase(partner).upperBound)
    }
    return nil
  }

  private static let talks: Set<String> = [
    "interview", "interviews", "conversation", "call", "meeting", "talks", "remarks", "comments", "letter", "email",
    "e-mail", "message", "testimony", "statement", "speech",
  ]
}
