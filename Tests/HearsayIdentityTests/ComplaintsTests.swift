import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayIdentity

private func read(_ text: String, day: Int = 1) -> Document {
  var document = MarkedText(text, published: CalendarDate(year: 2021, month: 3, day: day)).document
  MentionFinder().annotate(&document)
  RoleFinder().annotate(&document)
  return document
}

private func nodes(_ documents: [Document]) -> [Resolution.Node] {
  var index = IdentityIndex()
  for document in documents { index.add(document) }
  return index.resolve().nodes
}

/// What users of tools of this kind complain of first.
@Suite struct ComplaintsTests {
  @Test func `three spellings of the United States are one node`() {
    let documents = [
      read("The [L United States] agreed. The US agreed. The U.S. agreed. America agreed, and Americans cheered."),
      read("[L Washington] replied that the U.S. side had agreed. US President [P Ann Lee] left.", day: 2),
    ]
    #expect(nodes(documents).filter { $0.kind == .country }.map(\.id) == ["country.US"])
  }

  @Test func `the word us is no country, and will no entity`() {
    let document = read("He told us that it was ours. Will it help us? The will of the people will decide. It will.")
    #expect(document.entities.isEmpty, "\(document.entities)")
  }

  @Test func `six forms of one man's name are one node`() {
    let documents = [
      read(
        """
        The president of Kazakhstan, [P Kassym-Jomart Tokayev], spoke on Friday. President [P Tokayev] said that he would \
        go. Mr. [P Tokayev]'s office agreed. [P Kassym-Jomart] left, and the president smiled.
        """),
      read("[P K. Tokayev] spoke.", day: 2), read("[P Kasym-Zhomart Tokayev] spoke.", day: 3),
      read("[P Tokayev] spoke.", day: 4),
    ]
    let people = nodes(documents).filter { $0.kind == .person }
    #expect(people.map(\.id) == ["person.kassym-jomart-tokayev"])
    #expect(documents[0].mentions.filter { $0.entity.hasPrefix("person.") }.count >= 6)
  }

  @Test func `two executives of one name are two nodes that say so`() {
    let documents = [
      read("[P Jon Weaver], chief executive of [O Alder Bank], spoke."),
      read("[P Jon Weaver], chief executive of [O Birch Airlines], spoke.", day: 2),
    ]
    let people = nodes(documents).filter { $0.kind == .person }
    #expect(people.map(\.id) == ["person.jon-weaver", "person.jon-weaver-2"])
    #expect(people[1].note == "shares its name with person.jon-weaver")
  }

  @Test func `a wife is not her husband`() {
    let document = read("[P Peter Holt] spoke. Mrs. [P Holt] disagreed.")
    #expect(document.entities.map(\.id) == ["person.peter-holt", "person.holt"])
  }

  @Test func `the president is not the vice president, nor the former one`() {
    let document = read(
      """
      [P Ann Lee], the president of Kenya, met Vice President [P Omar Said] and former president [P Joy Otieno]. \
      The president smiled. The vice president left.
      """)
    let roles = document.mentions.filter { $0.form == .role }.map { "\(document[$0.range]) = \($0.entity)" }
    #expect(roles == ["The president = person.ann-lee", "The vice president = person.omar-said"])
  }

  @Test func `a nickname in quotation marks is the same man`() {
    let document = read("[P Marco “The Fox” Ruiz] fled. The Fox, or [P The Fox], was caught. [P Ruiz] is in jail.")
    #expect(document.entities.filter { $0.kind == .person }.map(\.id) == ["person.marco-ruiz"])
  }

  @Test func `members that a text lists belong to the whole`() {
    let document = read(
      "The [O Tarn Pact] has six members: Russia, Armenia, Belarus, Kazakhstan, Kyrgyzstan and Tajikistan.")
    let members = document.relations.filter { $0.kind == .member }
    #expect(
      members.map(\.from) == ["country.RU", "country.AM", "country.BY", "country.KZ", "country.KG", "country.TJ"])
    #expect(Set(members.map(\.to)) == ["organization.tarn-pact"])
  }

  @Test func `an office of a country before a surname is the person's, not the country's name`() {
    let document = read("The president of [P Kazakhstan Tokayev] spoke.")
    #expect(document.entities.map(\.id) == ["country.KZ", "person.tokayev"])
  }

  @Test func `what was formerly is no part of a name`() {
    let document = read("[O Former CIA] officers met [P Ann Lee].")
    #expect(document.entities.map(\.id) == ["organization.cia", "person.ann-lee"])
  }
}

@Suite struct SpeechPronounsTests {
  private func read(_ text: String, content: String, speaker: String, addressee: String? = nil) -> [String] {
    var document = MarkedText(text).document
    MentionFinder().annotate(&document)
    let bytes = Array(content.utf8)
    let start = (0..<document.utf8.count).first { Array(document.utf8[$0...].prefix(bytes.count)) == bytes } ?? 0
    document.statements = [
      Statement(
        speech: .direct, source: [], cue: [], content: [TextRange(start, start + bytes.count)], speaker: speaker,
        act: .say,
        addressees: addressee.map { [.init($0, at: TextRange(0, 1))] } ?? [], confidence: 1)
    ]
    SpeechPronouns().annotate(&document)
    return document.mentions.filter { $0.form == .pronoun }.map { "\(document[$0.range]) = \($0.entity)" }
  }

  @Test func `I and we in a quotation are its speaker, you whoever is addressed`() {
    let found = read(
      "I saw [P Ann Lee] tell [P Omar Said]: “I will go, and we hope that you wait for us.”",
      content: "“I will go, and we hope that you wait for us.”", speaker: "person.ann-lee",
      addressee: "person.omar-said")
    #expect(
      found == [
        "I = person.ann-lee", "we = person.ann-lee", "you = person.omar-said", "us = person.ann-lee",
      ])
  }

  @Test func `a ministry says we and not I`() {
    let found = read(
      "The [O Tarn Bank] wrote: “We and I disagree.”", content: "“We and I disagree.”",
      speaker: "organization.tarn-bank")
    #expect(found == ["We = organization.tarn-bank"])
  }
}
