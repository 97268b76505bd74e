/// One kind of thing that is found in a document: what a stage reads and fills.
public enum Layer: String, CaseIterable, Sendable {
  /// Words and marks.
  case tokens
  /// Sentences, and the paragraphs that they stand in.
  case sentences
  /// Spans that name a person, an organization or a place.
  case names
  /// Parts of speech and dependency trees.
  case trees
  /// Places in the text that stand for an entity, and the entities.
  case mentions
  /// Who said what, about whom.
  case statements
  /// Times gone by that the text names.
  case times
  /// When statements were said, as a network weighs it.
  case dates
  /// The mentions that only a statement explains: "I", "we" and "you" inside quotation marks.
  case speech
  /// Roles, memberships and homes.
  case relations
  /// What actors do to each other.
  case deeds
}
