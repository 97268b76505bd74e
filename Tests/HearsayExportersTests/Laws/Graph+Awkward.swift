import HearsayGraph

extension Graph {
  /// A graph that holds whatever has broken some reader of some format: see docs/FORMATS.md.
  static let awkward: Graph = {
    var graph = Graph(nodeSchema: awkwardNodes, edgeSchema: awkwardEdges)
    for (id, values) in kinds + words { graph.addNode(id, values) }
    for (index, text) in texts.enumerated() {
      graph.addNode(
        "text.\(index + 1)",
        ["label": .string(text), "kind": .string("place"), "note": .string(text), "aliases": .list([text, "b"])])
    }
    for (index, text) in longTexts.enumerated() {
      graph.addNode("long.\(index + 1)", ["label": .string(text), "kind": .string("place"), "note": .string(text)])
    }
    for (index, (source, target, values)) in ties.enumerated() {
      let (from, to) = (graph.index(ofNode: source)!, graph.index(ofNode: target)!)
      graph.addEdge("e\(index + 1)", from: from, to: to, values)
    }
    for (index, text) in texts.enumerated() {
      let values: [String: AttributeValue] = [
        "label": .string("mention"), "kind": .string("mention"), "weight": .double(1), "sentence": .string(text),
      ]
      graph.addEdge("t\(index + 1)", from: graph.index(ofNode: "text.\(texts.count - index)")!, to: 0, values)
    }
    return graph
  }()

  /// Every type, names that nodes and edges share, and names that Graphviz draws by.
  static let awkwardNodes = AttributeSchema([
    ("label", .string), ("kind", .string), ("aliases", .list), ("mentions", .int), ("confidence", .double),
    ("note", .string), ("pos", .string), ("width", .string), ("shape", .string), ("comment", .string),
  ])

  static let awkwardEdges = AttributeSchema([
    ("label", .string), ("kind", .string), ("weight", .double), ("document", .string), ("start", .int), ("end", .int),
    ("sentence", .string), ("act", .string), ("date", .string), ("confidence", .double), ("key", .string),
    ("style", .string), ("never-used", .int),
  ])

  private static let kinds: [(String, [String: AttributeValue])] = [
    (
      "person.ada-o-neil-2",
      [
        "label": .string("Ada O’Neil"), "kind": .string("person"), "aliases": .list(["O'Neil", "Ms. \"Ada\"", "\\"]),
        "mentions": .int(9_007_199_254_740_991), "confidence": .double(0.1), "pos": .string("chair"),
        "width": .string("wide"), "shape": .string("tall"), "comment": .string("own"),
      ]
    ),
    (
      "organization.a.b_c",
      [
        "label": .string("A.B. & C"), "kind": .string("organization"), "mentions": .int(-1), "aliases": .list([]),
        "confidence": .double(1e300),
      ]
    ),
    ("country.KZ", ["label": .string("Kazakhstan"), "kind": .string("country"), "confidence": .double(1)]),
    ("place.almaty", ["label": .string("Almaty"), "kind": .string("place"), "mentions": .int(0)]),
    ("document.0a1b2c3d4e5f", ["label": .string("A title"), "kind": .string("document"), "confidence": .double(-0.0)]),
    ("statement.5f4e3d2c1b0a", ["label": .string("So it is."), "kind": .string("statement")]),
    ("lonely", ["label": .string("Alone"), "kind": .string("nothing known")]),
    ("bare", [:]),
  ]

  /// Ids that are words of DOT, and those that a careless escape of them would collide with.
  private static let words: [(String, [String: AttributeValue])] = [
    "node", "node_", "Edge", "GRAPH", "digraph", "subgraph", "strict",
  ].map { ($0, ["label": .string($0), "kind": .string("organization")]) }

  /// Texts, one for each node `text.N` and each edge `tN`.
  static let texts: [String] = [
    "\"x\" \"y\"", "'single' & \"double\"", "ends with a backslash \\", "\\N \\G \\l \\\" \\n", "two\nlines",
    "a carriage\rreturn", "dos\r\nline", "a\ttab", " blanks around ", "]]> and <![CDATA[ and -->", "a > b, a <b>c</b>",
    "&amp; &nbsp; &bogus; &#233; &; AT&T", "control \u{1} \u{8} \u{1F} \u{0} end", "delete \u{7F} next line \u{85}",
    "nonsense \u{FFFE} \u{FFFF} end \u{FFFD}", "mark \u{FEFF}order", "👩‍👩‍👧‍👦 🇰🇿 𝔊", "מגילה (עזה) العربية \u{202E}abc\u{202C}",
    "e\u{301} and é", "ﬁ ﷺ ／", "日本語の名前", "{a|b} <port> a:b:c + d", "a;b,c=[d]", "# not a comment // nor this",
    "<b>not HTML</b>", "null", "NaN", "true", "1.0", "[\"a\"]",
  ]

  /// Longer than a string of Graphviz may be.
  static let longTexts = [
    String(repeating: "long \"value\" ", count: 1_300), String(repeating: "длинно ", count: 1_300),
  ]

  private static let ties: [(String, String, [String: AttributeValue])] = [
    ("person.ada-o-neil-2", "country.KZ", tie("statement", "say", 1)),
    ("person.ada-o-neil-2", "country.KZ", tie("statement", "say", 1)),
    ("person.ada-o-neil-2", "country.KZ", tie("statement", "deny", 2.5)),
    ("country.KZ", "person.ada-o-neil-2", tie("statement", "accuse", 0.001)),
    ("organization.a.b_c", "organization.a.b_c", tie("part", "part", 3)),
    ("node", "node_", tie("mention", "mention", 1)), ("Edge", "GRAPH", tie("role", "role", 1)),
    ("subgraph", "strict", tie("member", "member", 7)), ("bare", "digraph", [:]),
    ("statement.5f4e3d2c1b0a", "document.0a1b2c3d4e5f", tie("reported", "reported", 12_345_678.875)),
  ]

  private static func tie(_ kind: String, _ label: String, _ weight: Double) -> [String: AttributeValue] {
    [
      "label": .string(label), "kind": .string(kind), "weight": .double(weight),
      "document": .string("document.0a1b2c3d4e5f"), "start": .int(0), "end": .int(17), "act": .string(label),
      "date": .string("2022-01-07"), "confidence": .double(0.93), "key": .string("same"), "style": .string("loud"),
    ]
  }
}
