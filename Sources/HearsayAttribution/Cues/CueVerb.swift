internal import HearsayCore

/// A verb of saying: what it does and what may follow it. A row of `cues.tsv`.
struct CueVerb: Hashable, Sendable {
  /// What may follow a cue.
  struct Frames: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// A clause, with or without "that".
    static let clause = Frames(rawValue: 1 << 0)
    /// A clause with "that" or a question word only.
    static let that = Frames(rawValue: 1 << 1)
    /// A reported question: "if", "whether", "how", "why".
    static let question = Frames(rawValue: 1 << 2)
    static let quotation = Frames(rawValue: 1 << 3)
    /// The hearer before the clause: "told CNN that".
    static let addressee = Frames(rawValue: 1 << 4)
    /// The hearer and an infinitive: "urged Kyiv to".
    static let order = Frames(rawValue: 1 << 5)
    /// An infinitive of the speaker's own doing: "vowed to".
    static let infinitive = Frames(rawValue: 1 << 6)
    /// A form in -ing: "denied taking".
    static let gerund = Frames(rawValue: 1 << 7)
    /// A noun phrase that retells: "announced a plan".
    static let object = Frames(rawValue: 1 << 8)
    /// A noun phrase that is praised or blamed: "criticized Kyiv". No proposition.
    static let target = Frames(rawValue: 1 << 9)
    /// A noun phrase after the verb's particle: "called for calm".
    static let topic = Frames(rawValue: 1 << 10)
    /// An object and "as": "described it as".
    static let `as` = Frames(rawValue: 1 << 11)
    /// An object and what it is charged with: "accused Moscow of".
    static let of = Frames(rawValue: 1 << 12)
    /// An object and what it is called: "called him a liar".
    static let name = Frames(rawValue: 1 << 13)
    /// "quoted him as saying".
    static let quoted = Frames(rawValue: 1 << 14)
    /// An object and what it is likened to: "compared him to a fox".
    static let to = Frames(rawValue: 1 << 15)
    /// A number and what it comes to: "put the cost at".
    static let at = Frames(rawValue: 1 << 16)
    /// A clause that it interrupts or closes, and none after it: "The plan, he went on, was dead".
    static let aside = Frames(rawValue: 1 << 17)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The frame that the table calls `name`.
    init?(name: String) {
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      self.init(rawValue: 1 << UInt32(index))
    }

    private static let names = [
      "clause", "that", "question", "quotation", "addressee", "order", "infinitive", "gerund", "object", "target",
      "topic", "as", "of", "name", "quoted", "to", "at", "aside",
    ]
  }

  /// An inflected form of a verb.
  enum Form: Hashable, Sendable, CaseIterable {
    /// "say"
    case base
    /// "says"
    case present
    /// "said" of "he said"
    case past
    /// "said" of "has said"
    case participle
    /// "saying"
    case gerund
  }

  let lemma: String
  let act: Statement.Act
  let frames: Frames
  let polarity: Statement.Polarity
  /// Whether whoever says so stands by the content: not where it is asked or only hinted at.
  let commits: Bool
  /// Whether the lemma is a noun as well: "a claim".
  let isNoun: Bool
}
