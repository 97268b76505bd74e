import CLibXML2
import Foundation
import HearsayExporters
import HearsayGraph

/// Graphs of any text, written in every format, and read back where others' parsers are at hand.
enum ExporterCheck {
  static func run(_ bytes: [UInt8]) {
    let graph = graph(of: bytes)
    let files = GraphFormat.table.flatMap(\.files) + GraphTool.table.map(\.file)
    for file in files {
      let written = file.exporter(GraphStyle()).bytes(of: graph)
      precondition(String(validating: written, as: UTF8.self) != nil, "\(file.fileExtension) is UTF-8")
      switch file.fileExtension {
      case "graphml": compare(written, with: graph)
      case "gexf": precondition(elements("node", in: written).count == graph.nodes.count, "GEXF has every node")
      case "dot", "graphviz.dot": checkStatements(of: written, graph)
      case "json", "jgf", "cyjs", "cx2", "networkx.json":
        precondition((try? JSONSerialization.jsonObject(with: Data(written))) != nil, "\(file.fileExtension) is JSON")
      default: break
      }
    }
  }

  /// A graph whose texts are what `bytes` say: lengths and texts by turns.
  private static func graph(of bytes: [UInt8]) -> Graph {
    var graph = Graph(
      nodeSchema: AttributeSchema([
        ("label", .string), ("kind", .string), ("aliases", .list), ("mentions", .int), ("confidence", .double),
        ("note", .string), ("first_date", .string),
      ]),
      edgeSchema: AttributeSchema([
        ("label", .string), ("kind", .string), ("weight", .double), ("sentence", .string), ("start", .int),
        ("date", .string),
      ]))
    var rest = bytes[...]
    func text() -> String {
      let count = Int(rest.popFirst() ?? 0)
      defer { rest = rest.dropFirst(count) }
      return String(decoding: rest.prefix(count), as: UTF8.self)
    }
    while let kind = rest.popFirst(), graph.nodes.count < 60, graph.edges.count < 60 {
      if kind % 2 == 0 || graph.nodes.isEmpty {
        graph.addNode(
          "n\(graph.nodes.count)",
          [
            "label": .string(text()), "kind": .string(text()), "aliases": .list([text(), text()]),
            "mentions": .int(Int(kind)), "confidence": .double(Double(kind) / 255), "note": .string(text()),
            "first_date": .string(text()),
          ])
      } else {
        let count = graph.nodes.count
        graph.addEdge(
          "e\(graph.edges.count)", from: Int(kind) % count, to: Int(rest.popFirst() ?? 0) % count,
          [
            "label": .string(text()), "kind": .string(text()), "weight": .double(Double(kind)),
            "sentence": .string(text()), "start": .int(Int(kind)), "date": .string(text()),
          ])
      }
    }
    return graph
  }

  /// DOT has a statement on each line, and no text ends the string that it is in.
  private static func checkStatements(of written: [UInt8], _ graph: Graph) {
    let lines = written.split(separator: UInt8(ascii: "\n")).filter { $0.starts(with: "  \"".utf8) }
    precondition(lines.count == graph.nodes.count + graph.edges.count, "DOT has every node and edge, a line each")
    for line in lines {
      var (isInString, isEscaped) = (false, false)
      for byte in line {
        precondition(byte >= 0x20 || byte == UInt8(ascii: "\t"), "DOT has no control characters")
        precondition(isInString || !"\\&".utf8.contains(byte), "a text of DOT stands in its string")
        if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      precondition(!isInString && line.reversed().starts(with: ";]".utf8), "a statement of DOT ends")
    }
  }

  private static func compare(_ written: [UInt8], with graph: Graph) {
    let nodes = elements("node", in: written)
    precondition(nodes.count == graph.nodes.count, "GraphML has every node")
    for (node, found) in zip(graph.nodes, nodes) {
      for name in ["label", "kind", "note"] {
        guard case .string(let text)? = graph.value(name, of: node) else { continue }
        precondition(found[name].map(plain) == plain(text), "\(name) comes back: \(text.debugDescription)")
      }
    }
    let edges = elements("edge", in: written)
    precondition(edges.count == graph.edges.count, "GraphML has every edge")
    for (edge, found) in zip(graph.edges, edges) {
      guard case .string(let text)? = graph.value("sentence", of: edge) else { continue }
      precondition(found["edge_sentence"].map(plain) == plain(text), "a sentence comes back: \(text.debugDescription)")
    }
  }

  /// `text` without what XML cannot have.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D: scalar
          case 0x00..<0x20, 0x7F, 0xFFFE, 0xFFFF: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  /// The elements called `name`, each with the text of its `data` by key.
  private static func elements(_ name: String, in xml: [UInt8]) -> [[String: String]] {
    let document = xml.withUnsafeBytes {
      xmlReadMemory(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil, nil,
        Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue))
    }
    guard let document else {
      preconditionFailure("what is written is well-formed: \(String(decoding: xml, as: UTF8.self))")
    }
    defer { xmlFreeDoc(document) }
    var found: [[String: String]] = []
    func walk(_ first: xmlNodePtr?) {
      var next = first
      while let node = next {
        if node.pointee.type == XML_ELEMENT_NODE {
          if String(cString: node.pointee.name) == name {
            found.append(data(of: node))
          } else {
            walk(node.pointee.children)
          }
        }
        next = node.pointee.next
      }
    }
    walk(xmlDocGetRootElement(document))
    return found
  }

  private static func data(of node: xmlNodePtr) -> [String: String] {
    var values: [String: String] = [:]
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE, let key = xmlGetProp(child, "key") {
        let content = xmlNodeGetContent(child)
        values[String(cString: key)] = content.map { String(cString: $0) } ?? ""
        hearsay_xml_free(key)
        hearsay_xml_free(content)
      }
      next = child.pointee.next
    }
    return values
  }
}
