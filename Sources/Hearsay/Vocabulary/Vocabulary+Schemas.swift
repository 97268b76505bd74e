public import HearsayGraph

extension Vocabulary {
  /// What a node of either view may carry, in the order in which formats write it.
  ///
  /// A name that nodes and edges share has one type: Gephi and Tulip refuse a file where it has two.
  public static let nodeSchema = AttributeSchema([
    ("label", .string), ("kind", .string),
    // People, organizations, countries, places.
    ("aliases", .list), ("mentions", .int), ("documents", .int), ("statements", .int), ("roles", .list),
    ("country", .string), ("iso2", .string), ("iso3", .string), ("first_date", .string), ("last_date", .string),
    ("wikidata", .string), ("confidence", .double), ("note", .string),
    // Documents.
    ("title", .string), ("outlet", .string), ("published", .string), ("source", .string), ("sources", .list),
    ("url", .string), ("sha256", .string), ("words", .int), ("language", .string),
    ("copy_of", .string),
    // Statements; `confidence` is above.
    ("text", .string), ("speech", .string), ("act", .string), ("cue", .string), ("polarity", .string),
    ("modality", .string), ("date", .string), ("date_resolution", .string), ("within", .string), ("reports", .int),
    ("origins", .int),
  ])

  /// What an edge of either view may carry, in the order in which formats write it.
  public static let edgeSchema = AttributeSchema([
    ("label", .string), ("kind", .string), ("weight", .double),
    // Evidence, which every edge has: a span of a document and its sentence, or the rule of a table.
    ("document", .string), ("start", .int), ("end", .int), ("sentence", .string), ("rule", .string),
    // Mentions, ties of office and other ties.
    ("count", .int), ("role", .string), ("former", .string), ("relation", .string),
    // Statements: `statement` is the id of the statement that the edge stands for.
    ("statement", .string), ("text", .string), ("speech", .string), ("act", .string), ("cue", .string),
    ("polarity", .string), ("modality", .string), ("date", .string), ("date_resolution", .string),
    ("within", .string), ("reports", .int), ("origins", .int), ("confidence", .double),
  ])
}
