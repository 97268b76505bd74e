import HearsayAttribution
import HearsayIdentity
import HearsayLanguage

extension Pipeline {
  /// The stages that every command runs.
  public static var standard: Pipeline {
    do {
      return try Pipeline([
        Tokenizer(), SentenceSplitter(), NameFinder(), MentionFinder(), StatementFinder(), RoleFinder(),
      ])
    } catch {
      preconditionFailure("the standard pipeline is sound: \(error)")
    }
  }
}
