import Hearsay
import HearsayGraph

extension Graph {
  /// The actors view of an invented quarrel over a lake, as large as a week of news on one subject.
  static let story: Graph = {
    var graph = Graph(nodeSchema: Vocabulary.nodeSchema, edgeSchema: Vocabulary.edgeSchema)
    for (id, label, mentions) in actors {
      let said = sayings.count { $0.from == id }
      graph.addNode(
        id,
        [
          "label": .string(label), "kind": .string(String(id.prefix { $0 != "." })), "mentions": .int(mentions),
          "documents": .int(1 + mentions / 4), "statements": .int(said),
        ])
    }
    for (index, saying) in sayings.enumerated() {
      let values: [String: AttributeValue] = [
        "label": .string(saying.act), "kind": .string("statement"), "act": .string(saying.act), "weight": .double(1),
        "statement": .string(hex("statement", index)), "text": .string(saying.text), "speech": .string("direct"),
        "polarity": .string(saying.act == "deny" ? "denied" : "affirmed"), "reports": .int(1), "origins": .int(1),
        "date": .string("2031-05-0\(1 + index % 8)"),
        "date_resolution": .string("day"),
      ]
      graph.addEdge("s\(index)", from: saying.from, to: saying.to, values.merging(evidence(index)) { $1 })
    }
    for (index, (from, to, role)) in roles.enumerated() {
      let values: [String: AttributeValue] = [
        "label": .string("role"), "kind": .string("role"), "role": .string(role), "former": .string("false"),
        "weight": .double(1),
      ]
      graph.addEdge("r\(index)", from: from, to: to, values.merging(evidence(index)) { $1 })
    }
    for (index, (from, to, kind)) in ties.enumerated() {
      let values: [String: AttributeValue] = ["label": .string(kind), "kind": .string(kind), "weight": .double(1)]
      graph.addEdge("p\(index)", from: from, to: to, values.merging(evidence(index)) { $1 })
    }
    for (index, (from, to, count)) in mentions.enumerated() {
      let values: [String: AttributeValue] = [
        "label": .string("mention"), "kind": .string("mention"), "count": .int(count), "weight": .double(Double(count)),
      ]
      graph.addEdge("m\(index)", from: from, to: to, values.merging(evidence(index)) { $1 })
    }
    return graph
  }()

  /// Its articles.
  static let storyArticles = Dictionary(
    uniqueKeysWithValues: (0..<5).map { day in
      let title = "The lake, day \(day + 1): \"who opens the sluice?\""
      return (
        hex("document", day), Picture.Article(title: title, url: "https://example.org/lake?day=\(day + 1)&lang=en")
      )
    })

  private static func hex(_ kind: String, _ index: Int) -> String {
    let digits = String(index % 5 * (kind == "document" ? 1 : 7) + (kind == "document" ? 0 : index), radix: 16)
    return "\(kind)." + String(repeating: "0", count: 12 - digits.count) + digits
  }

  private static func evidence(_ index: Int) -> [String: AttributeValue] {
    [
      "document": .string(hex("document", index)), "start": .int(10 * index), "end": .int(10 * index + 8),
      "sentence": .string("A sentence of the article."),
    ]
  }

  private mutating func addEdge(_ id: String, from: String, to: String, _ values: [String: AttributeValue]) {
    addEdge(id, from: index(ofNode: from)!, to: index(ofNode: to)!, values)
  }

  private static let actors: [(String, String, Int)] = [
    ("person.mira-solano", "Mira Solano", 19), ("person.teodor-vance", "Teodor Vance", 14),
    ("person.ilse-brandt", "Ilse Brandt", 9), ("person.kofi-adjei", "Kofi Adjei", 7),
    ("person.rana-haddad", "Rana Haddad", 6), ("person.luc-moreau", "Luc Moreau", 4),
    ("person.pavel-dusek", "Pavel Dušek", 3), ("person.an-nguyen", "An Nguyễn", 2),
    ("person.jo-o-pires-de-almeida-e-castro", "João Pires de Almeida e Castro", 2),
    ("organization.lake-authority", "Joint Authority for the Lake and Its Tributaries", 12),
    ("organization.fishers-union", "Fishers’ Union", 8), ("organization.ministry-of-water", "Ministry of Water", 10),
    ("organization.un", "United Nations", 6), ("organization.northern-alliance", "Northern Alliance", 5),
    ("organization.daily-shore", "The Daily Shore", 3), ("organization.world-bank", "World Bank", 2),
    ("organization.river-watch", "River Watch", 1), ("country.CH", "Switzerland", 21), ("country.FR", "France", 17),
    ("country.IT", "Italy", 9), ("country.AT", "Austria", 4), ("country.DE", "Germany", 6),
    ("country.LI", "Liechtenstein", 1), ("country.SM", "San Marino", 1), ("country.MC", "Monaco", 1),
    ("person.left-out", "Someone Once Named", 1), ("organization.left-out", "A Body Once Named", 1),
  ]

  private static let sayings: [(from: String, to: String, act: String, text: String)] = {
    let (mira, teodor, ilse) = ("person.mira-solano", "person.teodor-vance", "person.ilse-brandt")
    let (kofi, rana, luc) = ("person.kofi-adjei", "person.rana-haddad", "person.luc-moreau")
    let (authority, fishers) = ("organization.lake-authority", "organization.fishers-union")
    let ministry = "organization.ministry-of-water"
    return [
      (mira, "country.FR", "accuse", "You opened the sluice at night and told nobody."),
      (mira, "country.FR", "accuse", "The level fell by a hand's breadth before dawn."),
      (mira, "country.FR", "demand", "Close it, and then we can talk."),
      (mira, authority, "criticize", "The authority has slept through the spring."),
      (mira, teodor, "deny", "I never promised him a litre."),
      (teodor, mira, "claim", "She agreed to the plan in March."),
      (teodor, "country.CH", "promise", "We will send back every drop that is owed."),
      (teodor, "country.CH", "say", "Neighbours argue; that is what neighbours do."),
      (teodor, authority, "praise", "Its engineers do fine work."),
      (ilse, "country.CH", "say", "Germany drinks from the same lake."),
      (ilse, "country.FR", "ask", "Who gave the order?"),
      (ilse, authority, "ask", "Where are the gauges of the eastern shore?"),
      (kofi, "country.FR", "warn", "Dry lakes make poor neighbours."),
      (kofi, "country.CH", "warn", "Nobody should touch the dam."),
      (kofi, "organization.un", "announce", "The council meets on Monday."),
      (rana, ministry, "accuse", "The ministry has hidden the numbers."),
      (rana, ministry, "accuse", "It hid them twice."), (rana, luc, "criticize", "He signs what he does not read."),
      (luc, rana, "deny", "I read every page."), (luc, fishers, "promise", "The boats will sail in June."),
      (fishers, "country.FR", "threaten", "We shall block the harbour."),
      (fishers, ministry, "demand", "Pay for the lost catch."), (authority, "country.IT", "announce", "Talks resume."),
      (ministry, fishers, "agree", "The claim is just."), ("country.IT", "country.FR", "agree", "The plan is sound."),
      ("organization.northern-alliance", "country.FR", "criticize", "A breach of the treaty."),
      ("person.pavel-dusek", "organization.northern-alliance", "say", "The alliance is late."),
    ]
  }()

  private static let roles: [(String, String, String)] = [
    ("person.mira-solano", "country.CH", "president"), ("person.teodor-vance", "country.FR", "minister of state"),
    ("person.ilse-brandt", "country.DE", "chancellor"), ("person.kofi-adjei", "organization.un", "special envoy"),
    ("person.luc-moreau", "organization.ministry-of-water", "minister"),
    ("person.an-nguyen", "organization.daily-shore", "editor"),
    ("person.jo-o-pires-de-almeida-e-castro", "organization.world-bank", "chief economist"),
  ]

  private static let ties: [(String, String, String)] = [
    ("country.CH", "organization.lake-authority", "member"), ("country.FR", "organization.lake-authority", "member"),
    ("country.AT", "organization.northern-alliance", "member"),
    ("organization.ministry-of-water", "country.FR", "part"),
  ]

  private static let mentions: [(String, String, Int)] = [
    ("country.CH", "country.FR", 9), ("country.CH", "person.mira-solano", 7), ("country.FR", "country.IT", 3),
    ("country.DE", "country.FR", 2), ("country.AT", "country.CH", 2), ("country.DE", "country.CH", 3),
    ("organization.river-watch", "organization.fishers-union", 1), ("organization.un", "organization.world-bank", 1),
    ("country.LI", "country.SM", 1), ("country.MC", "country.SM", 1), ("country.FR", "organization.daily-shore", 2),
    ("country.IT", "person.kofi-adjei", 1), ("organization.un", "person.ilse-brandt", 1),
    ("organization.fishers-union", "person.rana-haddad", 4), ("country.AT", "person.pavel-dusek", 1),
  ]
}
