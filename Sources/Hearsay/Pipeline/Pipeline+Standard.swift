import HearsayAttribution
public import HearsayCore
import HearsayIdentity
public import HearsayLanguage

extension Pipeline {
  /// The stages that every command runs, with the weights inside the program.
  public static var standard: Pipeline { standard(.embedded) }

  /// The stages that every command runs, reading with the weights of `tagger` and kept to `limits`.
  public static func standard(_ tagger: Tagger = .embedded, limits: Limits = Limits()) -> Pipeline {
    do {
      return try Pipeline([
        Tokenizer(), NeuralReader(tagger, limits: limits), MentionFinder(), EntityBound(most: limits.entities),
        StatementFinder(), SpeechPronouns(), RoleFinder(), DeedFinder(),
      ])
    } catch {
      preconditionFailure("the standard pipeline is sound: \(error)")
    }
  }
}
