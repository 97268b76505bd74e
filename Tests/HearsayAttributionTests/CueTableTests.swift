import HearsayCore
import Testing

@testable import HearsayAttribution

@Suite struct CueTableTests {
  static let verbs = CueTable.standard.verbs

  @Test func `every act of the vocabulary but none other has a verb`() {
    #expect(Set(Self.verbs.map(\.act)) == Set(Statement.Act.allCases))
  }

  @Test func `no lemma has two rows`() {
    var seen: Set<String> = []
    for verb in Self.verbs { #expect(seen.insert(verb.lemma).inserted, "\(verb.lemma) twice") }
    #expect(Self.verbs.count > 350)
  }

  @Test(arguments: CueTable.standard.verbs)
  func `a row has a frame, and forms that belong to its lemma`(verb: CueVerb) {
    #expect(!verb.frames.isEmpty)
    let lemma = verb.lemma.split(separator: " ")
    for (spelling, forms) in CueTable.standard.spellings(of: verb) {
      let words = spelling.split(separator: " ")
      #expect(words.dropFirst() == lemma.dropFirst(), "\(spelling): another particle than \(verb.lemma)")
      if forms.contains(.gerund) { #expect(words[0].hasSuffix("ing"), "\(spelling)") }
      if forms.contains(.present) { #expect(words[0].hasSuffix("s"), "\(spelling)") }
      if forms == [.past] || forms == [.past, .participle] {
        let isRegular = words[0].hasSuffix("ed")
        #expect(isRegular || Self.irregular.contains(String(words[0])), "\(spelling) is no past of \(verb.lemma)")
      }
    }
    let forms = Set(CueTable.standard.spellings(of: verb).flatMap(\.forms))
    #expect(forms == Set(CueVerb.Form.allCases), "\(verb.lemma) lacks a form")
  }

  @Test func `only verbs of denying deny`() {
    for verb in Self.verbs where verb.polarity == .denied { #expect(verb.act == .deny, "\(verb.lemma)") }
    for verb in Self.verbs where verb.act == .deny { #expect(verb.polarity == .denied, "\(verb.lemma)") }
  }

  private static let irregular: Set<String> = [
    "said", "told", "wrote", "spoke", "swore", "went", "put", "read", "sang", "shot", "began", "took", "foretold",
    "forecast", "gave", "laid", "spelt", "cut", "drew", "pled", "hit", "found", "besought", "heard", "held", "paid",
  ]
}

@Suite struct NounCueTableTests {
  @Test(arguments: NounCueTable.standard.nouns)
  func `a noun takes a clause or an infinitive, and denies only where its act does`(noun: CueVerb) {
    #expect(!noun.frames.isDisjoint(with: [.that, .infinitive]))
    #expect((noun.polarity == .denied) == (noun.act == .deny), "\(noun.lemma)")
    #expect(NounCueTable.standard[noun.lemma] == noun)
  }
}

@Suite struct CallingTableTests {
  @Test func `a word accuses a person or denies a claim, and has one row`() {
    var seen: Set<String> = []
    for row in CallingTable.standard.rows {
      #expect(row.word == row.word.lowercased() && seen.insert(row.word).inserted, "\(row.word)")
      switch row.act {
      case .accuse: #expect(row.objects == [.person], "\(row.word)")
      case .deny: #expect(row.objects.contains(.claim) && !row.objects.contains(.person), "\(row.word)")
      default: Issue.record("\(row.word) neither accuses nor denies")
      }
      #expect(CallingTable.standard[row.word]?.act == row.act)
    }
    #expect(seen.count > 50)
  }

  @Test(arguments: ["disaster", "friend", "shameful"])
  func `what only blames or praises has no row`(word: String) { #expect(CallingTable.standard[word] == nil) }
}

@Suite struct WordTableTests {
  @Test(arguments: [
    ("the", WordClass.determiner), ("that", .subordinator), ("who", .relative), ("friday", .weekday), ("may", .month),
    ("may", .modal), ("n't", .negation), ("of", .preposition), ("went", .verb), ("'ll", .modal),
  ])
  func `a word has its classes`(word: String, wanted: WordClass) {
    #expect(WordTable.standard[word].contains(wanted))
  }

  @Test func `a word that is not listed has no class`() { #expect(WordTable.standard["parliament"].isEmpty) }
}
