import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

@Suite struct CorrectionReaderTests {
  @Test func `every correction is read with its line`() throws {
    let corrections = try Corrections(
      yaml: """
        # who is who
        - merge: [person.a, person.b]  # one man
        - never-merge: [person.a, person.c, person.d]

        - split: person.a
          documents: [seeds/x.txt, document.0a1b2c3d4e5f]
          context: bank
          as: A. (banker)
        - rename: person.a
          to: "Ann: Lee"
        - retype: person.nato
          to: organization
        - ignore: Getty  Images
        - pin: person.a
          country: NO
          wikidata: Q42
        """, file: "c.yaml")
    #expect(
      corrections.all == [
        Correction(.merge(["person.a", "person.b"]), line: 2),
        Correction(.neverMerge(["person.a", "person.c", "person.d"]), line: 3),
        Correction(
          .split(
            node: "person.a", documents: ["seeds/x.txt", "document.0a1b2c3d4e5f"], context: "bank", name: "A. (banker)"),
          line: 5),
        Correction(.rename(node: "person.a", label: "Ann: Lee"), line: 9),
        Correction(.retype(node: "person.nato", kind: .organization), line: 11),
        Correction(.ignore(name: "Getty Images"), line: 13),
        Correction(.pin(node: "person.a", country: "NO", wikidata: "Q42"), line: 14),
      ])
  }

  @Test(arguments: ["", "# nothing yet\n", "[]", "---\n"])
  func `an empty file corrects nothing`(yaml: String) throws {
    #expect(try Corrections(yaml: yaml, file: "c.yaml").all.isEmpty)
  }

  @Test(arguments: [
    ("- merge: [person.a, person.b", 1, "no YAML"),
    ("- ignore: x\n- ignore: \"y\n", 2, "no YAML"),
    ("- ignore: x\n\t- ignore: y\n", 2, "no YAML"),
    ("- ignore: x\n  ignore: y\n", 1, "twice"),
    ("merge: [person.a, person.b]", 1, "a list"),
    ("- person.a", 1, "a key"),
    ("- merge:\n    - person.a\n    - [person.b]\n", 3, "a word or phrase"),
    ("- {}", 1, "a key"),
    ("- ignore: x\n- smerge: [person.a, person.b]\n", 2, "unknown key smerge: there are merge, never-merge, split"),
    ("- rename: person.a\n  to: A\n  why: b\n", 3, "unknown key why: there are rename, to"),
    ("- merge: person.a\n", 1, "two nodes or more"),
    ("- merge: [person.a]\n", 1, "two nodes or more"),
    ("- rename: person.a\n", 1, "rename lacks to"),
    ("- rename:\n  to: A\n", 1, "a word or phrase"),
    ("- rename: Ann Lee\n  to: A\n", 1, "Ann Lee is not a node's id"),
    ("- rename: statement.0a1b\n  to: A\n", 1, "is not a node's id"),
    ("- split: person.a\n", 1, "split lacks documents or context"),
    ("- retype: person.a\n  to: country\n", 2, "country is not person, organization or place"),
    ("- pin: person.a\n", 1, "pin lacks country or wikidata"),
    ("- pin: person.a\n  country: Norway\n", 2, "Norway is not a country's code"),
    ("- pin: person.a\n  wikidata: 42\n", 2, "42 is not a Wikidata item"),
    (
      "- merge: [person.a, person.b]\n- merge: [person.b, person.a]\n", 2,
      "a cycle: person.a into person.b into person.a"
    ),
    (
      "- merge: [person.a, person.b]\n- merge: [person.b, person.c]\n- merge: [person.c, person.a]\n", 3,
      "a cycle: person.a into person.c into person.b into person.a"
    ),
    ("- merge: [person.a, person.b]\n- merge: [person.c, person.b]\n", 2, "line 1 says otherwise"),
    (
      "- merge: [person.a, person.b]\n- merge: [person.b, person.c]\n- never-merge: [person.a, person.c]\n", 3,
      "person.a and person.c are never one, but line 2 says otherwise"
    ),
    ("- rename: person.a\n  to: A\n- rename: person.a\n  to: B\n", 3, "person.a is called B, but line 1"),
    ("- pin: person.a\n  country: NO\n- pin: person.a\n  country: SE\n", 3, "belongs to SE, but line 1"),
    ("- merge: [country.NO, country.SE]\n", 1, "one country at most"),
  ])
  func `a faulty file is named with the line and what would help`(yaml: String, line: Int, words: String) throws {
    let error = try #require(throws: CorrectionError.self) { try Corrections(yaml: yaml, file: "c.yaml") }
    #expect(error.line == line, "\(error)")
    #expect("\(error)".hasPrefix("c.yaml:\(line): "), "\(error)")
    #expect("\(error)".contains(words), "\(error)")
  }

  @Test func `what says the same twice is no contradiction`() throws {
    let yaml = "- merge: [person.a, person.a]\n- merge: [person.a, person.b]\n- merge: [person.a, person.b]\n"
    #expect(try Corrections(yaml: yaml, file: "c.yaml").all.count == 3)
  }
}

@Suite struct CorrectionTextTests {
  static let actions: [Correction.Action] = [
    .merge(["person.a", "person.b"]), .neverMerge(["person.a", "person.c"]),
    .split(node: "person.a", documents: ["a b/x: y.txt"], context: "the \"bank\"", name: "A. #2"),
    .split(node: "person.a", documents: [], context: "null", name: nil),
    .rename(node: "person.a", label: "José Ibáñez"), .rename(node: "person.b", label: "- yes: [no] \\ \u{7}"),
    .retype(node: "person.nato", kind: .organization), .ignore(name: "Getty Images"), .ignore(name: "007"),
    .pin(node: "person.a", country: "NO", wikidata: nil), .pin(node: "person.b", country: nil, wikidata: "Q42"),
  ]

  @Test func `what is written is read as it was meant, one entry after the other`() throws {
    var text = ""
    for action in Self.actions { text = try #require(try CorrectionText(file: "c.yaml").adding(action, to: text)) }
    #expect(try Corrections(yaml: text, file: "c.yaml").all.map(\.action) == Self.actions)
  }

  @Test(arguments: [
    "# my notes\n- ignore: x   # here\n\n# at the end\n", "- ignore: x", "---\n  # far\n  - ignore: x\n",
    "# only this\n",
  ])
  func `what stands there stays as it is`(text: String) throws {
    let new = try #require(
      try CorrectionText(file: "c.yaml").adding(.ignore(name: "Getty Images"), to: text, comment: "why\nnot"))
    #expect(new.hasPrefix(text))
    #expect(new.dropFirst(text.count).contains("# why\n"))
    #expect(try Corrections(yaml: new, file: "c.yaml").all.last?.action == .ignore(name: "Getty Images"))
  }

  @Test func `what is there already is not added`() throws {
    #expect(try CorrectionText(file: "c.yaml").adding(.ignore(name: "x"), to: "- ignore: \"x\"\n") == nil)
  }

  @Test(arguments: ["[{ignore: x}]", "- ignore: x\n...\n"])
  func `a file that has no room at its end is left alone`(text: String) {
    #expect(throws: CorrectionError.self) {
      try CorrectionText(file: "c.yaml").adding(.ignore(name: "y"), to: text)
    }
  }

  @Test func `what contradicts the file is not added`() {
    #expect(throws: CorrectionError.self) {
      try CorrectionText(file: "c.yaml")
        .adding(.neverMerge(["person.b", "person.a"]), to: "- merge: [person.a, person.b]\n")
    }
  }
}
