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
    "findings", "indictment", "lawsuit", "suit", "letters", "messages", "posts", "reports", "resolution",
    "statements", "tweets", "copy", "excerpt", "extract", "directive", "notice", "order", "proclamation",
    "circular", "dissent", "guideline", "guidelines", "farewell", "homily", "newsletter", "obituary", "pleading",
    "telegram", "tribute",
    "appeal", "documentary", "manifesto", "motion", "review",
    "booklet", "brochure", "communiqué", "communique", "flyer", "handbook", "leaflet", "manual", "pamphlet",
    "prospectus", "summary",
  ]

  /// What appears on a day and says what it prints: "Sunday's newspaper".
  static let papers: Set<String> = [
    "edition", "editions", "issue", "magazine", "newspaper", "newspapers", "paper", "papers",
  ]

  /// "summit", "hearing": at which something is said, and which say nothing themselves.
  static let events: Set<String> = [
    "call", "ceremony", "conference", "debate", "event", "forum", "funeral", "gathering", "hearing", "inauguration",
    "assembly", "banquet", "breakfast", "congress", "convention", "dinner", "luncheon", "march", "reception", "seminar",
    "symposium", "workshop",
    "meeting", "program", "programme", "show", "sitting", "proceedings", "protest", "race", "rally", "sentencing",
    "session", "summit", "talks", "trial", "vigil",
    "visit",
  ]

  /// Those who have come to one occasion, or the occasion itself: "told the meeting", "told the crowd".
  static let gatherings: Set<String> = [
    "audience", "briefing", "call", "ceremony", "crowd", "gathering", "hearing", "meeting", "protest", "rally",
    "session", "vigil",
  ]

  /// What those came to who are only called a crowd or an audience.
  static let hosts: [String: Set<String>] = [
    "audience": ["address", "ceremony", "concert", "debate", "event", "forum", "lecture", "rally", "speech", "talk"],
    "crowd": [
      "ceremony", "demonstration", "event", "gathered", "march", "packed", "protest", "rallied", "rally", "vigil",
      "marched",
    ],
  ]

  /// The nouns for a time at which one person speaks, or for one text: whatever is told of it in a row was said then.
  static let speeches: Set<String> = [
    "address", "briefing", "broadcast", "column", "comments", "conference", "debate", "editorial", "email", "essay",
    "forum", "hearing", "interview", "lecture", "letter", "memo", "message", "op-ed", "podcast", "post", "presentation",
    "rally", "release", "remarks", "sermon", "session", "speech", "statement", "summit", "testimony", "transcript",
    "tweet", "video", "visit",
  ]

  /// Texts that go on: "In a letter on Monday Lund said so. “It is late,” she wrote".
  static let texts: Set<String> = [
    "announcement", "blog", "communique", "communiqué", "decree", "email", "essay", "filing", "judgement", "judgment",
    "letter",
    "memo",
    "message", "notice", "opinion", "order", "post", "release", "report", "ruling", "statement", "tweet", "verdict",
  ]

  /// What a text is; a text is called by several words of its kind: "a survey says. The report".
  enum TextKind { case letter, report, ruling, statement, post, charge, book, law }

  /// The parts of a text, and what stands for the whole of it: "the summary of the ruling", "a footnote to the report".
  static let partsOfTexts: Set<String> = [
    "abstract", "annex", "appendix", "caption", "chapter", "clause", "excerpt", "excerpts",
    "extract", "extracts", "footnote", "foreword", "headline", "hypothesis", "introduction", "page", "pages",
    "paragraph",
    "passage", "preamble", "preface", "section", "summary", "text", "version", "wording",
  ]

  /// The kind of text that `word` names, or nil.
  static func kind(of word: String) -> TextKind? {
    kinds[word] ?? (word.hasSuffix("s") ? plurals[String(word.dropLast())] : nil)
  }

  /// The kinds whose texts come in numbers: "warnings", "letters".
  private static let plurals = kinds.filter { [.letter, .statement, .ruling, .post].contains($0.value) }

  /// Whether `word` names something that says something.
  static func isText(_ word: String) -> Bool { nouns.contains(word) || kind(of: word) != nil }

  private static let kinds: [String: TextKind] = {
    let words: [TextKind: [String]] = [
      .letter: [
        "cable", "circular", "email", "e-mail", "invitation", "fax", "letter", "telegram", "memo", "memorandum",
        "message", "note", "telex",
      ],
      .report: [
        "analysis", "assessment", "audit", "data", "document", "documents", "draft", "figures", "findings", "inquiry",
        "investigation",
        "paper", "poll", "plan", "report", "research", "results", "review", "study", "survey",
      ],
      .ruling: ["decision", "judgement", "judgment", "opinion", "order", "ruling", "verdict"],
      .statement: [
        "advisory", "alert", "announcement", "apology", "bulletin", "communique", "communiqué", "declaration", "notice",
        "release",
        "reply", "response", "statement", "warning",
      ],
      .law: [
        "accord", "agreement", "charter", "code", "constitution", "contract", "convention", "law", "pact", "treaty",
      ],
      .post: ["blog", "caption", "entry", "page", "post", "thread", "tweet"],
      .charge: [
        "affidavit", "appeal", "application", "complaint", "deposition", "filing", "indictment", "lawsuit", "motion",
        "petition",
        "submission", "submissions", "suit",
      ],
      .book: [
        "article", "autobiography", "book", "column", "diary", "editorial", "essay", "manifesto", "memoir", "piece",
        "story",
      ],
    ]
    return Dictionary(uniqueKeysWithValues: words.flatMap { kind, words in words.map { ($0, kind) } })
  }()

  /// The verbs of making one.
  static let writing: Set<String> = ["blog", "post", "rule", "tweet", "write"]

  /// The nouns that name again what was said: "made the comment".
  static let words: Set<String> = [
    "accusation", "accusations", "allegation", "allegations", "announcement", "apology", "appeal", "assessment", "call",
    "claim",
    "claims", "comment", "comments", "declaration", "denial", "disclosure", "estimate", "figure", "figures", "offer",
    "pledge", "prediction", "promise",
    "proposal", "remark", "remarks", "request", "statement", "statements", "threat", "warning",
  ]

  /// The verbs that tell of the same act as a noun: "spoke on Monday. In the speech".
  static let kin: [String: Set<String>] = [
    "address": ["addressed", "spoke", "announced"], "announcement": ["announced", "unveiled"],
    "briefing": ["briefed"],
    "comments": ["commented", "spoke"], "decision": ["decided", "ruled"], "interview": ["interviewed"],
    "judgment": ["ruled"], "judgement": ["ruled"], "letter": ["wrote", "written"], "lecture": ["lectured", "spoke"],
    "message": ["wrote"], "post": ["posted"], "remarks": ["spoke"], "ruling": ["ruled"],
    "speech": ["spoke", "addressed", "addressing"], "statement": ["announced", "declared"],
    "testimony": ["testified"], "tweet": ["tweeted"],
    "visit": ["arrived", "came", "flew", "toured", "traveled", "travelled", "went"], "verdict": ["ruled"],
    "warning": ["warned"],
  ]

  /// The verbs that tell of the same talk where it is named again: "told the Daily Globe. In the same interview".
  static let kinNamedAgain: [String: Set<String>] = [
    "interview": ["told", "spoke"], "conversation": ["told", "spoke"],
  ]

  /// The verbs of what a text or a speech is made for: "resigned on Monday. In her resignation letter".
  static let kinOfModifiers: [String: Set<String>] = [
    "acceptance": ["accepted", "won", "nominated"], "concession": ["conceded", "lost"],
    "inaugural": ["inaugurated", "sworn"], "inauguration": ["inaugurated", "sworn"],
    "resignation": ["resigned", "resigning", "quit", "stepped", "stepping"], "victory": ["won"],
  ]

  /// Whether `word` tells of the event that `noun` names: "voted" and "vote", "exploded" and "explosion", "died" and "death".
  static func isSameEvent(_ word: String, _ noun: String) -> Bool {
    if word == noun || kinOfEvents[noun]?.contains(word) ?? false || irregular[noun]?.contains(word) ?? false {
      return true
    }
    let shared = zip(word, noun).prefix { $0 == $1 }.count
    return shared >= 4 && shared >= noun.count - 5 && shared >= word.count - 3
  }

  /// Verbs that do not begin as their nouns do.
  private static let irregular: [String: Set<String>] = [
    "birth": ["born"], "conversation": ["call"], "count": ["counted", "polls", "vote", "voted"],
    "death": ["died", "dies", "killed", "murdered"],
    "defeat": ["lost"], "flight": ["fled", "flew"], "funeral": ["buried"], "loss": ["lost"], "verdict": ["convicted"],
    "victory": ["won"], "wedding": ["married"], "win": ["won"],
  ]

  /// The verbs that tell of the same event as a noun, whoever does it: "was sentenced on Monday. In the proceedings".
  static let kinOfEvents: [String: Set<String>] = [
    "complaint": ["accused", "charged", "sued"], "debate": ["debated"],
    "hearing": ["sentenced", "testified", "testifying", "pleaded", "heard"],
    "inauguration": ["inaugurated", "sworn"], "indictment": ["accused", "charged", "indicted"], "lawsuit": ["sued"],
    "march": ["marched"], "meeting": ["met"], "proceedings": ["sentenced", "convicted", "acquitted", "tried"],
    "protest": ["protested"], "rally": ["rallied"], "sentencing": ["sentenced"], "talks": ["met"],
    "trial": ["convicted", "acquitted", "tried"], "visit": ["visited"], "judgement": ["ruled"], "judgment": ["ruled"],
    "order": ["ordered"], "petition": ["petitioned", "sued"], "post": ["posted"], "ruling": ["ruled"],
    "tweet": ["posted", "tweeted"], "verdict": ["ruled"],
  ]

  /// Verbs that tell of an act of saying whose content comes later: "issued a ruling", "gave an interview".
  static let verbs: Set<String> = [
    "issued", "released", "published", "gave", "held", "made", "delivered", "posted", "sent", "filed", "handed", "read",
  ]

  /// How somebody is where they speak, or is reached there: "visiting Malmo on Sunday, she said".
  static let presences: Set<String> = [
    "addressed", "answered", "appearing", "attending", "contacted", "gathering", "interviewed", "meeting", "reached",
    "speaking",
    "spoke", "testifying", "visiting",
  ]

  /// How a text comes to be: "a plan drawn up in 2011", "the book, which appeared in 2014".
  static let making: Set<String> = [
    "adopted", "aired", "announced", "appeared", "broadcast", "circulated", "commissioned", "compiled", "conducted",
    "dated",
    "carried", "delivered", "dictated", "drafted", "drawn", "filed", "issued", "posted", "prepared", "printed",
    "produced",
    "published",
    "put", "recorded", "released", "sent", "signed", "unveiled", "written",
  ]

  /// What is done to who then speaks: "Lund, questioned at a ceremony on Sunday, said".
  static let askedThere: Set<String> = ["approached", "asked", "pressed", "questioned", "quizzed", "stopped"]

  /// What is told by announcing it: "who announced the closure on Monday, said".
  static let announcing: Set<String> = [
    "announced", "confirmed", "disclosed", "presented", "revealed", "unveiled",
  ]

  /// What is done by speaking, or while somebody speaks: "sentencing him on Monday, the judge said".
  static let doings: Set<String> = [
    "accepting", "addressing", "briefing", "closing", "concluding", "delivering", "giving", "introducing", "jailing",
    "launching", "opening", "presenting", "releasing", "resigning", "sentencing", "summing", "unveiling",
  ]

  /// What is done by who speaks on an occasion: "giving evidence", "reading the judgment".
  static let parts: Set<String> = [
    "announcing", "answering", "concurring", "delivering", "dissenting", "giving", "introducing", "passing",
    "presenting", "reading", "sentencing", "summing", "testifying", "unveiling",
  ]

  /// Those who have come to hear: whoever tells them more does so on the same occasion.
  static let hearers: Set<String> = [
    "ambassadors", "audience", "board", "briefing", "cameras", "chamber", "commissioners", "councillors", "call",
    "committee", "conference", "congregation", "council", "court",
    "crowd", "delegates", "deputies", "gathering", "hearing", "inquest", "inquiry", "judge", "jurors", "jury",
    "lawmakers", "legislators", "listeners", "meeting", "members", "panel", "senators", "session", "tribunal",
    "those", "viewers", "worshippers",
  ]

  /// Those of them that are bodies: a committee is no council.
  private static let bodies: Set<String> = [
    "board", "chamber", "committee", "council", "court", "inquest", "inquiry", "panel", "tribunal",
  ]

  /// Whether those called `one` may be those called `other`: "members" of a council, not a committee.
  static func areSameHearers(_ one: String, _ other: String) -> Bool {
    hearers.contains(one) && hearers.contains(other)
      && (one == other || !bodies.contains(one) || !bodies.contains(other))
  }

  /// What those did who hear somebody: "told people who had gathered there on Monday".
  static let coming: Set<String> = [
    "assembled", "attended", "attending", "came", "come", "gathered", "joined", "listening", "packed", "waiting",
    "watching",
  ]

  /// What those do who have come together to hear and decide.
  static let sitting: Set<String> = [
    "accepted", "approved", "assembled", "backed", "convened", "debated", "discussed", "gathered", "heard", "met",
    "opened", "rejected", "sat", "voted",
  ]

  /// What those do whom a court hears: "was sentenced in the court on Monday".
  static let tried: Set<String> = ["appeared", "convicted", "jailed", "pleaded", "sentenced", "testified", "tried"]

  /// Who speaks through people: one who is named next may be another.
  static let organizations: Set<String> = [
    "agency", "association", "authority", "bank", "charity", "club", "company", "firm", "government", "group",
    "ministry", "movement", "office", "operator", "organisation", "organization", "party", "police", "regulator",
    "union", "university",
  ]

  /// Those who ask and print: whoever tells them more does so in the same talk.
  static let askers: Set<String> = [
    "agency", "broadcaster", "channel", "host", "interviewer", "magazine", "newspaper", "paper", "presenter",
    "programme",
    "program", "reporter", "station",
  ]

  /// Those who decide and give their reasons: "The court struck down the law. Justice Lind wrote".
  static let courts: Set<String> = [
    "bench", "chamber", "court", "judge", "judges", "jury", "justice", "justices", "majority", "panel", "tribunal",
  ]

  /// What a court does in deciding.
  static let deciding: Set<String> = [
    "acquitted", "affirmed", "annulled", "awarded", "barred", "blocked", "cleared", "convicted", "declined",
    "dismissed", "freed",
    "granted", "halted", "imposed", "invalidated", "jailed", "ordered", "overruled", "overturned", "quashed", "refused",
    "delivered", "handed", "reinstated", "rejected", "ruled", "sided", "stayed", "struck", "suspended", "threw",
    "upheld", "voided",
  ]

  /// The verbs of the reasons for a decision.
  static let reasoning: Set<String> = ["conclude", "find", "hold", "note", "rule", "state", "write"]

  /// Verbs that need no noun: "spoke on Monday", "wrote to the court".
  static let speaking: Set<String> = [
    "spoke", "wrote", "testified", "addressed", "tweeted", "ruled", "blogged", "interviewed", "apologized",
    "apologised", "testifying",
  ]
}
