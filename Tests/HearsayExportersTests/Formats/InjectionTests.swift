import HearsayExporters
import HearsayGraph
import Testing

@Suite struct InjectionTests {
  /// One node and one edge whose every text is `text`.
  private func graph(of text: String) -> Graph {
    let schema = AttributeSchema([("label", .string), ("kind", .string), ("all", .list)])
    let values: [String: AttributeValue] = ["label": .string(text), "kind": .string(text), "all": .list([text])]
    var graph = Graph(nodeSchema: schema, edgeSchema: schema)
    let node = graph.addNode("a", values)
    graph.addEdge("e", from: node, to: node, values)
    return graph
  }

  /// That graph as `exporter` writes it.
  private func lines(_ text: String, of exporter: any GraphExporter) -> [Substring] {
    let graph = graph(of: text)
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

  /// What tables, spreadsheets, query languages, markup and shells run, and what ends the strings of every format.
  static let hostile = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''@x", "\"", "\"\"", "'",
    "a\"b'c",
    "</data></node><node id=\"x\">", "\"/><script>alert(1)</script>", "]]>", "<!--", "\\", "\\\"", "\"];\nx -> y [",
    "\" ]\n  node [\n id 9", "$(touch x)`touch x`", "%s%n", "\u{2028}", "node", "edge", "graph", "strict", "__proto__",
  ]

  @Test(arguments: hostile)
  func `no text makes a formula of a table's cell`(text: String) {
    for exporter: any GraphExporter in [
      GephiCSVExporter(.nodes), GephiCSVExporter(.edges), Neo4jCSVExporter(.nodes), Neo4jCSVExporter(.relationships),
    ] {
      let cells = Self.cells(of: String(decoding: exporter.bytes(of: graph(of: text)), as: UTF8.self))
      // The names, then one line.
      #expect(cells.count == 2 && cells[0].count == cells[1].count, "\(cells)")
      for cell in cells.joined() {
        #expect(cell.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } != true, "\(cell)")
      }
      let label = text.replacing("\r", with: "\n")
      let isFormula = label.unicodeScalars.first { $0 != "'" }.map { "=+-@\t\n".unicodeScalars.contains($0) } ?? false
      #expect(cells[1].contains(isFormula ? "'" + label : label), "\(cells[1])")
    }
  }

  /// One hostile text everywhere changes as many lines as any other text does, in every format of lines.
  @Test(arguments: hostile)
  func `no text adds an element to a graph`(text: String) throws {
    for format in GraphFormat.table where !["csv", "neo4j-csv"].contains(format.name) {
      let exporter = format.files[0].exporter(.sample)
      // Pajek has one label a line, GML an attribute, GraphML data, DOT a statement: text with a line end in them is escaped
      // by all but XML, which may have it inside an element.
      guard !["graphml"].contains(format.name) || !text.contains("\n") else { continue }
      let count = lines("plain", of: exporter).count
      #expect(lines(text, of: exporter).count == count, "\(format.name)")
    }
  }

  /// The rows of a table, by RFC 4180.
  private static func cells(of text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var (cell, isInside, wasQuote) = ("", false, false)
    for scalar in text.unicodeScalars {
      if isInside {
        if scalar == "\"" { (isInside, wasQuote) = (false, true) } else { cell.unicodeScalars.append(scalar) }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { cell += "\"" }
        isInside = true
      case ",", "\n":
        rows[rows.count - 1].append(cell)
        cell = ""
        if scalar == "\n" { rows.append([]) }
      default: cell.unicodeScalars.append(scalar)
      }
      wasQuote = false
    }
    return Array(rows.dropLast())
  }
}
