import HearsayAttribution
import HearsayIdentity
public import HearsayLanguage

extension Pipeline {
  /// The stages that every command runs, with the weights inside the program.
  public static var standard: Pipeline { standard(.embedded) }

  /// The stages that every command runs, reading with the weights of `tagger`.
  public static func standard(_ tagger: Tagger) -> Pipeline {
    do {
      return try Pipeline([Tokenizer(), NeuralReader(tagger), MentionFinder(), StatementFinder(), RoleFinder()])
    } catch {
      preconditionFailure("the standard pipeline is sound: \(error)")
    }
  }
}
