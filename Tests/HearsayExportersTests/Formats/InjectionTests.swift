import HearsayExporters
import HearsayGraph
import Testing

@Suite struct InjectionTests {
  /// One node and one edge whose every text is `text`.
  private func lines(_ text: String, of exporter: any GraphExporter) -> [Substring] {
    let schema = AttributeSchema([("label", .string), ("kind", .string), ("all", .list)])
    let values: [String: AttributeValue] = ["label": .string(text), "kind": .string(text), "all": .list([text])]
    var graph = Graph(nodeSchema: schema, edgeSchema: schema)
    let node = graph.addNode("a", values)
    graph.addEdge("e", from: node, to: node, values)
    return String(decoding: exporter.bytes(of: graph), as: UTF8.self).split(separator: "\n")
  }

  @Test(arguments: [
    "'}) DETACH DELETE n //", "\\'}) DETACH DELETE n //", "x`) DETACH DELETE n", "\u{5C}u0027}); DROP", "a\n:exit\nb",
    "",
  ])
  func `no text leaves its string of Cypher`(text: String) throws {
    let lines = lines(text, of: CypherExporter())
    #expect(lines.count == 3)
    for line in lines.dropFirst() {
      // What is left without the strings is made of names and signs of our own.
      var (bare, isInside, isEscaped) = ("", false, false)
      for character in line {
        if !isInside && character != "'" { bare.append(character) }
        if character == "'" && !isEscaped { isInside.toggle() }
        isEscaped = character == "\\" && !isEscaped && isInside
      }
      #expect(!isInside)
      #expect(bare.hasSuffix("+= {label: , kind: , all: []};"), "\(bare)")
      #expect(!bare.contains("DELETE n") && !bare.contains("`") && !bare.contains("//") && !bare.contains("\\"))
    }
  }

  @Test(arguments: ["a> <b", "\" . <urn:x> <urn:y> \"", "\\\" . <urn:x>", "a\n<urn:x> a <urn:y> .", "é{}|^`"])
  func `no text leaves its literal or IRI of Turtle`(text: String) {
    let lines = lines(text, of: TurtleExporter())
    #expect(lines.count == lines.filter { !$0.hasPrefix("<urn:x") }.count)
    let iris = lines.joined().split(separator: "<urn:hearsay:kind:").dropFirst().compactMap {
      $0.split(separator: ">").first
    }
    #expect(iris.count == 2)
    for iri in iris {
      #expect(
        iri.utf8.allSatisfy {
          "%-_".utf8.contains($0) || Character(UnicodeScalar($0)).isLetter || Character(UnicodeScalar($0)).isNumber
        })
    }
  }
}
