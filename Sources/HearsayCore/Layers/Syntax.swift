/// How a token stands in its sentence: its part of speech and its place in the dependency tree (Universal Dependencies 2).
public struct Syntax: Hashable, Sendable {
  /// The universal parts of speech.
  public enum PartOfSpeech: String, CaseIterable, Sendable {
    case adjective = "ADJ"
    case adposition = "ADP"
    case adverb = "ADV"
    case auxiliary = "AUX"
    case coordinatingConjunction = "CCONJ"
    case determiner = "DET"
    case interjection = "INTJ"
    case noun = "NOUN"
    case numeral = "NUM"
    case particle = "PART"
    case pronoun = "PRON"
    case properNoun = "PROPN"
    case punctuation = "PUNCT"
    case subordinatingConjunction = "SCONJ"
    case symbol = "SYM"
    case verb = "VERB"
    case other = "X"
  }

  /// What kind of word it is.
  public let partOfSpeech: PartOfSpeech
  /// The token that it hangs from, as an index into `Document.tokens`; nil for the root of the sentence.
  public let head: Int?
  /// How it hangs from its head, with subtype: `nsubj:pass`; `root` for the root.
  public let relation: String

  /// A token's place.
  public init(partOfSpeech: PartOfSpeech, head: Int?, relation: String) {
    self.partOfSpeech = partOfSpeech
    self.head = head
    self.relation = relation
  }
}
