/// The nouns for a time at which something is said, and for a text that says something.
enum Occasion {
  /// "speech", "interview", "letter", in the singular.
  static let nouns: Set<String> = [
    "address", "analysis", "announcement", "article", "assessment", "blog", "book", "briefing", "column", "comment",
    "comments", "complaint", "conference", "conversation", "debate", "decision", "declaration", "dispatch", "document",
    "editorial", "email", "essay", "filing", "forecast", "hearing", "interview", "judgment", "judgement", "letter",
    "lecture", "memo", "memoir", "memorandum", "message", "note", "opinion", "paper", "petition", "podcast", "poll",
    "post", "presentation", "recording", "release", "remarks", "report", "ruling", "sermon", "session",
    "speech", "statement", "study", "survey", "testimony", "transcript", "tweet", "verdict", "video",
  ]

  /// Verbs that tell of an act of saying whose content comes later: "issued a ruling", "gave an interview".
  static let verbs: Set<String> = [
    "issued", "released", "published", "gave", "held", "made", "delivered", "posted", "sent", "filed", "handed", "read",
  ]

  /// Verbs that need no noun: "spoke on Monday", "wrote to the court".
  static let speaking: Set<String> = ["spoke", "wrote", "testified", "addressed", "tweeted", "ruled", "blogged"]
}
