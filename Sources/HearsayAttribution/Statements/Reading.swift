internal import HearsayCore

/// A statement as token ranges, before its names are resolved.
struct Reading: Hashable, Sendable {
  /// The words that say that something is said, in pieces.
  var cue: [Range<Int>]
  /// The verb, where there is one.
  var verb: CueVerb?
  /// The words that name the speaker.
  var source: Range<Int>?
  /// What is said, in pieces.
  var content: [Range<Int>]
  /// The words that name the hearer.
  var addressee: Range<Int>?
  /// How it was found.
  var rule: Rule
  /// Whether its own words name no speaker, and `source` those before it.
  var isUnderstood = false
  var isNegated = false
  var modal: String?
  /// The sentence or sentences that it stands in.
  var passage: Range<Int>
  /// Where the words around the cue begin, up to the content: where a date of saying may stand.
  var clause: Range<Int>

  /// The one word that names who speaks inside another's quotation: “| I told him”.
  var nestedPronoun: Int? {
    guard rule == .nested, let source, source.count == 1 else { return nil }
    return source.lowerBound
  }

  /// Whether it is only possible or yet to come that it is said: "may say", but not "would not say".
  var isOnlyPossible: Bool { modal != nil && !(isNegated && modal == "would") }

  /// Whether the content is something that could be true or be done, and not a thing praised, blamed or called for:
  /// "called him a liar", not "criticized him".
  var isProposition: Bool {
    switch rule {
    case .nounPhrase: false
    case .criticism: verb.map { $0.frames.isDisjoint(with: .target) } ?? true
    default: true
    }
  }
}

/// How a statement was found.
///
/// The confidence of each is the share of right ones among those it found (speaker phrase and half of the content) on
/// the development articles: docs/MEASUREMENTS.md#statements.
enum Rule: String, CaseIterable, Hashable, Sendable {
  /// “…,” he said
  case quotationBefore
  /// He said: “…”
  case quotationAfter
  /// He said that …
  case thatClause
  /// He said …
  case bareClause
  /// …, he said
  case clauseBefore
  /// He asked whether …
  case question
  /// He urged Kyiv to …; he vowed to …
  case infinitive
  /// According to him, …
  case according
  /// Name: …
  case label
  /// “He said that …”
  case nested
  /// NAME: …, a turn of a conversation
  case transcript
  /// “…” — Name
  case signature
  /// A paragraph of quotation after another
  case continuation
  /// He announced …; he called for …
  case nounPhrase
  /// He criticized …; he called it …
  case criticism
  /// His claim that …
  case noun
  /// It was announced that …
  case passive

  /// The share of right ones, 0...1.
  var confidence: Double {
    switch self {
    case .quotationBefore: 0.95
    case .according: 0.92
    case .quotationAfter: 0.87
    case .thatClause, .bareClause, .clauseBefore: 0.83
    case .signature, .transcript: 0.81
    case .label: 0.80
    case .question: 0.79
    case .nounPhrase: 0.69
    case .infinitive: 0.65
    case .criticism: 0.63
    // Too rare there to measure.
    case .nested, .continuation, .passive, .noun: 0.6
    }
  }
}
