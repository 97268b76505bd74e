import HearsayAttribution
public import HearsayCore
import HearsayIdentity
public import HearsayLanguage

extension Pipeline {
  /// The stages that every command runs, with the weights inside the program.
  public static var standard: Pipeline { standard(.embedded) }

  /// The stages that every command runs, reading with the weights of `tagger` and kept to `limits`.
  ///
  /// - Parameters:
  ///   - includesCriticism: Whether what states nothing that could be true or be done is a statement: "criticized Kyiv",
  ///     "called for calm".
  ///   - wantsTimes: Whether the times that the text names are a layer of their own.
  public static func standard(
    _ tagger: Tagger = .embedded, limits: Limits = Limits(), includesCriticism: Bool = true, wantsTimes: Bool = false
  ) -> Pipeline {
    let stages: [any Annotator] = [
      Tokenizer(), NeuralReader(tagger, limits: limits), MentionFinder(), EntityBound(most: limits.entities),
      StatementFinder(options: .init(includesCriticism: includesCriticism)), SpeechPronouns(), RoleFinder(),
      DeedFinder(),
    ]
    do {
      return try Pipeline(stages + (wantsTimes ? [TimeFinder()] : []))
    } catch {
      preconditionFailure("the standard pipeline is sound: \(error)")
    }
  }
}
