/// The nouns for a time at which something is said, and for a text that says something.
enum Occasion {
  /// "speech", "interview", "letter", in the singular.
  static let nouns: Set<String> = [
    "address", "analysis", "announcement", "article", "assessment", "blog", "book", "briefing", "column", "comment",
    "comments", "complaint", "conference", "conversation", "debate", "decision", "declaration", "dispatch", "document",
    "editorial", "email", "essay", "filing", "forecast", "hearing", "interview", "judgment", "judgement", "letter",
    "lecture", "memo", "memoir", "memorandum", "message", "note", "opinion", "paper", "petition", "podcast", "poll",
    "post", "presentation", "recording", "release", "remarks", "report", "ruling", "sermon", "session",
    "speech", "statement", "study", "survey", "testimony", "transcript", "tweet", "verdict", "video", "warning",
  ]

  /// The verbs that tell of the same act as a noun: "spoke on Monday. In the speech".
  static let kin: [String: Set<String>] = [
    "address": ["addressed", "spoke"], "announcement": ["announced", "unveiled"], "briefing": ["briefed"],
    "comments": ["commented", "spoke"], "decision": ["decided", "ruled"], "interview": ["interviewed"],
    "judgment": ["ruled"], "judgement": ["ruled"], "letter": ["wrote"], "lecture": ["lectured", "spoke"],
    "message": ["wrote"], "post": ["posted"], "remarks": ["spoke"], "ruling": ["ruled"],
    "speech": ["spoke", "addressed"],
    "testimony": ["testified"], "tweet": ["tweeted"], "verdict": ["ruled"], "warning": ["warned"],
  ]

  /// Verbs that tell of an act of saying whose content comes later: "issued a ruling", "gave an interview".
  static let verbs: Set<String> = [
    "issued", "released", "published", "gave", "held", "made", "delivered", "posted", "sent", "filed", "handed", "read",
  ]

  /// Verbs that need no noun: "spoke on Monday", "wrote to the court".
  static let speaking: Set<String> = ["spoke", "wrote", "testified", "addressed", "tweeted", "ruled", "blogged"]
}
