import Foundation
import HearsayCore
import Testing

@testable import HearsayReaders

@Suite struct BadInputTests {
  static let refused: [(name: String, bytes: [UInt8], message: String)] = [
    ("empty", [], "an empty file"), ("blank", Array(" \n\t\r\n".utf8), "no text in it"),
    ("NULs", Array("abc\0def\0\0\0".utf8), "a binary file"),
    ("PNG", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "a picture"),
    ("PDF", Array("%PDF-1.4 x".utf8), "a PDF file"), ("ZIP", [0x50, 0x4B, 3, 4, 20, 0], "a damaged ZIP archive"),
    ("figures", Array("12 345.67 - 8,901; 23".utf8), "no letters"),
    ("a table of figures", Array("a 1 2 3 4 5 6 7 8 9\nb 1 2 3 4 5 6".utf8), "not language"),
    ("base64", Array(String(repeating: "QmFzZTY0IGlzIG5vdCBsYW5ndWFnZQ", count: 40).utf8), "not language"),
    (
      "a page without text",
      Array("<html><head><title>x</title></head><body><script>var a = 1;</script></body></html>".utf8),
      "no text in the page"
    ),
    ("only furniture", Array("Share\nTweet\nEmail".utf8), "no text in it"),
  ]

  @Test(arguments: refused.indices) func `what is no article is a diagnostic that names it`(index: Int) {
    let (name, bytes, message) = Self.refused[index]
    let read = Read(bytes, source: "folder/\(name)")
    #expect(read.documents.isEmpty, "\(name)")
    #expect(read.diagnostics.map(\.severity) == [.skipped], "\(name)")
    #expect(read.diagnostics.first?.source == "folder/\(name)")
    #expect(read.diagnostics.first?.message.hasPrefix(message) == true, "\(name): \(read.diagnostics)")
  }

  @Test func `an article of 50 MB is refused by the limit of 5 MB`() {
    let read = Read([UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000))
    #expect(
      read.diagnostics.first?.message.hasPrefix("50000000 bytes, over the limit of 5000000 for one article: split it")
        == true)
  }

  private static let body =
    "The council of the port agreed on Monday to close the eastern quay for repairs, its chairwoman said."

  @Test func `a page cut off anywhere is read as far as it goes`() throws {
    let page = Array(try Data(contentsOf: PageTests.folder.appending(path: "broadsheet.html")))
    for end in stride(from: 0, to: page.count, by: 97) {
      let read = Read(Array(page[..<end]))
      #expect(read.documents.count + read.diagnostics.count == 1)
    }
    let half = "<html><body><article><p>\(Self.body)</p><p>Ships moor in the so"
    #expect(Read(half).text == "\(Self.body)\n\nShips moor in the so")
  }

  @Test(arguments: [10_000, 40_000]) func `elements nested deep neither crash nor hang`(depth: Int) {
    for tag in ["div", "b", "span", "table><tr><td", "ul><li", "x"] {
      let opening = String(repeating: "<\(tag)>", count: depth)
      let read = Read("<html><body>\(opening)<p>\(Self.body)</p>")
      #expect(read.text?.contains(Self.body) == true, "\(tag)")
    }
    let closed = String(repeating: "<i>", count: depth) + Self.body + String(repeating: "</i>", count: depth)
    #expect(Read("<p>\(closed)</p>").text?.contains(Self.body) == true)
  }

  @Test(arguments: ["nav", "svg", "button", "select", "iframe", "object", "footer", "aside", "form", "td"])
  func `a part whose end is missing does not take the article with it`(tag: String) {
    let more = String(
      repeating: "<p>\(Self.body)</p><p>Ships moor in the south, the harbour master told fishermen.</p>", count: 2)
    #expect(Read("<html><body><p>Hello.</p><\(tag)>\(more)</body></html>").text?.contains(Self.body) == true)
  }

  @Test func `tags with very many attributes and markup of nothing but brackets are read in time`() {
    let attributes = (0..<200_000).map { "a\($0)=1" }.joined(separator: " ")
    #expect(Read("<html><body><p \(attributes)>\(Self.body)</p></body></html>").text == Self.body)
    #expect(Read("<p>" + String(repeating: "<", count: 1_000_000)).documents.isEmpty)
    #expect(Read("<html><p>\(Self.body)</p>" + String(repeating: "</b>", count: 500_000)).text == Self.body)
    #expect(
      Read("<html><p>\(Self.body)</p>" + String(repeating: "<!--", count: 250_000)).text?.hasPrefix(Self.body) == true)
    let references = Read("<html><p>\(Self.body)</p>" + String(repeating: "&amp", count: 10_000))
    #expect(references.documents.count + references.diagnostics.count == 1)
  }

  static let tricks = [
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file://CANARY\">]><x><p>BODY &e;</p></x>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"CANARY\">]><x><p>BODY &e;</p></x>",
    "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file://CANARY\"><x><p>BODY</p></x>",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY % p SYSTEM \"file://CANARY\"> %p;]><x><p>BODY</p></x>",
    "<?xml version=\"1.0\"?><x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><p>BODY</p><xi:include href=\"CANARY\" parse=\"text\"/></x>",
    "<!DOCTYPE html SYSTEM \"file://CANARY\"><html><body><p>BODY &e;</p><iframe src=\"file://CANARY\"></iframe></body></html>",
    "<html><head><link rel=\"import\" href=\"CANARY\"><base href=\"file://CANARY\"></head><body><p>BODY</p><object data=\"CANARY\"></object></body></html>",
    "<?xml version=\"1.0\"?><?xml-stylesheet href=\"CANARY\"?><x><p>BODY</p></x>",
  ]

  @Test(arguments: tricks) func `no document has another file read`(trick: String) throws {
    let folder = try Folder(["canary.txt": "the secret of the canary"])
    let text = trick.replacingOccurrences(of: "CANARY", with: folder.path + "/canary.txt").replacingOccurrences(
      of: "BODY", with: Self.body)
    let read = Read(text)
    #expect(read.text?.contains(Self.body) == true)
    #expect(read.text?.contains("secret") == false)
  }

  @Test func `entities that multiply are not expanded`() {
    var entities = "<!ENTITY a0 \"quay\">"
    for level in 1...30 { entities += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    let read = Read("<?xml version=\"1.0\"?><!DOCTYPE x [\(entities)]><x a=\"&a30;\"><p>\(Self.body) &a30;</p></x>")
    #expect(read.documents.count + read.diagnostics.count == 1)
    #expect((read.text?.utf8.count ?? 0) < 1_000)
  }

  @Test func `awkward characters come through`() {
    let body =
      "“Ünïcödé” 😀 שלום &lt;tag&gt; ‘quotes’ said\u{0} the quay’s chairwoman, and the council of the port agreed to it."
    let text = Read("<html><body><p>\(body)</p></body></html>").text
    #expect(
      text
        == "“Ünïcödé” 😀 שלום <tag> ‘quotes’ said\u{FFFD} the quay’s chairwoman, and the council of the port agreed to it."
    )
  }

  @Test func `XML that is no page is read too`() {
    let read = Read(
      "<?xml version=\"1.0\"?><nitf><head><title>Port to close its quay</title></head><body><body.content><p>\(Self.body)</p><p><![CDATA[Ships & boats moor in the south.]]></p></body.content></body></nitf>"
    )
    #expect(read.text == "Port to close its quay\n\n\(Self.body)\n\nShips & boats moor in the south.")
  }
}

@Suite struct GraphCheckTests {
  @Test(arguments: [
    "<?xml version=\"1.0\"?>\n<graphml xmlns=\"x\"><key id=\"a\"/></graphml>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"a\" \"b\">\n<!-- Generated -->\n<svg><text>Kari Lund said so.</text></svg>",
    "digraph \"G\" {\n  \"person.kari-lund\" [\"label\"=\"Kari Lund\"]\n}\n",
    "graph [\n  directed 1\n  node [\n    id 0\n    label \"Kari Lund said so.\"\n  ]\n]\n",
    "*Vertices 1\n1 \"Kari Lund\"\n*Arcs\n",
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n<urn:hearsay:node:a> a schema:Person .\n",
    "# N-Quads by Hearsay: what was taken from a document is in its graph\n<urn:a> <urn:b> \"c\" .\n",
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n",
    "Id,Label,kind\nperson.kari-lund,\"Kari Lund\",\"person\"\n",
    "Source,Target,Type,Id,Label,Weight\na,b,Directed,e,\"say\",1.0\n",
    "id:ID,:LABEL,label:string\na,Entity;Person,\"Kari Lund\"\n", ":START_ID,:END_ID,:TYPE,id\na,b,SAID,e\n",
    "#!/bin/sh\n# Makes a database of the two files beside this one.\nset -eu\n",
    "date,speaker,act,target,words,article,source\n2022-01-07,Kari Lund,say,Norway,So it is,A title,x.txt\n",
    "{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[\n{\"id\":\"a\"}\n],\n\"edges\":[]}\n",
    "{\"graph\":{\"directed\":true,\n\"nodes\":{\n\"a\":{}\n},\"edges\":[]}}\n",
    "{\"format_version\":\"1.0\",\"generated_by\":\"hearsay\",\n\"elements\":{}}\n",
    "[{\"CXVersion\":\"2.0\",\"hasFragments\":false},\n{\"nodes\":[]}]\n",
    "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Kari Lund\"]}}\n{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{}}\n",
  ])
  func `a graph or its picture is no article`(text: String) {
    var diagnostics: [Diagnostic] = []
    ArticleReader().read(Array(text.utf8), source: "graph") { reading in
      if case .diagnostic(let diagnostic) = reading { diagnostics.append(diagnostic) }
    }
    #expect(diagnostics.map(\.message) == ["a graph or a drawing, not an article: leave it out"])
  }

  @Test(arguments: [
    "Digraph makers meet\n\nThe makers of the digraph said on Monday that graphs would be drawn in Oslo.",
    "{\"id\":\"a\",\"schema\":\"news\",\"properties\":{\"x\":1},\"text\":\"The makers said on Monday that graphs would be drawn.\"}",
  ])
  func `an article about graphs is one`(text: String) {
    var count = 0
    ArticleReader().read(Array(text.utf8), source: "article") { if case .document = $0 { count += 1 } }
    #expect(count == 1)
  }
}
