import HearsayExporters
import HearsayGraph
import Testing

private let rules = GraphRules(
  nodeSchema: AttributeSchema([("label", .string), ("kind", .string), ("aliases", .list), ("mentions", .int)]),
  edgeSchema: AttributeSchema([
    ("label", .string), ("kind", .string), ("weight", .double), ("document", .string), ("start", .int), ("end", .int),
    ("rule", .string), ("mood", .string), ("confidence", .double),
  ]),
  nodes: [
    .init("cat", id: "cat\\.[a-z]+", requires: ["mentions"], allows: ["aliases"]),
    .init("dog", id: "dog\\.[a-z]+", requires: [], allows: []),
  ],
  edges: [.init("sees", from: ["cat"], to: ["dog", "cat"], requires: ["mood"], allows: ["confidence"])],
  evidence: [["document", "start", "end"], ["rule"]],
  values: ["mood": .pattern("calm|afraid"), "weight": .positive, "confidence": .range(0...1)],
  ascending: [["start", "end"]])

/// A file whose nodes and edges are `nodes` and `edges`, which begin in line 14.
private func file(nodes: String = "", edges: String = "") -> String {
  func key(_ id: String, _ owner: String, _ name: String, _ type: String) -> String {
    "<key id=\"\(id)\" for=\"\(owner)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
  }
  func keys(_ schema: AttributeSchema, _ owner: String, _ prefix: String) -> String {
    schema.attributes.map { key(prefix + $0.name, owner, $0.name, $0.type == .list ? "string" : $0.type.rawValue) }
      .joined()
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">"
    + keys(rules.nodeSchema, "node", "") + keys(rules.edgeSchema, "edge", "edge_")
    + "<graph edgedefault=\"directed\">\(nodes)\(edges)</graph></graphml>\n"
}

private func data(_ values: KeyValuePairs<String, String>) -> String {
  values.map { "<data key=\"\($0.key)\">\($0.value)</data>" }.joined()
}

private let cat =
  "<node id=\"cat.tom\">\(data(["label": "Tom", "kind": "cat", "mentions": "3", "aliases": "[&quot;T, &quot;]"]))</node>"
private let dog = "<node id=\"dog.rex\">\(data(["label": "Rex", "kind": "dog"]))</node>"

private func edge(_ values: String, id: String = "e1", from: String = "cat.tom", to: String = "dog.rex") -> String {
  "\n<edge id=\"\(id)\" source=\"\(from)\" target=\"\(to)\">\(values)</edge>"
}

private let sees = data([
  "edge_label": "sees", "edge_kind": "sees", "edge_weight": "1.0", "edge_mood": "calm", "edge_rule": "because",
])

private func faults(in text: String, limit: Int = 100) -> [String] {
  let bytes = Array(text.utf8)
  return GraphFileValidator(rules: rules, limit: limit).faults(in: bytes.span).map(\.description)
}

@Suite struct GraphMLValidatorTests {
  @Test func `a good file has no fault`() {
    #expect(faults(in: file(nodes: cat + dog, edges: edge(sees))) == [])
    #expect(faults(in: file()) == [])
  }

  @Test func `what an exporter writes of a graph that keeps the rules has no fault`() {
    var graph = Graph(nodeSchema: rules.nodeSchema, edgeSchema: rules.edgeSchema)
    let node: [String: AttributeValue?] = [
      "label": .string("<\u{1}>\r]]>&"), "kind": .string("cat"), "mentions": .int(-3),
      "aliases": .list(["\"", "\\", "\n"]),
    ]
    graph.addNode("cat.a", node)
    graph.addEdge(
      "e", from: 0, to: 0,
      [
        "label": .string("x"), "kind": .string("sees"), "weight": .double(1e-5), "mood": .string("calm"),
        "rule": .string("y"), "confidence": .double(1),
      ])
    #expect(faults(in: String(decoding: GraphMLExporter().bytes(of: graph), as: UTF8.self)) == [])
  }

  // Nodes and edges begin in line 14, each edge in a line of its own.
  @Test(arguments: [
    ("14: node dog.tom: not the id of a cat", cat.replacing("cat.tom", with: "dog.tom"), ""),
    ("14: node cat.tom comes twice", cat + cat, ""),
    ("14: node cat.tom has no mentions", cat.replacing("<data key=\"mentions\">3</data>", with: ""), ""),
    ("14: node cat.tom: mentions is not a whole number: \"3.0\"", cat.replacing(">3<", with: ">3.0<"), ""),
    ("14: node cat.tom: mentions is empty: what is unknown is left out", cat.replacing(">3<", with: "><"), ""),
    (
      "14: node cat.tom: aliases is not a JSON array of texts: \"[T]\"",
      cat.replacing("[&quot;T, &quot;]", with: "[T]"), ""
    ),
    ("14: node cat.tom: no kind of node is called bird", cat.replacing(">cat<", with: ">bird<"), ""),
    (
      "14: node dog.rex: of kind dog, which may not have mentions",
      dog.replacing("</node>", with: data(["mentions": "1"]) + "</node>"), ""
    ),
    ("14: node dog.rex has label twice", dog.replacing("</node>", with: data(["label": "1"]) + "</node>"), ""),
    (
      "14: node dog.rex: no key nothing is declared for it",
      dog.replacing("</node>", with: data(["nothing": "1"]) + "</node>"), ""
    ),
    (
      "14: node dog.rex: no key edge_label is declared for it",
      dog.replacing("</node>", with: data(["edge_label": "1"]) + "</node>"), ""
    ),
    ("15: edge e1: there is no node cat.sue", cat + dog, edge(sees, from: "cat.sue")),
    ("15: edge e1: sees does not leave a node of kind dog", cat + dog, edge(sees, from: "dog.rex")),
    ("16: edge e1 comes twice", cat + dog, edge(sees) + edge(sees)),
    ("15: edge e1: weight is not above 0", cat + dog, edge(sees.replacing(">1.0<", with: ">0.0<"))),
    ("15: edge e1: weight is not a finite number: \"NaN\"", cat + dog, edge(sees.replacing(">1.0<", with: ">NaN<"))),
    ("15: edge e1: mood cannot be \"angry\"", cat + dog, edge(sees.replacing(">calm<", with: ">angry<"))),
    ("15: edge e1: confidence is not between 0.0 and 1.0", cat + dog, edge(sees + data(["edge_confidence": "1.5"]))),
    (
      "15: edge e1: no kind of edge is called hears", cat + dog,
      edge(sees.replacing("<data key=\"edge_kind\">sees<", with: "<data key=\"edge_kind\">hears<"))
    ),
    (
      "15: edge e1 has no evidence: it needs document, start, end; or rule", cat + dog,
      edge(sees.replacing("edge_rule", with: "edge_document"))
    ),
    ("15: edge e1: start is not before end", cat + dog, edge(sees + data(["edge_start": "7", "edge_end": "7"]))),
  ])
  func `a fault is named with its line`(fault: String, nodes: String, edges: String) {
    #expect(faults(in: file(nodes: nodes, edges: edges)) == [fault])
  }

  @Test(arguments: [
    (
      "<graph edgedefault=\"directed\">", "<graph edgedefault=\"undirected\">",
      "14: Element 'graph', attribute 'edgedefault'"
    ),
    ("for=\"node\"", "for=\"all\"", "1: Element 'key', attribute 'for'"),
    ("attr.type=\"int\"", "attr.type=\"boolean\"", "4: Element 'key', attribute 'attr.type'"),
    ("</graph>", "<hyperedge/></graph>", "14: Element 'hyperedge': This element is not expected"),
    ("</graph>", "<node id=\"a b\"/></graph>", "14: Element 'node', attribute 'id'"),
    ("</graph>", "<data key=\"label\"><b/></data></graph>", "14: Element 'data': This element is not expected"),
    ("</graph>", "</grapf>", "14: Opening and ending tag mismatch"),
    ("</graphml>", "", "14: Extra content at the end of the document"),
    ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "\u{FEFF}", "1: begins with a byte order mark"),
    ("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", "1: is encoded in ISO-8859-1, not in UTF-8"),
    ("id=\"mentions\"", "id=\"d0\"", "4: key d0 of mentions should have the id mentions"),
    ("attr.name=\"mentions\"", "attr.name=\"sightings\"", "4: key mentions of sightings should have the id sightings"),
    (
      "for=\"node\" attr.name=\"label\"", "for=\"edge\" attr.name=\"label\"",
      "1: key label of label should have the id edge_label"
    ),
    ("edge_weight", "edge_mood", "7: key edge_mood of weight should have the id edge_weight"),
    ("<graph ", "<![CDATA[x]]><graph ", "14: a CDATA section has no place in a file of Hearsay"),
    ("<graph ", "&bogus;<graph ", "14: Entity 'bogus' not defined"),
  ])
  func `a fault of the form is named with its line`(old: String, new: String, beginning: String) {
    let text = file().replacing(old, with: new, maxReplacements: 1)
    let found = faults(in: text)
    #expect(found.contains { $0.hasPrefix(beginning) }, "\(found)")
  }

  @Test func `a DTD is a fault and is not read`() {
    let bomb = """
      <?xml version="1.0"?>
      <!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">
      <!ENTITY d SYSTEM "file:///etc/passwd">]>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">&c;&d;</graph></graphml>
      """
    let found = faults(in: bomb)
    #expect(found.contains { $0.contains("a DTD has no place") } && !found.contains { $0.contains("root:") })
  }

  @Test(arguments: ["", " ", "not XML", "<", "<?xml", "<graphml>", "\u{0}", "<a/>", "{\"graph\": {}}"])
  func `what is not GraphML is a fault`(text: String) { #expect(!faults(in: text).isEmpty) }

  @Test func `every beginning of a file is a fault`() {
    let text = file(nodes: cat + dog, edges: edge(sees))
    for count in stride(from: 0, to: text.utf8.count - 12, by: 7) {
      #expect(!faults(in: String(decoding: text.utf8.prefix(count), as: UTF8.self)).isEmpty, "\(count) bytes")
    }
  }

  @Test func `bytes that are not UTF-8 are a fault`() {
    var bytes = Array(file(nodes: cat).utf8)
    bytes[bytes.count / 2] = 0xFF
    #expect(!GraphFileValidator(rules: rules).faults(in: bytes.span).isEmpty)
  }

  @Test func `elements as deep as a file can have them are a fault`() {
    #expect(!faults(in: String(repeating: "<graphml>", count: 100_000)).isEmpty)
  }

  @Test func `faults stop at the limit`() {
    let nodes = String(repeating: "<node id=\"x\"/>\n", count: 1000)
    #expect(faults(in: file(nodes: nodes), limit: 10).count == 10)
  }

  // libxml2 keeps 16 bits of a line.
  @Test func `a fault far down is named with its line`() {
    let nodes = String(repeating: "\n", count: 70_000) + cat.replacing(">3<", with: ">x<") + "\n"
    #expect(faults(in: file(nodes: nodes)).map { $0.prefix(19) } == ["70014: node cat.tom"])
  }
}
