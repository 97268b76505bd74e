internal import HearsayCore

/// A place in the text that says that something is said.
struct Cue: Hashable, Sendable {
  /// How the words say so.
  enum Shape: Hashable, Sendable {
    /// A verb with a subject of its own: "Lavrov has said".
    case finite
    /// A form in -ing that shares the subject of another verb: ", adding that".
    case gerund
    /// "went on to say"
    case infinitive
    /// "was quoted as saying", "it was announced that"
    case passive
    /// "according to"
    case according
  }

  /// The whole verb group: "has also said", "did not say", "pointed out".
  var group: Range<Int>
  /// The word of the group that is in the table.
  let verb: Int
  /// What that word is.
  let entry: CueTable.Entry?
  /// How the words say so.
  let shape: Shape
  /// Whether the group holds "not", "never" or a verb of refusing.
  let isNegated: Bool
  /// The modal verb of the group: "may".
  let modal: String?

  /// The frames of its verb; none for "according to".
  var frames: CueVerb.Frames { entry?.verb.frames ?? [] }
}
