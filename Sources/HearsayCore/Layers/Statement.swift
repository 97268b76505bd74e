/// Something said by someone, as one document reports it.
public struct Statement: Hashable, Sendable {
  /// Whether the words are the speaker's own.
  public enum Speech: String, CaseIterable, Sendable {
    /// In quotation marks.
    case direct
    /// Retold.
    case indirect
    /// Retold with words of the speaker's own in quotation marks.
    case mixed
  }

  /// What is done by saying it.
  public enum Act: String, CaseIterable, Sendable {
    case say, claim, accuse, deny, demand, ask, warn, threaten, promise, praise, criticize, agree, announce, order
  }

  /// Whether the speaker stands by the content or denies it.
  public enum Polarity: String, CaseIterable, Sendable {
    case affirmed, denied
  }

  /// An entity that a statement is about or addressed to, and the place that says so.
  public struct Target: Hashable, Sendable {
    /// The entity, as an `Entity.id` of the document.
    public var entity: String
    /// The first mention that makes it one.
    public let range: TextRange

    /// `entity`, mentioned at `range`.
    public init(_ entity: String, at range: TextRange) {
      self.entity = entity
      self.range = range
    }
  }

  /// `statement.` and 12 hexadecimal digits; empty until the documents of a run are brought together.
  public var id: String = ""
  /// The id that speaker and words alone give it; `id` differs where documents report it in several wordings.
  public var wordingID: String = ""
  /// Whether the words are the speaker's own.
  public var speech: Speech
  /// The words that name the speaker: "the diplomat". Empty where none do.
  public var source: [TextRange]
  /// The words that say that something is said: "told". Empty where none do.
  public var cue: [TextRange]
  /// What is said, quotation marks included, in order.
  public var content: [TextRange]
  /// The speaker, as an `Entity.id` of the document; nil when unknown.
  public var speaker: String?
  /// What is done by saying it.
  public var act: Act
  /// Whether the speaker stands by it.
  public var polarity: Polarity
  /// How far the speaker commits to it, where the text gives it: "may", "must".
  public var modality: String?
  /// When it was said, where the text gives it.
  public var date: ResolvedDate?
  /// How sure a network is of `date`, 0...1, where it and no rule gave it; else nil.
  public var dateShare: Double?
  /// Whom it is about, each once, in order of first mention.
  public var about: [Target]
  /// Whom it was said to, each once, in order of first mention.
  public var addressees: [Target]
  /// The statement of the same document that quotes this one, as an index into `Document.statements`.
  public var within: Int?
  /// How sure the reader is, 0...1.
  public var confidence: Double
  /// Whether what is said could be true or be done; false of what is praised, blamed or called for: "criticized Kyiv".
  public var isProposition = true

  /// A statement whose content is `content`.
  ///
  /// - Precondition: `content` is not empty.
  public init(
    speech: Speech, source: [TextRange], cue: [TextRange], content: [TextRange], speaker: String?, act: Act,
    polarity: Polarity = .affirmed, modality: String? = nil, date: ResolvedDate? = nil, about: [Target] = [],
    addressees: [Target] = [], within: Int? = nil, confidence: Double
  ) {
    precondition(!content.isEmpty, "a statement has content")
    self.speech = speech
    self.source = source
    self.cue = cue
    self.content = content
    self.speaker = speaker
    self.act = act
    self.polarity = polarity
    self.modality = modality
    self.date = date
    self.about = about
    self.addressees = addressees
    self.within = within
    self.confidence = confidence
  }
}
