import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

private func document(_ text: String, _ source: String, day: Int) -> Document {
  var document = MarkedText(text, source: source, published: CalendarDate(year: 2021, month: 3, day: day)).document
  MentionFinder().annotate(&document)
  RoleFinder().annotate(&document)
  return document
}

/// Three articles: a banker and a singer of one name, a bank, a town.
private let articles = [
  document("[P Jon Weaver], chief executive of [O Alder Bank], met [P Karin Holt] in [L Tarn].", "news/a.txt", day: 1),
  document("[P Jon Weaver] sang an aria with [P K. Holt].", "news/b.txt", day: 2),
  document("[P Holt] left [O Alder Bank] and [P Tarn Trust].", "news/c.txt", day: 3),
]

private func corrected(
  _ yaml: String, allowsMissing: Bool = false
) throws -> (documents: [Document], nodes: [Resolution.Node], diagnostics: [Diagnostic]) {
  var corrections = try Corrections(yaml: yaml, file: "c.yaml")
  corrections.allowsMissingNodes = allowsMissing
  var index = IdentityIndex(corrections: corrections)
  var documents = articles
  var used: Set<String> = []
  for position in documents.indices {
    used.formUnion(corrections.ignore(in: &documents[position]))
    index.add(documents[position])
  }
  let (resolution, diagnostics) = try index.corrected()
  for position in documents.indices { resolution.apply(to: &documents[position]) }
  return (documents, resolution.nodes, diagnostics + corrections.unusedNames(used))
}

@Suite struct CorrectorTests {
  @Test func `nothing is corrected without corrections`() throws {
    let result = try corrected("")
    #expect(
      result.nodes.map(\.id) == [
        "organization.alder-bank", "person.jon-weaver", "person.karin-holt", "person.tarn-trust", "place.tarn",
      ])
  }

  @Test func `nodes that are merged go by the first`() throws {
    let result = try corrected("- merge: [person.karin-holt, person.jon-weaver]")
    #expect(result.nodes.filter { $0.kind == .person }.map(\.id) == ["person.karin-holt", "person.tarn-trust"])
    let node = try #require(result.nodes.first { $0.id == "person.karin-holt" })
    #expect(node.label == "Karin Holt")
    #expect(node.aliases.contains("Jon Weaver"))
    #expect(node.members.contains { $0.rule == "correction, c.yaml:1" })
    #expect(result.documents[1].entities.map(\.id) == ["person.karin-holt"])
    #expect(result.documents[0].relations.first?.from == "person.karin-holt")
  }

  @Test func `merging a node with itself does nothing`() throws {
    let plain = try corrected("").nodes.map(\.id)
    let result = try corrected("- merge: [person.jon-weaver, person.jon-weaver]")
    #expect(result.nodes.map(\.id) == plain)
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `chains of merges end at the first`() throws {
    let result = try corrected(
      "- merge: [person.karin-holt, person.jon-weaver]\n- merge: [person.jon-weaver, person.tarn-trust]")
    #expect(result.nodes.filter { $0.kind == .person }.map(\.id) == ["person.karin-holt"])
  }

  @Test func `a node is split by document`() throws {
    let result = try corrected("- split: person.jon-weaver\n  documents: [b.txt]\n  as: Jon Weaver (singer)")
    #expect(result.documents[0].entities.map(\.id).contains("person.jon-weaver"))
    #expect(result.documents[1].entities.map(\.id).contains("person.jon-weaver-singer"))
    #expect(result.nodes.first { $0.id == "person.jon-weaver-singer" }?.label == "Jon Weaver (singer)")
    #expect(result.nodes.first { $0.id == "person.jon-weaver" }?.separations.map(\.id) == ["person.jon-weaver-singer"])
  }

  @Test func `a node is split by context, and without a name says with whom it shares one`() throws {
    let result = try corrected("- split: person.jon-weaver\n  context: Aria")
    #expect(result.documents[1].entities.map(\.id).contains("person.jon-weaver-2"))
    #expect(result.nodes.first { $0.id == "person.jon-weaver-2" }?.note == "shares its name with person.jon-weaver")
  }

  @Test func `what is split off can be corrected further`() throws {
    let result = try corrected(
      "- split: person.jon-weaver\n  context: aria\n  as: Singer\n- pin: person.singer\n  country: NO\n  wikidata: Q7")
    let singer = try #require(result.nodes.first { $0.id == "person.singer" })
    #expect(singer.country == "NO")
    #expect(singer.wikidata == "Q7")
    #expect(result.documents[1].entities.first { $0.id == "person.singer" }?.wikidata == "Q7")
  }

  @Test func `what is never to be merged is kept apart, whatever the rules say`() throws {
    let result = try corrected("- never-merge: [person.karin-holt, person.k-holt]")
    #expect(result.documents[1].entities.map(\.id).contains("person.k-holt"))
    #expect(result.documents[2].entities.map(\.id).contains("person.karin-holt"))
    #expect(result.nodes.first { $0.id == "person.k-holt" }?.separations.first?.reason == "correction, c.yaml:1")
  }

  @Test func `a node is renamed and keeps its id`() throws {
    let result = try corrected("- rename: person.karin-holt\n  to: Karin A. Holt")
    let node = try #require(result.nodes.first { $0.id == "person.karin-holt" })
    #expect(node.label == "Karin A. Holt")
    #expect(node.aliases.contains("Karin Holt"))
    #expect(result.documents[2].entities.first { $0.id == "person.karin-holt" }?.label == "Karin A. Holt")
  }

  @Test func `a node of another kind has another id and no role that it cannot have`() throws {
    let result = try corrected("- retype: person.tarn-trust\n  to: organization")
    #expect(result.documents[2].entities.map(\.id).contains("organization.tarn-trust"))
    let person = try corrected("- retype: person.jon-weaver\n  to: organization")
    #expect(person.documents[0].relations.allSatisfy { $0.kind != .role })
  }

  @Test func `a node becomes a country by being merged into one`() throws {
    let result = try corrected("- merge: [country.GE, place.tarn]")
    let country = try #require(result.documents[0].entities.first { $0.id == "country.GE" })
    #expect(country.kind == .country)
    #expect(country.label == "Georgia")
  }

  @Test func `a name that is ignored is nobody`() throws {
    let result = try corrected("- ignore: Tarn Trust\n- ignore: person.jon-weaver")
    #expect(!result.nodes.contains { ["person.tarn-trust", "person.jon-weaver"].contains($0.id) })
    #expect(!result.documents[2].mentions.contains { $0.entity == "person.tarn-trust" })
    #expect(!result.documents[0].relations.contains { $0.from == "person.jon-weaver" })
  }

  @Test func `what one who is ignored did goes as well`() throws {
    var document = MarkedText("[P Karin Holt] met [P Jon Weaver].").document
    MentionFinder().annotate(&document)
    document.deeds = [
      Deed(.meets, from: "person.karin-holt", to: "person.jon-weaver", range: TextRange(0, 27)),
      Deed(.calls, from: "person.karin-holt", to: "person.ann-lee", range: TextRange(0, 27)),
    ]
    let corrections = try Corrections(yaml: "- ignore: Jon Weaver", file: "corrections.yaml")
    _ = corrections.ignore(in: &document)
    #expect(document.deeds.map(\.kind) == [.calls])
  }

  @Test(arguments: [
    ("- merge: [person.karin-holt, person.nobody]", 1), ("\n- rename: person.nobody\n  to: X", 2),
    ("- split: person.nobody\n  context: x", 1), ("- pin: person.nobody\n  country: NO", 1),
    ("- retype: person.nobody\n  to: place", 1), ("- never-merge: [person.nobody, person.jon-weaver]", 1),
  ])
  func `a missing node is an error with its line, or told of where that is allowed`(yaml: String, line: Int) throws {
    let error = try #require(throws: CorrectionError.self) { try corrected(yaml) }
    #expect(error.line == line)
    #expect("\(error)".contains("person.nobody"))
    let result = try corrected(yaml, allowsMissing: true)
    #expect(result.diagnostics.map(\.line) == [line])
  }

  @Test func `a missing node's error names those of a similar name`() throws {
    let error = try #require(throws: CorrectionError.self) {
      try corrected("- rename: organization.jon-weaver\n  to: X")
    }
    #expect("\(error)".contains("is it person.jon-weaver?"))
  }

  @Test(arguments: [
    "- ignore: Nobody At All", "- split: person.jon-weaver\n  context: zebra",
    "- split: person.jon-weaver\n  documents: [z.txt]",
  ])
  func `a correction that matches nothing is told of with its line`(yaml: String) throws {
    let diagnostics = try corrected(yaml).diagnostics
    #expect(diagnostics.map(\.line) == [1])
    #expect(diagnostics.map(\.source) == ["c.yaml"])
  }

  @Test func `the order of documents does not matter`() throws {
    let yaml = "- split: person.jon-weaver\n  context: aria\n- never-merge: [person.karin-holt, person.k-holt]"
    let corrections = try Corrections(yaml: yaml, file: "c.yaml")
    let dumps = try [articles, articles.reversed()].map { documents in
      var index = IdentityIndex(corrections: corrections)
      for document in documents { index.add(document) }
      return try index.corrected().resolution.nodes.map { "\($0.id) \($0.label) \($0.members.map(\.document))" }
    }
    #expect(dumps[0] == dumps[1])
  }
}
