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
    "advisory", "affidavit", "research", "audit", "broadcast", "bulletin", "decree", "documents", "edition", "episode",
    "findings", "indictment", "lawsuit", "letters", "messages", "posts", "reports", "resolution",
    "statements", "tweets",
  ]

  /// "summit", "hearing": at which something is said, and which say nothing themselves.
  static let events: Set<String> = [
    "call", "ceremony", "conference", "debate", "event", "forum", "funeral", "gathering", "hearing", "inauguration",
    "march",
    "meeting", "proceedings", "protest", "race", "rally", "sentencing", "session", "summit", "talks", "trial", "vigil",
    "visit",
  ]

  /// The verbs that tell of the same act as a noun: "spoke on Monday. In the speech".
  static let kin: [String: Set<String>] = [
    "address": ["addressed", "spoke", "announced"], "announcement": ["announced", "unveiled"],
    "briefing": ["briefed"],
    "comments": ["commented", "spoke"], "decision": ["decided", "ruled"], "interview": ["interviewed"],
    "judgment": ["ruled"], "judgement": ["ruled"], "letter": ["wrote"], "lecture": ["lectured", "spoke"],
    "message": ["wrote"], "post": ["posted"], "remarks": ["spoke"], "ruling": ["ruled"],
    "speech": ["spoke", "addressed"], "statement": ["announced", "declared"],
    "testimony": ["testified"], "tweet": ["tweeted"], "verdict": ["ruled"], "warning": ["warned"],
  ]

  /// The verbs that tell of the same event as a noun, whoever does it: "was sentenced on Monday. In the proceedings".
  static let kinOfEvents: [String: Set<String>] = [
    "complaint": ["sued"], "debate": ["debated"], "hearing": ["sentenced", "testified", "pleaded", "heard"],
    "inauguration": ["inaugurated", "sworn"], "indictment": ["indicted", "charged"], "lawsuit": ["sued"],
    "march": ["marched"], "meeting": ["met"], "proceedings": ["sentenced", "convicted", "acquitted", "tried"],
    "protest": ["protested"], "rally": ["rallied"], "sentencing": ["sentenced"], "talks": ["met"],
    "trial": ["convicted", "acquitted", "tried"], "visit": ["visited"],
  ]

  /// Verbs that tell of an act of saying whose content comes later: "issued a ruling", "gave an interview".
  static let verbs: Set<String> = [
    "issued", "released", "published", "gave", "held", "made", "delivered", "posted", "sent", "filed", "handed", "read",
  ]

  /// Verbs that need no noun: "spoke on Monday", "wrote to the court".
  static let speaking: Set<String> = [
    "spoke", "wrote", "testified", "addressed", "tweeted", "ruled", "blogged", "interviewed",
  ]
}
