import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

private func document(_ text: String, day: Int? = nil) -> Document {
  let date = day.flatMap { CalendarDate(year: 2021, month: 3, day: $0) }
  var document = MarkedText(text, source: "test-\(text.utf8.count).txt", published: date).document
  MentionFinder().annotate(&document)
  RoleFinder().annotate(&document)
  return document
}

private func resolution(_ documents: [Document]) -> Resolution {
  var index = IdentityIndex()
  for document in documents { index.add(document) }
  return index.resolve()
}

private func ids(_ texts: [String], kind: Entity.Kind = .person) -> [String] {
  let documents = texts.enumerated().map { document($1, day: $0 + 1) }
  return resolution(documents).nodes.filter { $0.kind == kind }.map(\.id)
}

@Suite struct ResolutionTests {
  @Test func `a surname alone joins the one person of that surname`() {
    #expect(ids(["[P Adaeze Okaforu] spoke.", "[P Okaforu] spoke again."]) == ["person.adaeze-okaforu"])
  }

  @Test func `a surname of two people stays alone, and says why`() {
    let documents = [
      document("[P Karin Holt] sang.", day: 1), document("[P Peter Holt] danced.", day: 2),
      document("[P Holt] left.", day: 3),
    ]
    let result = resolution(documents)
    #expect(result.nodes.map(\.id) == ["person.holt", "person.karin-holt", "person.peter-holt"])
    #expect(result.node("person.holt")?.separations.map(\.id) == ["person.karin-holt", "person.peter-holt"])
  }

  @Test func `a surname of two people joins the one with the same company`() {
    let people = ids([
      "[P Karin Holt] and [P Ines Duarte] sang.", "[P Peter Holt] danced.", "[P Holt] met [P Ines Duarte].",
    ])
    #expect(people == ["person.ines-duarte", "person.karin-holt", "person.peter-holt"])
  }

  @Test(arguments: [
    ["[P Volodymyr Zelensky] spoke.", "[P Volodymyr Zelenskyy] spoke.", "[P Volodymyr Zelenskiy] spoke."],
    ["[P Kassym-Jomart Tokayev] spoke.", "[P Kasym-Zhomart Tokayev] spoke."],
    ["[P Sergei Petrov] spoke.", "[P Sergey Petrov] spoke."],
    ["[P José Ibáñez] spoke.", "[P Jose Ibanez] spoke."],
    ["[P Ruth Ann Meyer] spoke.", "[P Ruth Meyer] spoke.", "[P R. Meyer] spoke."],
    ["[P Joseph Harker] spoke.", "[P Joe Harker] spoke."],
    ["[P Mohammed Ali Farah] spoke.", "[P Ali Mohamed Farah] spoke."],
    ["[P Yousuf Kakar] spoke.", "[P Yousef Kakar] spoke.", "[P Yusuf Kakar] spoke."],
    ["[P Gholam Reza Kakarpour] spoke.", "[P Gholamreza Kakarpour] spoke."],
    ["[P Karim Kakar-Nejad] spoke.", "[P Karim Kakarnejad] spoke."],
    ["[P Rizgar Amin Kakarpour] spoke.", "[P Rizkar Amin Kakarpour] spoke."],
    ["[P Qari Mohammad Kakarpour] spoke.", "[P Mohammad Kakarpour] spoke."],
    ["[P Baqer Kakarpour] spoke.", "[P Mohammad Bagher Kakarpour] spoke."],
    ["[P Omar al-Kakarpour] spoke.", "[P al-Kakarpour] spoke.", "[P Al-Kakarpour] sat.", "[P Kakarpour] left."],
    ["[P Shah Mehmood Daudzai] spoke.", "[P Shah Mahmood Daudzai] spoke."],
    ["[P Viktor Morozenko] spoke.", "[P Victor Morozenko] spoke."],
    ["[P Konstantin Belyachev] spoke.", "[P Konstantin Belyachyov] spoke."],
    ["[P Bernardo Quesada] left [O Cedar Mining].", "[P Bernando Quesada] left [O Cedar Mining]."],
    ["[P Abdul Latif Kakar] left [O Cedar Mining].", "[P Latif Kakar] left [O Cedar Mining]."],
    ["[P Tarel Pin-kung] spoke.", "[P Tarel Ping-kun] spoke."],
    ["[P Desi Kakarpour] left [O Cedar Mining].", "[P Desire Kakarpour] left [O Cedar Mining]."],
  ])
  func `spellings and initials of one name are one person`(texts: [String]) {
    #expect(ids(texts).count == 1)
  }

  @Test(arguments: [
    ["[P Karin Holt] spoke.", "[P Peter Holt] spoke."],
    ["[P Ruth Meyer] spoke.", "[P Rita Meyer] spoke.", "[P R. Meyer] spoke."],
    ["[P Alan Brandt] spoke.", "[P Alana Brandt] spoke."],
    ["[P Hassan Kakar] spoke.", "[P Hussein Kakar] spoke."],
    ["[P Maria Soler] left [O Cedar Mining].", "[P Mario Soler] left [O Cedar Mining]."],
    ["[P Karin Holt] left [O Cedar Mining].", "[P Karen Holt] left [O Cedar Mining]."],
    ["[P Uday Kakar] spoke.", "[P Qusay Kakar] spoke."],
    ["[P John Martin] spoke.", "[P John Morton] spoke."],
    ["[P Moutaz Almallah Kakar] spoke.", "[P Almallah Kakar] spoke.", "[P Mohannad Almallah Kakar] spoke."],
    ["[P Yousuf Kakar Jr.] spoke.", "[P Yousef Kakar Sr.] spoke."],
    ["[P Pius XI] spoke.", "[P Pius XII] spoke."],
  ])
  func `people of different given names stay apart`(texts: [String]) {
    #expect(ids(texts).count == texts.count)
  }

  @Test(arguments: [
    ("COSATU", "Congress of South African Trade Unions", true), ("NRWU", "Northern Rail Workers Union", true),
    ("COSATU", "Congress of South African Unions", false), ("NRWU", "Northern Rail Union", false),
    ("CO", "Congress of South African Trade Unions", false),
  ])
  func `initials may take more than one letter of a word`(acronym: String, name: String, isMade: Bool) {
    #expect(AcronymReader.isMadeOf(acronym, name.split(separator: " ").map(String.init)) == isMade)
  }

  @Test func `adding a document renames no node that it does not speak of`() {
    let documents = [
      document("[P Karin Holt] and [P Ines Duarte] sang at [O Alder Bank].", day: 4),
      document("[P Holt] danced.", day: 2),
      document("[P Jon Weaver], chief executive of [O Alder Bank], spoke.", day: 3),
      document("[P Jon Weaver], chief executive of [O Birch Airlines], spoke.", day: 5),
      document("The [O Northern Rail Workers Union] (NRWU) struck.", day: 6),
    ]
    let added = [
      document("[P Almira Voss] met [P Joe Harker] in Oslo.", day: 1), document("Russia and [O Cedar Mining] signed."),
      document("[P Volodymyr Kostenko] spoke for the [O Harbour Safety Union] (HSU).", day: 9),
    ]
    let before = resolution(documents).nodes.map { "\($0.id) \($0.label)" }
    for count in 1...added.count {
      let after = Set(resolution(added.prefix(count) + documents).nodes.map { "\($0.id) \($0.label)" })
      #expect(after.isSuperset(of: before))
    }
  }

  @Test func `a node knows what it almost was and is not`() {
    let documents = [
      document("[P Karin Holt] sang.", day: 1), document("[P Peter Holt] danced.", day: 2),
      document("[P Holt] left.", day: 3),
    ]
    let misses = resolution(documents).nearMisses(of: "person.karin-holt")
    #expect(misses.map(\.id) == ["person.holt", "person.peter-holt"])
    #expect(misses.map(\.reason) == ["several people have the surname", "the same surname, another given name"])
  }

  @Test func `two people of one name are told apart by their offices, and say so`() {
    let documents = [
      document("[P Jon Weaver], chief executive of [O Alder Bank], spoke.", day: 1),
      document("[P Jon Weaver], chief executive of [O Birch Airlines], spoke.", day: 2),
    ]
    let result = resolution(documents)
    let people = result.nodes.filter { $0.kind == .person }
    #expect(people.map(\.id) == ["person.jon-weaver", "person.jon-weaver-2"])
    #expect(people[1].note == "shares its name with person.jon-weaver")
    var second = documents[1]
    result.apply(to: &second)
    #expect(second.relations.first?.from == "person.jon-weaver-2")
    #expect(second.mentions.first?.entity == "person.jon-weaver-2")
  }

  @Test func `an organization is one by spelling, initials and known name`() {
    let texts = [
      "The [O Northern Rail Workers Union] (NRWU) struck.", "[O NRWU] spoke.", "The CSTO met.",
      "The Collective Safety Treaty Group (CSTO) met.", "The [O Harbour Safety Organisation] met.",
      "The [O Harbour Safety Organization] met.",
    ]
    #expect(
      ids(texts, kind: .organization) == [
        "organization.csto", "organization.harbour-safety-organisation", "organization.northern-rail-workers-union",
      ])
  }

  @Test func `the order of documents does not matter`() {
    let documents = [
      document("[P Karin Holt] and [P Ines Duarte] sang in Moscow.", day: 4), document("[P Holt] danced.", day: 2),
      document("[P K. Holt] of the [O Alder Bank] met [P Peter Holt].", day: 2),
      document("[P Jon Weaver], chief executive of [O Alder Bank], spoke."),
      document("[P Jon Weaver], chief executive of [O Birch Airlines], spoke."),
    ]
    func dump(_ documents: [Document]) -> String {
      resolution(documents).nodes.map { node in
        "\(node.id) \(node.label) \(node.note ?? "") "
          + node.members.map { "\($0.document) \($0.entity) \($0.rule)" }.joined(separator: ", ")
      }.joined(separator: "\n")
    }
    let expected = dump(documents)
    for rotation in 1..<documents.count {
      #expect(dump(Array(documents[rotation...] + documents[..<rotation])) == expected)
    }
    #expect(dump(documents.reversed()) == expected)
    #expect(dump(documents + documents) == expected)
  }

  @Test func `entities that become one are merged in every layer`() {
    var first = document("[P Adaeze Okaforu] and the president spoke. [P A. Okaforu] left.", day: 1)
    let second = document("[P Okaforu] spoke.", day: 2)
    first.statements = [
      Statement(
        speech: .direct, source: [], cue: [], content: [TextRange(0, 5)], speaker: first.entities[0].id, act: .say,
        about: [.init("person.x", at: TextRange(0, 1))], confidence: 1)
    ]
    let result = resolution([first, second])
    var renamed = second
    result.apply(to: &renamed)
    #expect(renamed.entities.map(\.id) == ["person.adaeze-okaforu"])
    #expect(renamed.entities[0].label == "Adaeze Okaforu")
    #expect(renamed.entities[0].aliases == ["Okaforu"])
    #expect(renamed.mentions.map(\.entity) == ["person.adaeze-okaforu"])
    result.apply(to: &first)
    #expect(first.statements[0].speaker == "person.adaeze-okaforu")
    #expect(first.statements[0].about.map(\.entity) == ["person.x"])
  }

  @Test func `documents agree on what a name names`() {
    let documents = [
      document("[P Almira Voss] spoke. [P Almira Voss] sat.", day: 1), document("[O Almira Voss] spoke.", day: 2),
      document("[P Almira Voss] stood.", day: 3),
    ]
    #expect(resolution(documents).nodes.map(\.id) == ["person.almira-voss"])
  }

  @Test func `a node knows why each document's entity belongs to it`() {
    let documents = [document("[P Adaeze Okaforu] spoke.", day: 1), document("[P Okaforu] spoke again.", day: 2)]
    let node = resolution(documents).node("person.adaeze-okaforu")
    #expect(node?.members.map(\.rule) == ["first named", "the one person of that surname"])
    #expect(node?.members.map(\.entity) == ["person.adaeze-okaforu", "person.okaforu"])
  }
}
