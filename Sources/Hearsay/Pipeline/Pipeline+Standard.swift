import HearsayAttribution
public import HearsayCore
import HearsayIdentity
public import HearsayLanguage

extension Pipeline {
  /// The stages that every command runs, with the weights inside the program.
  public static var standard: Pipeline { standard() }

  /// The stages that every command runs, kept to `limits`.
  ///
  /// - Parameters:
  ///   - tagger: What reads.
  ///   - includesCriticism: Whether what states nothing that could be true or be done is a statement: "criticized Kyiv",
  ///     "called for calm".
  ///   - wantsTimes: Whether the times that the text names are a layer of their own.
  ///   - hasLikelyDates: Whether a network weighs when each statement was said.
  public static func standard(
    _ tagger: Tagger = .embedded, limits: Limits = Limits(), includesCriticism: Bool = true, wantsTimes: Bool = false,
    hasLikelyDates: Bool = false
  ) -> Pipeline {
    let reader = NeuralReader(tagger, limits: limits)
    let statements = StatementFinder(options: .init(includesCriticism: includesCriticism))
    let times: [any Annotator] = wantsTimes || hasLikelyDates ? [TimeFinder()] : []
    let dates: [any Annotator] = hasLikelyDates ? [DateReader.embedded] : []
    do {
      return try Pipeline(
        [Tokenizer(), reader, MentionFinder(), EntityBound(most: limits.entities), statements] + times + dates
          + [SpeechPronouns(), RoleFinder(), DeedFinder()])
    } catch {
      preconditionFailure("the standard pipeline is sound: \(error)")
    }
  }
}
