import HearsayCore
import Testing

@testable import Hearsay

@Suite struct StatementTextTests {
  @Test(
    arguments: [
      (["“It is over,”"], "It is over,"),
      (["“As for ‘zones,’ I asked,”", "“They went.”"], "As for ‘zones,’ I asked, They went."),
      (["“real questions” for the ministry"], "“real questions” for the ministry"),
      (["that the ministry had “real questions”"], "that the ministry had “real questions”"),
      (["''It isn't over''"], "It isn't over"),
      (["\"One.", "Two.\""], "One. Two."),
      (["‘We don’t know’"], "We don’t know"),
      (["“An open one"], "An open one"),
      (["«Voilà»"], "Voilà"),
      (["two\n lines"], "two lines"),
    ] as [([String], String)])
  func `the outer marks are left off and the pieces joined`(pieces: [String], words: String) {
    var text = ""
    var ranges: [TextRange] = []
    for piece in pieces {
      ranges.append(TextRange(text.utf8.count, text.utf8.count + piece.utf8.count))
      text += piece + " / "
    }
    let statement = Statement(
      speech: .direct, source: [], cue: [], content: ranges, speaker: nil, act: .say, confidence: 1)
    #expect(StatementText.words(of: statement, in: Document(text: text, source: "x")) == words)
  }
}
