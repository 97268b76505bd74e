internal import HearsayCore

/// Reads what verbs of calling do by what they call: "called him a liar" is an accusation, "called the claim baseless" a denial.
struct CallingReader: Sendable {
  let words: Words
  private let table: CallingTable

  init(words: Words, table: CallingTable = .standard) {
    self.words = words
    self.table = table
  }

  /// The verb of `cue` with the act that it has where `content` says who or what is called what.
  func verb(of cue: Cue, calling content: [Range<Int>]) -> CueVerb? {
    guard let verb = cue.entry?.verb, verb.act == .say, !verb.frames.isDisjoint(with: [.name, .as]),
      let name = name(of: cue, in: content), let row = table[words.lower[name]], isObject(of: row, name, content)
    else { return cue.entry?.verb }
    return CueVerb(
      lemma: verb.lemma, act: row.act, frames: verb.frames, polarity: row.act == .deny ? .denied : .affirmed,
      commits: verb.commits, isNoun: verb.isNoun)
  }

  /// Whether what `content` says is called the word at `name` is something that calling so does more to than say it.
  private func isObject(of row: CallingTable.Row, _ name: Int, _ content: [Range<Int>]) -> Bool {
    if row.objects.contains(.person) { return words.tree.map { $0.partOfSpeech(name) == .noun } ?? true }
    guard let first = content.first?.lowerBound else { return false }
    if row.objects.contains(.it), words.isOne(first, of: "it", "this", "that", "these", "those") { return true }
    return content.contains { piece in piece.contains { $0 < name && isClaim($0) } }
  }

  /// The word that says what somebody is called: "called him a | liar", "described the claim as “wholly | false”".
  private func name(of cue: Cue, in content: [Range<Int>]) -> Int? {
    if let tree = words.tree {
      let taken = tree.children(cue.verb, "obj", "iobj", "xcomp", "ccomp", "obl", "advcl").filter { child in
        child > cue.verb && content.contains { $0.contains(child) }
      }
      // A passive has its object before it.
      guard let last = taken.last, taken.count > 1 || cue.shape == .passive else { return nil }
      return last
    }
    return content.last?.last { !words.has($0, .mark) }
  }

  /// Whether the word at `index` is what somebody has claimed: "the accusation", "reports".
  private func isClaim(_ index: Int) -> Bool {
    NounCueTable.standard[words.lower[index]] != nil || ContentFinder.reports.contains(words.lower[index])
      || words.isOne(index, of: "story", "stories", "rumors", "rumours", "testimony", "version", "account", "accounts")
  }
}
