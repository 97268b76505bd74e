internal import HearsayCore

/// Who is heard or shown to say something, which the clause itself does not: "a video showed | Lund saying that", "| Lund
/// was heard saying that", "footage of | Lund saying that".
struct Overheard: Sendable {
  let words: Words
  let tree: Tree

  /// The head of the phrase that names who says what the verb at `verb` tells; nil where nobody listens or looks on.
  func speaker(of verb: Int) -> Int? {
    guard let head = tree.head(verb), head < verb, tree.children(verb, "mark", "aux").isEmpty else { return nil }
    if tree.isOne(verb, of: "acl") {
      guard Self.recordings.contains(words.lower[head]) else { return nil }
      return tree.children(head, "nmod").first { child in
        child < verb && tree.children(child, "case").contains { words.isOne($0, of: "of") }
      }
    }
    guard tree.isOne(verb, of: "xcomp", "ccomp", "advcl"), tree.subject(verb) == nil,
      Self.witnessing.contains(words.lower[head]), !tree.children(head, "advmod").contains(where: isNegation)
    else { return nil }
    if tree.children(head, "aux").contains(where: { words.has($0, .be) }) {
      return words.lower[head].hasSuffix("ing") ? nil : tree.subject(head)
    }
    return tree.children(head, "obj").first { head < $0 && $0 < verb }
  }

  private func isNegation(_ index: Int) -> Bool { words.has(index, .negation) }

  /// Verbs of hearing and seeing, and of what records it, in the forms that tell that it was done.
  private static let witnessing: Set<String> = [
    "hear", "hears", "heard", "hearing", "overheard", "overhearing", "overhears", "see", "sees", "saw", "seen",
    "seeing", "show", "shows", "showed", "shown", "showing", "catch", "catches", "caught", "catching", "film", "films",
    "filmed", "filming", "videotaped", "capture", "captures", "captured", "capturing", "record", "records", "recorded",
    "recording", "depict", "depicts", "depicted", "depicting", "recall", "recalls", "recalled", "recalling",
    "remember", "remembers", "remembered", "remembering", "witnessed", "feature", "features", "featured", "featuring",
  ]

  private static let recordings: Set<String> = [
    "footage", "video", "videos", "clip", "clips", "recording", "recordings", "audio", "tape", "tapes", "film",
    "videotape", "livestream", "image", "images",
  ]
}

extension Words {
  /// Whether somebody is heard or shown to say what the verb at `index` tells: "reported hearing him | shout “Shame!”".
  func isOverheard(_ index: Int) -> Bool {
    tree.map { Overheard(words: self, tree: $0).speaker(of: index) != nil } ?? false
  }
}
