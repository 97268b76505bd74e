import HearsayAttribution
public import HearsayCore
import HearsayIdentity
public import HearsayLanguage

extension Pipeline {
  /// The stages that every command runs, with the weights inside the program.
  public static var standard: Pipeline { standard(.embedded) }

  /// The stages that every command runs, reading with the weights of `tagger` and kept to `limits`.
  ///
  /// - Parameter includesCriticism: Whether what states nothing that could be true or be done is a statement: "criticized
  ///   Kyiv", "called for calm".
  public static func standard(
    _ tagger: Tagger = .embedded, limits: Limits = Limits(), includesCriticism: Bool = true
  ) -> Pipeline {
    do {
      return try Pipeline([
        Tokenizer(), NeuralReader(tagger, limits: limits), MentionFinder(), EntityBound(most: limits.entities),
        StatementFinder(options: .init(includesCriticism: includesCriticism)), SpeechPronouns(), RoleFinder(),
        DeedFinder(),
      ])
    } catch {
      preconditionFailure("the standard pipeline is sound: \(error)")
    }
  }
}
